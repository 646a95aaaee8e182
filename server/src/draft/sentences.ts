/** One block's text → its sentences, with everything of the draft that belongs to each: closing marks and citations. */

import { firstWhere } from '../text/halving.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { AnchoredCitation, CitedText } from './citations.ts';
import type { Wrapper } from './inline.ts';
import { attributionTail } from './quotations.ts';
import type { Citation, DraftSpan } from './types.ts';

/** A sentence's place in its block's text and in the draft. */
export interface PlacedSentence {
  readonly plain: Span<'text'>;
  readonly span: DraftSpan;
  readonly citations: readonly Citation[];
}

/** Splits a block; `whole` keeps it in one piece (headings, table cells), `quoted` parts the words of a quotation from its speaker's name. */
export function placeSentences(cited: CitedText, wrappers: readonly Wrapper[], whole: boolean, quoted: boolean): readonly PlacedSentence[] {
  const split = whole ? trimmed(cited.plain.text) : splitSentences(cited.plain.text);
  const spans = quoted ? attributionApart(split, cited.plain.text) : split;
  const owned = spans.map((): AnchoredCitation[] => []);
  for (const one of cited.citations) owned[ownerOf(one, spans)]?.push(one);
  return spans.map((plain, i) => {
    const own = owned[i] ?? [];
    return {
      plain: { start: plain.start, end: plain.end },
      span: draftSpan(cited, plain, own, wrappers),
      citations: own.map((one) => one.citation),
    };
  });
}

/** "We asked twice. — the harbour master": the name is no part of the sentence before it. */
function attributionApart(spans: readonly Span<'text'>[], text: string): readonly Span<'text'>[] {
  const tail = attributionTail(text);
  const last = spans.at(-1);
  if (tail < 0 || last === undefined || last.start >= tail) return spans;
  const name = tail + text.slice(tail).search(/[^\s—–-]/);
  return [...spans.slice(0, -1), { start: last.start, end: tail }, { start: name, end: last.end }];
}

/** A citation behind a full stop belongs to the sentence before it. */
function ownerOf(one: AnchoredCitation, spans: readonly Span<'text'>[]): number {
  const after = firstWhere(spans.length, (index) => {
    const start = spans[index]?.start ?? 0;
    return one.removed === null ? start > one.at : start >= one.at;
  });
  return Math.max(0, after - 1);
}

/** From the first word to the last mark, with the Markdown marks that open or close there and the citations behind it. */
function draftSpan(cited: CitedText, plain: Span<'text'>, own: readonly AnchoredCitation[], wrappers: readonly Wrapper[]): DraftSpan {
  let start = cited.plain.origin[plain.start] ?? 0;
  let end = cited.plain.until[plain.end - 1] ?? start;
  for (const { removed, citation } of own) {
    start = Math.min(start, removed?.start ?? citation.span.start);
    end = Math.max(end, removed?.end ?? citation.span.end);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const { span, inner } of wrappers) {
      if (inner.start === start && span.start < start) {
        start = span.start;
        changed = true;
      }
      if ((inner.end === end || (span.start === end && inner.end === inner.start)) && span.end > end) {
        end = span.end;
        changed = true;
      }
    }
  }
  return { start, end };
}

function trimmed(text: string): readonly Span<'text'>[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return end > start ? [{ start, end }] : [];
}
