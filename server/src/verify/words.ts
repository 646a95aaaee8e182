/** How a reader is told of verdicts. */
import type { UncheckedWhy } from '../draft/types.ts';
import type { Verdict } from './types.ts';

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
