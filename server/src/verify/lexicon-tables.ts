/**
 * The word table as numbers: a row for each stem, a number for each sense, and arrays that lead from one to the other. Kept
 * as lists of strings it would take five times the memory and four times the time to read, in every window anew.
 */

/** Lists of numbers laid end to end: list `n` stands from `starts[n]` to `starts[n + 1]`. */
interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

export interface LexiconTables {
  /** The row of a stem; undefined for one that the table has no sense of. */
  row(stem: string): number | undefined;
  stemOf(row: number): string;
  sensesOf(row: number): readonly number[];
  /** The letter of the kind of thing that a row names first of all. */
  kindOf(row: number): string;
  /** How often the row's word is used, as the table writes it. */
  useOf(row: number): number;
  broaderThan(sense: number): readonly number[];
  /** Rows that have a sense, in the table's order. */
  membersOf(sense: number): readonly number[];
  readonly antonyms: ReadonlyMap<string, readonly string[]>;
  readonly derived: ReadonlyMap<string, readonly string[]>;
}

/** Senses are written to this base. */
const BASE = 36;

/** Reads the table's text; lines it does not understand are passed over. */
export function readTables(text: string): LexiconTables {
  const rows = new Map<string, number>();
  const stems: string[] = [];
  const kinds: string[] = [];
  const uses: number[] = [];
  const senses: Pairs = { from: [], to: [] };
  const broader: Pairs = { from: [], to: [] };
  const antonyms = new Map<string, string[]>();
  const derived = new Map<string, string[]>();
  let section = '';
  for (const [start, end] of linesOf(text)) {
    if (text.startsWith('# ', start)) {
      section = text.slice(start + 2, end);
      continue;
    }
    const first = endOfField(text, start, end);
    const second = endOfField(text, first + 1, end);
    if (section === 'words') {
      const stem = text.slice(start, first);
      const row = rows.get(stem) ?? stems.length;
      if (row === stems.length) stems.push(stem);
      rows.set(stem, row);
      kinds[row] = text.charAt(first + 1);
      uses[row] = numberAt(text, first + 2, second);
      numbers(text, second + 1, end, row, senses);
    } else if (section === 'broader') numbers(text, first + 1, end, numberAt(text, start, first), broader);
    else if (section === 'antonyms' || section === 'derived') {
      const map = section === 'antonyms' ? antonyms : derived;
      const [one, other] = [text.slice(start, first), text.slice(first + 1, second)];
      push(map, one, other);
      push(map, other, one);
    }
  }
  const [ofRow, ofSense] = [listsOf(senses.from, senses.to), listsOf(senses.to, senses.from)];
  const above = listsOf(broader.from, broader.to);
  return {
    row: (stem) => rows.get(stem),
    stemOf: (row) => stems[row] ?? '',
    sensesOf: (row) => listAt(ofRow, row),
    kindOf: (row) => kinds[row] ?? '',
    useOf: (row) => Math.max(0, uses[row] ?? 0),
    broaderThan: (sense) => listAt(above, sense),
    membersOf: (sense) => listAt(ofSense, sense),
    antonyms,
    derived,
  };
}

/** Where the lines that hold something begin and end. */
function* linesOf(text: string): Generator<readonly [number, number]> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) yield [start, end];
    start = end + 1;
  }
}

/** Fields are set apart by single spaces. */
function endOfField(text: string, start: number, end: number): number {
  const space = start < end ? text.indexOf(' ', start) : end;
  return space < 0 || space > end ? end : space;
}

/** The number that stands between two places; -1 where none does. Digits are read one by one, for there are 90,000 numbers. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const digit = code <= NINE ? code - ZERO : code - A + 10;
    if (digit < 0 || digit >= BASE || (code > NINE && code < A)) return -1;
    number = number * BASE + digit;
  }
  return end > start ? number : -1;
}

const ZERO = 48;
const NINE = 57;
const A = 97;

interface Pairs {
  readonly from: number[];
  readonly to: number[];
}

/** Takes in the numbers that are left of a line, each with `from`. */
function numbers(text: string, start: number, end: number, from: number, pairs: Pairs): void {
  for (let at = start; at < end && from >= 0; ) {
    const next = endOfField(text, at, end);
    const to = numberAt(text, at, next);
    if (to >= 0) {
      pairs.from.push(from);
      pairs.to.push(to);
    }
    at = next + 1;
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A list of `to` for each number of `from`, in the order in which the pairs stand. */
function listsOf(from: readonly number[], to: readonly number[]): Lists {
  let most = -1;
  for (const one of from) if (one > most) most = one;
  const starts = new Uint32Array(most + 2);
  for (const one of from) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const values = new Uint32Array(from.length);
  for (let i = 0; i < from.length; i++) {
    const one = from[i] ?? 0;
    const at = next[one] ?? 0;
    values[at] = to[i] ?? 0;
    next[one] = at + 1;
  }
  return { starts, values };
}

const NONE: readonly number[] = [];

function listAt({ starts, values }: Lists, n: number): readonly number[] {
  const start = starts[n] ?? 0;
  const end = starts[n + 1] ?? start;
  return end > start ? Array.from(values.subarray(start, end)) : NONE;
}
