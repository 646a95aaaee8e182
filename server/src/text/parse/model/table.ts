/** One weight table of a model file, unpacked: which rows and which cells of them are used, and a byte for each. */
import { cellOf, DenseWeights, type Scorer, SparseWeights } from './weights.ts';

/** One table as the header describes it; lengths in bytes. */
export interface TableHeader {
  readonly classes: number;
  readonly bits: number;
  readonly cells: number;
  readonly values: number;
}

/** Bytes of the bitmap of used rows. */
export function rowBytesOf({ bits }: TableHeader): number {
  return 2 ** (bits - 3);
}

/** How many bytes a table takes. */
export function tableLength(table: TableHeader): number {
  return rowBytesOf(table) + table.cells + table.values;
}

/** Makes the table of `bytes` ready; bytes that say more cells than there are give fewer. Only what is used is visited. */
export function readTable(bytes: Uint8Array, table: TableHeader): Scorer {
  const rows = bytes.subarray(0, rowBytesOf(table));
  const used = bytes.subarray(rows.length, rows.length + table.cells);
  const values = bytes.subarray(rows.length + table.cells);
  return table.classes === 4 ? readDense(table, rows, used, values) : readSparse(table, rows, used, values);
}

function readDense(table: TableHeader, rows: Uint8Array, used: Uint8Array, values: Uint8Array): Scorer {
  const packed = new Int32Array(rows.length * 8);
  let at = 0;
  let cell = 0;
  for (let byte = 0; byte < rows.length; byte++) {
    for (let left = rows[byte] as number; left !== 0; left &= left - 1) {
      let row = 0;
      for (let cells = ((used[cell >> 3] ?? 0) >> (cell & 4)) & 15; cells !== 0; cells &= cells - 1)
        row |= (values[at++] ?? 0) << (lowest(cells) << 3);
      packed[byte * 8 + lowest(left)] = row;
      cell += 4;
    }
  }
  return new DenseWeights(table.bits, packed);
}

function readSparse(table: TableHeader, rows: Uint8Array, used: Uint8Array, values: Uint8Array): Scorer {
  const { classes } = table;
  const starts = new Int32Array(rows.length * 8 + 1);
  const cells = new Int32Array(values.length);
  let at = 0;
  let cell = 0;
  for (let row = 0; row < rows.length * 8; row++) {
    if (((rows[row >> 3] as number) >> (row & 7)) & 1) {
      const from = cell;
      const end = cell + classes;
      while (cell < end) {
        const left = (used[cell >> 3] ?? 0) >> (cell & 7);
        // Nothing more in this byte of the bitmap: on to the next.
        cell = left === 0 ? (cell | 7) + 1 : cell + lowest(left);
        if (left === 0 || cell >= end) continue;
        if (at < cells.length) {
          cells[at] = cellOf(cell - from, values[at] as number);
          at++;
        }
        cell++;
      }
      cell = end;
    }
    starts[row + 1] = at;
  }
  return new SparseWeights(classes, table.bits, starts, cells);
}

/** The place of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
