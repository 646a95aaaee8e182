/** Joins the lines of PDF pages to paragraphs, by their places on the page. */
import type { PdfLine, PdfPage } from './page-lines.ts';

export interface PdfPart {
  readonly text: string;
  /** 1-based. */
  readonly page: number;
}

/** A paragraph in parts, one for each line; written one after the other they are its text. */
export interface PdfParagraph {
  readonly parts: readonly PdfPart[];
}

const TURN = /^(?:(?:THE )?\p{Lu}[\p{Lu}'’.-]*(?:[ -]\p{Lu}[\p{Lu}'’.-]*){0,5}:\s|[QA](?:[.:]\s|\s{2,}))/u;
const ITEM = /^(?:\[\d{1,3}\]\s|[•●▪◦‣·○■–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|\d+(?:\.\d+)+\.?\s)/u;
const BULLET = /^[●▪◦‣·○■]\s+/u;

/** Share of the steps between lines that a usual one makes up. */
const OFTEN = 0.15;
/** Print smaller than this share of the body's is that of notes. */
const SMALL = 0.93;

interface Row extends PdfLine {
  readonly page: number;
}

/** Paragraphs in reading order; the notes at the foot of a page stand behind the paragraph that runs on over them. */
export function pdfParagraphs(pages: readonly PdfPage[]): readonly PdfParagraph[] {
  const byPage = pages.map(({ lines }, p) => lines.map((line): Row => ({ ...line, page: p + 1 })));
  const rows = byPage.flat();
  const size = typicalSize(rows);
  const known = compounds(rows);
  const leading = typicalLeading(rows);
  const parted = byPage.map((own) => withoutNotes(own, size));
  const bodies = parted.flatMap(({ body }) => body);
  const matter = grouped(bodies, leading, known);
  const notes = new Map(parted.map((part, p) => [p + 1, grouped(part.notes, leading, known)]));
  const paragraphs: PdfParagraph[] = [];
  matter.forEach((paragraph, i) => {
    const next = matter[i + 1]?.parts[0]?.page ?? pages.length + 1;
    paragraphs.push(paragraph);
    for (let page = paragraph.parts[0]?.page ?? next; page < next; page++) {
      paragraphs.push(...(notes.get(page) ?? []));
      notes.delete(page);
    }
  });
  return [...paragraphs, ...[...notes.values()].flat()];
}

/** Parts the lines in smaller print at the foot of a page from its body; a page in small print throughout has no notes. */
function withoutNotes(rows: readonly Row[], size: number): { readonly body: readonly Row[]; readonly notes: readonly Row[] } {
  let from = rows.length;
  while (from > 0 && (rows[from - 1]?.size ?? size) < size * SMALL) {
    from--;
  }
  return from === 0 ? { body: rows, notes: [] } : { body: rows.slice(0, from), notes: rows.slice(from) };
}

/** The size that most letters have. */
function typicalSize(rows: readonly Row[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of rows) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

function grouped(rows: readonly Row[], leading: number, known: ReadonlySet<string>): readonly PdfParagraph[] {
  const edges = rightEdges(rows);
  const paragraphs: PdfPart[][] = [];
  let above: Row | null = null;
  rows.forEach((row, i) => {
    const open = paragraphs.at(-1);
    const text = row.text.replace(BULLET, '• ');
    if (open === undefined || above === null || opens(row, above, leading, edges[i - 1] ?? row.right)) {
      paragraphs.push([{ text: text.startsWith('• ') ? `  ${text}` : text, page: row.page }]);
    } else {
      const last = open.at(-1);
      if (last !== undefined) {
        open[open.length - 1] = { ...last, text: joined(last.text, text, known) };
      }
      open.push({ text, page: row.page });
    }
    above = row;
  });
  return paragraphs.map((parts) => ({ parts }));
}

/** Whether `row` begins a paragraph below `above`; `edge` is where the lines of that column end. */
function opens(row: Row, above: Row, leading: number, edge: number): boolean {
  const step = above.y - row.y;
  const moved = row.page !== above.page || step < -above.size * 0.5;
  const ended = /[.!?:…][\])}"'’”]*$/u.test(above.text);
  if (Math.abs(row.size - above.size) > Math.max(row.size, above.size) * 0.12 || TURN.test(row.text)) {
    return true;
  }
  const short = above.right < edge - (edge - above.left) * 0.2;
  if (moved) {
    // A sentence runs on in the next column or on the next page.
    return ended || (short && !/^\p{Ll}/u.test(row.text) && !/[-,]$/.test(above.text));
  }
  if (step > Math.max(leading, row.size * 1.1) * 1.4 || (ITEM.test(row.text) && (ended || short))) {
    return true;
  }
  const indented = row.left > above.left + row.size * 0.8 && row.left < above.left + row.size * 6;
  if (indented && !ITEM.test(above.text)) {
    return ended || short;
  }
  const styled = row.font !== above.font && short && !/^\p{Ll}/u.test(row.text);
  return styled || (short && ended);
}

/** The step from line to line inside paragraphs, in points: the smallest of the steps that occur often. */
function typicalLeading(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (let i = 1; i < rows.length; i++) {
    const above = rows[i - 1];
    const row = rows[i];
    const step = above === undefined || row === undefined || above.page !== row.page ? 0 : Math.round((above.y - row.y) * 2) / 2;
    if (row !== undefined && step > row.size * 0.9) {
      counts.set(step, (counts.get(step) ?? 0) + 1);
      all++;
    }
  }
  const often = [...counts].filter(([, count]) => count >= all * OFTEN).map(([step]) => step);
  return often.length === 0 ? 0 : Math.min(...often);
}

/** For each row where the lines of its column end: the rightmost end of those of its page that start near its left. */
function rightEdges(rows: readonly Row[]): readonly number[] {
  const columns = new Map<string, number>();
  const key = (row: Row, shift: number) => `${row.page} ${Math.round(row.left / 24) + shift}`;
  for (const row of rows) {
    for (const shift of [-1, 0, 1]) {
      columns.set(key(row, shift), Math.max(columns.get(key(row, shift)) ?? 0, row.right));
    }
  }
  return rows.map((row) => columns.get(key(row, 0)) ?? row.right);
}

/** Hyphenated words and plain words inside the lines, to tell "well-known" from "inves-tigation" at a line's end. */
function compounds(rows: readonly Row[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of rows) {
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)*(?![\p{L}-])/gu)) {
      words.add(word.toLowerCase());
    }
  }
  return words;
}

/** The text of a line as it stands before the next one: without its hyphen where the word goes on, else with a space. */
function joined(above: string, below: string, known: ReadonlySet<string>): string {
  const soft = above.replace(/\u00ad$/, '');
  if (soft !== above) {
    return soft;
  }
  const first = /(?<![\p{L}])\p{L}+(?:-\p{L}+)*(?=[-‐]$)/u.exec(above.slice(-60))?.[0];
  const second = /^\p{L}+/u.exec(below)?.[0];
  if (first === undefined || second === undefined) {
    return /\d[-–]$/.test(above) || /[-–/]$/.test(above) ? above : `${above} `;
  }
  const hyphenated = `${first}-${second}`.toLowerCase();
  const whole = `${first}${second}`.toLowerCase();
  const compound = known.has(hyphenated) || !/^\p{Ll}/u.test(second) || first.includes('-');
  return compound && !known.has(whole) ? above : above.slice(0, -1);
}
