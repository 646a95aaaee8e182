import type { Quotation, Token } from './types.ts';

type Kind = Quotation['marks'];
type Role = 'open' | 'close' | 'apostrophe';

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly kind: Kind;
  readonly glyph: 'left' | 'right' | 'straight' | 'low';
}

interface Open {
  readonly mark: Mark;
  readonly depth: number;
}

const MARK = /''|``|‘‘|’’|["“”„«»'‘’‚]/g;
/** How many marks ahead a closing mark is looked for: enough for any paragraph, and it keeps the work linear. */
const LOOK_AHEAD = 200;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
/** What may stand before an opening mark, besides white space. */
const BEFORE_OPEN = /[\s([{–—\-/:;,…“‘"'*_]/;
/** Elisions that begin with an apostrophe: ’90s, ’n’, ’em, ’tis … (a closed set in English). */
const ELISION = /^(?:\d0?s?\b|\d\ds?\b|n['’]|em\b|til\b|tis\b|twas\b|twere\b|cause\b|bout\b|round\b|cos\b|cuz\b|ere\b)/i;

/**
 * Words in quotation marks, outermost first in order of their start: typographic and straight, double and single,
 * nested. Apostrophes (dogs’, ’90s, rock ’n’ roll) are told from single quotes by their neighbours. A mark that closes
 * what was never opened ends a quotation that began before the text: its span starts at 0. A quotation that does not
 * close in its paragraph ends with the paragraph and has `closed: false`. The tokens are not needed, for quotation marks
 * are told by characters alone; the parameter keeps the signature of the other analyses.
 */
export function findQuotations(text: string, _tokens: readonly Token[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n/g)) {
    readParagraph(text, from, gap.index, found);
    from = gap.index + gap[0].length;
  }
  readParagraph(text, from, text.length, found);
  return found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function readParagraph(text: string, from: number, to: number, found: Quotation[]): void {
  const marks = marksIn(text, from, to);
  const open: Open[] = [];
  for (const [index, mark] of marks.entries()) {
    const role = mark.kind === 'double' ? doubleRole(text, from, to, marks, index, open) : singleRole(text, from, to, marks, index, open);
    if (role === 'open') open.push({ mark, depth: open.length });
    else if (role === 'close') close(mark, open, from, found);
  }
  for (const { mark, depth } of open) {
    const start = mark.at;
    found.push({ span: { start, end: to }, inner: { start: start + mark.length, end: to }, marks: mark.kind, depth, closed: false });
  }
}

function marksIn(text: string, from: number, to: number): readonly Mark[] {
  const marks: Mark[] = [];
  let skipped = -1;
  for (const match of text.slice(from, to).matchAll(MARK)) {
    const sign = match[0];
    // Three marks after a word close a quotation within one; before a word they open both.
    const triple = sign === "''" && text[from + match.index + 2] === "'" && from + match.index + 2 < to;
    if (triple && match.index > 0 && !SPACE.test(text[from + match.index - 1] ?? '')) {
      marks.push({ at: from + match.index, length: 1, kind: 'single', glyph: 'straight' });
      marks.push({ at: from + match.index + 1, length: 2, kind: 'double', glyph: 'straight' });
      skipped = from + match.index + 2;
      continue;
    }
    if (from + match.index === skipped) continue;
    const first = sign[0] ?? '';
    const kind: Kind = sign.length === 2 || /["“”„«»]/.test(first) ? 'double' : 'single';
    const glyph = /[“«‘`]/.test(first) ? 'left' : /[”»’]/.test(first) ? 'right' : /[„‚]/.test(first) ? 'low' : 'straight';
    marks.push({ at: from + match.index, length: sign.length, kind, glyph });
  }
  return marks;
}

/** Closes the innermost open quotation of the mark's kind; what was opened inside it and never closed is dropped as no quotation. */
function close(mark: Mark, open: Open[], from: number, found: Quotation[]): void {
  const end = mark.at + mark.length;
  const index = open.findLastIndex((one) => one.mark.kind === mark.kind);
  const opened = open[index];
  if (opened === undefined) {
    found.push({ span: { start: from, end }, inner: { start: from, end: mark.at }, marks: mark.kind, depth: 0, closed: true });
    return;
  }
  open.length = index;
  const start = opened.mark.at;
  found.push({
    span: { start, end },
    inner: { start: start + opened.mark.length, end: mark.at },
    marks: mark.kind,
    depth: opened.depth,
    closed: true,
  });
}

function doubleRole(text: string, from: number, to: number, marks: readonly Mark[], index: number, open: readonly Open[]): Role {
  const mark = marks[index];
  if (mark === undefined) return 'apostrophe';
  const isOpen = open.some((one) => one.mark.kind === 'double');
  const opens = looksOpening(text, from, to, mark);
  const closes = looksClosing(text, from, to, mark);
  if (mark.glyph === 'low') return 'open';
  if (mark.glyph === 'left') return closes && !opens && isOpen ? 'close' : 'open';
  if (mark.glyph === 'right') return isOpen || closes || !opens ? 'close' : 'open';
  const before = mark.at > from ? (text[mark.at - 1] ?? '') : '';
  if (!isOpen) {
    // 12" and 5'10" are inches; a straight mark after a word closes what began before the text.
    if (/\d/.test(before)) return 'apostrophe';
    return opens || !closes ? 'open' : 'close';
  }
  return opens && !closes && nestsAt(text, from, to, marks, index) ? 'open' : 'close';
}

/** A straight double mark opens a quotation within one only where two more marks can close both. */
function nestsAt(text: string, from: number, to: number, marks: readonly Mark[], index: number): boolean {
  const [first, second] = marks.slice(index + 1, index + 1 + LOOK_AHEAD).filter((mark) => mark.kind === 'double');
  if (first === undefined || second === undefined) return false;
  const firstCloses = looksClosing(text, from, to, first) && !looksOpening(text, from, to, first);
  return firstCloses && looksClosing(text, from, to, second) && !looksOpening(text, from, to, second);
}

function singleRole(text: string, from: number, to: number, marks: readonly Mark[], index: number, open: readonly Open[]): Role {
  const mark = marks[index];
  if (mark === undefined) return 'apostrophe';
  const before = mark.at > from ? (text[mark.at - 1] ?? '') : '';
  const after = mark.at + 1 < to ? (text[mark.at + 1] ?? '') : '';
  // The wrong mark for an apostrophe: "the minister‘s".
  if (
    mark.glyph === 'left' &&
    WORD.test(before) &&
    /^(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}])/u.test(text.slice(mark.at + 1, Math.min(to, mark.at + 4)))
  )
    return 'apostrophe';
  if (WORD.test(before) && WORD.test(after)) return mark.glyph === 'left' && open.length === 0 ? 'open' : 'apostrophe';
  if (mark.glyph === 'low') return 'open';
  const opened = open.findLast((one) => one.mark.kind === 'single');
  const opens = looksOpening(text, from, to, mark);
  if (
    opens &&
    ELISION.test(text.slice(mark.at + 1, Math.min(to, mark.at + 8))) &&
    (mark.glyph !== 'left' || !hasCloser(text, to, marks, index))
  ) {
    return 'apostrophe';
  }
  if (mark.glyph === 'left') return 'open';
  const closes = looksClosing(text, from, to, mark);
  if (opened !== undefined && closes) {
    const possessive = /s/i.test(before) && /^\s\p{Ll}/u.test(text.slice(mark.at + 1, Math.min(to, mark.at + 3)));
    return possessive && hasCloser(text, to, marks, index) ? 'apostrophe' : 'close';
  }
  if (opens && opened === undefined) return mark.at === from || hasCloser(text, to, marks, index) ? 'open' : 'apostrophe';
  // A full stop or question mark before the mark: it ends speech that began in an earlier text. A word before it: goin’, dogs’.
  if (closes && /[.?!…]/.test(before) && text.slice(mark.at + 1, to).trim() === '') return 'close';
  return 'apostrophe';
}

/** Whether a later single mark can close this one before another opens. */
function hasCloser(text: string, to: number, marks: readonly Mark[], index: number): boolean {
  for (const mark of marks.slice(index + 1, index + 1 + LOOK_AHEAD)) {
    if (mark.kind !== 'single') continue;
    const before = text[mark.at - 1] ?? '';
    const after = mark.at + 1 < to ? (text[mark.at + 1] ?? '') : '';
    if (mark.glyph === 'left') return false;
    if (!SPACE.test(before) && !WORD.test(after)) return true;
  }
  return false;
}

function looksOpening(text: string, from: number, to: number, mark: Mark): boolean {
  const before = mark.at > from ? (text[mark.at - 1] ?? '') : '';
  const next = mark.at + mark.length;
  const after = next < to ? (text[next] ?? '') : '';
  return (before === '' || BEFORE_OPEN.test(before)) && after !== '' && !SPACE.test(after);
}

function looksClosing(text: string, from: number, to: number, mark: Mark): boolean {
  const before = mark.at > from ? (text[mark.at - 1] ?? '') : '';
  const next = mark.at + mark.length;
  const after = next < to ? (text[next] ?? '') : '';
  return before !== '' && !SPACE.test(before) && (after === '' || !WORD.test(after));
}
