/** Finds where decoded words stand in the file they come from, going forward only. */

/** Characters that one finder looks at in all; words of an encoded file are found nowhere, each at the cost of the whole. */
const BUDGET = 100_000_000;

/** A finder over `raw`; each call looks behind the place found before, and gives that place where the words are not found. */
export function forwardFinder(raw: string): (words: string) => number {
  let at = 0;
  let looked = 0;
  return (words) => {
    const key = words.trim().slice(0, 40).trimEnd();
    const found = key === '' || looked > BUDGET ? -1 : raw.indexOf(key, at);
    looked += (found < 0 ? raw.length : found) - at;
    at = found < 0 ? at : found;
    return at;
  };
}
