/** The lines of a source as layout: where their words stand, how far they are indented, what mark opens them. */

export interface Line {
  /** 0-based ordinal. */
  readonly index: number;
  /** Offsets of the line's words, white space at both ends left out; equal where the line is blank. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indent: number;
  /** The mark of a list item (`•`, `-`, `3.`), or null. */
  readonly bullet: string | null;
  /** The words behind the mark, and where they start. */
  readonly body: string;
  readonly bodyStart: number;
  /** Blank lines directly above it. */
  readonly gap: number;
  /** Lines of the file that it takes up: more than one where a wrapped paragraph was joined. */
  readonly height: number;
}

const BULLET = /^(?:[•●▪◦‣·*○■–-]|\(?\d{1,3}[.)]|\(?[a-z]{1,3}\)|\([ivx]{1,5}\))(?=\s|$)[ \t\u00a0]*/u;

/** The lines that hold words, in order. Lines end as in `LineMap`. */
export function readLines(text: string, from = 0, to = text.length): readonly Line[] {
  const lines: Line[] = [];
  let index = 0;
  let gap = 0;
  for (let at = from; at < to; index++) {
    let end = at;
    while (end < to && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) {
      end++;
    }
    const raw = text.slice(at, end);
    const words = raw.trim();
    if (words === '') {
      gap++;
    } else {
      const indent = raw.length - raw.trimStart().length;
      const mark = BULLET.exec(words.slice(0, 12))?.[0] ?? '';
      lines.push({
        index,
        start: at + indent,
        end: at + indent + words.length,
        text: words,
        indent,
        bullet: mark === '' ? null : mark.trim(),
        body: words.slice(mark.length),
        bodyStart: at + indent + mark.length,
        gap,
        height: 1,
      });
      gap = 0;
    }
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** Number of words, as white space parts them; counting stops at `most`, for lines may be very long. */
export function countWords(text: string, most = 10_000): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length && count < most; i++) {
    const code = text.charCodeAt(i);
    const space = code === 32 || code === 9 || code === 160 || code === 10 || code === 13;
    if (!space && !inside) {
      count++;
    }
    inside = !space;
  }
  return count;
}

/** Whether the words end as a sentence does, closing marks and reference marks aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…][\])}"'’”»*]*(?:\s?\[?\d{1,3}\]?_?)?$/u.test(text.slice(-16));
}

/** The first lines as one text, each cut to a length that no heading or paragraph needs. */
export function joined(lines: readonly Line[], most: number): string {
  return lines
    .slice(0, most)
    .map((line) => line.text.slice(0, 2000))
    .join('\n');
}
