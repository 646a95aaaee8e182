/**
 * Cuts running text into sentences. The boundaries are found by rules of our own and not by the segmenter of the
 * runtime, whose tables change with its version, so that a corpus indexed by one Node is cut alike by the next.
 */
import { isBoundary, type Stop } from './boundary.ts';
import type { Span } from './span.ts';

/** Stops, and the marks that close around them: `.` `?!` `…` `.”` `!).` `. ?` `.[3]` */
const STOP = /[.!?…]+(?:[ \t]?[.!?…]+)*(?:["'’”»)\]*]+[.!?…]*)*/g;
const REFERENCE = /(?:\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/y;
const BULLET = /[ \t]*(?:[*•▪●‣◦·]|[-–—](?=\s))[ \t]+/y;
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
  let start = trimStart(text, block);
  STOP.lastIndex = start;
  for (let match = STOP.exec(text); match !== null && match.index < block.end; match = STOP.exec(text)) {
    let end = Math.min(match.index + match[0].length, block.end);
    REFERENCE.lastIndex = end;
    if (REFERENCE.test(text)) end = Math.min(REFERENCE.lastIndex, block.end);
    const stop: Stop = { text, sentenceStart: start, mark: match.index, markEnd: end, marks: match[0], blockEnd: block.end };
    if (!isBoundary(stop)) continue;
    push(text, start, end, out);
    start = trimStart(text, { start: end, end: block.end });
    STOP.lastIndex = Math.max(start, end);
  }
  push(text, start, block.end, out);
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
