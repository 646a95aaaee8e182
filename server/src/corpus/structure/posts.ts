/** Comment threads and forum pages: from their lines to posts, each with its poster, date and whose words its lines are. */
import type { PartialDate } from '../../text/types.ts';
import { findStamp, isStampAlone } from './dates.ts';
import { readInterface } from './interface.ts';
import { countWords, endsSentence, type Line } from './lines.ts';
import { isBadge, isButtons } from './memberfields.ts';
import { ownLines, startsControls } from './postends.ts';
import { findPostHeaders, firstSigned, type PostHeader } from './postheaders.ts';
import { type LineVoice, quoteVoices } from './quotes.ts';

export interface Post {
  readonly poster: string;
  readonly date: PartialDate | null;
  readonly header: readonly Line[];
  readonly lines: readonly Line[];
  /** One for each line. */
  readonly voices: readonly LineVoice[];
}

export interface Thread {
  /** Ordinals into the lines given: the first header, and behind the last post. */
  readonly from: number;
  readonly to: number;
  readonly posts: readonly Post[];
  /** Badges and counters of members: no part of any post. */
  readonly furniture: readonly Line[];
}

/** How many lines below a header may belong to it: rank, stars, joining date, place. */
const BADGES = 5;

/** Short lines that stand right under the headers of many posts, such as a rank. */
function repeatedBadges(lines: readonly Line[], headers: readonly PostHeader[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const header of headers) {
    const seen = new Set<string>();
    for (let at = header.last + 1; at <= header.last + BADGES; at++) {
      const line = lines[at];
      if (line === undefined || line.gap > 0 || line.text.length > 40) {
        break;
      }
      seen.add(line.text);
    }
    for (const text of seen) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const enough = Math.max(3, headers.length / 5);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([text]) => text));
}

/** How many lines right below a header belong to it: all down to the last line that is surely a badge. */
function badgesAbove(body: readonly Line[], repeated: ReadonlySet<string>): number {
  let last = 0;
  for (let at = 0; at < Math.min(BADGES, body.length); at++) {
    const line = body[at];
    if (line === undefined || (at > 0 && line.gap > 0) || line.text.length > 60 || (endsSentence(line.text) && countWords(line.text) > 2)) {
      break;
    }
    if (isBadge(line) || (last === at && repeated.has(line.text))) {
      last = at + 1;
    }
  }
  return last;
}

/** The thread's title, printed again above a post's words. */
function repeatsTitle(line: Line | undefined, below: Line | undefined, titles: ReadonlySet<string>): boolean {
  return (
    line !== undefined &&
    below !== undefined &&
    line.text.length < 200 &&
    (/^re:\s/iu.test(line.text) || titles.has(line.text.toLowerCase()))
  );
}

/** What follows "Re:" above the posts' words. */
function titlesOf(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) => (/^re:\s+\S/iu.test(text) && text.length < 200 ? [text.replace(/^re:\s+/iu, '').toLowerCase()] : [])),
  );
}

/** The thread that the lines hold, or null where fewer than two posts have headers of one form. */
export function findThread(lines: readonly Line[]): Thread | null {
  const headers = findPostHeaders(lines);
  const first = headers[0];
  if (first === undefined) {
    return null;
  }
  const signed = firstSigned(lines, headers);
  if (signed !== null) {
    return signedThread(lines, headers, signed);
  }
  if (areArticles(lines, headers)) {
    return null;
  }
  const badges = repeatedBadges(lines, headers);
  const titles = titlesOf(lines);
  const furniture: Line[] = [];
  const whole = headers.map((header, h) => {
    const body = lines.slice(header.last + 1, headers[h + 1]?.first ?? endOfLast(lines, header));
    const profile = badgesAbove(body, badges);
    const skip = profile + (repeatsTitle(body[profile], body[profile + 1], titles) ? 1 : 0);
    furniture.push(...body.slice(0, skip));
    return { poster: header.poster, lines: body.slice(skip) };
  });
  const own = ownLines(whole);
  const bodies = whole.map(({ lines: body }, h) => body.slice(0, own[h]));
  whole.forEach(({ lines: body }, h) => {
    furniture.push(...body.slice(own[h]));
  });
  const voices = quoteVoices(headers.map((header, h) => ({ poster: header.poster, lines: bodies[h] ?? [] })));
  const posts = headers.map(
    (header, h): Post => ({
      poster: header.poster,
      date: header.date ?? dateBelow(whole[h]?.lines ?? []),
      header: lines.slice(header.first, header.last + 1),
      lines: bodies[h] ?? [],
      voices: voices[h] ?? [],
    }),
  );
  const last = headers.at(-1) ?? first;
  return { from: first.first, to: endOfLast(lines, last), posts, furniture };
}

/** A thread whose posts stand above the lines that sign them. */
function signedThread(lines: readonly Line[], headers: readonly PostHeader[], from: number): Thread {
  const bodies = headers.map((header, h) => ({
    poster: header.poster,
    lines: lines.slice(h === 0 ? from : (headers[h - 1]?.last ?? 0) + 1, header.first).filter((line) => !isButtons(line)),
  }));
  const voices = quoteVoices(bodies);
  const posts = headers.map(
    (header, h): Post => ({
      poster: header.poster,
      date: header.date,
      header: lines.slice(header.first, header.last + 1),
      lines: bodies[h]?.lines ?? [],
      voices: voices[h] ?? [],
    }),
  );
  return { from, to: (headers.at(-1)?.last ?? from) + 1, posts, furniture: [] };
}

/** The date that stands alone below the words of a post. */
function dateBelow(body: readonly Line[]): PartialDate | null {
  const stamped = body.slice(1).find(({ text }) => isStampAlone(text));
  return stamped === undefined ? null : (findStamp(stamped.text)?.date ?? null);
}

/** A post is short: a few stretches of many hundred words each below names and dates are articles. */
const LONGEST_POST = 350;

function areArticles(lines: readonly Line[], headers: readonly PostHeader[]): boolean {
  if (headers.length > 4 || headers.some(({ form }) => form === 'counted')) {
    return false;
  }
  const first = headers[0];
  const last = headers.at(-1);
  if (first === undefined || last === undefined) {
    return false;
  }
  const words = lines.slice(first.last + 1, endOfLast(lines, last)).reduce((sum, line) => sum + countWords(line.text), 0);
  return words > headers.length * LONGEST_POST;
}

/** The last post ends where the page's own controls begin, or a title of the next publication. */
function endOfLast(lines: readonly Line[], header: PostHeader): number {
  const own = lines[header.last + 1];
  let at = header.last + 1;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) {
      break;
    }
    const outdented = own !== undefined && line.indent < own.indent && line.gap > 0 && line.bullet === null && !readInterface(line).prose;
    if (startsControls(line) || (outdented && at > header.last + 1)) {
      break;
    }
  }
  return at;
}
