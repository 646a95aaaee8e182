/** Joins the lines of paragraphs that were wrapped at some width, so that layout is read from paragraphs as written. */
import { endsSentence, type Line } from './lines.ts';

/** Wrapped lines are no longer than this, and the longest of them no shorter. */
const WIDEST = 130;
const NARROWEST = 45;
/** Every line but the last of a wrapped paragraph is at least this share of the longest. */
const FILLED = 0.55;
/** So many of the lines behind the first go on in lower case; lines of a list or a menu do not. */
const CONTINUED = 0.4;

/** The same lines, those of one paragraph joined into one. `text` is the whole source. */
export function joinWrapped(lines: readonly Line[], text: string): readonly Line[] {
  const joined: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    let end = from + 1;
    while (end < lines.length && lines[end]?.gap === 0 && lines[end]?.bullet === null) {
      end++;
    }
    const headed = end - from > 2 && !isWrapped(lines, from, end) && isWrapped(lines, from + 1, end);
    const start = headed ? from + 1 : from;
    const whole = isWrapped(lines, start, end);
    let first = from;
    for (let at = from + 1; at <= end; at++) {
      const continues = at < end && (whole ? at > start : isOpen(lines[at - 1], lines[at]));
      if (!continues) {
        joined.push(...joinLines(lines.slice(first, at), text));
        first = at;
      }
    }
    from = end;
  }
  return joined;
}

function isOpen(above: Line | undefined, line: Line | undefined): boolean {
  if (above === undefined || line === undefined || endsSentence(above.text)) {
    return false;
  }
  // A line as long as wrapped ones that stops at "of", a comma or a figure has not ended.
  const hangs =
    above.text.length >= NARROWEST &&
    /(?:\b(?:the|a|an|of|to|and|or|in|on|at|by|for|from|with|that|which|was|were|had|has|his|her|their|mrs?|ms|dr)|,|\b\d{1,2})$/iu.test(
      above.text,
    );
  return (startsLow(line) && above.text.length > 20) || (hangs && endsSentence(line.text));
}

function startsLow(line: Line | undefined): boolean {
  return line !== undefined && /^["'“‘(]?[\p{Ll}]/u.test(line.text);
}

/** The lines as one, from the first to the last of them; none of none. `text` is the whole source. */
export function joinLines(lines: readonly Line[], text: string): readonly Line[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined || first === last) {
    return lines;
  }
  const { start, bodyStart } = first;
  const height = last.index - first.index + 1;
  return [{ ...first, end: last.end, text: text.slice(start, last.end), body: text.slice(bodyStart, last.end), height }];
}

function isWrapped(lines: readonly Line[], from: number, end: number): boolean {
  let longest = 0;
  let low = 0;
  for (let at = from; at < end; at++) {
    longest = Math.max(longest, lines[at]?.text.length ?? 0);
    low += at > from && startsLow(lines[at]) ? 1 : 0;
  }
  if (end - from < 2 || longest > WIDEST || longest < NARROWEST || low < (end - from - 1) * CONTINUED) {
    return false;
  }
  for (let at = from; at < end - 1; at++) {
    if ((lines[at]?.text.length ?? 0) < longest * FILLED) {
      return false;
    }
  }
  return true;
}
