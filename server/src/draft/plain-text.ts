/** Running text with, for every code unit, the place in the draft that it was written at. */
import { firstWhere } from '../text/halving.ts';

export interface PlainText {
  readonly text: string;
  /** Draft offset of each code unit; never falls. */
  readonly origin: Uint32Array;
  /** Draft offset behind each code unit: more than `origin + 1` where one character is written as `&amp;` or `\*`. */
  readonly until: Uint32Array;
}

/** The first place of a plain text that was written at or behind an offset of the draft. */
export function firstFrom(origin: PlainText['origin'], offset: number): number {
  return firstWhere(origin.length, (index) => (origin[index] ?? 0) >= offset);
}

/** Collects stretches of text in the draft's order. */
export class PlainTextBuilder {
  readonly #chunks: string[] = [];
  readonly #origin: number[] = [];
  readonly #until: number[] = [];

  get length(): number {
    return this.#origin.length;
  }

  /** Where the last code unit was written. */
  get lastOrigin(): number {
    return this.#origin.at(-1) ?? 0;
  }

  /** Text that was read before. */
  addText(plain: PlainText): void {
    this.#chunks.push(plain.text);
    for (const at of plain.origin) this.#origin.push(at);
    for (const at of plain.until) this.#until.push(at);
  }

  /** One character that stands for the draft's `start` to `end`. */
  addChar(char: string, start: number, end: number): void {
    this.#chunks.push(char);
    for (let i = 0; i < char.length; i++) {
      this.#origin.push(start);
      this.#until.push(end);
    }
  }

  /**
   * A value that a Markdown parser read from `draft[start, end)`. Escapes, character references and the prefixes of
   * continued lines (`> `, indentation) stand in the draft but not in the value; soft line breaks become spaces.
   */
  addValue(value: string, draft: string, start: number, end: number): void {
    if (end - start === value.length && !/[\r\n]/.test(value)) {
      this.#chunks.push(value);
      for (let at = start; at < end; at++) {
        this.#origin.push(at);
        this.#until.push(at + 1);
      }
      return;
    }
    this.#align(value, draft, start, end);
  }

  build(): PlainText {
    return { text: this.#chunks.join(''), origin: new Uint32Array(this.#origin), until: new Uint32Array(this.#until) };
  }

  #align(value: string, draft: string, start: number, end: number): void {
    let at = start;
    for (let i = 0; i < value.length; i++) {
      const char = value[i] ?? '';
      if (char === '\n' || char === '\r') {
        if (char === '\r' && value[i + 1] === '\n') i++;
        const next = afterLineEnd(draft, at, end);
        this.addChar(' ', at, Math.max(at + 1, next));
        at = next;
        continue;
      }
      const reference = draft[at] === '&' ? characterReference(draft, at, value, i) : null;
      if (reference !== null) {
        this.addChar(reference.value, at, at + reference.length);
        i += reference.value.length - 1;
        at += reference.length;
        continue;
      }
      const escaped = draft[at] === '\\' && draft[at + 1] === char;
      const found = escaped ? at + 1 : draft[at] === char || char === '\uFFFD' ? at : resync(draft, char, at, end);
      this.addChar(char, escaped ? at : found, Math.min(end, found + 1));
      at = Math.min(end, found + 1);
    }
  }
}

/** A part of a text. */
export function sliceText(plain: PlainText, start: number, end: number): PlainText {
  return { text: plain.text.slice(start, end), origin: plain.origin.subarray(start, end), until: plain.until.subarray(start, end) };
}

/** A text without the white space around it. */
export function trimText(plain: PlainText): PlainText {
  return sliceText(plain, plain.text.length - plain.text.trimStart().length, plain.text.trimEnd().length);
}

/** A text without the given ranges (ascending, not overlapping), and where an offset of the old text lies in the new one. */
export function removeRanges(
  plain: PlainText,
  ranges: readonly { readonly start: number; readonly end: number }[],
): { readonly plain: PlainText; readonly moved: (offset: number) => number } {
  if (ranges.length === 0) return { plain, moved: (offset) => offset };
  const kept: { start: number; end: number }[] = [];
  let from = 0;
  for (const range of ranges) {
    if (range.start > from) kept.push({ start: from, end: range.start });
    from = Math.max(from, range.end);
  }
  kept.push({ start: from, end: plain.text.length });
  const size = kept.reduce((sum, range) => sum + range.end - range.start, 0);
  const origin = new Uint32Array(size);
  const until = new Uint32Array(size);
  let to = 0;
  for (const range of kept) {
    origin.set(plain.origin.subarray(range.start, range.end), to);
    until.set(plain.until.subarray(range.start, range.end), to);
    to += range.end - range.start;
  }
  const text = kept.map((range) => plain.text.slice(range.start, range.end)).join('');
  const sums: number[] = [];
  let sum = 0;
  for (const range of kept) {
    sums.push(sum);
    sum += range.end - range.start;
  }
  const moved = (offset: number): number => {
    const at = Math.max(0, firstWhere(kept.length, (index) => (kept[index]?.start ?? 0) > offset) - 1);
    const range = kept[at] ?? { start: 0, end: 0 };
    return (sums[at] ?? 0) + Math.max(0, Math.min(offset, range.end) - range.start);
  };
  return { plain: { text, origin, until }, moved };
}

/** The offset behind a line's end, the spaces before it, and the block quotation marks and indentation after it. */
function afterLineEnd(draft: string, from: number, end: number): number {
  let at = from;
  while (at < end && (draft[at] === ' ' || draft[at] === '\t')) at++;
  if (draft[at] === '\r') at++;
  if (draft[at] === '\n') at++;
  while (at < end && (draft[at] === ' ' || draft[at] === '\t' || draft[at] === '>')) at++;
  return at;
}

/** Where the parser's reading and ours part, the next place of the character; else stay, so that offsets never fall. */
function resync(draft: string, char: string, at: number, end: number): number {
  const next = draft.indexOf(char, at);
  return next >= 0 && next < end ? next : Math.min(at, Math.max(0, end - 1));
}

/**
 * The character that `&name;` or `&#n;` at `at` was read as, taken from the parser's value, so that no table of names is
 * needed; null where the value holds the same letters, that is where the draft's words are no reference.
 */
function characterReference(
  draft: string,
  at: number,
  value: string,
  i: number,
): { readonly value: string; readonly length: number } | null {
  const match = /^&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{0,30});/.exec(draft.slice(at, at + 40));
  if (match === null) return null;
  const [whole] = match;
  if (whole !== '&amp;' && value.startsWith(whole, i)) return null;
  const code = value.codePointAt(i);
  return code === undefined ? null : { value: String.fromCodePoint(code), length: whole.length };
}
