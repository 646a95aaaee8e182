/**
 * The corpus that claims are checked against: documents, passages, whose words they are, who is who, and the index over
 * them. A value for its users; loading and watching files belong to `corpus/load`.
 */
import type { EvidenceReader } from '../index/types.ts';
import type { Block, CorpusDocument, EventDate, Gazetteer, Passage, PassageStanding, SourceProblem, StructuredSource } from './domain.ts';

export interface Corpus {
  /** By source id, in the order of the ids. */
  readonly sources: ReadonlyMap<string, StructuredSource>;
  /** By citekey. */
  readonly documents: ReadonlyMap<string, CorpusDocument>;
  readonly passageCount: number;
  readonly index: EvidenceReader;
  readonly gazetteer: Gazetteer;
  readonly problems: readonly SourceProblem[];
  /** The names that turns and posts stand under, as they are written. */
  readonly speakers: ReadonlySet<string>;
  /** The passage with this id, or null when a changed file took it away. */
  passage(id: number): Passage | null;
  /** All passages of a document in reading order. */
  passagesOf(citekey: string): readonly Passage[];
  /** The ids of a source's passages: `count` of them from `first` on, in the order of its documents. */
  idsOf(source: string): { readonly first: number; readonly count: number };
  /** A block of a document by its ordinal, or null; cheaper than asking for all its blocks. */
  block(citekey: string, index: number): Block | null;
  /** Passages of a source that touch the lines (1-based, inclusive). */
  passagesAt(source: string, lines: readonly [number, number]): readonly Passage[];
  /** Whose words the passage is; worked out on demand and kept. */
  standing(id: number): PassageStanding;
  /** The days that the passage's words mean, years and words such as "the next day" worked out where that is sure. */
  dates(id: number): readonly EventDate[];
  /** A source's words between two offsets; cheaper than asking for all of its text. Empty for a source that is not there. */
  words(source: string, span: { readonly start: number; readonly end: number }): string;
  /** 1-based line of an offset in a source. */
  lineOf(source: string, offset: number): number;
}
