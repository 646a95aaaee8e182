/** What stands at a place of a draft or of a source, as far as citations go: the citation, or the passages. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, Passage, Source } from '../../corpus/domain.ts';
import { isFileText } from '../../corpus/places.ts';
import type { Citation, Draft } from '../../draft/types.ts';
import type { Position, Range } from '../../text/lines.ts';
import { LineMap } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** All citations of a draft whose marks or targets hold the offset; a footnote's marker may hold several. */
export function citationsAt(draft: Draft, offset: number): readonly Citation[] {
  const holds = ({ start, end }: Span<'draft'>) => start <= offset && offset <= end;
  const all = [...draft.sentences.flatMap((sentence) => sentence.citations), ...draft.citations];
  const there = all.filter(({ span }) => holds(span));
  const found = there.length > 0 ? there : all.filter(({ targetSpan }) => holds(targetSpan));
  const seen = new Set<string>();
  return found.filter(({ span, targetSpan }) => {
    const key = `${span.start} ${targetSpan.start} ${targetSpan.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The words of a source at a place of its file. */
export interface SourcePlace {
  readonly source: Source;
  /** Offsets in the source's text; empty where nothing is selected. */
  readonly span: Span<'source'>;
  readonly documents: readonly CorpusDocument[];
  /** The passages that the span touches. */
  readonly passages: readonly Passage[];
}

/** What a range of a source's file means in its text; null for a file that shows no text of its own, such as a PDF. */
export function sourcePlaceAt(corpus: Corpus, id: string, range: Range): SourcePlace | null {
  const structured = corpus.sources.get(id);
  if (structured === undefined) return null;
  const span = spanInText(structured.source, range);
  if (span === null) return null;
  const { documents, source } = structured;
  const touches = (other: Span<'source'>) => other.start <= span.end && span.start <= other.end;
  const there = documents.filter(({ ranges }) => ranges.some(touches));
  const lines = [corpus.lineOf(id, span.start), corpus.lineOf(id, Math.max(span.start, span.end - 1))] as const;
  const passages = corpus.passagesAt(id, lines).filter((passage) => touches(passage.span));
  // At the border of two sentences the selected words decide, and for a mere cursor the sentence that begins there.
  const inside = passages.filter(({ span: { start, end } }) =>
    span.start === span.end ? start <= span.start && span.start < end : start < span.end && span.start < end,
  );
  return { source, span, documents: there, passages: inside.length > 0 ? inside : passages };
}

function spanInText(source: Source, { start, end }: Range): Span<'source'> | null {
  if (isFileText(source)) {
    const span = new LineMap(source.text).span({ start, end });
    return { start: span.start, end: span.end };
  }
  const from = offsetOf(source, start);
  if (from === null) return null;
  return { start: from, end: Math.max(from, offsetOf(source, end) ?? from) };
}

/** Offset in extracted text of a position in its file: of the mark before it, and as far behind as on the mark's line. */
function offsetOf(source: Source, at: Position): number | null {
  let best: { readonly start: number; readonly position: Position } | null = null;
  for (const { start, position } of source.places) {
    if (position === undefined) continue;
    if (position.line > at.line || (position.line === at.line && position.character > at.character)) break;
    best = { start, position };
  }
  if (best === null) return null;
  const next = source.places.find(({ start }) => best !== null && start > best.start)?.start ?? source.text.length;
  const behind = best.position.line === at.line ? at.character - best.position.character : 0;
  return Math.min(best.start + behind, next);
}
