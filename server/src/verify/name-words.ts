/** The words of names, taken apart once: the same names are held against each other for every candidate of every claim. */
import { memoised } from '../text/memo.ts';

/** A draft and its corpus have fewer names than this by far. */
const MOST_NAMES = 20_000;

/** The words of a name, in lower case. */
export const wordsOfName: (name: string) => readonly string[] = memoised(
  MOST_NAMES,
  (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
);
