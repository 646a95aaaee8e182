/**
 * Aligns a quotation with a window of source words: dynamic programming over words (Needleman and Wunsch 1970) with free
 * ends in the source and affine costs for words left out (Gotoh 1982), so that one long omission is one difference.
 */
import { agree } from './exact.ts';
import type { PlacedWord } from './window.ts';
import type { QuoteUnit, Word } from './words.ts';

/** What became of one unit of the quotation, or of one word of the source inside the aligned stretch. */
export type Step =
  | { readonly kind: 'match'; readonly unit: number; readonly units: number; readonly word: number; readonly words: number }
  | { readonly kind: 'change'; readonly unit: number; readonly word: number }
  | { readonly kind: 'added'; readonly unit: number }
  | { readonly kind: 'omitted'; readonly word: number }
  /** A gap or bracket of the quotation, or a source word that it stands for. */
  | { readonly kind: 'marked'; readonly unit: number }
  | { readonly kind: 'skipped'; readonly word: number };

export interface Alignment {
  readonly cost: number;
  readonly steps: readonly Step[];
}

const CHANGE = 1;
const CHANGE_ALIKE = 0.7;
/** A little dearer than a change, so that a changed first or last word finds its counterpart. */
const ADDED = 1.05;
/** A little cheaper than a change, so that a last word is found behind one that was left out. */
const OMIT_OPEN = 0.9;
const OMIT_MORE = 0.06;
const SKIP_AT_GAP = 0.0005;
const SKIP_AT_BRACKET = 0.04;
/** At the quotation's edges, a word on the far side of a sentence's end is not the one that was changed. */
const ACROSS_EDGE = 0.5;

/** How a cell was reached, for the way back. */
const FROM = {
  start: 0,
  match: 1,
  matchOneTwo: 2,
  matchTwoOne: 3,
  change: 4,
  added: 5,
  openOmit: 6,
  moreOmit: 7,
  closeOmit: 8,
  marked: 9,
  skip: 10,
  marker: 11,
} as const;
type From = (typeof FROM)[keyof typeof FROM];

/** The cheapest way to read the units in the window. */
export function align(units: readonly QuoteUnit[], source: readonly PlacedWord[]): Alignment {
  const rows = units.length + 1;
  const width = source.length + 1;
  const cost = new Float32Array(rows * width).fill(Number.POSITIVE_INFINITY);
  const omit = new Float32Array(rows * width).fill(Number.POSITIVE_INFINITY);
  const from = new Uint8Array(rows * width);
  const omitFrom = new Uint8Array(rows * width);
  const lastRow = units.length;
  const words: readonly (Word | null)[] = units.map((unit) => (unit.kind === 'word' ? unit : null));
  for (let j = 0; j < width; j++) {
    cost[j] = 0;
    from[j] = FROM.start;
  }
  const offer = (at: number, value: number, how: From): void => {
    if (value < (cost[at] ?? 0)) {
      cost[at] = value;
      from[at] = how;
    }
  };
  for (let i = 0; i < rows; i++) {
    const unit = units[i - 1];
    const skipping = unit === undefined ? 0 : unit.kind === 'gap' ? SKIP_AT_GAP : unit.kind === 'bracket' ? SKIP_AT_BRACKET : 0;
    for (let j = 0; j < width; j++) {
      const at = i * width + j;
      if (unit !== undefined && i > 0) {
        const above = (i - 1) * width + j;
        if (unit.kind !== 'word') offer(at, (cost[above] ?? 0) + SKIP_AT_GAP, FROM.marked);
        else {
          offer(at, (cost[above] ?? 0) + ADDED, FROM.added);
          const word = source[j - 1];
          if (word !== undefined && word.key !== unit.key)
            offer(
              at,
              (cost[above - 1] ?? 0) + changeCost(unit.key, word, (i === 1 && word.closes) || (i === lastRow && word.opens)),
              FROM.change,
            );
        }
      }
      if (j > 0 && i > 0) {
        const left = at - 1;
        if (skipping > 0) offer(at, (cost[left] ?? 0) + skipping, FROM.skip);
        if (source[j - 1]?.marker === true) offer(at, (cost[left] ?? 0) + SKIP_AT_GAP, FROM.marker);
        const open = (cost[left] ?? 0) + OMIT_OPEN;
        const more = (omit[left] ?? 0) + OMIT_MORE;
        omit[at] = Math.min(open, more);
        omitFrom[at] = open <= more ? FROM.openOmit : FROM.moreOmit;
        if (i < units.length) offer(at, omit[at] ?? 0, FROM.closeOmit);
      }
      // A match goes forward, for it may take two words on either side.
      const step = agree(words, i, source, j);
      if (step !== null) {
        const how = step.quote === 2 ? FROM.matchTwoOne : step.source === 2 ? FROM.matchOneTwo : FROM.match;
        offer((i + step.quote) * width + j + step.source, cost[at] ?? 0, how);
      }
    }
  }
  return trace(units.length, width, cost, from, omitFrom);
}

function changeCost(key: string, word: PlacedWord, across: boolean): number {
  return (alike(key, word.key) ? CHANGE_ALIKE : CHANGE) + (across ? ACROSS_EDGE : 0);
}

/** Forms of one word, roughly: a common beginning of four letters or more, a negated form, or two numbers. */
function alike(a: string, b: string): boolean {
  if (/^\d/.test(a) && /^\d/.test(b)) return true;
  const shorter = Math.min(a.length, b.length);
  let common = 0;
  while (common < shorter && a[common] === b[common]) common++;
  return common >= 4 || (common === shorter && common >= 2);
}

function trace(last: number, width: number, cost: Float32Array, from: Uint8Array, omitFrom: Uint8Array): Alignment {
  let j = 0;
  for (let k = 1; k < width; k++) if ((cost[last * width + k] ?? 0) < (cost[last * width + j] ?? 0)) j = k;
  const total = cost[last * width + j] ?? 0;
  const steps: Step[] = [];
  let i = last;
  while (i > 0) {
    const how = from[i * width + j] ?? FROM.start;
    switch (how) {
      case FROM.match:
        steps.push({ kind: 'match', unit: --i, units: 1, word: --j, words: 1 });
        break;
      case FROM.matchOneTwo:
        j -= 2;
        steps.push({ kind: 'match', unit: --i, units: 1, word: j, words: 2 });
        break;
      case FROM.matchTwoOne:
        i -= 2;
        steps.push({ kind: 'match', unit: i, units: 2, word: --j, words: 1 });
        break;
      case FROM.change:
        steps.push({ kind: 'change', unit: --i, word: --j });
        break;
      case FROM.added:
        steps.push({ kind: 'added', unit: --i });
        break;
      case FROM.marked:
        steps.push({ kind: 'marked', unit: --i });
        break;
      case FROM.skip:
      case FROM.marker:
        steps.push({ kind: 'skipped', word: --j });
        break;
      case FROM.closeOmit: {
        let more = true;
        while (more) {
          more = omitFrom[i * width + j] === FROM.moreOmit;
          steps.push({ kind: 'omitted', word: --j });
        }
        break;
      }
      default:
        // Only row 0 starts anew; no other cell is left without a way back.
        return { cost: Number.POSITIVE_INFINITY, steps: [] };
    }
  }
  return { cost: total, steps: steps.reverse() };
}
