/**
 * The head of a paper as journals print it: the journal with its volume and pages, the title, the authors, where they work,
 * when it came out, then "Abstract". Two of these signs must agree before a file is taken for a paper.
 */
import type { PartialDate } from '../../text/types.ts';
import { isBodyNoun } from '../gazetteer/words.ts';
import { isAbout, isByline } from './bylines.ts';
import { findHeaderDate, monthNumber } from './dates.ts';
import { readInterface } from './interface.ts';
import { countWords, endsSentence, type Line } from './lines.ts';
import { joinLines } from './wrapping.ts';

export interface Paper {
  readonly title: Line;
  /** `Ann Hale, Bo Lind and C. Moss`; null where no line names them. */
  readonly author: string | null;
  readonly journal: string | null;
  readonly date: PartialDate | null;
  /** Everything above the matter, the title among it. */
  readonly head: readonly Line[];
}

/** A title stands among so many lines, what a site prints above a page not counted: such pages are cut by their furniture. */
const TITLE_REACH = 6;
/** So many lines a head may take up: a paper of many places names many institutions. */
const HEAD_REACH = 30;

const PAGES = String.raw`(?:pp?\.?|pages?|art(?:icle)?\.?)\s?e?\d`;
/** Volume and issue, or volume and pages, as journals count themselves; a DOI does as well. */
const ISSUE = [
  String.raw`\bvol(?:ume|\.)?\s?\d{1,4}\b.{0,20}?(?:\bissue\b|\bno\.?\s?\d|\(\d{1,3}\)|${PAGES}|[:,]\s?\d{1,5}\s?[-–])`,
  String.raw`\b(?:19|20)\d\d\)?\s?[;,:.]\s?(?:vol(?:ume|\.)?\s?|issue\s?|no\.?\s?)\d{1,4}\b`,
  String.raw`\b(?:19|20)\d\d\s?;\s?\d{1,4}\s?(?:\(\s?[\w –-]{1,12}\)\s?)?[:,]\s?\w?\d`,
  String.raw`\b\d{1,4}\s?\(\d{1,3}(?:[-–]\d{1,3})?\)\s?[:,]\s?(?:${PAGES}|e?\d{1,6}\s?[-–])`,
  String.raw`\b\d{1,4}\s?\((?:19|20)\d\d\)\s?[,:;]\s?(?:${PAGES}|\d{1,5}\s?[-–]\s?\d)`,
  String.raw`\bdoi(?:\.org/|:\s?)10\.\d{4}`,
].map((form) => new RegExp(form, 'iu'));
const ABSTRACT = /^(?:abstract|summary|synopsis|executive abstract|structured abstract)\s*[:.—–-]?$/iu;
const RUN_IN_ABSTRACT = /^abstract\s*(?:[:.—–-]\s|\p{Lu})/iu;
const OPENING = /^(?:\d{1,2}\.?\s+)?(?:introduction|background|objectives?|aims?|keywords?)\s*[:.]?$/iu;

/** The head of the paper that `lines` (those of paragraphs joined) open with; null where they open with anything else. */
export function readPaper(lines: readonly Line[], text: string): Paper | null {
  const top = lines.slice(0, HEAD_REACH);
  const abstract = top.findIndex(({ body }) => ABSTRACT.test(body) || RUN_IN_ABSTRACT.test(body.slice(0, 40)));
  const reach = abstract >= 0 ? top.slice(0, abstract) : top;
  const issue = reach.find(({ body }) => isIssue(body));
  const named = reach.findIndex((line, i) => i > 0 && i <= TITLE_REACH && isAuthors(line) && titleAbove(reach, i) !== null);
  // A report has its authors above a summary too; a journal's figures or the word "Abstract" make a paper.
  const announced = /^abstract/iu.test(top[abstract]?.body ?? '');
  const several = (namesIn(reach[named]?.text ?? '')?.length ?? 2) > 1;
  if (issue === undefined ? !(announced && named > 0 && several) : abstract < 0 && named < 0) return null;
  const titled = named > 0 ? titleAbove(reach, named) : firstTitle(reach);
  const [title] = titled === null ? [] : joinLines(reach.slice(titled.from, titled.to), text);
  if (titled === null || title === undefined) return null;
  const below = named > 0 ? authorsEnd(reach, named) : titled.to;
  const end = abstract >= 0 ? abstract : matterFrom(reach, below);
  // Among the menus of a site the page is cut by its furniture.
  if (end === null || reach.slice(0, end).some((line) => readInterface(line).strength >= 2)) return null;
  const head = top.slice(0, end);
  return {
    title,
    author: named > 0 ? listed(reach.slice(named, below).flatMap((line) => namesIn(line.text) ?? [])) : null,
    journal: issue === undefined ? null : (journalIn(issue.body) ?? nameAbove(reach, issue)),
    date: dateOf(head, issue),
    head,
  };
}

/** Whether a line is the record of journal, volume and pages. */
function isIssue(body: string): boolean {
  return body.length < 220 && ISSUE.some((form) => form.test(body));
}

/** What may be a title, or a part of one that is set over several lines. */
function isTitle(line: Line | undefined): line is Line {
  if (line === undefined || line.bullet !== null) return false;
  const words = countWords(line.body, 60);
  return words >= 2 && words <= 45 && !isIssue(line.body) && !isAbout(line.body) && !isByline(line.body) && !/[,;]$/.test(line.body);
}

/** A line of a title that the next one goes on with fills its measure. */
function isSet(line: Line | undefined): boolean {
  return isTitle(line) && line.text.length >= 40;
}

/** The title above the authors: the nearest lines that can be one; a name of a journal or of a kind of article is shorter. */
function titleAbove(lines: readonly Line[], authors: number): { readonly from: number; readonly to: number } | null {
  for (let to = authors; to > 0; to--) {
    if (!isTitle(lines[to - 1])) continue;
    let from = to - 1;
    while (lines[from]?.gap === 0 && isSet(lines[from - 1])) from--;
    return { from, to };
  }
  return null;
}

function firstTitle(lines: readonly Line[]): { readonly from: number; readonly to: number } | null {
  const from = lines.findIndex((line, i) => i <= TITLE_REACH && isTitle(line) && countWords(line.body, 9) >= 4);
  if (from < 0) return null;
  let to = from + 1;
  while (lines[to]?.gap === 0 && isTitle(lines[to]) && isSet(lines[to - 1])) to++;
  return { from, to };
}

/** Letters behind a name ("PhD", "FRCP"), and marks that lead to a place of work. */
const DEGREE = /^(?:\p{Lu}{2,6}|PhD|DPhil|MSc|BSc|MPhil|DrPH|MBChB|PharmD|EdD|DSc)$/u;
const MARKS =
  /[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§¶#^]+|\s?[([]\s?(?:\d{1,2}|[a-z*])(?:\s?[,;]\s?(?:\d{1,2}|[a-z*]))*\s?[)\]]|(?<=\p{L}\.?)\d{1,2}(?:,\d{1,2})*/gu;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}’'-]*\.?`;
const PARTICLE = '(?:van|von|der|den|de|da|di|du|del|della|dos|la|le|el|al|bin|ibn|ten|ter|zu|af|y)';
const NAME = new RegExp(`^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame)\\.? )?${WORD}(?: (?:${PARTICLE}|${WORD})){0,3} ${WORD}$`, 'u');
const SMALL = /^(?:The|In|On|Of|For|And|New|Why|How|What|Chapter|Part|Section|Volume|Appendix)$/u;

/** The names of a line that names people and nothing else; null of any other. */
function namesIn(text: string): readonly string[] | null {
  if (text.length > 1500) return null;
  const plain = text
    .replace(/,\d{1,2}(?=\s)/gu, ',')
    .replace(MARKS, ' ')
    .replace(/^by:? /iu, '')
    .replace(/\s*(?:,|\band|&)\s*$/u, '');
  const names = plain
    .split(/\s*[,;·|]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/u)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(?:and|&) /, ''),
    )
    .filter((part) => part !== '' && !DEGREE.test(part))
    // "Jane Hale, senior lecturer, Peter Lind, professor of roads".
    .filter((part, i) => i === 0 || !/^\p{Ll}/u.test(part));
  const people = names.every(
    (name) => NAME.test(name) && name.split(' ').every((word) => !SMALL.test(word) && !isBodyNoun(word.toLowerCase())),
  );
  return names.length > 0 && people ? names.map(upright) : null;
}

/** "Hale AB" as "AB Hale". */
function upright(name: string): string {
  const [, family, initials] = /^(.*\p{Ll}.*) (\p{Lu}{1,3})\.?$/u.exec(name) ?? [];
  return family === undefined || initials === undefined ? name : `${initials} ${family}`;
}

function isAuthors(line: Line): boolean {
  return line.bullet === null && !isAbout(line.body) && namesIn(line.text) !== null;
}

function authorsEnd(lines: readonly Line[], from: number): number {
  let end = from + 1;
  while (lines[end]?.gap === 0 && lines.slice(end, end + 1).some(isAuthors)) end++;
  return end;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Where no abstract is announced, the matter begins with its first heading or its first long sentence. */
function matterFrom(lines: readonly Line[], from: number): number | null {
  const at = lines.findIndex(({ body }, i) => i >= from && (OPENING.test(body) || (countWords(body, 30) >= 22 && endsSentence(body))));
  return at < 0 ? null : at;
}

/** The journal's name stands before its figures. */
function journalIn(body: string): string | null {
  const name =
    /^(?:(?:cite (?:this|as)[^:]{0,20}:|published in:?)\s+)?(?:the\s+)?(\p{Lu}[\p{L}&’'.,: -]{2,80}?)(?=\s*[,.;:(|·-]*\s*(?:\b(?:vol(?:ume)?|v|issue|no)\b|\d))/iu.exec(
      body,
    )?.[1];
  const cited = /^[^.]{3,200}\.\s+(?=\p{Lu})/u.exec(name ?? '')?.[0] ?? '';
  const trimmed = name
    ?.slice(namesIn(cited.replace(/\.\s+$/u, '')) === null ? 0 : cited.length)
    .replace(/\s(?<month>\p{L}+)$/u, (end) => (monthNumber(end.trim()) === null ? end : ''))
    .replace(/[\s,.;:(|·-]+$/u, '');
  return trimmed === undefined || trimmed.length < 3 || /^(?:doi|vol|volume|issue)\b/iu.test(trimmed) ? null : trimmed;
}

/** A journal's name on a line of its own, above its volume and pages. */
function nameAbove(lines: readonly Line[], issue: Line): string | null {
  const above = lines[lines.indexOf(issue) - 1];
  const capital = /^(?:\p{Lu}[\p{L}’'&.-]*|of|for|and|the|in|on|&)(?: (?:\p{Lu}[\p{L}’'&.:-]*|of|for|and|the|in|on|&)){0,9}$/u;
  return above !== undefined && issue.gap === 0 && above.text.length < 90 && capital.test(above.body) ? above.body : null;
}

/** When it was published; the year of the issue before the day on which a manuscript came in or was taken. */
function dateOf(head: readonly Line[], issue: Line | undefined): PartialDate | null {
  const dated = head
    .flatMap(({ body }) => body.split(/[;|·]|(?<=\d{4})[.,]\s/u))
    .flatMap((body) => {
      const found = findHeaderDate(body);
      return found === null
        ? []
        : [
            {
              date: found.date,
              early: /\b(?:received|accepted|revised|submitted)\b/iu.test(body),
              late: /\bpublish|\bonline\b/iu.test(body),
            },
          ];
    });
  const published = dated.find((one) => one.late && !one.early) ?? dated.find((one) => !one.early);
  if (published !== undefined) return published.date;
  const year = /\b(?:19|20)\d\d\b(?!\s?[-–]\s?\d{3})/u.exec(issue?.body ?? '')?.[0];
  return year === undefined ? (dated[0]?.date ?? null) : { year: Number(year), month: null, day: null };
}
