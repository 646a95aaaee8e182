/** What to write at a place of a draft to cite, or to quote and cite, words of a source; in the draft's own style. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/domain.ts';
import { citationStyleOf, insertCitation } from '../../draft/citation-style.ts';
import { type CitationStyle, type CitedPlace, writeCitation } from '../../draft/citation-text.ts';
import type { Draft, DraftSpan } from '../../draft/types.ts';
import type { Span } from '../../text/span.ts';
import { citedPlace, type Marking } from '../../verify/citations/place.ts';
import type { CitedWords } from '../protocol.ts';
import { leadOf, quotableOf, quotedAndCited } from './quotation.ts';
import type { Refusable } from './rename.ts';

export interface CiteRequest {
  readonly draft: Draft;
  readonly offset: number;
  readonly what: CitedWords;
  readonly as: 'cite' | 'quote';
  readonly exactlyThere: boolean;
  readonly style: CitationStyle | 'auto';
  readonly marking: Marking;
  readonly corpus: Corpus;
}

export interface CiteEdits {
  readonly at: number;
  readonly newText: string;
  readonly also: readonly { readonly span: DraftSpan; readonly newText: string }[];
}

export function cite(request: CiteRequest): Refusable<CiteEdits> {
  const { what, corpus } = request;
  const document = corpus.documents.get(what.citekey);
  const span = document === undefined ? null : findWords(what, document, corpus);
  if (document === undefined || span === null)
    return { ok: false, why: 'The source has changed: these words are not in it any more. Choose or copy them again.' };
  const value = request.as === 'cite' ? citation(request, document, span) : quotation(request, document, span);
  return value === null ? { ok: false, why: 'This source is not among the sources of the draft.' } : { ok: true, value };
}

/** The words where they were, else at the nearest other place of the document. */
export function findWords({ words, start }: CitedWords, document: CorpusDocument, corpus: Corpus): Span<'source'> | null {
  const text = corpus.sources.get(document.source)?.source.text;
  if (text === undefined || words === '') return null;
  let best: number | null = null;
  for (const range of document.ranges) {
    for (let at = text.indexOf(words, range.start); at >= 0 && at + words.length <= range.end; at = text.indexOf(words, at + 1)) {
      if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
    }
  }
  return best === null ? null : { start: best, end: best + words.length };
}

function citation(request: CiteRequest, document: CorpusDocument, span: Span<'source'>): CiteEdits | null {
  const { draft, offset, corpus } = request;
  const place = citedPlace({ citekey: document.citekey, source: document.source, span }, corpus, request.marking);
  if (place === null) return null;
  const { style, text, also } = written(request, place, offset);
  const newText = style === 'link' ? `(${text})` : text;
  return { at: offset, newText: (style === 'footnote' ? '' : spaceAt(draft.text, offset)) + newText, also };
}

function quotation(request: CiteRequest, document: CorpusDocument, span: Span<'source'>): CiteEdits | null {
  const { draft, corpus } = request;
  const source = corpus.sources.get(document.source)?.source;
  const passage = passageAt(document, span, corpus);
  const whole = passage !== null && passage.span.start === span.start && passage.span.end === span.end;
  const quotable = whole
    ? quotableOf(passage, document, corpus)
    : { span, lead: passage === null ? '' : leadOf(passage, span, document, corpus) };
  const words = source?.text.slice(quotable.span.start, quotable.span.end) ?? '';
  const place = citedPlace({ citekey: document.citekey, source: document.source, span: quotable.span }, corpus, request.marking);
  if (place === null) return null;
  const { at, leads, ends } = seatOf(draft, request.offset, request.exactlyThere);
  const { style, text, also } = written(request, place, at);
  const body = quotedAndCited(words, style === 'link' ? `(${text})` : text, style === 'footnote' ? 'marker' : 'inline', ends);
  const lead = leads && quotable.lead !== '' ? `${quotable.lead}: ` : '';
  return { at, newText: spaceAt(draft.text, at) + lead + body, also };
}

function passageAt(document: CorpusDocument, span: Span<'source'>, corpus: Corpus) {
  const lines = [corpus.lineOf(document.source, span.start), corpus.lineOf(document.source, Math.max(span.start, span.end - 1))] as const;
  const touching = corpus
    .passagesAt(document.source, lines)
    .filter((one) => one.citekey === document.citekey && one.span.start < span.end && span.start < one.span.end);
  return touching[0] ?? null;
}

interface Seat {
  readonly at: number;
  /** Whether a sentence of its own begins there, which needs to say who speaks. */
  readonly leads: boolean;
  /** Whether the sentence ends there. */
  readonly ends: boolean;
}

/** Where a quotation goes: as a sentence of its own behind the one at the cursor, or into one that is being written. */
function seatOf({ text, sentences }: Draft, offset: number, exactlyThere: boolean): Seat {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset).replace(/^(?:\s*(?:>|[-*+]|\d{1,9}[.)])(?=\s|$))+/, '');
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const blank = after.trim() === '';
  if (before.trim() === '') return { at: offset, leads: true, ends: true };
  const holding = sentences.find(({ span, place }) => place !== 'heading' && span.start < offset && offset < span.end);
  if (!exactlyThere && holding !== undefined && !blank && finished(text.slice(holding.span.start, holding.span.end)))
    return { at: holding.span.end, leads: true, ends: true };
  if (finished(before)) return { at: offset, leads: true, ends: true };
  return { at: offset, leads: false, ends: blank };
}

/** Whether words end as a sentence does; a citation may stand behind the stop. */
function finished(words: string): boolean {
  return /[.!?…]["'”’)\]*_]*(?:\s*(?:\[\^[^\]\s]+\]|\[[^[\]]*\](?:\([^()]*\))?(?:<!--[^>]*-->)?|\([^()]*\)))*\s*$/.test(words);
}

function written({ draft, style: configured }: CiteRequest, place: CitedPlace, at: number) {
  const style = citationStyleOf(draft, configured);
  if (style !== 'footnote') return { style, text: writeCitation(place, style, draft.path).text, also: [] };
  const [marker, ...also] = insertCitation({ span: { start: at, end: at } }, draft, place, style);
  return { style, text: marker?.newText ?? '', also };
}

/** A space where the text would run into the word before it. */
function spaceAt(text: string, at: number): string {
  return at === 0 || /[\s([{“‘"'—–]$/.test(text.slice(Math.max(0, at - 1), at)) ? '' : ' ';
}
