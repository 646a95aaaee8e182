/**
 * The same thing tied to the same word by a preposition of the opposite meaning: "voted for the plan" and "voted against the plan",
 * "outside Europe" and "in Europe".
 */
import { type Span, slice } from '../../text/span.ts';
import type { Reading } from '../reading.ts';
import type { ClashKind } from '../types.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

const SURE = 0.8;
/** Tokens between a preposition and the head of what it ties, at most: an article and a word or two. */
const REACH = 3;
const OPPOSED: readonly (readonly [string, string, ClashKind])[] = [
  ['for', 'against', 'outcome'],
  ['in', 'outside', 'place'],
  ['inside', 'outside', 'place'],
  ['within', 'outside', 'place'],
  ['above', 'below', 'place'],
  ['above', 'beneath', 'place'],
];
const PREPOSITIONS: ReadonlySet<string> = new Set(
  (
    'for against in outside inside within above below beneath of to from by with at on into onto near under over between about than as ' +
    'through during after before since until'
  ).split(' '),
);
const FAVOUR = /^(?:favour|favor|support)$/;
const BREAK = /^[^\p{L}\p{N}]+$/u;

interface Tie {
  readonly word: string;
  readonly span: Span<'text'>;
  /** The content word that is tied by it, as a token index; -1 at the beginning. */
  readonly governor: number;
}

export function comparePrepositions(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment } = input;
  return alignment.words.flatMap(({ word, partner }): readonly UnitClash[] => {
    if (word.class === 'verb' || partner === null || partner.how === 'context' || !inPart(input, word.token)) return [];
    const other = unit.members[partner.member]?.reading;
    const [mine, theirs] = [tieOf(claim, word.index), other === undefined ? null : tieOf(other, partner.index)];
    if (other === undefined || mine === null || theirs === null || mine.word === theirs.word) return [];
    const opposed = OPPOSED.find(([a, b]) => (a === mine.word && b === theirs.word) || (b === mine.word && a === theirs.word));
    if (opposed === undefined) return [];
    const [one, opposite, kind] = opposed;
    // Who counts those for and those against contradicts neither.
    if ([claim, other].some((reading) => has(reading, one) && has(reading, opposite))) return [];
    const governed = alignment.words.some(
      (a) => a.word.index === mine.governor && a.partner?.member === partner.member && a.partner.index === theirs.governor,
    );
    const sameWord = claim.analysis.tokens[mine.governor]?.stem === other.analysis.tokens[theirs.governor]?.stem;
    // Where a named place lies is told with many words; what else is tied tells only by what it is tied to.
    if (!governed && !sameWord && !(kind === 'place' && word.class === 'name')) return [];
    return [
      {
        kind,
        claim: mine.span,
        member: partner.member,
        passage: theirs.span,
        replacement: slice(other.analysis.text, theirs.span),
        sureness: SURE * (partner.member === 0 ? 1 : 0.8),
      },
    ];
  });
}

/** Whether a text has a preposition anywhere; being in favour is being for something. */
function has({ analysis }: Reading, preposition: string): boolean {
  return analysis.tokens.some((t) => t.lower === preposition || (preposition === 'for' && FAVOUR.test(t.lower)));
}

/** The preposition right before the thing that a token is the head of, or null. */
function tieOf(reading: Reading, index: number): Tie | null {
  const { tokens } = reading.analysis;
  for (let at = index - 1; at >= Math.max(0, index - REACH - 1); at--) {
    const lower = tokens[at]?.lower ?? '';
    if (BREAK.test(lower) || reading.predicates.some((p) => p.head === at && p.voice !== 'nominal')) return null;
    if (!PREPOSITIONS.has(lower)) continue;
    const favour = lower === 'of' && FAVOUR.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.lower === 'in';
    const before = favour ? at - 2 : at;
    const governor =
      reading.words
        .map((w) => w.index)
        .filter((i) => i < before)
        .at(-1) ?? -1;
    const [first, last] = [tokens[before], tokens[at]];
    if (first === undefined || last === undefined) return null;
    return { word: favour ? 'for' : lower, span: { start: first.start, end: last.end }, governor };
  }
  return null;
}
