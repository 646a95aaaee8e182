/** Writing of a trained model: weak weights are dropped, the rest are stored as signed bytes of their square roots. */
import { MAGIC, type ModelHeader } from '../../server/src/text/parse/model/model-file.ts';
import type { TableHeader } from '../../server/src/text/parse/model/table.ts';
import type { FixedWeights } from './learning.ts';
import type { Tagset } from './tagset.ts';
import type { TrainedParser } from './train-parser.ts';
import type { TrainedTagger } from './train-tagger.ts';

/** Which share of the non-zero weights of each table is kept, strongest first. */
export interface Kept {
  readonly tagger: number;
  readonly actions: number;
  readonly arcs: number;
}

/** The greatest value of a stored byte. A byte could hold 127, but fewer steps compress better and cost no accuracy. */
const STEPS = 31;

function strengthAt(weights: Float32Array, kept: number): { readonly least: number; readonly most: number } {
  const strengths = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return { least: strengths[Math.floor((1 - kept) * (strengths.length - 1))] ?? 0, most: strengths[strengths.length - 1] ?? 1 };
}

function storeTable(table: FixedWeights, kept: number): { readonly header: TableHeader; readonly bytes: Buffer } {
  const { classes, bits, weights } = table;
  const { least, most } = strengthAt(weights, kept);
  const rows = Buffer.alloc(2 ** (bits - 3));
  const cells: number[] = [];
  const values: number[] = [];
  let cell = 0;
  for (let row = 0; row < 2 ** bits; row++) {
    const line = Array.from(weights.subarray(row * classes, (row + 1) * classes), (weight) =>
      Math.abs(weight) < least ? 0 : Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / most) * STEPS),
    );
    if (line.every((value) => value === 0)) continue;
    rows[row >> 3] = (rows[row >> 3] as number) | (1 << (row & 7));
    for (const value of line) {
      if ((cell & 7) === 0) cells.push(0);
      if (value !== 0) {
        cells[cell >> 3] = (cells[cell >> 3] as number) | (1 << (cell & 7));
        values.push(value);
      }
      cell++;
    }
  }
  return {
    header: { classes, bits, cells: cells.length, values: values.length },
    bytes: Buffer.concat([rows, Buffer.from(cells), Buffer.from(Int8Array.from(values).buffer)]),
  };
}

function writeGroups(words: ReadonlyMap<string, number>): string {
  const groups = new Map<number, string[]>();
  for (const [word, number] of words) groups.set(number, [...(groups.get(number) ?? []), word]);
  return [...groups].map(([number, members]) => [number, ...members.sort()].join(' ')).join('\n');
}

/** The model's bytes, before compression. */
export function storeModel(
  tagset: Tagset,
  tagger: TrainedTagger,
  parser: TrainedParser,
  kept: Kept,
  sureness: { readonly margins: readonly number[]; readonly calibration: readonly number[] },
): Uint8Array {
  const tables = [storeTable(tagger.scorer, kept.tagger), storeTable(parser.actions, kept.actions), storeTable(parser.arcs, kept.arcs)];
  const header: ModelHeader = {
    tags: tagset.tags.map((tag) => `${tag.upos} ${tag.xpos}`),
    labels: parser.labels,
    dictionary: writeGroups(tagger.dictionary),
    classes: writeGroups(tagger.classes),
    ...sureness,
    tables: tables.map((table) => table.header),
  };
  const json = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(8);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(json.length, 4);
  return Buffer.concat([start, json, ...tables.map((table) => table.bytes)]);
}
