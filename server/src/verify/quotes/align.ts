/**
 * Aligns a quotation with a window of source words: dynamic programming over words (Needleman and Wunsch 1970) with free
 * ends in the source and affine costs for words left out (Gotoh 1982), so that one long omission is one difference.
 */
import { agree, ONE_ONE } from './exact.ts';
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
  const { cost, omit, from, omitFrom } = tableOf(rows * width);
  const words: readonly (Word | null)[] = units.map((unit) => (unit.kind === 'word' ? unit : null));
  // Keys as numbers: nearly all of the many pairs of words are told apart by these alone.
  const numbers = new Map<string, number>();
  const there = source.map((word) => numberOf(numbers, word.key));
  const here = words.map((word) => (word === null ? -1 : numberOf(numbers, word.key)));
  cost.fill(0, 0, width);
  for (let i = 0; i < rows; i++) {
    const unit = units[i - 1];
    const skipping = unit === undefined ? 0 : unit.kind === 'gap' ? SKIP_AT_GAP : unit.kind === 'bracket' ? SKIP_AT_BRACKET : 0;
    const own = here[i - 1] ?? -1;
    const next = here[i] ?? -1;
    const mayJoin = words[i + 1]?.joined === true;
    for (let j = 0; j < width; j++) {
      const at = i * width + j;
      let least = cost[at] as number;
      let how = from[at] as From;
      const before = source[j - 1];
      if (unit !== undefined) {
        const above = at - width;
        const put = (cost[above] as number) + (unit.kind === 'word' ? ADDED : SKIP_AT_GAP);
        if (put < least) [least, how] = [Math.fround(put), unit.kind === 'word' ? FROM.added : FROM.marked];
        if (unit.kind === 'word' && before !== undefined && there[j - 1] !== own) {
          const across = (i === 1 && before.closes) || (i === units.length && before.opens);
          const changed = (cost[above - 1] as number) + changeCost(unit.key, before.key, across);
          if (changed < least) [least, how] = [Math.fround(changed), FROM.change];
        }
        if (before !== undefined) {
          const left = cost[at - 1] as number;
          if (skipping > 0 && left + skipping < least) [least, how] = [Math.fround(left + skipping), FROM.skip];
          if (before.marker && left + SKIP_AT_GAP < least) [least, how] = [Math.fround(left + SKIP_AT_GAP), FROM.marker];
          const open = left + OMIT_OPEN;
          const more = (omit[at - 1] as number) + OMIT_MORE;
          omit[at] = Math.min(open, more);
          omitFrom[at] = open <= more ? FROM.openOmit : FROM.moreOmit;
          const closed = omit[at] as number;
          if (i < units.length && closed < least) [least, how] = [closed, FROM.closeOmit];
        }
        cost[at] = least;
        from[at] = how;
      }
      // A match goes forward, for it may take two words on either side.
      if (next < 0) continue;
      const same = there[j] === next;
      if (!same && !mayJoin && source[j + 1]?.joined !== true) continue;
      const step = same ? ONE_ONE : agree(words, i, source, j);
      if (step === null) continue;
      const to = (i + step.quote) * width + j + step.source;
      if (least < (cost[to] as number)) {
        cost[to] = least;
        from[to] = step.quote === 2 ? FROM.matchTwoOne : step.source === 2 ? FROM.matchOneTwo : FROM.match;
      }
    }
  }
  return trace(units.length, width, cost, from, omitFrom);
}

interface Table {
  readonly cost: Float32Array;
  readonly omit: Float32Array;
  readonly from: Uint8Array;
  readonly omitFrom: Uint8Array;
}

/** Cells that are kept ready from one alignment to the next: a quotation has many, and to ask for new ones each time is dear. */
const KEPT = 1 << 16;
let kept: Table | null = null;

/** A table of cells that nothing has reached yet; good until the next is asked for. */
function tableOf(cells: number): Table {
  if (cells > KEPT) return clearedFor(cells, newTable(cells));
  kept ??= newTable(KEPT);
  return clearedFor(cells, kept);
}

function newTable(cells: number): Table {
  return {
    cost: new Float32Array(cells),
    omit: new Float32Array(cells),
    from: new Uint8Array(cells),
    omitFrom: new Uint8Array(cells),
  };
}

function clearedFor(cells: number, table: Table): Table {
  table.cost.fill(Number.POSITIVE_INFINITY, 0, cells);
  table.omit.fill(Number.POSITIVE_INFINITY, 0, cells);
  table.from.fill(FROM.start, 0, cells);
  table.omitFrom.fill(FROM.start, 0, cells);
  return table;
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function changeCost(key: string, other: string, across: boolean): number {
  return (alike(key, other) ? CHANGE_ALIKE : CHANGE) + (across ? ACROSS_EDGE : 0);
}

/** Forms of one word, roughly: a common beginning of four letters or more, a negated form, or two numbers. */
function alike(a: string, b: string): boolean {
  const [first, other] = [a.charCodeAt(0), b.charCodeAt(0)];
  if (isDigit(first) && isDigit(other)) return true;
  if (first !== other) return false;
  const shorter = Math.min(a.length, b.length);
  let common = 0;
  while (common < shorter && a.charCodeAt(common) === b.charCodeAt(common)) common++;
  return common >= 4 || (common === shorter && common >= 2);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
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
