/** Draft sentences for tests: plain text whose double quotation marks are quotations, every offset its own. */
import type { Citation, DraftQuotation, DraftSentence } from '../../draft/types.ts';

export function sentenceOf(text: string, at = 0, citations: readonly Citation[] = []): DraftSentence {
  const origin = Uint32Array.from({ length: text.length }, (_, i) => at + i);
  const quotations = [...text.matchAll(/["“]([^"“”]*)["”]/g)].map((match): DraftQuotation => {
    const start = match.index;
    const end = start + match[0].length;
    return {
      span: { start: at + start, end: at + end },
      inner: { start: at + start + 1, end: at + end - 1 },
      text: match[1] ?? '',
      origin: origin.slice(start + 1, end - 1),
      plain: { start, end },
      kind: 'inline',
      attributedTo: null,
    };
  });
  return {
    span: { start: at, end: at + text.length },
    text,
    origin,
    place: 'paragraph',
    block: 0,
    checkable: { check: true },
    citations,
    quotations,
  };
}

/** The sentences of a paragraph given one by one, each after the one before. */
export function sentencesOf(...texts: readonly string[]): readonly DraftSentence[] {
  let at = 0;
  return texts.map((text) => {
    const sentence = sentenceOf(text, at);
    at += text.length + 1;
    return sentence;
  });
}
