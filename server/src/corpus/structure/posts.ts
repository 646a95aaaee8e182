/** Comment threads and forum pages: from their lines to posts, each with its poster, date and whose words its lines are. */
import type { PartialDate } from '../../text/types.ts';
import { type InterfaceRead, readInterface } from './interface.ts';
import { countWords, endsSentence, type Line } from './lines.ts';
import { findPostHeaders, type PostHeader } from './postheaders.ts';
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

/** A line that says something of the member, not of the matter, whatever the page. */
function isBadge(line: Line): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(line.text) ||
    /^(?:join(?:ed)?(?: date)?|member since|posts|messages|location|from|reputation|likes|points|threads|reactions?|status|offline|online|age|gender)\b\s*(?::.{0,40}|\d[\d,.]*)?$/iu.test(
      line.text,
    )
  );
}

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

/** How many lines at the end of a post's body are the member's profile, as some engines print it below the words. */
function badgesBelow(body: readonly Line[], poster: string): number {
  let count = 0;
  while (count < Math.min(BADGES, body.length - 1)) {
    const line = body[body.length - 1 - count];
    if (line === undefined || !(isBadge(line) || line.text === poster)) {
      break;
    }
    count++;
  }
  return count;
}

/** The thread that the lines hold, or null where fewer than two posts have headers of one form. */
export function findThread(lines: readonly Line[]): Thread | null {
  const headers = findPostHeaders(lines);
  const first = headers[0];
  if (first === undefined) {
    return null;
  }
  if (areArticles(lines, headers)) {
    return null;
  }
  const badges = repeatedBadges(lines, headers);
  const furniture: Line[] = [];
  const bodies = headers.map((header, h) => {
    const next = headers[h + 1];
    const body = lines.slice(header.last + 1, next?.first ?? endOfLast(lines, header));
    const skip = badgesAbove(body, badges);
    const end = body.length - badgesBelow(body.slice(skip), header.poster);
    furniture.push(...body.slice(0, skip), ...body.slice(end));
    return body.slice(skip, end);
  });
  const voices = quoteVoices(headers.map((header, h) => ({ poster: header.poster, lines: bodies[h] ?? [] })));
  const posts = headers.map(
    (header, h): Post => ({
      poster: header.poster,
      date: header.date,
      header: lines.slice(header.first, header.last + 1),
      lines: bodies[h] ?? [],
      voices: voices[h] ?? [],
    }),
  );
  const last = headers.at(-1) ?? first;
  return { from: first.first, to: endOfLast(lines, last), posts, furniture };
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
    const read: InterfaceRead = readInterface(line);
    const outdented = own !== undefined && line.indent < own.indent && line.gap > 0 && line.bullet === null && !read.prose;
    if ((read.strength >= 2 && (!read.prose || read.words <= 10)) || (outdented && at > header.last + 1)) {
      break;
    }
  }
  return at;
}
