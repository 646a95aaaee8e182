/** The view of a text that the finders of reported speech share: its tokens, and which of them stand inside quotations. */

import { irregularForm } from '../parse/irregular.ts';
import type { Span } from '../span.ts';
import type { NameMention, Quotation, Token } from '../types.ts';
import { AUXILIARY, isAdverb, NEGATIVE } from './words.ts';

/** How many tokens a clause is followed for: longer than any sentence, it keeps the work linear on text without stops. */
export const LONGEST_CLAUSE = 300;

/** A run of tokens, `end` exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Outermost quotations of the text, in order. */
  readonly quotations: readonly Quotation[];
  /** For each token the ordinal (from 1) of the outermost quotation it stands in, marks included, else 0. */
  readonly quoted: Uint16Array;
  /** For each token the ordinal (from 1) of the name it belongs to, else 0. */
  readonly named: Uint16Array;
  readonly names: readonly NameMention[];
}

export function readSentence(
  text: string,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  names: readonly NameMention[],
): Sentence {
  const outer = quotations.filter((one) => one.depth === 0);
  return {
    text,
    tokens,
    quotations: outer,
    quoted: cover(
      tokens,
      outer.map((one) => one.span),
    ),
    names,
    named: cover(
      tokens,
      names.map((one) => one.span),
    ),
  };
}

/** Marks the tokens under sorted spans with the span's ordinal. */
function cover(tokens: readonly Token[], spans: readonly Span[]): Uint16Array {
  const marks = new Uint16Array(tokens.length);
  let next = 0;
  for (const [index, token] of tokens.entries()) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= token.start) next++;
    const span = spans[next];
    if (span !== undefined && token.start >= span.start && token.end <= span.end) marks[index] = Math.min(next + 1, 65535);
  }
  return marks;
}

export function lower(sentence: Sentence, index: number): string {
  return sentence.tokens[index]?.lower ?? '';
}

export function isQuoted(sentence: Sentence, index: number): boolean {
  return (sentence.quoted[index] ?? 0) > 0;
}

export function isNamed(sentence: Sentence, index: number): boolean {
  return (sentence.named[index] ?? 0) > 0;
}

export function isCapital(sentence: Sentence, index: number): boolean {
  return /^\p{Lu}/u.test(sentence.tokens[index]?.text ?? '');
}

export function spanOf(sentence: Sentence, run: Run): Span<'text'> {
  const first = sentence.tokens[run.start];
  const last = sentence.tokens[run.end - 1];
  return first === undefined || last === undefined ? { start: 0, end: 0 } : { start: first.start, end: last.end };
}

/** Whether the token is a mark that parts clauses (hyphens and apostrophes inside words do not). */
export function isBreak(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  if (token === undefined) return true;
  if (token.kind !== 'punct') return false;
  // A hyphen with space around it is a dash.
  if (token.text === '-') return !token.glued && sentence.tokens[index + 1]?.glued === false;
  return token.text !== '’' && token.text !== "'" && token.text !== '‑' && token.text !== '&' && token.text !== '/';
}

/** The first token of the verb group (auxiliaries, adverbs, negation) that ends with the verb at `index`. */
export function groupStart(sentence: Sentence, index: number): number {
  let start = index;
  while (start > 0) {
    const before = start - 1;
    if (isQuoted(sentence, before) || isNamed(sentence, before)) break;
    const word = lower(sentence, before);
    // A possessive "'s" after a name is no form of "be".
    if (word === "'s" && (isNamed(sentence, before - 1) || !/^(?:he|she|it|that|there|who)$/.test(lower(sentence, before - 1)))) break;
    if (!AUXILIARY.has(word) && !NEGATIVE.has(word) && !isAdverb(word)) break;
    start = before;
  }
  return start;
}

/** Past forms that are nouns or adjectives as readily. */
const NOUN_TOO = new Set([
  'left',
  'bit',
  'ground',
  'rose',
  'felt',
  'wound',
  'saw',
  'lay',
  'bore',
  'stole',
  'shed',
  'bound',
  'read',
  'found',
  'held',
  'led',
  'lead',
  'born',
  'lost',
  'known',
  'broken',
  'given',
  'proven',
  'sworn',
]);

/** Whether a word looks like a finite verb or participle that a noun phrase cannot hold. */
export function looksVerbal(sentence: Sentence, index: number): boolean {
  const word = lower(sentence, index);
  if (isNamed(sentence, index)) return false;
  if (word === "'s") return /^(?:he|she|it|that|there|who)$/.test(lower(sentence, index - 1));
  if (AUXILIARY.has(word)) return true;
  const irregular = irregularForm(word);
  if (irregular !== null) return irregular.past && irregular.lemma !== word && !NOUN_TOO.has(word);
  return word.length > 3 && word.endsWith('ed') && !/^(?:need|speed|seed|breed|feed|deed|indeed|hundred|united|red)$/.test(word);
}
