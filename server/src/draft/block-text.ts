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
import type { PlainText } from './plain-text.ts';
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
  readonly checkable: Checkable;
  readonly quotations: readonly DraftQuotation[];
}

interface Kept {
  /** Where the block began. */
  readonly at: number;
  readonly text: BlockText;
}

/** By the nodes of a block, which are the same as long as its piece of the draft has the same words (piecewise.ts). */
const kept = new WeakMap<readonly PhrasingContent[], Kept>();

/** Reads a block of a draft. */
export function readBlock(block: ProseBlock, draft: string, definitions: Definitions): BlockText {
  const at = block.span.start;
  const before = kept.get(block.nodes);
  if (before?.at === at) return before.text;
  const text = before === undefined ? readAnew(block, draft, definitions) : moved(before.text, at - before.at);
  // What a block refers to stands elsewhere, and may change while its own words do not.
  if (before !== undefined || !refers(block.nodes)) kept.set(block.nodes, { at, text });
  return text;
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
    before = remembered(cited.plain.text.slice(one.plain.start, one.plain.end), place, before);
    return { ...one, checkable: before, quotations: quotations[i] ?? [] };
  });
  return { plain: cited.plain, citations: cited.citations.map(({ citation }) => citation), html: inline.html, sentences };
}

function refers(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'footnoteReference' || node.type === 'linkReference' || ('children' in node && refers(node.children)),
  );
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

/** The same block further on in a draft, or further back. */
function moved({ plain, citations, html, sentences }: BlockText, by: number): BlockText {
  const now = new Map(citations.map((citation) => [citation, movedCitation(citation, by)]));
  return {
    plain: { text: plain.text, origin: plain.origin.map((at) => at + by), until: plain.until.map((at) => at + by) },
    citations: [...now.values()],
    html: html.map((span) => shift(span, by)),
    sentences: sentences.map((one) => ({
      ...one,
      span: shift(one.span, by),
      citations: one.citations.map((citation) => now.get(citation) ?? movedCitation(citation, by)),
      quotations: one.quotations.map((quotation) => movedQuotation(quotation, by)),
    })),
  };
}

function movedCitation(citation: Citation, by: number): Citation {
  const { span, targetSpan, pandoc } = citation;
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
  return { ...quotation, span: shift(span, by), inner: shift(inner, by), origin: origin.map((at) => at + by) };
}
