/**
 * Headers of posts in comment threads and forums: who posted, and when. One header proves nothing, so callers ask for
 * several of one form.
 */
import type { PartialDate } from '../../text/types.ts';
import { findHeaderDate } from './dates.ts';
import { countWords, type Line } from './lines.ts';

export type HeaderForm = 'dated' | 'two-line' | 'counted';

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

/** A poster's name out of what stands before the date; null where it reads like running text. */
function posterName(raw: string): string | null {
  const name = raw
    .replace(/^[\s|·•»,-]+/u, '')
    .replace(LEAD, '')
    .replace(LEAD, '')
    .replace(TAIL, '')
    .replace(ROLE, '')
    .trim();
  const sentence = /[!?]$/.test(name) || (/[.;:]$/.test(name) && countWords(name) > 3);
  if (name === '' || name.length > 60 || countWords(name) > 7 || sentence) {
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

function datedHeader(line: Line, at: number): PostHeader | null {
  if (line.body.length > 200) {
    return null;
  }
  const found = findHeaderDate(line.body);
  if (found === null || found.date.day === null || !REST.test(line.body.slice(found.end))) {
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

/** A name on a line of its own ("Ann says:"), the date alone below it. */
function twoLineHeader(line: Line, next: Line | undefined, at: number): PostHeader | null {
  if (next === undefined || next.gap > 1 || next.body.length > 80 || line.body.length > 80) {
    return null;
  }
  const found = findHeaderDate(next.body);
  if (found === null || found.date.day === null || !found.hasTime || !REST.test(next.body.slice(found.end))) {
    return null;
  }
  if (!/^(?:posted|on|at|date:?)?[\s|·•,-]*$/iu.test(next.body.slice(0, found.start))) {
    return null;
  }
  const poster = findHeaderDate(line.body) === null ? posterName(line.body) : null;
  return poster === null ? null : { form: 'two-line', first: at, last: at + 1, poster, date: found.date };
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
    for (const header of [datedHeader(line, at), twoLineHeader(line, lines[at + 1], at), countedHeader(line, at)]) {
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
  const best = [...found.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return best.length < 2 ? [] : best.map((header) => withNameLine(header, lines));
}

/** Some threads print the name on a line of its own and again before the date; both lines are the header. */
function withNameLine(header: PostHeader, lines: readonly Line[]): PostHeader {
  const above = lines[header.first - 1];
  const own = lines[header.first];
  const doubled = above !== undefined && own !== undefined && above.body.length > 2 && own.body.startsWith(above.body);
  return doubled ? { ...header, first: header.first - 1 } : header;
}
