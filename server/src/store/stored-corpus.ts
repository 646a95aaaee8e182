/**
 * A corpus that stays on disk: what is asked for is read from its segments, and nothing else is held but heads and a
 * bounded number of pages. It answers what a corpus built in memory answers.
 */

import { CONTEXT } from '../corpus/build.ts';
import { eventDates } from '../corpus/chronology.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type {
  Block,
  CorpusDocument,
  EventDate,
  Gazetteer,
  Passage,
  PassageStanding,
  SourceProblem,
  StructuredSource,
} from '../corpus/domain.ts';
import type { Roster } from '../corpus/gazetteer/entities.ts';
import { gazetteerOf } from '../corpus/gazetteer.ts';
import { uniqueCitekeys } from '../corpus/unique-citekeys.ts';
import { SegmentIndex, type SegmentPart } from '../index/segments.ts';
import type { EvidenceReader } from '../index/types.ts';
import { Memo } from '../text/memo.ts';
import type { DocumentRecord, SourceRecord } from './records.ts';
import type { StoredSegment } from './stored-segment.ts';

const UNKNOWN: PassageStanding = { standing: 'stated', speaker: null, parts: [] };
const PASSAGES = 8192;

/** A source of the corpus: where it is kept, and from which id on its passages count. */
export interface Held {
  readonly segment: StoredSegment;
  readonly record: SourceRecord;
  readonly firstId: number;
}

interface HeldDocument {
  readonly held: Held;
  readonly record: DocumentRecord;
  readonly document: CorpusDocument;
  /** Number of its first passage within the source. */
  readonly first: number;
}

export class StoredCorpus implements Corpus {
  readonly sources: ReadonlyMap<string, StructuredSource>;
  readonly documents: ReadonlyMap<string, CorpusDocument>;
  readonly passageCount: number;
  readonly index: EvidenceReader;
  readonly problems: readonly SourceProblem[];
  readonly #held: readonly Held[];
  readonly #byId = new Map<string, Held>();
  readonly #byKey = new Map<string, HeldDocument>();
  readonly #documentsOf = new Map<Held, readonly HeldDocument[]>();
  readonly #passages = new Memo<number, Passage>(PASSAGES);
  readonly #roster: () => Roster;
  #gazetteer: Gazetteer | null = null;
  #speakers: ReadonlySet<string> | null = null;

  /** `held` in the order of source ids, so that first ids ascend; `roster` is asked once, when somebody is looked up. */
  constructor(held: readonly Held[], problems: readonly SourceProblem[], roster: () => Roster) {
    this.#held = held;
    this.#roster = roster;
    const keys = uniqueCitekeys(held.map(({ segment, record }) => segment.structured(record)));
    const sources = new Map<string, StructuredSource>();
    const documents = new Map<string, CorpusDocument>();
    for (const one of held) {
      const { id } = one.record.about;
      const own = this.#enter(one, keys.get(id) ?? []);
      for (const { document } of own) documents.set(document.citekey, document);
      sources.set(
        id,
        one.segment.source(
          one.record,
          own.map(({ document }) => document),
        ),
      );
      this.#byId.set(id, one);
    }
    this.sources = sources;
    this.documents = documents;
    this.passageCount = held.reduce((sum, { record }) => sum + record.passages, 0);
    this.problems = [...problems, ...held.flatMap(({ record }) => record.problems)];
    this.index = new SegmentIndex(partsOf(held));
  }

  get speakers(): ReadonlySet<string> {
    this.#speakers ??= new Set(this.#held.flatMap(({ record }) => record.documents.flatMap(({ speakers }) => speakers)));
    return this.#speakers;
  }

  get gazetteer(): Gazetteer {
    this.#gazetteer ??= gazetteerOf(this.#roster());
    return this.#gazetteer;
  }

  passage(id: number): Passage | null {
    const held = this.#heldOf(id);
    return held === undefined ? null : this.#passages.get(id, () => this.#read(held, id - held.firstId));
  }

  passagesOf(citekey: string): readonly Passage[] {
    const found = this.#byKey.get(citekey);
    if (found === undefined) return [];
    const { held, first, record } = found;
    return Array.from({ length: record.passages }, (_, i) => this.#read(held, first + i));
  }

  idsOf(source: string): { readonly first: number; readonly count: number } {
    const held = this.#byId.get(source);
    return { first: held?.firstId ?? 0, count: held?.record.passages ?? 0 };
  }

  block(citekey: string, index: number): Block | null {
    const found = this.#byKey.get(citekey);
    return found === undefined || index < 0 || index >= found.record.blocks ? null : found.held.segment.block(found.record, index);
  }

  passagesAt(source: string, lines: readonly [number, number]): readonly Passage[] {
    const held = this.#byId.get(source);
    if (held === undefined) return [];
    const { segment, record } = held;
    const [from, to] = [segment.lineStart(record, lines[0] - 1), segment.lineStart(record, lines[1])];
    const found: Passage[] = [];
    for (let n = 0; n < record.passages; n++) {
      const { span } = segment.passage(record.firstSlot + n);
      if (span.start < to && span.end > from) found.push(this.#read(held, n));
    }
    return found.sort((a, b) => a.span.start - b.span.start);
  }

  standing(id: number): PassageStanding {
    const held = this.#heldOf(id);
    return held === undefined ? UNKNOWN : (held.segment.standing(held.record.firstSlot + id - held.firstId) ?? UNKNOWN);
  }

  dates(id: number): readonly EventDate[] {
    const passage = this.passage(id);
    const document = passage === null ? undefined : this.documents.get(passage.citekey);
    if (passage === null || document === undefined) return [];
    const before: Passage[] = [];
    for (let at = passage.before; at !== null && before.length < CONTEXT; at = before[0]?.before ?? null) {
      const one = this.passage(at);
      if (one === null) break;
      before.unshift(one);
    }
    return eventDates(document, passage, before);
  }

  words(source: string, { start, end }: { readonly start: number; readonly end: number }): string {
    const held = this.#byId.get(source);
    return held === undefined ? '' : held.segment.slice(held.record, start, end);
  }

  lineOf(source: string, offset: number): number {
    const held = this.#byId.get(source);
    return held === undefined ? 1 : held.segment.lineNumber(held.record, offset);
  }

  /** All passages, source by source. */
  *allPassages(): Generator<Passage> {
    for (const held of this.#held) for (let n = 0; n < held.record.passages; n++) yield this.#read(held, n);
  }

  #enter(held: Held, keys: readonly string[]): readonly HeldDocument[] {
    const { segment, record } = held;
    const renamed = new Map(record.documents.map(({ about }, i) => [about.citekey, keys[i] ?? about.citekey]));
    let first = 0;
    const own = record.documents.map((one, i): HeldDocument => {
      const { citekey, parent } = one.about;
      const document = segment.document(one, {
        citekey: keys[i] ?? citekey,
        parent: parent === null ? null : (renamed.get(parent) ?? parent),
      });
      const entered = { held, record: one, document, first };
      first += one.passages;
      this.#byKey.set(document.citekey, entered);
      return entered;
    });
    this.#documentsOf.set(held, own);
    return own;
  }

  #heldOf(id: number): Held | undefined {
    let low = 0;
    let high = this.#held.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#held[middle]?.firstId ?? 0) <= id) low = middle + 1;
      else high = middle;
    }
    const held = this.#held[low - 1];
    return held !== undefined && id - held.firstId < held.record.passages ? held : undefined;
  }

  #read(held: Held, n: number): Passage {
    const { segment, record, firstId } = held;
    const own = this.#documentsOf.get(held) ?? [];
    const at = own.findIndex(({ first, record: { passages } }) => n < first + passages);
    const found = own[at];
    if (found === undefined) throw new RangeError(`no passage ${n} in ${record.about.id}`);
    const { span, blockIndex } = segment.passage(record.firstSlot + n);
    const last = found.first + found.record.passages - 1;
    return {
      id: firstId + n,
      source: record.about.id,
      citekey: found.document.citekey,
      span,
      text: segment.slice(record, span.start, span.end),
      block: segment.block(found.record, blockIndex),
      blockIndex,
      before: n > found.first ? firstId + n - 1 : null,
      after: n < last ? firstId + n + 1 : null,
    };
  }
}

/** Each segment with what is left of it. */
function partsOf(held: readonly Held[]): readonly SegmentPart[] {
  const bySegment = new Map<StoredSegment, Held[]>();
  for (const one of held) bySegment.set(one.segment, [...(bySegment.get(one.segment) ?? []), one]);
  return [...bySegment].map(([segment, kept]) => {
    const living = kept.sort((a, b) => a.record.firstSlot - b.record.firstSlot);
    const records = new Set(living.map(({ record }) => record));
    const gone = segment.sources.filter((record) => !records.has(record));
    const dead = gone.length === 0 ? null : new Uint8Array(segment.postings.size);
    for (const { firstSlot, passages } of gone) dead?.fill(1, firstSlot, firstSlot + passages);
    return {
      segment: segment.postings,
      dead,
      removed: {
        passages: gone.reduce((sum, { passages }) => sum + passages, 0),
        terms: gone.reduce((sum, { terms }) => sum + terms, 0),
      },
      idOf: (slot) => idOf(living, slot),
    };
  });
}

function idOf(living: readonly Held[], slot: number): number {
  let low = 0;
  let high = living.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((living[middle]?.record.firstSlot ?? 0) <= slot) low = middle + 1;
    else high = middle;
  }
  // Sources without passages share the slot of the next one, which comes after them.
  const held = living[low - 1];
  return held === undefined ? -1 : held.firstId + slot - held.record.firstSlot;
}
