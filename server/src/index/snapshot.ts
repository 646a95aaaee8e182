/**
 * The memory index as one buffer, little-endian:
 *
 * | bytes | what |
 * |---|---|
 * | 8 | magic `CORRIDX1` (the digit is the format's version) |
 * | 4 | FNV-1a checksum of everything after it |
 * | 5 × 4 | passages, terms, postings, bytes of term text, 0 (alignment) |
 * | 8 × passages | ids (float64) |
 * | 4 × passages | lengths in terms |
 * | 4 × terms | length of each posting list |
 * | 4 × terms | length of each term in UTF-8 bytes |
 * | 4 × postings | slot × 16 + term frequency (15 means 15 or more) |
 * | rest | the terms in UTF-8, one after the other |
 */
export interface IndexParts {
  readonly ids: Float64Array;
  readonly lengths: Uint32Array;
  readonly terms: readonly string[];
  readonly listLengths: Uint32Array;
  readonly postings: Uint32Array;
}

const MAGIC = 'CORRIDX1';
const HEADER = 32;

export function encodeSnapshot(parts: IndexParts): Uint8Array {
  const encoder = new TextEncoder();
  const encoded = parts.terms.map((term) => encoder.encode(term));
  const termBytes = encoded.reduce((sum, bytes) => sum + bytes.length, 0);
  const passages = parts.ids.length;
  const size = HEADER + passages * 12 + parts.terms.length * 8 + parts.postings.length * 4 + termBytes;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(encoder.encode(MAGIC), 0);
  [passages, parts.terms.length, parts.postings.length, termBytes].forEach((n, i) => {
    view.setUint32(12 + 4 * i, n, true);
  });
  let at = HEADER;
  for (let i = 0; i < passages; i++, at += 8) view.setFloat64(at, parts.ids[i] ?? 0, true);
  const words = (array: Uint32Array) => {
    for (let i = 0; i < array.length; i++, at += 4) view.setUint32(at, array[i] ?? 0, true);
  };
  words(parts.lengths);
  words(parts.listLengths);
  words(Uint32Array.from(encoded, (term) => term.length));
  words(parts.postings);
  for (const term of encoded) {
    bytes.set(term, at);
    at += term.length;
  }
  view.setUint32(8, checksum(bytes, 12), true);
  return bytes;
}

/** The parts of a snapshot, or null when it is of another format or damaged: nothing in it is trusted then. */
export function decodeSnapshot(bytes: Uint8Array): IndexParts | null {
  if (bytes.length < HEADER) return null;
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, 8)) !== MAGIC) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const passages = view.getUint32(12, true);
  const termCount = view.getUint32(16, true);
  const postingCount = view.getUint32(20, true);
  const termBytes = view.getUint32(24, true);
  if (HEADER + passages * 12 + termCount * 8 + postingCount * 4 + termBytes !== bytes.length) return null;
  if (view.getUint32(8, true) !== checksum(bytes, 12)) return null;
  let at = HEADER;
  const ids = new Float64Array(passages);
  for (let i = 0; i < passages; i++, at += 8) ids[i] = view.getFloat64(at, true);
  const words = (count: number) => {
    const array = new Uint32Array(count);
    for (let i = 0; i < count; i++, at += 4) array[i] = view.getUint32(at, true);
    return array;
  };
  const lengths = words(passages);
  const listLengths = words(termCount);
  const termLengths = words(termCount);
  const postings = words(postingCount);
  const terms: string[] = [];
  for (const length of termLengths) {
    terms.push(decoder.decode(bytes.subarray(at, at + length)));
    at += length;
  }
  return { ids, lengths, terms, listLengths, postings };
}

function checksum(bytes: Uint8Array, from: number): number {
  let hash = 2166136261;
  for (let i = from; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 16777619);
  return hash >>> 0;
}
