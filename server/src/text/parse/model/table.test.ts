import { expect, test } from 'vitest';
import { readTable, tableLength } from './table.ts';

/** Bits 3: eight rows, which a feature's three highest bits choose. */
const feature = (row: number): number => row << 29;

/** A table as the model file has it, from rows of stored bytes (0: no cell). */
function stored(classes: number, rows: ReadonlyMap<number, readonly number[]>): Parameters<typeof readTable> {
  const used: number[] = [];
  const values: number[] = [];
  let rowBits = 0;
  for (let row = 0; row < 8; row++) {
    const cells = rows.get(row);
    if (cells === undefined) continue;
    rowBits |= 1 << row;
    for (let k = 0; k < classes; k++) used.push(cells[k] === 0 ? 0 : 1);
    values.push(...cells.filter((value) => value !== 0));
  }
  const bitmap = new Uint8Array(Math.ceil(used.length / 8));
  used.forEach((bit, i) => {
    bitmap[i >> 3] = (bitmap[i >> 3] ?? 0) | (bit << (i & 7));
  });
  return [
    Uint8Array.from([rowBits, ...bitmap, ...values.map((v) => v & 255)]),
    { classes, bits: 3, cells: bitmap.length, values: values.length },
  ];
}

const scored = (table: ReturnType<typeof readTable>, rows: readonly number[]): readonly number[] => {
  const scores = new Float32Array(table.classes);
  table.score(Int32Array.from(rows, feature), rows.length, scores);
  return [...scores];
};

test('rows of four classes: a byte b weighs b·|b|, rows that are not there weigh nothing', () => {
  const table = readTable(
    ...stored(
      4,
      new Map([
        [1, [3, 0, -2, 127]],
        [6, [0, -128, 0, 1]],
      ]),
    ),
  );
  expect(scored(table, [1])).toEqual([9, 0, -4, 16129]);
  expect(scored(table, [6])).toEqual([0, -16384, 0, 1]);
  expect(scored(table, [0, 1, 6, 7, 6])).toEqual([9, -32768, -4, 16131]);
});

test('rows of many classes: cells stand where the bitmap has them, over the borders of its bytes', () => {
  const row = (cells: Readonly<Record<number, number>>): readonly number[] => Array.from({ length: 11 }, (_, k) => cells[k] ?? 0);
  const table = readTable(...stored(11, new Map([0, 3, 7].map((at, i) => [at, row({ 0: i + 1, 7: -5, 10: 2 })]))));
  expect(scored(table, [0])).toEqual([1, 0, 0, 0, 0, 0, 0, -25, 0, 0, 4]);
  expect(scored(table, [0, 3, 7, 5])).toEqual([14, 0, 0, 0, 0, 0, 0, -75, 0, 0, 12]);
});

test('bytes that promise more cells than they hold are read as far as they go', () => {
  const [bytes, header] = stored(11, new Map([[2, Array.from({ length: 11 }, () => 4)]]));
  expect(tableLength(header)).toBe(bytes.length);
  const short = readTable(bytes.subarray(0, bytes.length - 3), { ...header, values: header.values - 3 });
  expect(scored(short, [2])).toEqual([16, 16, 16, 16, 16, 16, 16, 16, 0, 0, 0]);
});
