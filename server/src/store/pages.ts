/**
 * Pages of files, kept while there is room for them: the memory that searching a large corpus takes is bounded by the
 * budget, not by the corpus. Every page is verified when it is read, once for as long as it is kept.
 */
import { closeSync, readSync } from 'node:fs';
import type { ByteReader } from '../index/bytes.ts';
import { Memo } from '../text/memo.ts';
import { checksum } from './checksum.ts';
import { DamagedIndex } from './damaged.ts';

/** Small, for most reads are one sentence somewhere in the corpus, and a page is read and verified as a whole. */
export const PAGE = 1 << 14;
const IN_PAGE = PAGE - 1;

interface Page {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** The pages of any number of files; those that were not asked for lately go first. */
export class PageCache {
  readonly #pages: Memo<string, Page>;

  /** `budget` in bytes. */
  constructor(budget: number) {
    this.#pages = new Memo(Math.max(8, Math.floor(budget / PAGE)));
  }

  get(key: string, read: () => Uint8Array): Page {
    return this.#pages.get(key, () => {
      const bytes = read();
      return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    });
  }
}

/** A file of which `size` bytes are read by pages, each as its sum says. */
export class PagedFile implements ByteReader {
  readonly size: number;
  readonly #file: number;
  readonly #name: string;
  readonly #sums: Uint32Array;
  readonly #cache: PageCache;
  /** The page that was read last: most reads stay in it. */
  #number = -1;
  #page: Page | null = null;
  #open = true;

  constructor(file: number, name: string, size: number, sums: Uint32Array, cache: PageCache) {
    this.size = size;
    this.#file = file;
    this.#name = name;
    this.#sums = sums;
    this.#cache = cache;
  }

  bytes(offset: number, length: number): Uint8Array {
    const from = offset & IN_PAGE;
    if (from + length <= PAGE) return this.#pageAt(offset).bytes.subarray(from, from + length);
    const joined = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const at = offset + done;
      const start = at % PAGE;
      const piece = this.#pageAt(at).bytes.subarray(start, Math.min(PAGE, start + length - done));
      joined.set(piece, done);
      done += piece.length;
      if (piece.length === 0) throw new DamagedIndex(`${this.#name} ends too early`);
    }
    return joined;
  }

  word(offset: number): number {
    const page = this.#pageAt(offset);
    const from = offset & IN_PAGE;
    if (from + 4 <= page.bytes.length) return page.view.getUint32(from, true);
    const bytes = this.bytes(offset, 4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#file);
  }

  #pageAt(offset: number): Page {
    const number = Math.floor(offset / PAGE);
    if (number === this.#number && this.#page !== null) return this.#page;
    this.#page = this.#cache.get(`${this.#name}:${number}`, () => this.#read(number));
    this.#number = number;
    return this.#page;
  }

  #read(number: number): Uint8Array {
    const start = number * PAGE;
    const length = Math.min(PAGE, this.size - start);
    if (!this.#open || length <= 0) throw new DamagedIndex(`${this.#name} is closed or ends too early`);
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#file, bytes, done, length - done, start + done);
      if (read === 0) throw new DamagedIndex(`${this.#name} ends too early`);
      done += read;
    }
    if (checksum(bytes) !== this.#sums[number]) throw new DamagedIndex(`${this.#name} is damaged`);
    return bytes;
  }
}
