/**
 * Headers of posts in comment threads and forums: who posted, and when. One header proves nothing, so callers ask for
 * several of one form.
 */
import type { PartialDate } from '../../text/types.ts';
import { findStamp } from './dates.ts';
import { countWords, type Line } from './lines.ts';

/** Name and date on one line; the name above its date; the date above the name; a name with a count of posts. */
export type HeaderForm = 'dated' | 'name-above' | 'date-above' | 'counted';

export interface PostHeader {
  readonly form: HeaderForm;
  /** Ordinals into the lines given, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly poster: string;
  readonly date: PartialDate | null;
}

const LEAD = /^(?:re:.{0,80}?(?:»|\bby\b)|#\d+|(?:posted|post|comment|reply|written|submitted)\s+(?:by|from)\b:?|by\b|from:)\s*/iu;
const TAIL = /[\s,|·•»«:@–-]*(?:\b(?:says|said|wrote|writes|commented|replied|posted|posts|on|at)\b[\s,|·•»«:–-]*)*$/iu;
const REST =
  /^[\s.,|·•#:()–-]*(?:\d+[\s.,#)]*)?(?:(?:\b(?:reply|report|permalink|link|quote|edited|share|like|likes|said|says|wrote|abuse|log in to|parent|flag)\b)[\s.,|·•#:()\d–-]*)*$/iu;
const COUNTED = /^(?<name>\S.{0,70}?)\s+(?:posts|messages|comments|reputation|karma|threads):\s*[\d,.]+k?$/iu;
const ROLE = /,\s+\p{Ll}.*$/u;

/** What stands before dates that are no posts': when a member joined, when a post was edited. */
const FIELD =
  /^(?:joined|join date|member since|registered|posted|posts|date|start date|last (?:edited|visit|updated|modified|seen|active)|edited|updated|published|created|location|thread starter|started)\b:?/iu;

/** A poster's name out of what stands before the date; null where it reads like running text. */
function posterName(raw: string): string | null {
  // Two names far apart are the poster and whom the post answers.
  const first = raw.trim().split(/\s{2,}|\t/u)[0] ?? '';
  const name = first
    .replace(/^[\s|·•»,-]+/u, '')
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

function datedHeader(line: Line, at: number): PostHeader | null {
  if (line.body.length > 200 || isArticleByline(line)) {
    return null;
  }
  const found = findStamp(line.body);
  if (found === null || !REST.test(line.body.slice(found.end))) {
    return null;
  }
  const before = line.body.slice(0, found.start);
  const says = /\b(?:says|said|wrote|posted|on)\b[\s:]*$/iu.test(before);
  if (!found.hasTime && !says && line.bullet === null) {
    return null;
  }
  const poster = posterName(before);
  return poster === null ? null : { form: 'dated', first: at, last: at, poster, date: found.date };
}

/** The date that a line holds and nothing else ("3 May 2011 at 10:31", "· 8 yr. ago", "05-03-2011, 07:15 PM #1"), or null. */
function stampLine(line: Line | undefined, below: Line | undefined): { readonly date: PartialDate | null } | null {
  if (line === undefined || line.body.length > 80) {
    return null;
  }
  const found = findStamp(line.text);
  const after = found === null ? '' : line.text.slice(found.end);
  if (found === null || !REST.test(after) || !/^(?:posted|on|at|date:?|#\d+)?[\s|·•,»-]*$/iu.test(line.text.slice(0, found.start))) {
    return null;
  }
  return found.hasTime || /#\d/.test(after) || (below !== undefined && /^#\d+$/.test(below.text)) ? { date: found.date } : null;
}

/** A name on a line of its own ("Ann says:"), at most two lines of rank or marks, and the date alone. */
function nameAbove(lines: readonly Line[], at: number): PostHeader | null {
  const line = lines[at];
  if (line === undefined || line.body.length > 80 || isArticleByline(line) || findStamp(line.body) !== null) {
    return null;
  }
  for (let below = at + 1; below <= at + 3; below++) {
    const one = lines[below];
    const stamp = stampLine(one, lines[below + 1]);
    if (stamp !== null) {
      const numbered = lines[below + 1];
      const poster = posterName(line.body);
      const last = numbered !== undefined && /^#\d+$/.test(numbered.text) ? below + 1 : below;
      return poster === null ? null : { form: 'name-above', first: at, last, poster, date: stamp.date };
    }
    if (one === undefined || one.gap > 0 || one.text.length > 40 || /[.!?]$/.test(one.text)) {
      return null;
    }
  }
  return null;
}

/** The date alone, the name right below it. */
function dateAbove(lines: readonly Line[], at: number): PostHeader | null {
  const stamp = stampLine(lines[at], undefined);
  const name = lines[at + 1];
  if (stamp === null || name === undefined || name.gap > 1 || name.body.length > 40 || findStamp(name.body) !== null) {
    return null;
  }
  const poster = /[.!?:]$/.test(name.body) || countWords(name.body) > 4 ? null : posterName(name.body);
  return poster === null ? null : { form: 'date-above', first: at, last: at + 1, poster, date: stamp.date };
}

function countedHeader(line: Line, at: number): PostHeader | null {
  const name = line.body.length > 200 ? undefined : COUNTED.exec(line.body)?.groups?.['name'];
  return name === undefined ? null : { form: 'counted', first: at, last: at, poster: undoubled(name.trim()), date: null };
}

/** All lines that look like headers, of the one form that occurs most; empty where no form occurs twice. */
export function findPostHeaders(lines: readonly Line[]): readonly PostHeader[] {
  const found = new Map<HeaderForm, PostHeader[]>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) {
      continue;
    }
    for (const header of [datedHeader(line, at), nameAbove(lines, at), dateAbove(lines, at), countedHeader(line, at)]) {
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
  const best = [...found.values()].map(closest).sort((a, b) => b.length - a.length)[0] ?? [];
  return best.length < 2 ? [] : best.map((header) => withNameLine(header, lines));
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
