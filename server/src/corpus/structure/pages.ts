/**
 * Cuts a file's lines into pages: what one publication left in it, with the lines that head it (title, byline, date,
 * summary), its matter, and the furniture around it, where its publisher may be named.
 */
import { isAbout, isByline, isMonthAlone, isRecord } from './bylines.ts';
import { isReference, type LineRead } from './furniture.ts';
import type { Line } from './lines.ts';
import type { Paper } from './papers.ts';
import { findTitle, isMasthead, plain } from './titles.ts';

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
  /** What the head of a paper says, where the page is one. */
  readonly paper?: Paper;
}

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
  // Lines without a sentence before the first page are its own: a site's name, a date.
  const opening = drafts.length === 1 && drafts[0] !== undefined && drafts[0].anchor === drafts[0].to ? drafts.pop() : undefined;
  const previous = drafts.at(-1);
  const gap = reads.slice(gapFrom, from).filter((read) => !read.sure).length;
  const first = gap >= PARTING ? behindBanner(lines, reads, from, to) : firstMatter(lines, reads, from, to);
  if (first === null) {
    if (previous === undefined || gap < PARTING) {
      extend(drafts, opening?.from ?? from, to, lines.length);
    }
    return;
  }
  const above = findTitle(lines, reads, titles, opening?.gapFrom ?? gapFrom, first);
  // A long title reads like running text; nothing but the site's name stands above it then, and no stop ends it.
  const next = isTitleItself(lines, reads, first, above) ? firstMatter(lines, reads, first + 1, to) : null;
  const title = next === null ? above : first;
  const anchor = next ?? first;
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
  drafts.push({ title, from: title ?? opening?.from ?? from, anchor, to, gapFrom: opening?.gapFrom ?? gapFrom });
  splitGlued(lines, reads, drafts, to);
}

function extend(drafts: Draft[], from: number, to: number, length: number): void {
  const previous = drafts.at(-1);
  if (previous === undefined) {
    drafts.push({ title: null, from, anchor: Math.min(to, length), to: Math.min(to, length), gapFrom: 0 });
  } else {
    previous.to = to;
  }
}

function firstMatter(lines: readonly Line[], reads: readonly LineRead[], from: number, to: number): number | null {
  for (let i = from; i < to; i++) {
    if ((reads[i]?.prose === true && !headsByline(lines, reads, i)) || isReference(lines[i]?.body ?? '')) {
      return i;
    }
  }
  return null;
}

function isTitleItself(lines: readonly Line[], reads: readonly LineRead[], i: number, above: number | null): boolean {
  const line = lines[i];
  const named = above === null || isMasthead(lines[above]?.body ?? '');
  return (
    named &&
    line !== undefined &&
    line.bullet === null &&
    line.height === 1 &&
    (reads[i]?.words ?? 99) <= 22 &&
    !/[.:…]["'’”)]*$/u.test(line.text)
  );
}

/** A title may read as a sentence ("Who was to blame?"); a byline below it, with at most a summary between, tells. */
function headsByline(lines: readonly Line[], reads: readonly LineRead[], i: number): boolean {
  const short = (at: number) => (reads[at]?.words ?? 99) <= 18;
  const by = (at: number) => isByline(lines[at]?.body ?? '');
  return short(i) && !/[.:]["'’”)]*$/u.test(lines[i]?.text ?? '') && (by(i + 1) || (short(i + 1) && by(i + 2)));
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

/** How many lines below a summary its byline may stand. */
const BYLINE_REACH = 12;

/** Where the bylines end that stand below a page's summary: behind the last of them before the next sentence. */
function bylinesBelow(lines: readonly Line[], reads: readonly LineRead[], anchor: number, to: number): number {
  let end = anchor + 1;
  if ((reads[anchor]?.words ?? 99) > 40) {
    return end;
  }
  for (let i = anchor + 1; i < Math.min(to, anchor + BYLINE_REACH); i++) {
    const body = lines[i]?.body ?? '';
    if (isByline(body) && !/[.!?]$/.test(body)) {
      end = i + 1;
    } else if (end > anchor + 1 && isAbout(body)) {
      end = i + 1;
    } else if (reads[i]?.prose === true || !(isAbout(body) || (reads[i]?.words ?? 99) <= 6 || reads[i]?.furniture === true)) {
      break;
    }
  }
  return end;
}

function finish(lines: readonly Line[], reads: readonly LineRead[], draft: Draft, next: Draft | undefined): Page {
  const head: Line[] = [];
  const body: Line[] = [];
  const bylined = bylinesBelow(lines, reads, draft.anchor, draft.to);
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
      const byline = isByline(line.body) || isMonthAlone(line.body) || isRecord(line.body) || isNameItem(line, read);
      const summary =
        line.bullet === null && read.strength < 1.6 && (read.words > 2 || !read.furniture) && !read.sure && !isAbout(line.body);
      if ((byline || crumb) && !read.sure) {
        head.push(line);
      } else if (summary) {
        (read.prose || !read.furniture ? body : head).push(line);
      }
    } else if (i > draft.anchor && i < bylined) {
      if (isByline(line.body) || (!read.furniture && !isAbout(line.body)) || (/^from:?$/iu.test(line.body) && !read.sure)) {
        head.push(line);
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
