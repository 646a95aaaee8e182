/** What stands behind a citekey: the place (`p. 3`, `ll. 12-14`, `para. 4`) and the words after it. */

/** Names of places as Pandoc and the Citation Style Language know them, in full and short. */
const LABEL =
  '(?:ll?\\.|lines?|pp?\\.|pages?|paras?\\.?|paragraphs?|¶¶?|§§?|secs?\\.?|sections?|chaps?\\.?|ch\\.|chapters?|vols?\\.?|volumes?|nn?\\.|notes?|nos?\\.|fols?\\.|folios?|figs?\\.?|figures?|cols?\\.|columns?|bks?\\.|books?|pts?\\.|parts?|vv?\\.|verses?|op\\.|s\\.vv?\\.)';
const DIGITS = '\\p{L}?\\d(?:[.:/]?[\\p{L}\\p{N}])*';
const NUMBER = `(?:${DIGITS}|[ivxlcdm]+(?![\\p{L}\\p{N}]))`;
const more = (number: string): string => `(?:\\s*(?:[-–—]{1,3}|,|&)\\s*${number})*`;
const LABELLED = new RegExp(`(?<![\\p{L}\\p{N}])${LABEL}\\s*${NUMBER}${more(NUMBER)}`, 'iu');
const NUMBERED = new RegExp(`^${DIGITS}${more(DIGITS)}(?![\\p{L}\\p{N}])`, 'u');

export interface Suffix {
  readonly locator: string | null;
  readonly suffix: string | null;
}

/**
 * Parts the place from other words, as Pandoc does: in braces it is what they hold, else a named number or bare digits at
 * the beginning. A named number further on ("at l. 12") counts too, for its writer meant a place.
 */
export function readSuffix(written: string): Suffix {
  const braced = /^,?\s*\{([^{}]*)\}/.exec(written);
  if (braced !== null) return { locator: worded(braced[1] ?? ''), suffix: worded(written.slice(braced[0].length)) };
  const words = written.replace(/^[\s,]+/, '').trimEnd();
  const place = NUMBERED.exec(words) ?? LABELLED.exec(words);
  if (place === null) return { locator: null, suffix: worded(words) };
  return { locator: place[0], suffix: worded(`${words.slice(0, place.index).trimEnd()}${words.slice(place.index + place[0].length)}`) };
}

/** The lines that a locator names (`l. 12`, `lines 12-14`, `ll. 12–14`), or null. */
export function locatorLines(locator: string | null): readonly [number, number] | null {
  return locator === null ? null : rangeOf(/(?<![\p{L}\p{N}])(?:ll?\.|lines?)\s*(\d{1,9})(?:\s*[-–—]{1,3}\s*(\d{1,9}))?/iu.exec(locator));
}

/** The pages that a locator names (`p. 3`, `pp. 3-5`, `page 3`, or bare numbers), or null. */
export function locatorPages(locator: string | null): readonly [number, number] | null {
  return locator === null
    ? null
    : rangeOf(/(?:(?<![\p{L}\p{N}])(?:pp?\.|pages?)\s*|^\s*)(\d{1,9})(?:\s*[-–—]{1,3}\s*(\d{1,9}))?/iu.exec(locator));
}

/** The paragraphs that a locator names (`para. 4`, `paras 4-6`, `¶ 4`), or null. */
export function locatorParagraphs(locator: string | null): readonly [number, number] | null {
  return locator === null
    ? null
    : rangeOf(/(?:(?<![\p{L}\p{N}])(?:paras?\.?|paragraphs?)|¶¶?)\s*(\d{1,9})(?:\s*[-–—]{1,3}\s*(\d{1,9}))?/iu.exec(locator));
}

/** A second number that is smaller is short for what it shares with the first (`123-5`), or was set first by mistake. */
function rangeOf(match: RegExpExecArray | null): readonly [number, number] | null {
  if (match?.[1] === undefined) return null;
  const first = Number(match[1]);
  if (match[2] === undefined) return [first, first];
  const last = Number(match[2]);
  if (last >= first) return [first, last];
  const whole = Number(match[1].slice(0, Math.max(0, match[1].length - match[2].length)) + match[2]);
  return whole > first ? [first, whole] : [last, first];
}

function worded(words: string): string | null {
  const trimmed = words.replace(/^[\s,]+/, '').trim();
  return trimmed === '' ? null : trimmed;
}
