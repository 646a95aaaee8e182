/**
 * Timelines: entries that open with a day or month and take their year from a heading, or from the year that opens their
 * paragraph. Scrapers often glue all entries of a year into one line; they are cut apart here.
 */
import type { PartialDate } from '../../text/types.ts';
import type { Block } from '../domain.ts';
import { monthNumber } from './dates.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:1[89]|20)\\d\\d';
const DASH = '(?:\\s+[-–—]\\s*|\\s*[–—:]\\s+)';
/** "March 1 - ", "1 March 2007: ", "2007 – ", "June - ", also "By March 2008 - ". */
const ENTRY = new RegExp(
  `(?<!\\d)(?:(?<month>${MONTH})(?: (?<day>${DAY}))?|(?<day2>${DAY}) (?<month2>${MONTH}))(?:,? (?<year>${YEAR}))?${DASH}|(?<!\\d)(?<only>${YEAR})${DASH}`,
  'gu',
);
const YEAR_HEAD = new RegExp(`^(?<year>${YEAR})(?=\\s|:|$)`, 'u');
/** Fewer entries are dates in running text. */
const FEWEST = 3;

interface Entry {
  readonly start: number;
  readonly date: PartialDate;
}

/** The same blocks, with timeline entries cut apart and dated, where the document is a timeline. */
export function timelineBlocks(blocks: readonly Block[], text: string): readonly Block[] {
  const parts: { readonly block: Block; readonly head: number; readonly entries: readonly Entry[] }[] = [];
  let year: number | null = null;
  let total = 0;
  for (const block of blocks) {
    const words = text.slice(block.span.start, block.span.end);
    const head = YEAR_HEAD.exec(words);
    const glued = head !== null && (block.kind === 'heading' || words.length < 10 || startsEntry(words, head[0].length));
    const ownYear = head !== null && glued ? Number(head.groups?.['year']) : null;
    const monthHead = block.kind === 'heading' ? new RegExp(`^${MONTH} (${YEAR})$`, 'u').exec(words) : null;
    year = ownYear ?? (monthHead === null ? year : Number(monthHead[1]));
    const skip = ownYear !== null && words.length > 10 ? (/^\d{4}[\s:,–-]*/u.exec(words)?.[0].length ?? 4) : 0;
    const entries = block.kind === 'heading' || block.kind === 'reference' ? [] : findEntries(words, skip, year);
    total += entries.length;
    parts.push({ block, head: skip, entries });
  }
  if (total < FEWEST) {
    return blocks;
  }
  return parts.flatMap(({ block, head, entries }) => cut(block, head, entries));
}

function startsEntry(words: string, at: number): boolean {
  const rest = words.slice(at, at + 60).trimStart();
  return rest.search(ENTRY) === 0;
}

/** Entries open the block or follow a sentence's end. */
function findEntries(words: string, from: number, year: number | null): readonly Entry[] {
  const entries: Entry[] = [];
  for (const match of words.matchAll(ENTRY)) {
    const before = words.slice(Math.max(0, match.index - 4), match.index);
    const opens = match.index === from || (match.index > from && /[.!?]["'”’)]*\s+$/u.test(before));
    const groups = match.groups;
    if (match.index < from || !opens || groups === undefined) {
      continue;
    }
    const word = groups['month'] ?? groups['month2'];
    const day = Number.parseInt(groups['day'] ?? groups['day2'] ?? '', 10);
    const stated = groups['year'] ?? groups['only'];
    entries.push({
      start: match.index,
      date: {
        year: stated === undefined ? year : Number(stated),
        month: word === undefined ? null : monthNumber(word),
        day: Number.isNaN(day) ? null : day,
      },
    });
  }
  return entries;
}

function cut(block: Block, head: number, entries: readonly Entry[]): readonly Block[] {
  const first = entries[0];
  if (first === undefined) {
    return [block];
  }
  const { start, end } = block.span;
  const cuts: Block[] = [];
  if (head > 0) {
    cuts.push({ ...block, kind: 'heading', span: { start, end: start + 4 } });
  } else if (first.start > 0) {
    cuts.push({ ...block, span: { start, end: start + first.start } });
  }
  entries.forEach((entry, i) => {
    const stop = entries[i + 1]?.start;
    cuts.push({
      ...block,
      kind: 'timeline-entry',
      span: { start: start + entry.start, end: stop === undefined ? end : start + stop },
      date: entry.date,
    });
  });
  return cuts;
}
