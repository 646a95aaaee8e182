/**
 * The text of a block with its sentences, citations and quotations. A draft is read again at every keystroke, and hardly any
 * block of it has changed: one that stands there as before is taken again, moved to where it stands now.
 */
import type { PhrasingContent } from 'mdast';
import { shift } from '../text/span.ts';
import type { ProseBlock } from './blocks.ts';
import { checkable } from './checkable.ts';
import { extractCitations } from './citations.ts';
import { type Definitions, readInline } from './inline.ts';
import { type PlainText, sliceText } from './plain-text.ts';
import { inlineQuotations } from './quotations.ts';
import { type PlacedSentence, placeSentences } from './sentences.ts';
import type { Checkable, Citation, DraftQuotation, DraftSentence, DraftSpan } from './types.ts';

export interface BlockText {
  readonly plain: PlainText;
  readonly citations: readonly Citation[];
  /** HTML comments and tags inside the block. */
  readonly html: readonly DraftSpan[];
  readonly sentences: readonly BlockSentence[];
}

/** A sentence as far as its block alone tells. */
export interface BlockSentence extends PlacedSentence {
  readonly text: string;
  readonly origin: Uint32Array;
  readonly checkable: Checkable;
  readonly quotations: readonly DraftQuotation[];
}

interface Kept {
  /** Where the block began. */
  readonly at: number;
  readonly text: BlockText;
  /** The footnotes that it refers to, and the citations that these held. */
  readonly notes: readonly string[];
  readonly noted: readonly Citation[];
}

/** By the nodes of a block, which are the same as long as its piece of the draft has the same words (piecewise.ts). */
const kept = new WeakMap<readonly PhrasingContent[], Kept>();

/** Reads a block of a draft. */
export function readBlock(block: ProseBlock, draft: string, definitions: Definitions): BlockText {
  const at = block.span.start;
  const before = kept.get(block.nodes);
  const notes = before?.notes ?? referred(block.nodes);
  // What a link refers to by name may change while the words of the block do not.
  if (notes === null) return readAnew(block, draft, definitions);
  const noted = notes.flatMap((identifier) => definitions.footnotes.get(identifier) ?? []);
  const text = before === undefined ? null : takenAgain(before, at - before.at, noted);
  const now = text ?? readAnew(block, draft, definitions);
  if (now !== before?.text) kept.set(block.nodes, { at, text: now, notes, noted });
  return now;
}

/** Footnotes that nodes refer to, in order; null where they hold links by reference. */
function referred(nodes: readonly PhrasingContent[]): readonly string[] | null {
  const found: string[] = [];
  for (const node of nodes) {
    if (node.type === 'linkReference') return null;
    if (node.type === 'footnoteReference') found.push(node.identifier);
    const inside = 'children' in node ? referred(node.children) : [];
    if (inside === null) return null;
    found.push(...inside);
  }
  return found;
}

/** A block that has not changed, at its new place; null where its footnotes say something else now. */
function takenAgain({ text, noted }: Kept, by: number, now: readonly Citation[]): BlockText | null {
  if (now.length !== noted.length) return null;
  const notes = new Map<Citation['target'], Citation>();
  let elsewhere = by !== 0;
  for (const [i, note] of now.entries()) {
    const before = noted[i];
    // A definition that has not changed keeps its targets, wherever it stands. Comments behind Pandoc's citations count with the words around.
    if (before?.target !== note.target || before.title !== note.title || before.pandoc !== null || note.pandoc !== null) return null;
    elsewhere ||= before.targetSpan.start !== note.targetSpan.start || before.targetSpan.end !== note.targetSpan.end;
    notes.set(note.target, note);
  }
  return elsewhere ? moved(text, by, notes) : text;
}

function readAnew({ nodes, place, footnote, quoted }: ProseBlock, draft: string, definitions: Definitions): BlockText {
  const inline = readInline(nodes, draft, definitions);
  const cited = extractCitations(inline, draft, footnote !== null);
  const placed = placeSentences(cited, inline.wrappers, place === 'heading' || place === 'table-cell', quoted !== null);
  const quotations = inlineQuotations(
    cited.plain,
    placed.map(({ plain }) => plain),
  );
  let before: Checkable = { check: true };
  const sentences = placed.map((one, i): BlockSentence => {
    const { text, origin } = sliceText(cited.plain, one.plain.start, one.plain.end);
    before = remembered(text, place, before);
    return { ...one, text, origin, checkable: before, quotations: quotations[i] ?? [] };
  });
  return { plain: cited.plain, citations: cited.citations.map(({ citation }) => citation), html: inline.html, sentences };
}

/** What was concluded of sentences before, so that a keystroke costs only the sentence that it changed; forgotten when full. */
const conclusions = new Map<string, Checkable>();
const MOST_REMEMBERED = 20_000;
/** Longer texts are not worth the memory. */
const LONGEST_REMEMBERED = 1000;

function remembered(text: string, place: DraftSentence['place'], before: Checkable): Checkable {
  if (text.length > LONGEST_REMEMBERED) return checkable(text, place, before);
  const key = `${place} ${before.check ? '' : before.why} ${text}`;
  const known = conclusions.get(key);
  if (known !== undefined) return known;
  if (conclusions.size >= MOST_REMEMBERED) conclusions.clear();
  const found = checkable(text, place, before);
  conclusions.set(key, found);
  return found;
}

/** The same block further on in a draft, or further back; `notes`: the citations of its footnotes as they stand now. */
function moved({ plain, citations, html, sentences }: BlockText, by: number, notes: ReadonlyMap<Citation['target'], Citation>): BlockText {
  const now = new Map(citations.map((citation) => [citation, movedCitation(citation, by, notes)]));
  const origin = movedPlaces(plain.origin, by);
  return {
    plain: { text: plain.text, origin, until: movedPlaces(plain.until, by) },
    citations: [...now.values()],
    html: html.map((span) => shift(span, by)),
    sentences: sentences.map((one) => ({
      ...one,
      origin: origin.subarray(one.plain.start, one.plain.end),
      span: shift(one.span, by),
      citations: one.citations.map((citation) => now.get(citation) ?? citation),
      quotations: one.quotations.map((quotation) => movedQuotation(quotation, by)),
    })),
  };
}

function movedCitation(citation: Citation, by: number, notes: ReadonlyMap<Citation['target'], Citation>): Citation {
  const { span, targetSpan, pandoc } = citation;
  const note = notes.get(citation.target);
  if (note !== undefined) return { ...citation, span: shift(span, by), targetSpan: note.targetSpan };
  return {
    ...citation,
    span: shift(span, by),
    targetSpan: shift(targetSpan, by),
    pandoc: pandoc && {
      ...pandoc,
      group: shift(pandoc.group, by),
      marks: pandoc.marks && shift(pandoc.marks, by),
      item: shift(pandoc.item, by),
    },
  };
}

function movedQuotation(quotation: DraftQuotation, by: number): DraftQuotation {
  const { span, inner, origin } = quotation;
  return { ...quotation, span: shift(span, by), inner: shift(inner, by), origin: movedPlaces(origin, by) };
}

/** A loop, for `map` of a typed array is many times slower. */
function movedPlaces(places: Uint32Array, by: number): Uint32Array {
  const now = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) now[i] = (places[i] ?? 0) + by;
  return now;
}
