/** Writes sources, with all that was worked out about them, as one segment. */

import { speakersOf } from '../corpus/build.ts';
import type { Block, Passage, PassageStanding, StructuredSource } from '../corpus/domain.ts';
import { passagesOf } from '../corpus/passages.ts';
import { attributeDocument } from '../corpus/standing.ts';
import { ByteWriter } from '../index/bytes.ts';
import { createMemoryIndex } from '../index/memory.ts';
import { encodePostings, POSTING_SECTIONS } from '../index/segment-write.ts';
import { LineMap } from '../text/lines.ts';
import { indexTerms } from '../text/terms.ts';
import { type DocumentRecord, type SegmentHead, type SourceRecord, STANDING_RUN } from './records.ts';
import { SegmentWriter } from './segment-file.ts';
import { packStandings } from './standings.ts';

/** Collects sources and writes them as one file, which is there when `finish` returns, whole. */
export class SegmentBuilder {
  readonly #writer: SegmentWriter;
  readonly #index = createMemoryIndex();
  readonly #records: SourceRecord[] = [];
  readonly #passages = new ByteWriter(1 << 16);
  readonly #blocks = new ByteWriter(1 << 16);
  readonly #lines = new ByteWriter(1 << 16);
  readonly #rest = new ByteWriter(1 << 16);
  readonly #standings = new ByteWriter(1 << 16);
  readonly #standingEnds: number[] = [];
  readonly #kinds = new Map<string, number>();
  #run: PassageStanding[] = [];
  #runLengths: number[] = [];
  #slots = 0;
  #blockCount = 0;
  #lineCount = 0;
  #textLength = 0;

  constructor(path: string) {
    this.#writer = new SegmentWriter(path);
    // Texts are by far the most; they go straight to the file.
    this.#writer.begin('texts');
  }

  /** Passages so far. */
  get size(): number {
    return this.#slots;
  }

  /** Gives the number of the source's record. */
  add({ source, documents, furniture, problems }: StructuredSource): number {
    const { text, places, ...about } = source;
    const firstSlot = this.#slots;
    let terms = 0;
    const records = documents.map((document): DocumentRecord => {
      const { blocks, ...rest } = document;
      const firstBlock = this.#blockCount;
      for (const block of blocks) this.#addBlock(block);
      const passages = passagesOf(document, text, this.#slots);
      const standings = attributeDocument(document, passages);
      passages.forEach((passage, i) => {
        terms += this.#addPassage(passage, standings[i]);
      });
      return { about: rest, firstBlock, blocks: blocks.length, passages: passages.length, speakers: speakersOf(blocks) };
    });
    this.#records.push({
      about,
      problems,
      documents: records,
      firstSlot,
      passages: this.#slots - firstSlot,
      terms,
      text: this.#addText(text),
      lines: this.#addLines(text),
      rest: this.#addRest(JSON.stringify({ furniture, places })),
    });
    return this.#records.length - 1;
  }

  finish(): void {
    try {
      if (this.#run.length > 0) this.#endRun();
      const writer = this.#writer;
      writer.end('texts');
      writer.section('passages', this.#passages.done());
      writer.section('blocks', this.#blocks.done());
      writer.section('lines', this.#lines.done());
      writer.section('rest', this.#rest.done());
      writer.section('standings', this.#standings.done());
      const postings = encodePostings(this.#index.postings());
      for (const name of POSTING_SECTIONS) writer.section(`index.${name}`, postings[name]);
      const head: SegmentHead = {
        sources: this.#records,
        standingEnds: this.#standingEnds,
        blockKinds: [...this.#kinds.keys()],
      };
      writer.section('head', Buffer.from(JSON.stringify(head)));
      writer.finish();
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  abandon(): void {
    this.#writer.abandon();
  }

  #addBlock({ span, ...kind }: Block): void {
    const key = JSON.stringify(kind);
    let number = this.#kinds.get(key);
    if (number === undefined) {
      number = this.#kinds.size;
      this.#kinds.set(key, number);
    }
    for (const value of [span.start, span.end, number]) this.#blocks.word(value);
    this.#blockCount++;
  }

  /** Gives the passage's length in terms. */
  #addPassage(passage: Passage, standing: PassageStanding | undefined): number {
    for (const value of [passage.span.start, passage.span.end, passage.blockIndex]) this.#passages.word(value);
    const terms = indexTerms(passage.text);
    this.#index.add(this.#slots++, terms);
    if (standing !== undefined) this.#run.push(standing);
    this.#runLengths.push(passage.text.length);
    if (this.#run.length === STANDING_RUN) this.#endRun();
    return terms.length;
  }

  #endRun(): void {
    this.#standings.put(Buffer.from(packStandings(this.#run, this.#runLengths)));
    this.#standingEnds.push(this.#standings.length);
    this.#run = [];
    this.#runLengths = [];
  }

  #addText(text: string): SourceRecord['text'] {
    // A text without letters beyond Latin 1 takes half the room.
    const wide = /[\u0100-\uffff]/.test(text);
    const bytes = Buffer.from(text, wide ? 'utf16le' : 'latin1');
    const offset = this.#textLength;
    this.#writer.put(bytes);
    this.#textLength += bytes.length;
    return { offset, units: text.length, wide };
  }

  #addLines(text: string): SourceRecord['lines'] {
    const map = new LineMap(text);
    const first = this.#lineCount;
    for (let line = 0; line < map.lineCount; line++) this.#lines.word(map.start(line));
    this.#lineCount += map.lineCount;
    return { first, count: map.lineCount };
  }

  #addRest(json: string): SourceRecord['rest'] {
    const bytes = Buffer.from(json);
    const offset = this.#rest.length;
    this.#rest.put(bytes);
    return { offset, length: bytes.length };
  }
}
