/**
 * Cuts a file's lines into pages: what one publication left in it, with the lines that head it (title, byline, date,
 * summary), its matter, and the furniture around it, where its publisher may be named.
 */
import { findHeaderDate } from './dates.ts';
import { isReference, type LineRead } from './furniture.ts';
import type { Line } from './lines.ts';

export interface Page {
  readonly title: Line | null;
  /** Title, byline, date and record lines, in order. */
  readonly head: readonly Line[];
  /** Everything else that belongs to the page, in order. */
  readonly body: readonly Line[];
  /** Records at the page's end (date of publication, DOI, copyright). */
  readonly tail: readonly Line[];
  /** Furniture between the page before and this one, and between this one and the next. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/** How far above its first sentence a page's title may stand, menus and pictures not counted. */
const TITLE_REACH = 7;
/** Furniture lines that part two pages when a title follows; fewer are a box inside a page. */
const PARTING = 4;

/** A second page in a file has at least so many words; fewer are a record of one, such as a library's. */
const SHORTEST = 25;

interface Draft {
  readonly title: number | null;
  readonly from: number;
  readonly anchor: number;
  to: number;
  readonly gapFrom: number;
}

/** Whether a line says who wrote the page, or when. */
export function isByline(text: string): boolean {
  if (text.length > 120) {
    return false;
  }
  if (/^(?:written |posted |published |story |words |text )?by:? \p{Lu}/iu.test(text) && !/[.!?]$/.test(text)) {
    return true;
  }
  const date = findHeaderDate(text);
  return (
    date !== null &&
    date.date.day !== null &&
    text.length - (date.end - date.start) < 70 &&
    !/[!?]$/.test(text) &&
    isDateLine(text, date.start)
  );
}

/** A date that opens its line, or stands behind a word such as "published", a name or a mark; not one inside a sentence. */
function isDateLine(text: string, start: number): boolean {
  const before = text.slice(0, start).trim();
  return (
    before === '' ||
    /[:|,·•/–-]$|\b(?:published|updated|posted|online|modified|date|on|publication)$/iu.test(before) ||
    !/\s\p{Ll}/u.test(before)
  );
}

/** A record of the publication: journal, volume, DOI, pages, copyright. */
export function isRecord(text: string): boolean {
  return (
    text.length < 400 &&
    (/\bdoi\b|doi\.org/iu.test(text) ||
      /\b(?:volume|vol\.?|v\.)\s?\d+.{0,20}(?:issue|no\.?|\()/iu.test(text) ||
      /^(?:©|copyright\b|\(c\))/iu.test(text) ||
      /^(?:online|first|date of)? ?(?:publication|published)\b.{0,60}(?:19|20)\d\d/iu.test(text))
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A capitalised name of two or three words on a list mark, as scraped bylines are. */
function isNameItem(line: Line, read: LineRead | undefined): boolean {
  return (
    line.bullet !== null && read !== undefined && read.strength === 0 && /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u.test(line.body)
  );
}

/** All pages of a file, in order. `reads` holds one entry for each line. */
export function cutPages(lines: readonly Line[], reads: readonly LineRead[]): readonly Page[] {
  const titles = new Map<string, number>();
  for (const line of lines) {
    const words = line.text.length <= 160 ? plain(line.body) : '';
    titles.set(words, (titles.get(words) ?? 0) + 1);
  }
  const drafts: Draft[] = [];
  let gapFrom = 0;
  for (let i = 0; i < lines.length; ) {
    if (reads[i]?.furniture !== false) {
      i++;
      continue;
    }
    let to = i;
    while (to < lines.length && reads[to]?.furniture === false) {
      to++;
    }
    addRun(lines, reads, titles, drafts, i, to, gapFrom);
    gapFrom = drafts.at(-1)?.to ?? 0;
    i = to;
  }
  return drafts.map((draft, d) => finish(lines, reads, draft, drafts[d + 1]));
}

function addRun(
  lines: readonly Line[],
  reads: readonly LineRead[],
  titles: ReadonlyMap<string, number>,
  drafts: Draft[],
  from: number,
  to: number,
  gapFrom: number,
): void {
  const previous = drafts.at(-1);
  const gap = reads.slice(gapFrom, from).filter((read) => !read.sure).length;
  const anchor = gap >= PARTING ? behindBanner(lines, reads, from, to) : firstMatter(lines, reads, from, to);
  if (anchor === null) {
    if (previous === undefined || gap < PARTING) {
      extend(drafts, from, to, lines.length);
    }
    return;
  }
  const title = findTitle(lines, reads, titles, gapFrom, anchor);
  const dated = title !== null && lines.slice(title + 1, anchor).some((line) => isByline(line.body));
  const parted = gap >= PARTING || (gap >= 1 && dated);
  const words = reads.slice(from, to).reduce((sum, read) => sum + read.words, 0);
  if (previous !== undefined && parted && words < SHORTEST) {
    return;
  }
  if (previous !== undefined && (title === null || !parted)) {
    if (gap < PARTING || words >= 40) {
      previous.to = to;
    }
    return;
  }
  drafts.push({ title, from: title ?? from, anchor, to, gapFrom });
  splitGlued(lines, reads, drafts, to);
}

function extend(drafts: Draft[], from: number, to: number, length: number): void {
  const previous = drafts.at(-1);
  if (previous === undefined) {
    drafts.push({ title: null, from, anchor: from, to: Math.min(to, length), gapFrom: 0 });
  } else {
    previous.to = to;
  }
}

function firstMatter(lines: readonly Line[], reads: readonly LineRead[], from: number, to: number): number | null {
  for (let i = from; i < to; i++) {
    if (reads[i]?.prose === true || isReference(lines[i]?.body ?? '')) {
      return i;
    }
  }
  return null;
}

/**
 * The first sentence of a page that furniture heads. A short notice right above a lone heading is the last of the
 * banners: matter has its title above it.
 */
function behindBanner(lines: readonly Line[], reads: readonly LineRead[], from: number, to: number): number | null {
  const first = firstMatter(lines, reads, from, to);
  if (first !== from || (reads[first]?.words ?? 0) > 30) {
    return first;
  }
  const heading = reads[first + 1];
  const below = reads[first + 2];
  const headed = heading?.label === true && lines[first + 1]?.bullet === null && below?.prose === true && below.words < 60;
  return headed ? first + 2 : first;
}

/** The line that most looks like the title of the matter that starts at `anchor`; null where none does. */
function findTitle(
  lines: readonly Line[],
  reads: readonly LineRead[],
  titles: ReadonlyMap<string, number>,
  from: number,
  anchor: number,
): number | null {
  const matter = plain(
    lines
      .slice(anchor, anchor + 3)
      .map((line) => line.text.slice(0, 600))
      .join(' '),
  );
  let best: number | null = null;
  let bestScore = 0;
  let distance = 0;
  for (let i = anchor - 1; i >= from && distance < TITLE_REACH; i--) {
    const line = lines[i];
    const read = reads[i];
    if (line === undefined || read === undefined || read.sure) {
      continue;
    }
    const crumb = /^>\s*\S/u.test(line.body);
    const described = isByline(line.body) || isRecord(line.body);
    if (line.bullet !== null && !crumb) {
      continue;
    }
    distance++;
    if (
      described ||
      read.strength >= 1.6 ||
      read.words > 28 ||
      (read.words < 2 && anchor - i > 2) ||
      /^[^\p{L}\p{N}‘“'"]*$/u.test(line.text)
    ) {
      continue;
    }
    const score = titleScore(line, lines[i + 1], matter, titles, crumb) - distance * 0.3 - (read.prose ? 0.8 : 0);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

function titleScore(line: Line, below: Line | undefined, matter: string, titles: ReadonlyMap<string, number>, crumb: boolean): number {
  const words = plain(line.body).split(' ');
  const telling = words.filter((word) => word.length > 3);
  const shared = telling.filter((word) => matter.includes(word)).length / Math.max(1, telling.length);
  const repeated = (titles.get(words.join(' ')) ?? 0) > 1 && words.length >= 3;
  const headed = below !== undefined && isByline(below.body);
  const length = words.length >= 3 && words.length <= 18 ? 0.6 : 0;
  const open = /[:,;]$/.test(line.text) ? -0.8 : 0;
  return 0.5 + length + open + shared * 1.5 + (repeated ? 2 : 0) + (headed ? 1.5 : 0) + (crumb ? 1 : 0) + (/^#\s/.test(line.text) ? 2 : 0);
}

/** Publications that follow each other without furniture: a heading, a byline or date right below it, then matter. */
function splitGlued(lines: readonly Line[], reads: readonly LineRead[], drafts: Draft[], to: number): void {
  const first = drafts.at(-1);
  if (first === undefined) {
    return;
  }
  let current = first;
  for (let i = first.anchor + 1; i < to - 2; i++) {
    const line = lines[i];
    const read = reads[i];
    const below = lines[i + 1];
    const title = line !== undefined && read?.label === true && line.bullet === null && line.gap > 0 && read.words >= 2;
    if (
      !title ||
      below === undefined ||
      !isByline(below.body) ||
      /[.,:;]$/.test(line.text) ||
      isByline(line.body) ||
      isReference(line.body)
    ) {
      continue;
    }
    const anchor = firstMatter(lines, reads, i + 2, Math.min(to, i + 5));
    const paragraphs = reads.slice(current.anchor, i).filter((one) => one.prose).length;
    if (anchor !== null && paragraphs >= 2) {
      const next: Draft = { title: i, from: i, anchor, to, gapFrom: i };
      current.to = i;
      drafts.push(next);
      current = next;
    }
  }
}

function finish(lines: readonly Line[], reads: readonly LineRead[], draft: Draft, next: Draft | undefined): Page {
  const head: Line[] = [];
  const body: Line[] = [];
  for (let i = draft.from; i < draft.to; i++) {
    const line = lines[i];
    const read = reads[i];
    if (line === undefined || read === undefined) {
      continue;
    }
    if (i === draft.title) {
      head.push(line);
    } else if (i < draft.anchor) {
      const crumb = /^>\s*\S/u.test(line.body);
      const byline = isByline(line.body) || isRecord(line.body) || isNameItem(line, read);
      const summary = line.bullet === null && read.strength < 1.6 && (read.words > 2 || !read.furniture) && !read.sure;
      if ((byline || crumb) && !read.sure) {
        head.push(line);
      } else if (summary) {
        (read.prose || !read.furniture ? body : head).push(line);
      }
    } else if (!read.furniture) {
      body.push(line);
    }
  }
  if (draft.title !== null) {
    head.unshift(...recordsAbove(lines, reads, draft.title, draft.gapFrom));
  }
  const end = next?.from ?? lines.length;
  const tail = recordsBelow(lines, reads, draft.to, end);
  return {
    title: draft.title === null ? null : (lines[draft.title] ?? null),
    head,
    body,
    tail,
    before: lines.slice(pageTop(lines, draft.gapFrom, draft.from), draft.from),
    after: lines.slice(draft.to, pageTop(lines, draft.to, end)),
  };
}

/** What pages begin with. */
const TOP =
  /\bskip to\b|\bcookies?\b|\b(?:outdated|your) browser\b|\bjavascript\b|\badvanced search\b|^search\b|\bofficial website\b|^(?:main )?menu$|^home$|\bedition$|^intended for\b/iu;

/** Where in the furniture between two pages the second one's begins: at the first line that opens pages, else at its end. */
function pageTop(lines: readonly Line[], from: number, to: number): number {
  if (from === 0) {
    return 0;
  }
  for (let i = from; i < to; i++) {
    if (TOP.test(lines[i]?.body.slice(0, 200) ?? '')) {
      return i;
    }
  }
  return to === lines.length ? to : Math.max(from, to - 12);
}

/** Crumbs and the record of journal and issue that stand right above the title. */
function recordsAbove(lines: readonly Line[], reads: readonly LineRead[], title: number, from: number): readonly Line[] {
  const above: Line[] = [];
  for (let i = title - 1; i >= Math.max(from, title - 3); i--) {
    const line = lines[i];
    if (line === undefined) {
      break;
    }
    const issue = above[0] !== undefined && above[0].gap === 0 && /^v(?:ol(?:ume)?)?\.?\s?\d/iu.test(above[0].body);
    if (issue || isRecord(line.body) || /^>\s*\S/u.test(line.body) || (isByline(line.body) && line.gap <= 1)) {
      above.unshift(line);
    } else if (reads[i]?.sure !== true && line.bullet === null && !/^logo\b|\blogo$/iu.test(line.body)) {
      break;
    }
  }
  return above;
}

/** A list at the page's end that holds its date or DOI, and a copyright line right below the matter. */
function recordsBelow(lines: readonly Line[], reads: readonly LineRead[], from: number, end: number): readonly Line[] {
  const first = lines[from];
  if (first !== undefined && from < end && isRecord(first.body)) {
    return [first];
  }
  for (let i = from; i < Math.min(end, from + 12); i++) {
    if (lines[i]?.bullet === null || !isRecord(lines[i]?.body ?? '') || (reads[i]?.strength ?? 0) >= 3) {
      continue;
    }
    let start = i;
    while (start > from && lines[start]?.gap === 0 && lines[start - 1]?.bullet !== null) {
      start--;
    }
    let stop = i + 1;
    while (stop < end && lines[stop]?.gap === 0 && lines[stop]?.bullet !== null) {
      stop++;
    }
    return stop - start <= 6 ? lines.slice(start, stop) : [];
  }
  return [];
}
