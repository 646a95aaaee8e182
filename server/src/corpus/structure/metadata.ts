/** What a page says of itself: publisher, author, date, address; and what kind of publication it is. */
import type { PartialDate } from '../../text/types.ts';
import type { DocumentKind } from '../domain.ts';
import { findHeaderDate } from './dates.ts';
import type { Line } from './lines.ts';
import { isByline, isRecord, type Page } from './pages.ts';

export interface Metadata {
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly date: PartialDate | null;
  readonly kind: DocumentKind;
  readonly url: string | null;
}

const NAME = String.raw`(?<name>\p{Lu}[\p{L}\p{N}.&'’ -]{1,60}?)`;
/** How a page names its publisher above its matter … */
const ABOVE = [
  new RegExp(`^cookies on ${NAME}$`, 'iu'),
  new RegExp(String.raw`^published (?:online )?by:?\s+${NAME}(?::.*)?$`, 'iu'),
  new RegExp(String.raw`^${NAME} \| \p{L}.*$`, 'u'),
  new RegExp(`^(?:welcome to|about) ${NAME}$`, 'iu'),
  new RegExp(`^${NAME} [Ll]ogo$|^Logo of ${NAME.replace('<name>', '<other>')}$`, 'u'),
];
/** … and below it. */
const BELOW = [
  new RegExp(`^more (?:from|on|by) ${NAME}$`, 'iu'),
  new RegExp(String.raw`^(?:©|\(c\)|copyright ©?)\s*(?:\d{4}(?:[–-]\d{2,4})?,?\s+)?(?:the )?${NAME}(?:,? \d{4})?\.?$`, 'iu'),
  new RegExp(`^about ${NAME}$`, 'u'),
];

/** "Harbour Gazette, 10 May 2011": a newspaper's name before the date. */
const DATELINE =
  /^(?:The )?(?<name>(?:\p{Lu}[\p{L}&'’-]* ){0,4}(?:Times|News|Gazette|Herald|Post|Mail|Guardian|Press|Telegraph|Independent|Chronicle|Tribune|Observer|Echo|Standard|Express|Journal|Review|Magazine|Weekly|Argus|Courier|Star|BBC|Reuters|AFP))\s*[,|–-]\s*.*\d{4}/u;

function named(lines: readonly Line[], forms: readonly RegExp[]): string | null {
  for (const form of forms) {
    for (const line of lines) {
      const groups = line.body.length > 120 ? undefined : form.exec(line.body)?.groups;
      const name = groups?.['name'] ?? groups?.['other'];
      if (name !== undefined && !/^(?:us|this|the|your|our)\b/iu.test(name)) {
        return name.replace(/\.? all rights.*$/iu, '').trim();
      }
    }
  }
  return null;
}

function publisherOf(page: Page): string | null {
  const masthead = page.before.findIndex((line) => /^published by:?$/iu.test(line.body));
  const below = masthead < 0 ? undefined : page.before[masthead + 1];
  if (below !== undefined && below.body.length < 60) {
    return below.body;
  }
  const near = [...page.head, ...page.tail];
  for (const line of page.head) {
    const paper = line.body.length > 120 ? undefined : DATELINE.exec(line.body)?.groups?.['name'];
    if (paper !== undefined) {
      return paper;
    }
  }
  return named(near, [...ABOVE, ...BELOW]) ?? named(page.after.slice(0, 60), BELOW) ?? named(page.before.slice(-40), ABOVE);
}

/** Accounts that post for whoever wrote. */
const NOBODY = /^(?:admin(?:istrator)?|staff|editor(?:ial)?|guest|webmaster|press association|the)\b/iu;

function authorOf(page: Page): string | null {
  const byName = /\b[Bb]y\s+(?<name>\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})/u;
  for (const line of page.head) {
    if (/^published\b/iu.test(line.body) || (!isByline(line.body) && !isRecord(line.body) && line.bullet === null)) {
      continue;
    }
    const name = byName.exec(line.body)?.groups?.['name'];
    if (name !== undefined && !NOBODY.test(name)) {
      return name;
    }
    if (line.bullet !== null && /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u.test(line.body)) {
      return line.body;
    }
    const cited = page.title === null ? -1 : line.body.indexOf(`, ${page.title.body}`);
    if (cited > 2 && cited < 80) {
      return line.body.slice(0, cited);
    }
  }
  return null;
}

function dateOf(page: Page): PartialDate | null {
  const lines = [...page.head.filter((line) => line !== page.title), ...page.tail];
  for (const line of lines) {
    const found = findHeaderDate(line.body);
    if (found !== null) {
      return found.date;
    }
  }
  for (const line of lines) {
    const year = isRecord(line.body) ? /\b(?:19|20)\d\d\b/.exec(line.body)?.[0] : undefined;
    if (year !== undefined) {
      return { year: Number(year), month: null, day: null };
    }
  }
  return null;
}

/** What a list of search results elsewhere in the file says below the same title: byline and date open its snippet. */
function fromSnippet(title: string, lines: readonly Line[]): { readonly author: string | null; readonly date: PartialDate | null } {
  for (let i = 0; i + 1 < lines.length; i++) {
    const below = lines[i + 1];
    if (lines[i]?.bullet === null || lines[i]?.body !== title || below === undefined) {
      continue;
    }
    const start = below.text.slice(0, 90);
    const date = findHeaderDate(start);
    if (date !== null && date.date.day !== null) {
      const name = /^(?:[Bb]y )?(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2})(?=[.,]? (?:on )?)/u.exec(start.slice(0, date.start));
      return { author: name?.groups?.['name'] ?? null, date: date.date };
    }
  }
  return { author: null, date: null };
}

function joined(lines: readonly Line[], most: number): string {
  return lines
    .slice(0, most)
    .map((line) => line.text.slice(0, 2000))
    .join('\n');
}

/** Share of the words that speak to the reader, as advice does. */
function secondPerson(text: string): number {
  return (text.match(/\b(?:you|your)\b/giu)?.length ?? 0) / Math.max(1, text.split(/\s+/).length);
}

/** Share of the words that are the writer's "I" and "my". */
function firstPerson(text: string): number {
  const unquoted = text.replace(/[“"][^”"\n]{0,2000}[”"]/gu, ' ');
  return (unquoted.match(/\b(?:I|my|me)\b/gu)?.length ?? 0) / Math.max(1, unquoted.split(/\s+/).length);
}

function kindOf(page: Page, timeline: boolean, published: boolean): DocumentKind {
  const matter = joined(page.body, 400);
  const near = joined([...page.head, ...page.tail], 40);
  const around = `${near}\n${joined(page.before.slice(-60), 60)}\n${joined(page.after, 60)}`;
  const journal = /\bjournal of\b|\bissn\b|\bdoi\b|doi\.org|\b(?:volume|vol\.?|v\.)\s?\d+.{0,20}(?:issue|no\.?|\()/iu;
  if (journal.test(near) || (/\bjournal\b/iu.test(around) && journal.test(around)) || /\b(?:J|Br J|Am J) [A-Z][a-z]+/u.test(near)) {
    return 'academic';
  }
  const official = /\bgov\.\p{L}+|\.gov\b|\bdepartment (?:for|of)\b|\bministry of\b|\bparliament\b|\binspectorate\b|\bnotes to editors\b/iu;
  const numbered = page.body.filter((line) => /^\d+\.\d+(?:\.\d+)*\.?\s/u.test(line.text)).length;
  if (official.test(joined(page.before.slice(-25), 25)) || /^notes to editors$/imu.test(matter) || numbered >= 3) {
    return 'report';
  }
  if (timeline) {
    return 'news';
  }
  const outer = `${joined(page.before, 60)}\n${joined(page.after, 60)}`;
  if (/\b(?:this|our|the) blog\b|\bblog (?:site|posts?)\b/iu.test(outer)) {
    return 'blog';
  }
  const blog = /\bblogs?\b|\bposted (?:by|in|on)\b|\/\/\s+by\b|\bfiled under\b/iu;
  const said = matter.match(/\b(?:said|says|told|added|claimed|warned|argued|according to|argues)\b/giu)?.length ?? 0;
  if (blog.test(near) || firstPerson(matter) > 0.02 || (blog.test(around) && said < 2)) {
    return 'blog';
  }
  if (said < 2 && secondPerson(matter) > 0.02) {
    return 'guidance';
  }
  return said >= 2 || published || page.head.some((line) => isByline(line.body)) ? 'news' : 'blog';
}

/** Everything a page tells of itself. `all` are the file's lines, for what its lists say of its own pages; `alone` when no other page is in the file. */
export function describePage(page: Page, all: readonly Line[], timeline: boolean, alone: boolean): Metadata {
  const title = (page.title?.body ?? page.body[0]?.body ?? '').replace(/^(?:#{1,6}|>)\s*/u, '').slice(0, 200);
  const snippet = fromSnippet(title, all);
  const url = /\bhttps?:\/\/[^\s<>"')\]]{4,300}/u.exec(joined([...page.head, ...page.tail], 12))?.[0] ?? null;
  const publisher = publisherOf(page) ?? (alone ? named(all.slice(-40), BELOW) : null);
  return {
    title,
    publisher,
    author: authorOf(page) ?? snippet.author,
    date: dateOf(page) ?? snippet.date,
    kind: kindOf(page, timeline, publisher !== null),
    url: url?.replace(/[.,;]$/, '') ?? null,
  };
}
