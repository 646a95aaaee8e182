/**
 * The one place that knows where lines begin. A line ends at LF, at CRLF (one end, not two) or at a CR that stands alone,
 * as editors and the Language Server Protocol count them; form feeds and Unicode line separators end none.
 */
import { firstWhere } from './halving.ts';

/** A place by line and character, both 0-based; `character` counts UTF-16 code units, line ends excluded. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open, `end` is the first position behind it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const LF = 10;
const CR = 13;

/** Offsets of one text ⇄ lines and characters. Values outside the text are moved to its nearest end, never refused. */
export class LineMap {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  /** Number of lines; the empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** 0-based line of an offset. An offset between CR and LF belongs to the line that they end. */
  line(offset: number): number {
    return Math.max(0, firstWhere(this.#starts.length, (index) => (this.#starts[index] ?? 0) > offset) - 1);
  }

  /** 1-based line of an offset, as people and citations count. */
  lineNumber(offset: number): number {
    return this.line(offset) + 1;
  }

  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.line(at);
    return { line, character: Math.min(at, this.#contentEnd(line)) - this.start(line) };
  }

  range(span: { readonly start: number; readonly end: number }): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** A character behind the end of its line means that end. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    return Math.min(this.start(position.line) + Math.max(0, position.character), this.#contentEnd(position.line));
  }

  span(range: Range): { readonly start: number; readonly end: number } {
    const start = this.offset(range.start);
    return { start, end: Math.max(start, this.offset(range.end)) };
  }

  /** Offset of the first character of a 0-based line; of a line that does not exist, the end of the text. */
  start(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#text.length;
  }

  /** The words of a 0-based line without its line end. */
  content(line: number): string {
    return this.#text.slice(this.start(line), this.#contentEnd(line));
  }

  /** Offset behind the last character of a line, before its line end. */
  #contentEnd(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    const crlf = this.#text.charCodeAt(next - 1) === LF && next - 2 >= this.start(line) && this.#text.charCodeAt(next - 2) === CR;
    return crlf ? next - 2 : next - 1;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) starts.push(at + 1);
    else if (code === CR) {
      if (text.charCodeAt(at + 1) === LF) at++;
      starts.push(at + 1);
    }
  }
  return starts;
}
