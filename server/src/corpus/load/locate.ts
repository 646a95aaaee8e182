/** Finds where decoded words stand in the file they come from, going forward only. */

/** A finder over `raw`; each call looks behind the place found before, and gives that place where the words are not found. */
export function forwardFinder(raw: string): (words: string) => number {
  let at = 0;
  return (words) => {
    const key = words.trim().slice(0, 40).trimEnd();
    const found = key === '' ? -1 : raw.indexOf(key, at);
    at = found < 0 ? at : found;
    return at;
  };
}
