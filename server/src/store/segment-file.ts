/**
 * A segment as a file (docs/index-format.md): sections one after the other, then a footer that says where each begins,
 * with a checksum for every page. It is written under another name, brought to the disk, and only then given its own.
 */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { type ByteReader, part } from '../index/bytes.ts';
import { checksum } from './checksum.ts';
import { DamagedIndex } from './damaged.ts';
import { PAGE, type PageCache, PagedFile } from './pages.ts';

/** The last letter is the format's version. */
const MAGIC = 'CORRSEG1';
/** Length of the footer, its checksum, and the magic word. */
const TRAILER = 16;

interface Footer {
  readonly size: number;
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>;
  readonly sums: readonly number[];
}

/** Writes a file in pages and sums them up. */
export class SegmentWriter {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;
  readonly #page = new Uint8Array(PAGE);
  readonly #sums: number[] = [];
  readonly #sections: Record<string, readonly [number, number]> = {};
  #filled = 0;
  #size = 0;

  constructor(path: string) {
    this.#path = path;
    this.#temporary = `${path}.writing`;
    this.#file = openSync(this.#temporary, 'w');
  }

  /** Puts a section behind the last one. */
  section(name: string, bytes: Uint8Array): void {
    this.begin(name);
    this.put(bytes);
    this.end(name);
  }

  /** Begins a section that is put in pieces. */
  begin(name: string): void {
    // Numbers are read faster where they do not lie across a page's end.
    const past = this.#size % 8;
    if (past > 0) this.put(new Uint8Array(8 - past));
    this.#sections[name] = [this.#size, 0];
  }

  end(name: string): void {
    const [start] = this.#sections[name] ?? [0];
    this.#sections[name] = [start, this.#size - start];
  }

  put(bytes: Uint8Array): void {
    this.#size += bytes.length;
    for (let done = 0; done < bytes.length; ) {
      const piece = bytes.subarray(done, done + PAGE - this.#filled);
      this.#page.set(piece, this.#filled);
      this.#filled += piece.length;
      done += piece.length;
      if (this.#filled === PAGE) this.#flush();
    }
  }

  /** Ends the file and gives it its name. */
  finish(): void {
    if (this.#filled > 0) this.#flush();
    const footer: Footer = { size: this.#size, sections: this.#sections, sums: this.#sums };
    const bytes = Buffer.from(JSON.stringify(footer));
    const trailer = Buffer.alloc(TRAILER);
    trailer.writeUInt32LE(bytes.length, 0);
    trailer.writeUInt32LE(checksum(new Uint8Array(bytes)), 4);
    trailer.write(MAGIC, 8, 'latin1');
    write(this.#file, bytes);
    write(this.#file, trailer);
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(this.#temporary, this.#path);
  }

  /** Gives up: leaves nothing behind. */
  abandon(): void {
    try {
      closeSync(this.#file);
    } catch {
      // It was closed already.
    }
    rmSync(this.#temporary, { force: true });
  }

  #flush(): void {
    const page = this.#page.subarray(0, this.#filled);
    this.#sums.push(checksum(page));
    write(this.#file, page);
    this.#filled = 0;
  }
}

function write(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
}

export interface SegmentFile {
  section(name: string): ByteReader;
  /** Reads every page, so that damage shows now; throws DamagedIndex. */
  verify(): void;
  close(): void;
}

/** Opens a segment; throws DamagedIndex where it is not whole, and the system's error where there is none. */
export function openSegmentFile(path: string, name: string, cache: PageCache): SegmentFile {
  const file = openSync(path, 'r');
  try {
    const footer = readFooter(file, name);
    const pages = new PagedFile(file, name, footer.size, Uint32Array.from(footer.sums), cache);
    return {
      section: (wanted) => {
        const [offset, length] = footer.sections[wanted] ?? [0, 0];
        return part(pages, offset, length);
      },
      verify: () => {
        for (let at = 0; at < footer.size; at += PAGE) pages.bytes(at, 1);
      },
      close: () => pages.close(),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function readFooter(file: number, name: string): Footer {
  const { size } = fstatSync(file);
  const trailer = readAt(file, size - TRAILER, TRAILER, name);
  if (trailer.toString('latin1', 8) !== MAGIC) throw new DamagedIndex(`${name} is no segment of this version`);
  const length = trailer.readUInt32LE(0);
  const footer = readAt(file, size - TRAILER - length, length, name);
  if (checksum(new Uint8Array(footer)) !== trailer.readUInt32LE(4)) throw new DamagedIndex(`${name} is damaged`);
  const read = JSON.parse(footer.toString()) as Footer;
  if (read.size + length + TRAILER !== size) throw new DamagedIndex(`${name} has lost a part`);
  return read;
}

function readAt(file: number, offset: number, length: number, name: string): Buffer {
  if (offset < 0) throw new DamagedIndex(`${name} is too short`);
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, offset + done);
    if (read === 0) throw new DamagedIndex(`${name} is too short`);
    done += read;
  }
  return bytes;
}
