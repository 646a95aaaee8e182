/**
 * The stored model, in bytes: "CPM1", the length of a JSON header (uint32, little-endian), the header, then for each
 * weight table a bitmap of its used rows, a bitmap of the used cells of those rows, and one signed byte for each cell.
 * A byte b stands for b·|b|: small weights, which are most, keep their precision (linear steps lose two points of
 * accuracy, square-root steps none).
 */
import type { Tag, Upos } from '../tags.ts';
import type { ArcModel } from './parser.ts';
import { readTable, type TableHeader, tableLength } from './table.ts';
import type { TaggerModel } from './tagger.ts';
import type { Scorer } from './weights.ts';

/** A tagger and a parser made ready from a model file. */
export interface ParserModel {
  readonly kind: 'model';
  readonly tags: readonly Tag[];
  readonly tagger: TaggerModel;
  readonly parser: ArcModel;
  /** Rising margins; `calibration[i]` is the share of right arcs among decisions whose margin lies below `margins[i]`. */
  readonly margins: readonly number[];
  readonly calibration: readonly number[];
}

/** Why bytes are no model that this version can read. */
export interface ModelProblem {
  readonly kind: 'model-problem';
  readonly message: string;
}

export const MAGIC = 'CPM1';

/** The JSON header. Dictionaries are written as one string: words of one tag or class joined by spaces, a line each. */
export interface ModelHeader {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly dictionary: string;
  readonly classes: string;
  readonly margins: readonly number[];
  readonly calibration: readonly number[];
  readonly tables: readonly TableHeader[];
}

const problem = (message: string): ModelProblem => ({ kind: 'model-problem', message });

/** Reads a stored model. Never throws: bytes that are no model give a problem that says so. */
export function parseModel(bytes: Uint8Array): ParserModel | ModelProblem {
  if (bytes.length < 8 || String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) return problem('The file is not a parser model.');
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  const header = headerOf(bytes.subarray(8, 8 + headerLength));
  if (header === null) return problem('The header of the parser model cannot be read.');
  const tables: Scorer[] = [];
  let at = 8 + headerLength;
  for (const table of header.tables) {
    const length = tableLength(table);
    if (at + length > bytes.length) return problem('The parser model is cut short.');
    tables.push(readTable(bytes.subarray(at, at + length), table));
    at += length;
  }
  const [tagging, actions, arcs] = tables;
  if (tagging === undefined || actions === undefined || arcs === undefined) return problem('The parser model lacks a table.');
  return {
    kind: 'model',
    tags: header.tags.map(tagOf),
    tagger: { scorer: tagging, dictionary: readGroups(header.dictionary), classes: readGroups(header.classes) },
    parser: { actions, arcs, labels: header.labels },
    margins: header.margins,
    calibration: header.calibration,
  };
}

function headerOf(bytes: Uint8Array): ModelHeader | null {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isHeader(header) ? header : null;
  } catch {
    return null;
  }
}

function isHeader(value: unknown): value is ModelHeader {
  if (typeof value !== 'object' || value === null) return false;
  const known = value as Partial<Record<keyof ModelHeader, unknown>>;
  const lists = [known.tags, known.labels, known.margins, known.calibration, known.tables].every(Array.isArray);
  if (!lists || typeof known.dictionary !== 'string' || typeof known.classes !== 'string') return false;
  return (known.tables as readonly unknown[]).every(isTable);
}

function isTable(value: unknown): value is TableHeader {
  if (typeof value !== 'object' || value === null) return false;
  const { classes, bits, cells, values } = value as Partial<Record<keyof TableHeader, unknown>>;
  const whole = (number: unknown, most: number): boolean =>
    Number.isInteger(number) && (number as number) >= 0 && (number as number) <= most;
  return whole(classes, 512) && whole(bits, 24) && (bits as number) >= 3 && whole(cells, 2 ** 28) && whole(values, 2 ** 28);
}

function tagOf(written: string): Tag {
  const [upos = 'X', xpos = ''] = written.split(' ');
  return { upos: upos as Upos, xpos };
}

function readGroups(written: string): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const line of written.split('\n')) {
    const [number = '', ...words] = line.split(' ');
    for (const word of words) map.set(word, Number(number));
  }
  return map;
}
