/**
 * Cuts running text into sentences. The boundaries are found by rules of our own and not by the segmenter of the
 * runtime, whose tables change with its version, so that a corpus indexed by one Node is cut alike by the next.
 */
import { isBoundary, type Stop } from './boundary.ts';
import type { Span } from './span.ts';
import { isStop } from './stopwords.ts';

/** Stops, and the marks that close around them: `.` `?!` `…` `.”` `!).` `. ?` `.[3]` */
const STOP = /[.!?…]+(?:[ \t]?[.!?…]+)*(?:["'’”»)\]*]+[.!?…]*)*/g;
const REFERENCE = /(?:[ \t]?\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/y;
const BULLET = /[ \t]*(?:[*•▪●‣◦·]|[-–—](?=\s))[ \t]+/y;
/** A year that heads a timeline, glued to its first entry: "2006 March 1 - …". */
const YEAR_HEADING =
  /(?:1[5-9]|20)\d\d(?=\s+(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}|\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))\s+[-–—:])/y;
/**
 * A heading that lost its line break: a few words without a stop, and then a capitalised function word that opens a clause
 * in lower case ("Guilty verdicts Yesterday the …"). Names do not go on like that.
 */
const GLUED_HEADING =
  /\p{Lu}[\p{L}’'-]*(?:\s+[“‘"'(]?[\p{L}’'-]+[”’"')]?){1,6}?(?<=\p{Ll}[”’"')]?)\s+(?=(?:However,|Yesterday|Today|Although|Despite|While|When|After|Before|Since|During|There|This|These|Those|They|It|He|She|We|But|Few|Many|Most|Some|Several|Both|An?)\s+\p{Ll})/uy;
/** Cheap and run first: whether such a word stands near the start at all. */
const CLAUSE_OPENER =
  /\s(?:However,|Yesterday|Today|Although|Despite|While|When|After|Before|Since|During|There|This|These|Those|They|It|He|She|We|But|Few|Many|Most|Some|Several|Both|An?)\s/;
const HEADING_REACH = 100;
const LETTERED =
  /(?:baby|child|witness|patient|person|vitamin|hepatitis|group|plan|family|type|grade|class|schedule|appendix|category|option)\s+$/i;
const INLINE_BULLET = /\s(?:[•▪●‣◦]|\*)\s/g;
const NEW_BLOCK = /\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[*•▪●‣◦]\s|[-–]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s))/g;

/**
 * The sentences of a text, in order, without the white space and list marks around them. Blank lines and list items end
 * a sentence; a single line break inside a paragraph counts as a space.
 */
export function splitSentences(text: string): readonly Span<'text'>[] {
  const sentences: Span<'text'>[] = [];
  for (const block of blocks(text)) splitBlock(text, block, sentences);
  return sentences;
}

/** Paragraphs and list items. */
function blocks(text: string): readonly Span<'text'>[] {
  const cuts = [...text.matchAll(NEW_BLOCK)].map((match) => match.index);
  const out: Span<'text'>[] = [];
  let start = 0;
  for (const cut of [...cuts, text.length]) {
    if (cut > start) out.push(...inlineItems(text, { start, end: cut }));
    start = cut;
  }
  return out;
}

/** List items that lost their line breaks stand behind bullets; an asterisk is one only where there are several. */
function inlineItems(text: string, block: Span<'text'>): readonly Span<'text'>[] {
  const body = text.slice(block.start, block.end);
  const marks = [...body.matchAll(INLINE_BULLET)];
  const asterisks = marks.filter((mark) => mark[0].includes('*')).length;
  const cuts = marks.filter((mark) => !mark[0].includes('*') || asterisks > 1).map((mark) => block.start + mark.index);
  const out: Span<'text'>[] = [];
  let start = block.start;
  for (const cut of [...cuts, block.end]) {
    if (cut > start) out.push({ start, end: cut });
    start = cut;
  }
  return out;
}

function splitBlock(text: string, block: Span<'text'>, out: Span<'text'>[]): void {
  let start = afterHeading(text, trimStart(text, block), block.end, out);
  STOP.lastIndex = start;
  for (let match = STOP.exec(text); match !== null && match.index < block.end; match = STOP.exec(text)) {
    let end = Math.min(match.index + match[0].length, block.end);
    REFERENCE.lastIndex = end;
    if (REFERENCE.test(text)) end = Math.min(REFERENCE.lastIndex, block.end);
    const stop: Stop = { text, sentenceStart: start, mark: match.index, markEnd: end, marks: match[0], blockEnd: block.end };
    if (!isBoundary(stop)) continue;
    push(text, start, end, out);
    start = afterHeading(text, trimStart(text, { start: end, end: block.end }), block.end, out);
    STOP.lastIndex = Math.max(start, end);
  }
  push(text, start, block.end, out);
}

/** Takes a heading off as a sentence of its own, and gives where the text behind it begins. */
function afterHeading(text: string, start: number, end: number, out: Span<'text'>[]): number {
  const heading = headingEnd(text, start, end);
  if (heading === start) return start;
  push(text, start, heading, out);
  return trimStart(text, { start: heading, end });
}

/** Where a heading ends that stands before the sentence on the same line; `start` when there is none. */
function headingEnd(text: string, start: number, end: number): number {
  YEAR_HEADING.lastIndex = start;
  if (YEAR_HEADING.test(text) && YEAR_HEADING.lastIndex < end) return YEAR_HEADING.lastIndex;
  const opening = text.slice(start, Math.min(end, start + HEADING_REACH));
  if (!CLAUSE_OPENER.test(opening)) return start;
  GLUED_HEADING.lastIndex = 0;
  const match = GLUED_HEADING.exec(opening);
  if (match === null) return start;
  // "A" may be a letter that labels ("child A was", "A to Z") and no article.
  const next = /^An?\s+(\p{L}+)/u.exec(opening.slice(match[0].length))?.[1];
  if (next !== undefined && (isStop(next) || LETTERED.test(match[0]))) return start;
  return start + match[0].length;
}

/** Where the words begin: behind white space and a list mark. */
function trimStart(text: string, span: Span<'text'>): number {
  let start = span.start;
  while (start < span.end && /\s/.test(text.charAt(start))) start++;
  BULLET.lastIndex = start;
  if (BULLET.test(text) && BULLET.lastIndex < span.end) start = BULLET.lastIndex;
  return start;
}

/** Keeps what has a letter or digit in it; marks alone belong to the sentence before them. */
function push(text: string, start: number, end: number, out: Span<'text'>[]): void {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  if (last <= start) return;
  if (/[\p{L}\p{N}]/u.test(text.slice(start, last))) out.push({ start, end: last });
}
