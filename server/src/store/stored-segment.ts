/** Reads a segment: its sources, passages, blocks, lines and standings, each when it is asked for. */

import { basename } from 'node:path';
import type { Block, CorpusDocument, PassageStanding, SourceSpan, StructuredSource } from '../corpus/domain.ts';
import type { ByteReader } from '../index/bytes.ts';
import { Segment } from '../index/segment.ts';
import { POSTING_SECTIONS, type PostingSection } from '../index/segment-write.ts';
import { Memo } from '../text/memo.ts';
import { DamagedIndex } from './damaged.ts';
import type { PageCache } from './pages.ts';
import { BLOCK_RECORD, type DocumentRecord, PASSAGE_RECORD, type SegmentHead, type SourceRecord, STANDING_RUN } from './records.ts';
import { openSegmentFile, type SegmentFile } from './segment-file.ts';
import { unpackStandings } from './standings.ts';

/** Whole texts kept; passages are read from the file one by one. */
const TEXTS = 4;
const DOCUMENTS = 4;
const STANDING_RUNS = 256;

type Rest = Pick<StructuredSource, 'furniture'> & Pick<StructuredSource['source'], 'places'>;
type BlockKind = Omit<Block, 'span'>;

export interface PassagePlace {
  readonly span: SourceSpan;
  readonly blockIndex: number;
}

export class StoredSegment {
  readonly sources: readonly SourceRecord[];
  readonly postings: Segment;
  readonly #file: SegmentFile;
  readonly #head: SegmentHead;
  readonly #kinds: readonly (() => BlockKind)[];
  readonly #sections: Readonly<Record<'texts' | 'passages' | 'blocks' | 'lines' | 'rest' | 'standings', ByteReader>>;
  readonly #texts = new Memo<SourceRecord, string>(TEXTS);
  readonly #rests = new Memo<SourceRecord, Rest>(TEXTS);
  readonly #blockLists = new Memo<DocumentRecord, readonly Block[]>(DOCUMENTS);
  readonly #standingRuns = new Memo<number, readonly PassageStanding[]>(STANDING_RUNS);

  /** Throws DamagedIndex where the file is not whole. */
  constructor(path: string, cache: PageCache) {
    this.#file = openSegmentFile(path, basename(path), cache);
    try {
      const head = this.#file.section('head');
      this.#head = JSON.parse(textOf(head.bytes(0, head.size), 'utf8')) as SegmentHead;
      this.sources = this.#head.sources;
      const section = (name: string): ByteReader => this.#file.section(name);
      this.#sections = {
        texts: section('texts'),
        passages: section('passages'),
        blocks: section('blocks'),
        lines: section('lines'),
        rest: section('rest'),
        standings: section('standings'),
      };
      const postings = Object.fromEntries(POSTING_SECTIONS.map((name) => [name, section(`index.${name}`)])) as Record<
        PostingSection,
        ByteReader
      >;
      this.postings = new Segment(
        postings,
        this.sources.reduce((sum, { terms }) => sum + terms, 0),
      );
      this.#kinds = this.#head.blockKinds.map((json) => remembered(() => JSON.parse(json) as BlockKind));
    } catch (error) {
      this.#file.close();
      throw error instanceof SyntaxError ? new DamagedIndex(`${basename(path)} cannot be read`) : error;
    }
  }

  close(): void {
    this.#file.close();
  }

  /** Reads everything once, so that damage shows now. */
  verify(): void {
    this.#file.verify();
  }

  text(source: SourceRecord): string {
    return this.#texts.get(source, () => this.slice(source, 0, source.text.units));
  }

  /** A part of a source's text, by its UTF-16 units. */
  slice({ text }: SourceRecord, start: number, end: number): string {
    const [from, to] = [Math.min(start, text.units), Math.min(end, text.units)];
    if (to <= from) return '';
    const unit = text.wide ? 2 : 1;
    const bytes = this.#sections.texts.bytes(text.offset + from * unit, (to - from) * unit);
    return textOf(bytes, text.wide ? 'utf16le' : 'latin1');
  }

  /** What is known of a source beside its text and documents. */
  rest(source: SourceRecord): Rest {
    return this.#rests.get(source, () => {
      const { offset, length } = source.rest;
      return JSON.parse(textOf(this.#sections.rest.bytes(offset, length), 'utf8')) as Rest;
    });
  }

  passage(slot: number): PassagePlace {
    const { passages } = this.#sections;
    const at = slot * PASSAGE_RECORD;
    return { span: { start: passages.word(at), end: passages.word(at + 4) }, blockIndex: passages.word(at + 8) };
  }

  block(document: DocumentRecord, index: number): Block {
    const { blocks } = this.#sections;
    const at = (document.firstBlock + index) * BLOCK_RECORD;
    return this.#block(blocks.word(at), blocks.word(at + 4), blocks.word(at + 8));
  }

  blocks(document: DocumentRecord): readonly Block[] {
    return this.#blockLists.get(document, () => {
      const bytes = this.#sections.blocks.bytes(document.firstBlock * BLOCK_RECORD, document.blocks * BLOCK_RECORD);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return Array.from({ length: document.blocks }, (_, i) => {
        const at = i * BLOCK_RECORD;
        return this.#block(view.getUint32(at, true), view.getUint32(at + 4, true), view.getUint32(at + 8, true));
      });
    });
  }

  #block(start: number, end: number, number: number): Block {
    const kind = this.#kinds[number]?.();
    if (kind === undefined) throw new DamagedIndex('a block is of no kind');
    return { ...kind, span: { start, end } };
  }

  standing(slot: number): PassageStanding | null {
    const run = Math.floor(slot / STANDING_RUN);
    const standings = this.#standingRuns.get(run, () => {
      const from = run === 0 ? 0 : (this.#head.standingEnds[run - 1] ?? 0);
      const bytes = this.#sections.standings.bytes(from, (this.#head.standingEnds[run] ?? from) - from);
      const lengthOf = (at: number): number => {
        const { span } = this.passage(run * STANDING_RUN + at);
        return span.end - span.start;
      };
      return unpackStandings(textOf(bytes, 'utf8'), lengthOf);
    });
    return standings[slot % STANDING_RUN] ?? null;
  }

  /** Number of line starts of a source that are not behind the offset. */
  lineNumber({ lines }: SourceRecord, offset: number): number {
    let low = 1;
    let high = lines.count;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#sections.lines.word((lines.first + middle - 1) * 4) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset at which a line (0-based) begins; of one that is not there, the end of the text. */
  lineStart({ lines, text }: SourceRecord, line: number): number {
    const at = Math.max(0, line);
    return at < lines.count ? this.#sections.lines.word((lines.first + at) * 4) : text.units;
  }

  /** A source as it was given, read when it is asked for. */
  structured(record: SourceRecord): StructuredSource {
    const documents = record.documents.map((document) => this.document(document, {}));
    return this.source(record, documents);
  }

  /** A source with these documents. */
  source(record: SourceRecord, documents: readonly CorpusDocument[]): StructuredSource {
    const segment = this;
    return {
      source: {
        ...record.about,
        get text() {
          return segment.text(record);
        },
        get places() {
          return segment.rest(record).places;
        },
      },
      documents,
      problems: record.problems,
      get furniture() {
        return segment.rest(record).furniture;
      },
    };
  }

  /** A document whose blocks are read when they are asked for. */
  document(record: DocumentRecord, changes: Partial<Pick<CorpusDocument, 'citekey' | 'parent'>>): CorpusDocument {
    const segment = this;
    return {
      ...record.about,
      ...changes,
      get blocks() {
        return segment.blocks(record);
      },
    };
  }
}

function textOf(bytes: Uint8Array, encoding: 'utf8' | 'utf16le' | 'latin1'): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding);
}

function remembered<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
