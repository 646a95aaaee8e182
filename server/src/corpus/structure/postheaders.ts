/**
 * Headers of posts in comment threads and forums: who posted, and when. One header proves nothing, so callers ask for
 * several of one form.
 */
import type { PartialDate } from '../../text/types.ts';
import { commentsFrom, isLoneHeading } from './commentheading.ts';
import { findStamp } from './dates.ts';
import { readInterface } from './interface.ts';
import { countWords, type Line } from './lines.ts';
import { isBadge, isBareLabel, isButtons, isProfileValue } from './memberfields.ts';
import { startsControls } from './postends.ts';

/** Name and date on one line; the name above its date; the date above the name; a name with a count of posts; "Ann said…", the date below the words. */
export type HeaderForm = 'dated' | 'name-above' | 'date-above' | 'counted' | 'said';

export interface PostHeader {
  readonly form: HeaderForm;
  /** Ordinals into the lines given, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly poster: string;
  readonly date: PartialDate | null;
  /** The post that the whole thread is about, as its community's page shows it above the number of comments. */
  readonly opens?: boolean;
}

const LEAD = /^(?:re:.{0,80}?(?:»|\bby\b)|#\d+|(?:posted|post|comment|reply|written|submitted)\s+(?:by|from)\b:?|by\b|from:)\s*/iu;
const TAIL = /[\s,|·•»«:@–-]*(?:\b(?:says|said|wrote|writes|commented|replied|posted|posts|on|at)\b[\s,|·•»«:–-]*)*$/iu;
const REST =
  /^[\s.,|·•#:()*–-]*(?:\d+[\s.,#)]*)?(?:(?:\b(?:reply|report|permalink|link|quote|edited(?: .{0,40})?|share|like|likes|said|says|wrote|abuse|log in to|parent|flag)\b)[\s.,|·•#:()\d–-]*)*$/iu;
const COUNTED = /^(?<name>\S.{0,70}?)\s+(?:posts|messages|comments|reputation|karma|threads):\s*[\d,.]+k?$/iu;
const ROLE = /,\s+\p{Ll}.*$/u;

/** What stands before dates that are no posts': when a member joined, when a post was edited, the fields of mail. */
const FIELD =
  /^(?:joined|join date|member since|registered|posted|posts|date|start date|last (?:edited|visit|updated|modified|seen|active)|edited|updated|published|created|location|thread starter|started|sent|to|cc|subject|received)\b:?/iu;
/** "Ann wrote: ↑ 3 May 2011" heads a quotation inside a post. */
const QUOTES = /\b(?:wrote|said):?\s*[↑»›]\s*$|^originally posted\b/iu;
/** Small words inside names. */
const PARTICLE = /^(?:de|der|den|van|von|of|the|al|el|la|le|du|da|di|bin|and|y|in|on|at|from|a)$/u;
/** Lines between a name and its date that no list knows: a rank of the site's own, the poster who is answered. */
const UNKNOWN_BETWEEN = 2;
/** A profile between name and date is no longer than this. */
const LONGEST_PROFILE = 14;

/** A poster's name out of what stands before the date; null where it reads like running text. */
function posterName(raw: string): string | null {
  // Two names far apart are the poster and whom the post answers.
  const first = raw.trim().split(/\s{2,}|\t/u)[0] ?? '';
  const name = first
    .replace(/^[\s|·•»,-]+/u, '')
    .replace(/^\[[–+-]\]\s*/u, '')
    .replace(/\s+[-\d,.]+k? points?$/iu, '')
    .replace(/\s*\[\p{Lu}{1,3}\]$/u, '')
    .replace(LEAD, '')
    .replace(LEAD, '')
    .replace(/^(?:u\/|@)/u, '')
    .replace(TAIL, '')
    .replace(ROLE, '')
    .trim();
  const sentence = /[!?]$/.test(name) || (/[.;:]$/.test(name) && countWords(name) > 3);
  if (name === '' || FIELD.test(name) || name.length > 60 || countWords(name) > 7 || sentence) {
    return null;
  }
  return /[\p{L}\p{N}]/u.test(name) ? name : null;
}

/** A line that a name alone fills; titles of other pages stand above dates too, in sentence case. */
function loneName(lines: readonly Line[], at: number): string | null {
  const line = lines[at];
  if (line === undefined || line.body.length > 80 || isArticleByline(line) || findStamp(line.body) !== null) {
    return null;
  }
  if (isBadge(line) || isButtons(line) || isProfileValue(lines, at)) {
    return null;
  }
  const name = posterName(line.body);
  const words = name?.split(/\s+/) ?? [];
  const low = words.slice(1).filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word)).length;
  return name === null || (words.length > 2 && low * 2 >= words.length - 1 && /^\p{Lu}/u.test(name)) ? null : name;
}

/** Vanilla and like engines print the name twice, from the picture's text and the link. */
function undoubled(name: string): string {
  const half = name.length / 2;
  if (Number.isInteger(half) && name.slice(0, half) === name.slice(half)) {
    return name.slice(0, half);
  }
  const spaced = (name.length - 1) / 2;
  return Number.isInteger(spaced) && name.slice(0, spaced) === name.slice(spaced + 1) ? name.slice(0, spaced) : name;
}

/** "By Ann Hale, 3 May" heads an article; forums that write "by" part name and date with a mark of their own. */
function isArticleByline(line: Line): boolean {
  return /^(?:by|words by|story by|published|updated)\b/iu.test(line.body) && !line.body.includes('»');
}

/** `commented` says that the line stands below a heading of comments, where a name and a day are enough. */
function datedHeader(line: Line, at: number, commented: boolean): PostHeader | null {
  if (line.body.length > 200 || isArticleByline(line)) {
    return null;
  }
  const found = findStamp(line.body);
  if (found === null || !REST.test(line.body.slice(found.end))) {
    return null;
  }
  const before = line.body.slice(0, found.start);
  const says = /\b(?:says|said|wrote|posted|on)\b[\s:]*$/iu.test(before);
  const parted = commented && /[,|·•–—(-]\s*$/u.test(before);
  if (QUOTES.test(before) || (!found.hasTime && !says && !parted && line.bullet === null)) {
    return null;
  }
  const poster = posterName(before);
  return poster === null ? null : { form: 'dated', first: at, last: at, poster, date: found.date };
}

/** The date that a line holds and nothing else ("3 May 2011 at 10:31", "· 8 yr. ago", "05-03-2011, 07:15 PM #1"), or null. */
function stampLine(lines: readonly Line[], at: number, commented: boolean): { readonly date: PartialDate | null } | null {
  const line = lines[at];
  if (line === undefined || line.body.length > 80 || isProfileValue(lines, at)) {
    return null;
  }
  const found = findStamp(line.text);
  const after = found === null ? '' : line.text.slice(found.end);
  if (found === null || !REST.test(after) || !/^(?:posted|on|at|date:?|#\d+)?[\s|·•,»-]*$/iu.test(line.text.slice(0, found.start))) {
    return null;
  }
  const numbered = isNumber(lines[at + 1]) || isNumber(lines[at - 1]);
  return found.hasTime || commented || /#\d/.test(after) || numbered ? { date: found.date } : null;
}

function isNumber(line: Line | undefined): boolean {
  return line !== undefined && /^#\d+$/.test(line.text);
}

/** A name on a line of its own ("Ann says:"), below it rank and profile, and the date alone. */
function nameAbove(lines: readonly Line[], at: number, commented: boolean, often: ReadonlySet<string>): PostHeader | null {
  const poster = loneName(lines, at);
  if (poster === null) {
    return null;
  }
  let unknown = 0;
  let profile = false;
  const marked = lines[at]?.bullet !== null;
  for (let below = at + 1; below <= at + LONGEST_PROFILE; below++) {
    const one = lines[below];
    const stamp = stampLine(lines, below, commented);
    if (stamp !== null) {
      const last = isNumber(lines[below + 1]) ? below + 1 : below;
      const author = inCommunity(poster) ? loneName(lines, last + 1) : poster;
      const own = author === poster ? last : last + 1;
      return author === null
        ? null
        : { form: 'name-above', first: at, last: own, poster: author, date: stamp.date, opens: author !== poster || profile };
    }
    if (one === undefined || one.gap > 1 || one.text.length > 40 || /[.!?]$/.test(one.text)) {
      return null;
    }
    const known = isBadge(one) || isNumber(one) || isBareLabel(one) || isProfileValue(lines, below);
    if (one.bullet !== null && one.body !== '' && !known) {
      return null;
    }
    profile ||= known && /[\p{L}\p{N}]/u.test(one.text);
    // In a page with a blank line between all lines only what stands there often belongs to a profile.
    if (one.gap > 0 && !known && !marked && !often.has(one.text)) {
      return null;
    }
    unknown += known ? 0 : 1;
    if (isButtons(one) && !isBadge(one) && !isProfileValue(lines, below) ? true : unknown > UNKNOWN_BETWEEN) {
      return null;
    }
  }
  return null;
}

/** A page has a blank line between all lines where this share of them stands below one. */
const SPACED = 0.8;

/** Short lines that stand more than once, as ranks do, in a page with a blank line between all lines; nothing in others. */
function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  if (lines.filter(({ gap }) => gap > 0).length < lines.length * SPACED) {
    return new Set();
  }
  const seen = new Set<string>();
  const often = new Set<string>();
  for (const { text } of lines) {
    if (text.length <= 40) {
      (seen.has(text) ? often : seen).add(text);
    }
  }
  return often;
}

/** A community that is named where others name the poster; the poster then stands below the date. */
function inCommunity(name: string): boolean {
  return /^[rc]\/\S+$/u.test(name);
}

/** The date alone, the name right below it. */
function dateAbove(lines: readonly Line[], at: number, commented: boolean): PostHeader | null {
  const stamp = stampLine(lines, at, commented);
  const name = lines[at + 1];
  if (stamp === null || name === undefined || name.gap > 1 || name.body.length > 40) {
    return null;
  }
  const poster = /[.!?:]$/.test(name.body) || countWords(name.body) > 4 ? null : loneName(lines, at + 1);
  return poster === null ? null : { form: 'date-above', first: at, last: at + 1, poster, date: stamp.date };
}

/** "Ann said…" above the words, whose date stands below them. */
function saidHeader(lines: readonly Line[], at: number): PostHeader | null {
  const line = lines[at];
  const name =
    line === undefined || line.body.length > 80 ? undefined : /^(?<name>\S.{0,60}?) said ?(?:\.\.\.|…)$/u.exec(line.body)?.groups?.['name'];
  const poster = name === undefined ? null : posterName(name);
  return poster === null ? null : { form: 'said', first: at, last: at, poster, date: null };
}

function countedHeader(line: Line, at: number): PostHeader | null {
  const name = line.body.length > 200 ? undefined : COUNTED.exec(line.body)?.groups?.['name'];
  return name === undefined ? null : { form: 'counted', first: at, last: at, poster: undoubled(name.trim()), date: null };
}

/** All lines that look like headers, of the one form that occurs most; empty where no form occurs twice. */
export function findPostHeaders(lines: readonly Line[]): readonly PostHeader[] {
  const found = new Map<HeaderForm, PostHeader[]>();
  const comments = commentsFrom(lines);
  const often = repeatedLines(lines);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) {
      continue;
    }
    const below = comments !== null && at > comments;
    for (const header of [
      datedHeader(line, at, below),
      nameAbove(lines, at, below, often),
      dateAbove(lines, at, below),
      countedHeader(line, at),
      saidHeader(lines, at),
    ]) {
      if (header !== null) {
        const same = found.get(header.form);
        if (same === undefined) {
          found.set(header.form, [header]);
        } else {
          same.push(header);
        }
      }
    }
  }
  const [best = []] = [...found.values()]
    .map((headers) => worded(belowHeading(closest(headers), comments), lines))
    .sort((a, b) => b.length - a.length);
  return best.length < 2 ? [] : withoutAnswered(withoutPlaces(best)).map((header) => withNameLine(header, lines));
}

/** How far above the first signature the comments may begin. */
const FIRST_POST = 40;

/**
 * Where posts are signed below their words ("Posted by: Ann | 3 May 2011"), the line at which the first one begins; null
 * where they are headed. Telling is that words stand between the heading of the comments and the first of the lines.
 */
export function firstSigned(lines: readonly Line[], headers: readonly PostHeader[]): number | null {
  const first = headers[0];
  const last = headers.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    !headers.every(({ first: at }) => /^(?:posted|written|submitted|comment) by\b/iu.test(lines[at]?.body ?? ''))
  ) {
    return null;
  }
  const next = lines[last.last + 1];
  const goesOn = next !== undefined && (next.text.length > 80 || readInterface(next).prose) && !startsControls(next);
  for (let at = first.first - 1; at >= Math.max(0, first.first - FIRST_POST) && !goesOn; at--) {
    if (isLoneHeading(lines[at])) {
      return lines.slice(at + 1, first.first).some(({ text }) => text.length > 25) ? at + 1 : null;
    }
  }
  return null;
}

/** Above a heading of comments stands what is commented on; its byline is no post's header. */
function belowHeading(headers: readonly PostHeader[], comments: number | null): readonly PostHeader[] {
  const below = comments === null ? [] : headers.filter(({ first, opens }) => first > comments || opens === true);
  return below.length === 0 ? headers : below;
}

/** Lists of other pages have titles and dates and nothing below them; in a thread most headers have words. */
function worded(headers: readonly PostHeader[], lines: readonly Line[]): readonly PostHeader[] {
  const full = headers.filter((header, h) => {
    const end = headers[h + 1]?.first ?? header.last + 6;
    return lines.slice(header.last + 1, end).some((line) => (line.text.length > 40 || /[.!?…"”’)]$/u.test(line.text)) && !isButtons(line));
  });
  return full.length * 2 > headers.length ? headers : [];
}

/** "Sue, Leeds, United Kingdom": where all posters say where they live, the places are no part of their names. */
function withoutPlaces(headers: readonly PostHeader[]): readonly PostHeader[] {
  const placed = headers.filter(({ poster }) => /^[^,]{2,40}, \p{Lu}/u.test(poster)).length;
  return placed >= Math.max(2, headers.length * 0.7)
    ? headers.map((header) => ({ ...header, poster: (header.poster.split(',')[0] ?? header.poster).trim() }))
    : headers;
}

/** "Sue Perrin Dave Holt" where Dave Holt posts too: Sue Perrin answers him. */
function withoutAnswered(headers: readonly PostHeader[]): readonly PostHeader[] {
  const names = new Set(headers.map(({ poster }) => poster));
  return headers.map((header) => {
    const words = header.poster.split(' ');
    for (let cut = 1; cut < words.length; cut++) {
      if (names.has(words.slice(cut).join(' '))) {
        const poster = words
          .slice(0, cut)
          .join(' ')
          .replace(/[\s>›→,]+$/u, '');
        return poster === '' ? header : { ...header, poster };
      }
    }
    return header;
  });
}

/**
 * Of headers that end on the same date line, the one that a gap sets off is meant; else the farthest, whose name has its
 * rank below it.
 */
function closest(headers: readonly PostHeader[]): readonly PostHeader[] {
  const kept: PostHeader[] = [];
  for (const header of headers) {
    const last = kept.at(-1);
    if (last === undefined || last.last < header.first) {
      kept.push(header);
    }
  }
  return kept;
}

/** Some threads print the name on a line of its own and again before the date, or the thread's title: both lines are the header. */
function withNameLine(header: PostHeader, lines: readonly Line[]): PostHeader {
  const above = lines[header.first - 1];
  const own = lines[header.first];
  const doubled = above !== undefined && own !== undefined && above.body.length > 2 && own.body.startsWith(above.body);
  const titled = above !== undefined && /^re:/iu.test(above.body) && above.body.length < 200;
  return doubled || titled ? { ...header, first: header.first - 1 } : header;
}
