/**
 * Two figures, days or people of a sentence changed about: "£94 with a physiotherapist and £218 with a volunteer" against "£218 with a
 * physiotherapist and £94 with a volunteer". All words and values are there; what tells is which of them stand together. A sentence is
 * cut at its commas and conjunctions, and each word belongs to the value that it shares its stretch with.
 */
import { contains, type Span, slice } from '../../text/span.ts';
import type { Reading } from '../reading.ts';
import type { ClashKind, MatchHow } from '../types.ts';
import { type CompareInput, inPart, type UnitClash, type ValueResult } from './types.ts';

const CUTS: ReadonlySet<string> = new Set([
  ...['and', 'but', 'while', 'whereas', 'or', 'nor', 'versus', 'compared'],
  ...[',', ';', ':', '–', '—', '(', ')'],
]);
const SURE = { value: 0.9, name: 0.8 } as const;
const ORDINALS: ReadonlySet<string> = new Set('first second third fourth fifth former latter elder younger'.split(' '));
/** What may stand between things that are told of together. */
const BETWEEN: ReadonlySet<string> = new Set(['and', 'or', 'to', ',', 'the', 'a', 'an', 'of', 'mr', 'mrs', 'ms', 'dr']);
/** Only the very words tell which value they go with. */
const SAME: ReadonlySet<MatchHow> = new Set<MatchHow>(['exact', 'inflected', 'derived']);

/** A value or a name that stands once in the claim and once in the passage. */
interface Anchor {
  readonly family: string;
  readonly kind: ClashKind;
  readonly mine: Span<'text'>;
  readonly theirs: Span<'text'>;
}

interface Evidence {
  /** Words that go with the same value in both. */
  kept: number;
  /** Words that were moved from the first value to the second, and from the second to the first. */
  moved: [number, number];
  /** Words that go with the second value told in both, and that is another one: nothing is left out there for the first to supply. */
  second: number;
}

/** Values of the claim, all of them in the passage, that go with each other's words there. */
export function compareExchanged(input: CompareInput, values: readonly ValueResult[]): readonly UnitClash[] {
  if (says(input.claim, 'respectively')) return [];
  return input.unit.members.flatMap((member, m) => {
    if (says(member.reading, 'respectively')) return [];
    const anchors = [...valueAnchors(input, values, m), ...ordinalAnchors(input.claim, member.reading), ...nameAnchors(input, m)].sort(
      (a, b) => a.mine.start - b.mine.start,
    );
    return anchors.flatMap((first, i) =>
      anchors
        .slice(i + 1)
        .filter((second) => second.family === first.family && areExchanged(input, member.reading, m, first, second))
        .map(
          (second): UnitClash => ({
            kind: second.kind,
            claim: second.mine,
            member: m,
            passage: first.theirs,
            replacement: second.kind === 'agent-swap' ? null : slice(member.reading.analysis.text, first.theirs),
            sureness: (second.kind === 'agent-swap' ? SURE.name : SURE.value) * (m === 0 ? 1 : 0.8),
          }),
        ),
    );
  });
}

function areExchanged(input: CompareInput, other: Reading, m: number, first: Anchor, second: Anchor): boolean {
  const { claim } = input;
  if (isListed(claim, first.mine, second.mine) || isListed(other, first.theirs, second.theirs)) return false;
  const [here, there] = [stretchesOf(claim), stretchesOf(other)];
  const [a, b] = [here(first.mine), here(second.mine)];
  const [x, y] = [there(first.theirs), there(second.theirs)];
  if (a === b || x === y) return false;
  const isFirstTold = first.theirs.start < second.theirs.start;
  const found: Evidence = { kept: 0, moved: [0, 0], second: 0 };
  for (const [mine, theirs] of tellingWords(input, other, m)) {
    if (contains(first.mine, mine) || contains(second.mine, mine)) continue;
    const [s, t] = [here(mine), there(theirs)];
    if ((s !== a && s !== b) || (t !== x && t !== y)) continue;
    // What stands with the first value told in both may be left out of, and meant for, the second ("paid £3m for … and £5m for …").
    if (s === a && t === (isFirstTold ? x : y)) continue;
    if ((s === a) === (t === x)) found.kept++;
    else if (s === b && !isFirstTold) found.second++;
    else found.moved[s === a ? 0 : 1]++;
  }
  return found.kept === 0 && (found.second > 0 || (found.moved[0] > 0 && found.moved[1] > 0));
}

function valueAnchors({ claim, unit }: CompareInput, values: readonly ValueResult[], m: number): readonly Anchor[] {
  const other = unit.members[m]?.reading;
  if (other === undefined) return [];
  return values.flatMap((value): readonly Anchor[] => {
    if (value.status !== 'equal' || value.partner?.member !== m) return [];
    const theirs = value.partner.span;
    if (value.kind === 'date') return [{ family: 'date', kind: 'date', mine: value.claim, theirs }];
    const quantity = claim.analysis.quantities.find((q) => q.span.start === value.claim.start);
    if (quantity === undefined || quantity.kind === 'ordinal') return [];
    const once = (reading: Reading): boolean =>
      reading.analysis.quantities.filter((q) => q.kind === quantity.kind && q.value === quantity.value).length <= 1;
    if (!once(claim) || !once(other)) return [];
    return [{ family: quantity.kind, kind: quantity.kind === 'money' ? 'amount' : 'number', mine: value.claim, theirs }];
  });
}

/** "The first review … and the second": what tells one of several from the others. */
function ordinalAnchors(claim: Reading, other: Reading): readonly Anchor[] {
  return claim.analysis.tokens.flatMap((mine): readonly Anchor[] => {
    if (!ORDINALS.has(mine.lower)) return [];
    const [theirs, ...more] = other.analysis.tokens.filter((t) => t.lower === mine.lower);
    const once = claim.analysis.tokens.filter((t) => t.lower === mine.lower).length === 1;
    return theirs === undefined || more.length > 0 || !once ? [] : [{ family: 'ordinal', kind: 'order', mine, theirs }];
  });
}

function nameAnchors({ claim, unit, alignment }: CompareInput, m: number): readonly Anchor[] {
  const other = unit.members[m]?.reading;
  if (other === undefined) return [];
  const anchors = new Map<number, Anchor>();
  for (const { word, partner } of alignment.words) {
    const mention = word.class === 'name' ? claim.analysis.names[word.mention] : undefined;
    if (mention === undefined || partner?.member !== m || partner.how === 'context' || anchors.has(word.mention)) continue;
    const token = other.analysis.tokens[partner.index];
    const theirs = token === undefined ? undefined : other.analysis.names.find((n) => contains(n.span, token));
    if (theirs === undefined) continue;
    const once = (reading: Reading, name: string): boolean => reading.analysis.names.filter((n) => n.name === name).length === 1;
    if (once(claim, mention.name) && once(other, theirs.name))
      anchors.set(word.mention, { family: 'name', kind: 'agent-swap', mine: mention.span, theirs: theirs.span });
  }
  return [...anchors.values()];
}

/** Words of the claim's part with the word of the passage that says the same, where each stands once in its text. */
function tellingWords(input: CompareInput, other: Reading, m: number): readonly (readonly [Span, Span])[] {
  const { claim, alignment } = input;
  const once = (reading: Reading, stem: string): boolean => reading.analysis.tokens.filter((t) => t.stem === stem).length === 1;
  return alignment.words.flatMap(({ word, partner }): readonly (readonly [Span, Span])[] => {
    if (word.class === 'name' || partner?.member !== m || !SAME.has(partner.how)) return [];
    const token = other.analysis.tokens[partner.index];
    if (token === undefined || !inPart(input, word.token)) return [];
    return once(claim, word.token.stem) && once(other, token.stem) ? [[word.token, token]] : [];
  });
}

/** "Smith and Jones were acquitted": what is said of either is said of both. */
function isListed({ analysis }: Reading, a: Span, b: Span): boolean {
  const [from, to] = a.start < b.start ? [a.end, b.start] : [b.end, a.start];
  return analysis.tokens.every((t) => t.start < from || t.end > to || BETWEEN.has(t.lower));
}

/** Numbers the stretches of a sentence; the same number for what stands together. */
function stretchesOf({ analysis }: Reading): (place: Span) => number {
  const cuts = analysis.tokens.filter((t) => CUTS.has(t.lower)).map((t) => t.start);
  return (place) => cuts.filter((cut) => cut < place.start).length;
}

function says({ analysis }: Reading, word: string): boolean {
  return analysis.tokens.some((t) => t.lower === word);
}
