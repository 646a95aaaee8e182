/** How a reader is told of verdicts. */
import type { Verdict } from './types.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'The sources support this',
  contradicted: 'The sources contradict this',
  disputed: 'The sources disagree about this',
  unsupported: 'No source says this',
};
