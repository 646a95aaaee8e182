/**
 * "All of the children" beside "some of the children", "all twelve" beside "nine of the twelve": what is said of some is not said of all.
 * Whether it is true of the others too is left open, so it only withholds support.
 */
import type { Reading } from '../reading.ts';
import { type CompareInput, inPart } from './types.ts';

const ALL: ReadonlySet<string> = new Set(['all', 'every', 'each', 'both', 'entire', 'whole', 'everybody', 'everyone']);
const SOME: ReadonlySet<string> = new Set(['some', 'most', 'many', 'several', 'few', 'half', 'part', 'certain', 'majority', 'minority']);
/** Words between a quantifier and what it counts, at most ("all of the twelve recommendations"). */
const REACH = 4;

/** Whether the claim says of all what a passage says of some. */
export function saysAllOfSome(input: CompareInput): boolean {
  const { claim, unit, alignment } = input;
  return alignment.words.some(({ word, partner }) => {
    const other = partner === null || partner.how === 'context' ? undefined : unit.members[partner.member]?.reading;
    if (other === undefined || partner === null || word.class === 'verb' || !inPart(input, word.token)) return false;
    return (
      has(claim, word.index, ALL) && !has(other, partner.index, ALL) && (has(other, partner.index, SOME) || isCounted(other, partner.index))
    );
  });
}

/** Whether a word of the set stands before a noun with nothing but its own words between. */
function has({ analysis, predicates }: Reading, index: number, set: ReadonlySet<string>): boolean {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const token = analysis.tokens[at];
    if (token === undefined || token.kind === 'punct' || predicates.some((p) => p.head === at && p.voice !== 'nominal')) return false;
    if (set.has(token.lower)) return true;
  }
  return false;
}

/** "Nine of the twelve recommendations". */
function isCounted({ analysis }: Reading, index: number): boolean {
  const token = analysis.tokens[index];
  return (
    token !== undefined &&
    analysis.tokens.slice(Math.max(0, index - REACH), index).some((t, i, before) => {
      const previous = before[i - 1];
      return (
        t.lower === 'of' &&
        previous !== undefined &&
        analysis.quantities.some((q) => q.kind === 'count' && q.span.start <= previous.start && q.span.end >= previous.end)
      );
    })
  );
}
