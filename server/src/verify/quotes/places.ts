/** Places of a source as results: what stands there is read back from the source before it is shown. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { Passage, StandingKind } from '../../corpus/domain.ts';
import { overlap } from '../../text/span.ts';
import type { QuotedPlace } from '../types.ts';
import type { Window } from './window.ts';

/** The place of the window's words `first`…`last`; null when the source no longer holds them there. */
export function placeOf(window: Window, first: number, last: number, score: number, corpus: Corpus): QuotedPlace | null {
  const text = corpus.sources.get(window.source)?.source.text;
  const head = window.words[first];
  const tail = window.words[last];
  if (text === undefined || head === undefined || tail === undefined) return null;
  const passages = [...new Set(window.words.slice(first, last + 1).map((word) => word.passage))];
  for (const id of passages) {
    const passage = corpus.passage(id);
    if (passage === null || text.slice(passage.span.start, passage.span.end) !== passage.text) return null;
  }
  const span = { start: head.start, end: tail.end };
  return {
    source: window.source,
    citekey: window.citekey,
    passages,
    span,
    line: corpus.lineOf(window.source, span.start),
    quote: text.slice(span.start, span.end),
    ...whoseWords(passages, span, corpus),
    score,
  };
}

/** The speaker and standing of the part that holds most of the span. */
function whoseWords(
  passages: readonly number[],
  span: { readonly start: number; readonly end: number },
  corpus: Corpus,
): { speaker: string | null; standing: StandingKind } {
  let most = -1;
  let whose: { speaker: string | null; standing: StandingKind } = { speaker: null, standing: 'stated' };
  for (const id of passages) {
    const passage = corpus.passage(id);
    if (passage === null) continue;
    for (const part of partsOf(passage, corpus)) {
      const shared = overlap({ start: part.span.start + passage.span.start, end: part.span.end + passage.span.start }, span);
      if (shared > most) {
        most = shared;
        whose = { speaker: part.speaker, standing: part.standing };
      }
    }
  }
  return whose;
}

/** A turn of a hearing without quotation marks is its speaker's; the whole transcript need not be read for that. */
function partsOf(
  passage: Passage,
  corpus: Corpus,
): readonly { span: { start: number; end: number }; speaker: string | null; standing: StandingKind }[] {
  const { voice, speaker } = passage.block;
  const whole = { start: 0, end: passage.text.length };
  if (voice === 'turn' && speaker !== null && !/["“”‘]/.test(passage.text)) return [{ span: whole, speaker, standing: 'attributed' }];
  const standing = corpus.standing(passage.id);
  if (standing.parts.length > 0) return standing.parts;
  return [{ span: whole, speaker: standing.speaker, standing: standing.standing }];
}
