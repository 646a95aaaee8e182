/**
 * How alike two words are used, from short vectors (scripts/lexicon/vectors.ts makes the table). "Recorded" lies near "noted", and also
 * near its opposites: nearness is never proof that two words mean the same, it only tells a paraphrase from a stranger.
 */

/** Nearness of two stems, −1 to 1; 0 where either is unknown. */
export type Nearness = (a: string, b: string) => number;

export const noNearness: Nearness = () => 0;

interface Head {
  readonly dimensions: number;
  readonly scale: readonly number[];
}

/** Reads the table's bytes; null where they are not one. */
export function parseVectors(bytes: Uint8Array): Nearness | null {
  const first = bytes.indexOf(10);
  const second = bytes.indexOf(10, first + 1);
  if (first < 0 || second < 0) return null;
  const decode = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
  const head = readHead(decode(0, first));
  if (head === null) return null;
  const index = new Map(
    decode(first + 1, second)
      .split(' ')
      .map((word, i) => [word, i] as const),
  );
  const { dimensions, scale } = head;
  const packed = bytes.subarray(second + 1);
  if (packed.length * 2 < index.size * dimensions) return null;
  const known = new Map<number, Float32Array>();
  const vectorOf = (row: number): Float32Array => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const vector = new Float32Array(dimensions);
    let length = 0;
    for (let d = 0; d < dimensions; d++) {
      const byte = packed[(row * dimensions + d) >> 1] ?? 0;
      const level = (d % 2 === 0 ? byte & 15 : byte >> 4) - 8;
      const value = level * (scale[d] ?? 0);
      vector[d] = value;
      length += value * value;
    }
    const by = Math.sqrt(length) || 1;
    for (let d = 0; d < dimensions; d++) vector[d] = (vector[d] ?? 0) / by;
    known.set(row, vector);
    return vector;
  };
  return (a, b) => {
    const [i, j] = [index.get(a), index.get(b)];
    if (i === undefined || j === undefined) return 0;
    if (i === j) return 1;
    const [x, y] = [vectorOf(i), vectorOf(j)];
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += (x[d] ?? 0) * (y[d] ?? 0);
    return sum;
  };
}

function readHead(text: string): Head | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('dimensions' in value) || !('scale' in value)) return null;
    const { dimensions, scale } = value;
    if (typeof dimensions !== 'number' || !Array.isArray(scale) || scale.length !== dimensions) return null;
    return { dimensions, scale: scale.map(Number) };
  } catch {
    return null;
  }
}
