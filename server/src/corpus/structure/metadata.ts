/** What a page says of itself: publisher, author, date, address; and what kind of publication it is. */
import type { PartialDate } from '../../text/types.ts';
import type { DocumentKind } from '../domain.ts';
import { isBodyNoun } from '../gazetteer/words.ts';
import { isByline, isMenuRow, isRecord } from './bylines.ts';
import { findHeaderDate } from './dates.ts';
import { kindOf } from './kinds.ts';
import { endsSentence, joined, type Line } from './lines.ts';
import type { Page } from './pages.ts';

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
  new RegExp(String.raw`^${NAME} \| \p{L}[^|]*$`, 'u'),
  // A menu that opens with the site's name; one that opens with "Home" or "About me" has none.
  /^(?<other>\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,3}) \| \p{L}.* \| \p{L}.*$/u,
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
  const around = [...page.before, ...page.head];
  const masthead = around.findIndex((line) => /^(?:published by:?|from:)$/iu.test(line.body));
  const below = masthead < 0 ? undefined : around[masthead + 1];
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

/** What the head noun of a paper's title is, not of a body's name. */
const PAPERS = /^(?:report|review|inquiry|enquiry|practice|press|news|journal|record|records|post|books)$/iu;

/** The name that a file opens with, above the title: a body's letterhead, or a site's with its menu below. */
function letterheadOf(page: Page, all: readonly Line[]): string | null {
  const [first] = all;
  if (first === undefined || page.title === null || first.start >= page.title.start || first.text.length > 70) return null;
  // "The Numerator: a blog about figures" is called by what stands before the colon.
  const name = first.body.split(/:\s/u)[0] ?? first.body;
  const words = name.split(/\s+/u);
  const capital = words.every((word) => /^\p{Lu}[\p{L}’'.-]*,?$/u.test(word) || /^(?:of|for|and|the|on|in|&)$/u.test(word));
  const head =
    first.body
      .split(/\s(?:of|for|on|in)\s/u)[0]
      ?.split(/\s+/u)
      .at(-1)
      ?.toLowerCase() ?? '';
  const body = words.length > 1 && isBodyNoun(head) && !PAPERS.test(head);
  const site = all.slice(1, 5).some((line) => line.start < (page.title?.start ?? 0) && isMenuRow(line.text));
  return capital && words.length <= 9 && (body || site) ? name : null;
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

/**
 * A whole date before a month, and a month before a year, wherever they stand around the matter; then, of a page that is
 * `alone` in its file, the date of its letterhead or signature; then one in its title.
 */
function dateOf(page: Page, alone: boolean): PartialDate | null {
  const lines = [...page.head.filter((line) => line !== page.title), ...page.tail];
  const dates = lines.flatMap((line) => findHeaderDate(line.body)?.date ?? []);
  const whole = dates.find(({ day }) => day !== null);
  const stated = whole ?? dates[0];
  if (stated !== undefined) {
    return stated;
  }
  for (const line of lines) {
    const year = isRecord(line.body) ? /\b(?:19|20)\d\d\b/.exec(line.body)?.[0] : undefined;
    if (year !== undefined) {
      return { year: Number(year), month: null, day: null };
    }
  }
  const around = alone ? [...page.before.slice(-30), ...page.body.slice(0, 3), ...page.body.slice(-4)] : [];
  const written = around.find((line) => {
    const found = isByline(line.body) ? findHeaderDate(line.body) : null;
    const stated = /^(?:page )?(?:last )?(?:updated|published|modified)\b/iu.test(line.body);
    return found !== null && (stated || line.body.length - (found.end - found.start) < 16);
  });
  const opening = page.body.slice(0, 3).filter(({ text }) => text.length < 120 && !endsSentence(text));
  const titled = [page.title, ...opening].flatMap((line) => (line === null ? [] : (findHeaderDate(line.body)?.date ?? [])));
  return (
    (written === undefined ? undefined : findHeaderDate(written.body)?.date) ?? titled.find(({ day }) => alone && day !== null) ?? null
  );
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

const CLAIMS = /^(?:first )?(?:claimants?|appellants?|applicants?|petitioners?|prosecutors?)$/iu;
const ANSWERS = /^(?:first )?(?:defendants?|respondents?)$/iu;

/** A judgment is called after its parties, whose names stand above what they are. */
function caseName(lines: readonly Line[]): string | null {
  const named = (side: RegExp) => {
    const at = lines.findIndex(({ text }) => side.test(text));
    const name = lines[at - 1]?.text ?? '';
    return name.length > 2 && name.length < 160 ? name : null;
  };
  const [claims, answers] = [named(CLAIMS), named(ANSWERS)];
  return claims === null || answers === null ? null : `${claims} v ${answers}`;
}

/** Everything a page tells of itself. `all` are the file's lines, for what its lists say of its own pages; `alone` when no other page is in the file. */
export function describePage(page: Page, all: readonly Line[], timeline: boolean, alone: boolean): Metadata {
  const title = ((alone ? caseName(all.slice(0, 60)) : null) ?? page.title?.body ?? page.body[0]?.body ?? '')
    .replace(/^(?:#{1,6}|>)\s*/u, '')
    .replace(/\s+/gu, ' ')
    .slice(0, 200);
  const snippet = fromSnippet(title, all);
  const url = /\bhttps?:\/\/[^\s<>"')\]]{4,300}/u.exec(joined([...page.head, ...page.tail], 12))?.[0] ?? null;
  const told = page.paper === undefined ? (publisherOf(page) ?? (alone ? named(all.slice(-40), BELOW) : null)) : page.paper.journal;
  return {
    title,
    publisher: told ?? (alone && page.paper === undefined ? letterheadOf(page, all) : null),
    author: page.paper?.author ?? authorOf(page) ?? snippet.author,
    date: page.paper?.date ?? dateOf(page, alone) ?? snippet.date,
    kind: page.paper === undefined ? kindOf(page, { timeline, published: told !== null, alone }) : 'academic',
    url: url?.replace(/[.,;]$/, '') ?? null,
  };
}
