/**
 * Room that searches work in, taken once and used again: arrays made for each search would cost more than the search, and
 * scatter the memory of a program that searches all day.
 */

/** Slots of a window: its scores fit the processor's near memory. */
export const WINDOW = 16384;

export class SearchRoom {
  /** The scores of a window; all zero between windows. */
  readonly scores = new Float64Array(WINDOW);
  /** Which of them are not zero. */
  readonly touched = new Uint16Array(WINDOW);
  #words = new Uint32Array(1 << 14);
  #wordsUsed = 0;
  #doubles = new Float64Array(1 << 12);
  #doublesUsed = 0;
  #bytes = new Uint8Array(1 << 13);
  #bytesUsed = 0;

  /** Begins a search: what was taken for the last one is free again. */
  clear(): void {
    this.#wordsUsed = 0;
    this.#doublesUsed = 0;
    this.#bytesUsed = 0;
  }

  /** Room for numbers, whatever was in it before; valid until the next search. */
  words(length: number): Uint32Array {
    if (this.#wordsUsed + length > this.#words.length) {
      this.#words = new Uint32Array(Math.max(length, this.#words.length * 2));
      this.#wordsUsed = 0;
    }
    this.#wordsUsed += length;
    return this.#words.subarray(this.#wordsUsed - length, this.#wordsUsed);
  }

  doubles(length: number): Float64Array {
    if (this.#doublesUsed + length > this.#doubles.length) {
      this.#doubles = new Float64Array(Math.max(length, this.#doubles.length * 2));
      this.#doublesUsed = 0;
    }
    this.#doublesUsed += length;
    return this.#doubles.subarray(this.#doublesUsed - length, this.#doublesUsed);
  }

  bytes(length: number): Uint8Array {
    if (this.#bytesUsed + length > this.#bytes.length) {
      this.#bytes = new Uint8Array(Math.max(length, this.#bytes.length * 2));
      this.#bytesUsed = 0;
    }
    this.#bytesUsed += length;
    return this.#bytes.subarray(this.#bytesUsed - length, this.#bytesUsed);
  }
}
