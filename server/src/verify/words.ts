/** How a reader is told of verdicts. */
import type { UncheckedWhy } from '../draft/types.ts';
import type { MatchHow, Verdict, WordMatch } from './types.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'The sources support this',
  contradicted: 'The sources contradict this',
  disputed: 'The sources disagree about this',
  unsupported: 'No source says this',
};

/** Why a sentence is not checked, to follow “Not checked:”. */
export const UNCHECKED_WORDS: Readonly<Record<UncheckedWhy, string>> = {
  heading: 'it is a heading',
  question: 'it is a question',
  norm: 'it says what should be, not what was',
  opinion: 'it is an opinion',
  meta: 'it speaks of the draft itself',
  definition: 'it is a definition',
  fragment: 'it is no whole sentence',
  'not-prose': 'it is no running text',
  ignored: 'a comment in the draft says to ignore it',
};

const HOW: Readonly<Record<MatchHow, string>> = {
  exact: 'as it is',
  inflected: 'in another form',
  derived: 'as a word made from it',
  synonym: 'as a word of the same meaning',
  alias: 'by another name',
  'number-equal': 'as the same number',
  'date-equal': 'as the same date',
  context: 'from the words around it',
};

/** Words of the claim by how the passage has them, to follow “Found there,”: those found in one way together, the surest way first. */
export function matchedInWords(matched: readonly WordMatch[]): readonly (readonly [string, readonly WordMatch['claim'][]])[] {
  return (Object.keys(HOW) as MatchHow[]).flatMap((how) => {
    const found = matched.filter((one) => one.how === how).map(({ claim }) => claim);
    return found.length === 0 ? [] : [[HOW[how], found] as const];
  });
}
