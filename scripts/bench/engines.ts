/** What finds passages by words: ours as it runs on a large corpus (an index file read by pages), and others to hold it against. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ByteReader } from '../../server/src/index/bytes.ts';
import { createMemoryIndex } from '../../server/src/index/memory.ts';
import { Segment } from '../../server/src/index/segment.ts';
import { encodePostings, POSTING_SECTIONS, type PostingSection } from '../../server/src/index/segment-write.ts';
import { SegmentIndex } from '../../server/src/index/segments.ts';
import { PageCache } from '../../server/src/store/pages.ts';
import { openSegmentFile, SegmentWriter } from '../../server/src/store/segment-file.ts';

export interface Engine {
  /** Indexes the passages; ids count from 0. Gives the bytes that the index takes on disk, 0 for one in memory. */
  build(passages: Iterable<readonly string[]>): Promise<number>;
  /** Makes ready to search what was built, as a new process would. */
  open(): Promise<void>;
  search(words: readonly string[], limit: number): readonly number[];
  close(): void;
}

export const ENGINES = ['corroborate', 'brute-force', 'sqlite-fts5', 'flexsearch', 'minisearch'] as const;
export type EngineName = (typeof ENGINES)[number];

export function engineOf(name: EngineName): Engine {
  return { corroborate: ours, 'brute-force': bruteForce, 'sqlite-fts5': sqlite, flexsearch, minisearch }[name]();
}

const BUDGET = 64 * 1024 * 1024;

/** Segments of so many passages, as the writer of indexes makes them. */
const SEGMENT = 120_000;

function ours(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'));
  const files: { readonly path: string; readonly terms: number; readonly first: number }[] = [];
  let index: SegmentIndex | null = null;
  const write = (memory: ReturnType<typeof createMemoryIndex>, first: number): void => {
    const path = join(folder, `${files.length}.segment`);
    const writer = new SegmentWriter(path);
    const postings = memory.postings();
    const sections = encodePostings(postings);
    for (const section of POSTING_SECTIONS) writer.section(section, sections[section]);
    writer.finish();
    files.push({ path, terms: postings.lengths.reduce((sum, length) => sum + length, 0), first });
  };
  return {
    build: async (passages) => {
      let memory = createMemoryIndex();
      let id = 0;
      for (const words of passages) {
        memory.add(id++, words);
        if (memory.size < SEGMENT) continue;
        write(memory, id - memory.size);
        memory = createMemoryIndex();
      }
      if (memory.size > 0) write(memory, id - memory.size);
      return files.reduce((sum, { path }) => sum + statSync(path).size, 0);
    },
    open: async () => {
      const cache = new PageCache(BUDGET);
      index = new SegmentIndex(
        files.map(({ path, terms, first }) => {
          const file = openSegmentFile(path, path, cache);
          const sections = Object.fromEntries(POSTING_SECTIONS.map((name) => [name, file.section(name)])) as Record<
            PostingSection,
            ByteReader
          >;
          return {
            segment: new Segment(sections, terms),
            dead: null,
            removed: { passages: 0, terms: 0 },
            idOf: (slot: number) => first + slot,
          };
        }),
      );
    },
    search: (words, limit) =>
      (
        index?.search(
          words.map((term) => ({ term, weight: 1 })),
          limit,
        ) ?? []
      ).map(({ id }) => id),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** BM25 of every passage that has a word, without any short cut: what the best passages are. */
function bruteForce(): Engine {
  const memory = createMemoryIndex();
  return {
    build: async (passages) => {
      let id = 0;
      for (const words of passages) memory.add(id++, words);
      return 0;
    },
    open: async () => {},
    search: (words, limit) =>
      memory
        .search(
          words.map((term) => ({ term, weight: 1 })),
          limit,
        )
        .map(({ id }) => id),
    close: () => {},
  };
}

function sqlite(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'));
  const path = join(folder, 'passages.db');
  let find: (words: readonly string[], limit: number) => readonly number[] = () => [];
  let done = (): void => {};
  return {
    build: async (passages) => {
      const { Database } = (await import('node-sqlite3-wasm')).default;
      const db = new Database(path);
      db.run('CREATE VIRTUAL TABLE passages USING fts5(words)');
      db.run('BEGIN');
      const insert = db.prepare('INSERT INTO passages (rowid, words) VALUES (?, ?)');
      let id = 0;
      for (const words of passages) insert.run([id++, words.join(' ')]);
      insert.finalize();
      db.run('COMMIT');
      db.close();
      return statSync(path).size;
    },
    open: async () => {
      const { Database } = (await import('node-sqlite3-wasm')).default;
      const db = new Database(path, { readOnly: true });
      const select = db.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
      find = (words, limit) => select.all([words.join(' OR '), limit]).map((row) => Number(row['rowid']));
      done = () => {
        select.finalize();
        db.close();
      };
    },
    search: (words, limit) => find(words, limit),
    close: () => {
      done();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function flexsearch(): Engine {
  let find: (words: readonly string[], limit: number) => readonly number[] = () => [];
  return {
    build: async (passages) => {
      const { Index } = await import('flexsearch');
      const index = new Index({ tokenize: 'strict' });
      let id = 0;
      for (const words of passages) index.add(id++, words.join(' '));
      find = (words, limit) => index.search(words.join(' '), { limit, suggest: true }).map(Number);
      return 0;
    },
    open: async () => {},
    search: (words, limit) => find(words, limit),
    close: () => {},
  };
}

function minisearch(): Engine {
  let find: (words: readonly string[], limit: number) => readonly number[] = () => [];
  return {
    build: async (passages) => {
      const { default: MiniSearch } = await import('minisearch');
      const index = new MiniSearch({ fields: ['words'] });
      let id = 0;
      for (const words of passages) index.add({ id: id++, words: words.join(' ') });
      find = (words, limit) =>
        index
          .search(words.join(' '), { combineWith: 'OR' })
          .slice(0, limit)
          .map((hit) => Number(hit.id));
      return 0;
    },
    open: async () => {},
    search: (words, limit) => find(words, limit),
    close: () => {},
  };
}
