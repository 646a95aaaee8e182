/** Bytes that are read piece by piece, whether they stand in memory or in a file. */

export interface ByteReader {
  readonly size: number;
  /** `length` bytes from `offset`; valid until the next call, so whoever keeps them copies them. */
  bytes(offset: number, length: number): Uint8Array;
  /** The 32-bit number (little-endian, without sign) at `offset`. */
  word(offset: number): number;
}

/** A part of a longer reader that counts from 0. */
export function part(whole: ByteReader, from: number, size: number): ByteReader {
  return { size, bytes: (offset, length) => whole.bytes(from + offset, length), word: (offset) => whole.word(from + offset) };
}

export function bytesInMemory(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: bytes.length,
    bytes: (offset, length) => bytes.subarray(offset, offset + length),
    word: (offset) => view.getUint32(offset, true),
  };
}

/** Bytes in the making; numbers are little-endian. */
export class ByteWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(expected = 1024) {
    this.#bytes = new Uint8Array(expected);
    this.#view = new DataView(this.#bytes.buffer);
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  word(value: number): void {
    this.#room(4);
    this.#view.setUint32(this.#length, value, true);
    this.#length += 4;
  }

  float(value: number): void {
    this.#room(4);
    this.#view.setFloat32(this.#length, value, true);
    this.#length += 4;
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  varint(value: number): void {
    this.#room(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  put(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written; valid until more is. */
  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const bigger = new Uint8Array(Math.max(this.#length + more, Math.ceil(this.#bytes.length * 1.6)));
    bigger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bigger;
    this.#view = new DataView(bigger.buffer);
  }
}
