/**
 * Remembers judgements by the words they rest on, so that a re-check costs only the sentences that an edit changed. A
 * remembered judgement is moved to where its sentence now stands.
 */
import type { DraftQuotation, DraftSentence } from '../draft/types.ts';
import { shift } from '../text/span.ts';
import { quotationsOf } from './quotes/check.ts';
import { sentenceBefore } from './quotes/skipped.ts';
import type { Judgement, QuotationResult } from './types.ts';

/**
 * What a judgement rests on: the sentence as written, its quotations, and the sentences that it looks back to; null for a
 * judgement that looked at none of these.
 */
export function judgementKey(text: string, sentence: DraftSentence, preceding: readonly DraftSentence[] | null): string {
  const own = text.slice(sentence.span.start, sentence.span.end);
  const quoted = sentence.quotations.map((q) => `${q.inner.start - sentence.span.start}:${text.slice(q.span.start, q.span.end)}`);
  const alone = [own, sentence.place, ...quoted];
  if (preceding === null) return alone.join('\u0000');
  return [...alone, `${sentenceBefore(sentence, preceding) !== null}`, ...preceding.map((p) => p.text)].join('\u0000');
}

/** A list that tells whether anybody looked at it, so that what was concluded without it holds beside any other. */
export function watched<Value>(list: readonly Value[]): { readonly list: readonly Value[]; used(): boolean } {
  let used = false;
  const watching = new Proxy(list, {
    get(target, key, receiver) {
      used = true;
      return Reflect.get(target, key, receiver);
    },
  });
  return { list: watching, used: () => used };
}

/** The judgement as of the sentence's new place; both sentences have the same words. */
export function moved(judgement: Judgement, sentence: DraftSentence): Judgement {
  const by = sentence.span.start - judgement.sentence.span.start;
  if (judgement.sentence === sentence) return judgement;
  const now = quotationsOf(sentence);
  return { ...judgement, sentence, quotations: judgement.quotations.map((q, i) => movedQuotation(q, now[i] ?? q.quotation, by)) };
}

function movedQuotation(result: QuotationResult, quotation: DraftQuotation, by: number): QuotationResult {
  if (result.kind !== 'changed') return { ...result, quotation };
  return { ...result, quotation, changes: result.changes.map((c) => ({ ...c, draft: shift<'draft'>(c.draft, by) })) };
}

export interface Memory<Value> {
  recall(key: string): Value | null;
  keep(key: string, value: Value): void;
  /** How many conclusions are remembered. */
  readonly size: number;
  /** Begins the next check. */
  turn(): void;
}

/** A memory of conclusions that forgets those nobody asked for in the last `generations` checks. */
export function createMemory<Value>(generations = 3): Memory<Value> {
  const known = new Map<string, { readonly value: Value; used: number }>();
  let now = 0;
  return {
    get size() {
      return known.size;
    },
    recall(key) {
      const entry = known.get(key);
      if (entry === undefined) return null;
      entry.used = now;
      return entry.value;
    },
    keep(key, value) {
      known.set(key, { value, used: now });
    },
    turn() {
      now++;
      for (const [key, entry] of known) if (now - entry.used > generations) known.delete(key);
    },
  };
}
