/**
 * Builds a corpus from structured sources, and updates one by the sources that changed. What is dear (whose words a
 * passage is, who is who) is worked out on first use and kept.
 */

import { createMemoryIndex } from '../index/memory.ts';
import type { EvidenceIndex } from '../index/types.ts';
import { firstWhere } from '../text/halving.ts';
import { LineMap } from '../text/lines.ts';
import { indexTerms } from '../text/terms.ts';
import { eventDates } from './chronology.ts';
import type { Corpus } from './corpus.ts';
import type { Block, CorpusDocument, EventDate, Gazetteer, Passage, PassageStanding, SourceProblem, StructuredSource } from './domain.ts';
import { buildGazetteer } from './gazetteer.ts';
import { passagesOf } from './passages.ts';
import { firstIds } from './slots.ts';
import { attributeDocument } from './standing.ts';
import { uniqueCitekeys } from './unique-citekeys.ts';

/** Passages above one that may say which day its words count from. */
export const CONTEXT = 8;
const UNKNOWN: PassageStanding = { standing: 'stated', speaker: null, parts: [] };

/** One document with its passages, whose ids run on from the first one's. */
interface DocumentEntry {
  readonly document: CorpusDocument;
  readonly passages: readonly Passage[];
  standings: readonly PassageStanding[] | null;
}

interface SourceEntry {
  /** What was given; an update compares it to see whether the source stayed. */
  readonly given: StructuredSource;
  /** The same with the citekeys that are unique in the corpus. */
  readonly structured: StructuredSource;
  readonly documents: readonly DocumentEntry[];
  readonly firstId: number;
  lines: LineMap | null;
  order: PassageOrder | null;
}

/** A source's passages as they stand in it, and the length of the longest. */
interface PassageOrder {
  readonly inOrder: readonly Passage[];
  readonly longest: number;
}

class BuiltCorpus implements Corpus {
  readonly sources: ReadonlyMap<string, StructuredSource>;
  readonly documents: ReadonlyMap<string, CorpusDocument>;
  readonly passageCount: number;
  readonly index: EvidenceIndex;
  readonly problems: readonly SourceProblem[];
  readonly entries: ReadonlyMap<string, SourceEntry>;
  readonly loadProblems: readonly SourceProblem[];
  readonly #byKey = new Map<string, DocumentEntry>();
  /** Documents in the order of their ids, with the first id of each, for looking up a passage. */
  readonly #byId: readonly DocumentEntry[];
  readonly #firstIds: readonly number[];
  #gazetteer: Gazetteer | null = null;
  #speakers: ReadonlySet<string> | null = null;

  constructor(entries: ReadonlyMap<string, SourceEntry>, index: EvidenceIndex, loadProblems: readonly SourceProblem[]) {
    this.entries = entries;
    this.index = index;
    this.loadProblems = loadProblems;
    const all = [...entries.values()];
    this.sources = new Map(all.map((entry) => [entry.structured.source.id, entry.structured]));
    const documents = all.flatMap((entry) => entry.documents);
    this.documents = new Map(documents.map(({ document }) => [document.citekey, document]));
    for (const entry of documents) {
      this.#byKey.set(entry.document.citekey, entry);
    }
    this.#byId = documents.filter((entry) => entry.passages.length > 0).sort((a, b) => firstId(a) - firstId(b));
    this.#firstIds = this.#byId.map(firstId);
    this.passageCount = this.#byId.reduce((sum, entry) => sum + entry.passages.length, 0);
    this.problems = [...loadProblems, ...all.flatMap((entry) => entry.structured.problems)];
  }

  get speakers(): ReadonlySet<string> {
    this.#speakers ??= new Set([...this.documents.values()].flatMap((document) => speakersOf(document.blocks)));
    return this.#speakers;
  }

  get gazetteer(): Gazetteer {
    this.#gazetteer ??= buildGazetteer(this.#allPassages(), [...this.documents.values()]);
    return this.#gazetteer;
  }

  passage(id: number): Passage | null {
    const entry = this.#entryOf(id);
    return entry?.passages[id - firstId(entry)] ?? null;
  }

  passagesOf(citekey: string): readonly Passage[] {
    return this.#byKey.get(citekey)?.passages ?? [];
  }

  idsOf(source: string): { readonly first: number; readonly count: number } {
    const entry = this.entries.get(source);
    return { first: entry?.firstId ?? 0, count: entry?.documents.reduce((sum, { passages }) => sum + passages.length, 0) ?? 0 };
  }

  block(citekey: string, index: number): Block | null {
    return this.#byKey.get(citekey)?.document.blocks[index] ?? null;
  }

  passagesAt(source: string, lines: readonly [number, number]): readonly Passage[] {
    const entry = this.entries.get(source);
    if (entry === undefined) {
      return [];
    }
    const map = linesOf(entry);
    const from = map.start(lines[0] - 1);
    const to = map.start(lines[1]);
    const { inOrder, longest } = orderOf(entry);
    // No passage that begins further before the lines than the longest is long can reach into them.
    const first = firstWhere(inOrder.length, (at) => (inOrder[at]?.span.start ?? 0) > from - longest);
    const end = firstWhere(inOrder.length, (at) => (inOrder[at]?.span.start ?? 0) >= to);
    return inOrder.slice(first, end).filter(({ span }) => span.end > from);
  }

  standing(id: number): PassageStanding {
    const entry = this.#entryOf(id);
    if (entry === undefined) {
      return UNKNOWN;
    }
    entry.standings ??= attributeDocument(entry.document, entry.passages);
    return entry.standings[id - firstId(entry)] ?? UNKNOWN;
  }

  dates(id: number): readonly EventDate[] {
    const entry = this.#entryOf(id);
    const at = entry === undefined ? -1 : id - firstId(entry);
    const passage = entry?.passages[at];
    return entry === undefined || passage === undefined
      ? []
      : eventDates(entry.document, passage, entry.passages.slice(Math.max(0, at - CONTEXT), at));
  }

  words(source: string, { start, end }: { readonly start: number; readonly end: number }): string {
    return this.entries.get(source)?.structured.source.text.slice(start, end) ?? '';
  }

  lineOf(source: string, offset: number): number {
    const entry = this.entries.get(source);
    return entry === undefined ? 1 : linesOf(entry).lineNumber(offset);
  }

  #entryOf(id: number): DocumentEntry | undefined {
    return this.#byId[firstWhere(this.#firstIds.length, (index) => (this.#firstIds[index] ?? 0) > id) - 1];
  }

  *#allPassages(): Iterable<Passage> {
    for (const entry of this.entries.values()) {
      for (const document of entry.documents) {
        yield* document.passages;
      }
    }
  }
}

/** The names that turns and posts stand under. */
export function speakersOf(blocks: readonly Block[]): readonly string[] {
  return [...new Set(blocks.flatMap(({ speaker }) => speaker ?? []))];
}

function firstId(entry: DocumentEntry): number {
  return entry.passages[0]?.id ?? 0;
}

function linesOf(entry: SourceEntry): LineMap {
  entry.lines ??= new LineMap(entry.structured.source.text);
  return entry.lines;
}

function orderOf(entry: SourceEntry): PassageOrder {
  if (entry.order === null) {
    const inOrder = entry.documents.flatMap((document) => document.passages).sort((a, b) => a.span.start - b.span.start);
    entry.order = { inOrder, longest: inOrder.reduce((longest, { span }) => Math.max(longest, span.end - span.start), 0) };
  }
  return entry.order;
}

function enter(given: StructuredSource, keys: readonly string[], parents: ReadonlyMap<string, string>, firstId: number): SourceEntry {
  let next = firstId;
  const documents = given.documents.map((document, i): DocumentEntry => {
    const parent = document.parent === null ? null : (parents.get(document.parent) ?? document.parent);
    const keyed = { ...document, citekey: keys[i] ?? document.citekey, parent };
    const passages = passagesOf(keyed, given.source.text, next);
    next += passages.length;
    return { document: keyed, passages, standings: null };
  });
  return {
    given,
    structured: { ...given, documents: documents.map(({ document }) => document) },
    documents,
    firstId,
    lines: null,
    order: null,
  };
}

function sameKeys(entry: SourceEntry, keys: readonly string[]): boolean {
  return entry.documents.every(({ document }, i) => document.citekey === keys[i]);
}

/** Enters what is new or has other citekeys than before, and keeps the rest. */
function assemble(
  structured: readonly StructuredSource[],
  kept: ReadonlyMap<string, SourceEntry>,
  index: EvidenceIndex,
  problems: readonly SourceProblem[],
): BuiltCorpus {
  const ordered = [...structured].sort((a, b) => compareIds(a.source.id, b.source.id));
  const keys = uniqueCitekeys(ordered);
  const keysOf = ({ source }: StructuredSource) => keys.get(source.id) ?? [];
  const stays = (given: StructuredSource, old: SourceEntry) => old.given === given && sameKeys(old, keysOf(given));
  const slots = firstIds(
    ordered.map((given) => {
      const old = kept.get(given.source.id);
      return { firstId: old?.firstId ?? null, keeps: old !== undefined && stays(given, old) };
    }),
    new Set([...kept.values()].map((old) => old.firstId)),
  );
  if (slots === null && kept.size > 0) {
    return assemble(structured, new Map(), createMemoryIndex(), problems);
  }
  const entries = new Map<string, SourceEntry>();
  ordered.forEach((given, i) => {
    const id = given.source.id;
    const own = keysOf(given);
    const old = kept.get(id);
    if (old !== undefined && stays(given, old)) {
      entries.set(id, old);
      return;
    }
    const renamed = new Map(given.documents.map((document, d) => [document.citekey, own[d] ?? document.citekey]));
    const entry = enter(given, own, renamed, slots?.[i] ?? 0);
    entries.set(id, entry);
    for (const { passages } of entry.documents) {
      for (const passage of passages) {
        index.add(passage.id, indexTerms(passage.text));
      }
    }
  });
  for (const [id, old] of kept) {
    if (entries.get(id) !== old) {
      for (const { passages } of old.documents) {
        for (const passage of passages) {
          index.remove(passage.id);
        }
      }
    }
  }
  return new BuiltCorpus(entries, index, problems);
}

/** Code unit order, which no locale changes. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A corpus over structured sources; `problems` are those of files that could not be loaded at all. */
export function buildCorpus(structured: readonly StructuredSource[], problems: readonly SourceProblem[] = []): Corpus {
  const last = new Map(structured.map((one) => [one.source.id, one]));
  return assemble([...last.values()], new Map(), createMemoryIndex(), problems);
}

/**
 * The corpus after some sources changed (or came) and some went. Costs the size of the change, and takes the given
 * corpus's index over: that corpus must not be searched afterwards. `problems` replaces what loading reported before.
 */
export function updateCorpus(
  corpus: Corpus,
  changed: readonly StructuredSource[],
  removed: readonly string[],
  problems?: readonly SourceProblem[],
): Corpus {
  const gone = new Set(removed);
  if (!(corpus instanceof BuiltCorpus)) {
    const rest = [...corpus.sources.values()].filter(({ source }) => !gone.has(source.id));
    return buildCorpus([...rest, ...changed], problems ?? []);
  }
  const now = new Map<string, StructuredSource>();
  for (const [id, entry] of corpus.entries) {
    if (!gone.has(id)) {
      now.set(id, entry.given);
    }
  }
  for (const structured of changed) {
    now.set(structured.source.id, structured);
  }
  return assemble([...now.values()], corpus.entries, corpus.index, problems ?? corpus.loadProblems);
}
