/** What is said: the words that a reporting verb governs, after it, before it, or around it. */
import type { Span } from '../span.ts';
import type { Reporting } from '../types.ts';
import { isBreak, isCapital, isNamed, isQuoted, LONGEST_CLAUSE, looksVerbal, lower, type Run, type Sentence, spanOf } from './sentence.ts';
import { clauseStart, phraseStartingAt } from './subject.ts';
import { reportingForm } from './verbs.ts';
import {
  AUXILIARY,
  DETERMINER,
  isAdverb,
  NEGATIVE,
  OBJECT_PRONOUN,
  PREPOSITION,
  SUBJECT_PRONOUN,
  SUBORDINATOR,
  TIME_NOUN,
} from './words.ts';

export interface Content {
  readonly spans: readonly Span<'text'>[];
  readonly form: 'direct' | 'indirect';
  readonly complement: Reporting['complement'];
}

/**
 * The end (token, exclusive) of reported words that begin at `start`. `relative` clauses give way to the main verb; `closed` ones
 * (infinitives, noun phrases) cannot go on in a clause with a subject of its own.
 */
export function contentEnd(sentence: Sentence, start: number, relative: boolean, closed = lower(sentence, start) === 'to'): number {
  const count = Math.min(sentence.tokens.length, start + LONGEST_CLAUSE);
  for (let index = start; index < count; index++) {
    if (isQuoted(sentence, index)) continue;
    const word = lower(sentence, index);
    if (word === ';' || (isBreak(sentence, index) && /^[.?!]+$/.test(word) && index > start)) return index;
    if (word === ',' || word === 'and' || word === 'but' || word === '–' || word === '—') {
      if (startsOther(sentence, index) || (closed && (word === 'and' || word === 'but') && startsClause(sentence, index + 1))) return index;
      if (
        relative &&
        word === ',' &&
        index > start &&
        (looksVerbal(sentence, index + 1) || reportingForm(lower(sentence, index + 1))?.forms.has('past') === true)
      )
        return index;
    }
  }
  return count;
}

/** Whether another attribution, or the reporter's own voice, starts at a comma or conjunction. */
function startsOther(sentence: Sentence, index: number): boolean {
  const word = lower(sentence, index);
  let next = index + 1;
  if (word === ',' && /^(?:and|but)$/.test(lower(sentence, next))) next++;
  if (word === ',' && lower(sentence, index + 1) === 'but') return true;
  if (word === ',' && /^(?:while|whilst|whereas|although|though)$/.test(lower(sentence, next))) return true;
  if (word === ',' && lower(sentence, next) === 'according' && lower(sentence, next + 1) === 'to') return true;
  while (isAdverb(lower(sentence, next))) next++;
  const form = reportingForm(lower(sentence, next));
  if (form === undefined || isNamed(sentence, next)) return false;
  const bare = word === ',' && next === index + 1;
  if (form.forms.has('ing') && form.verb.frames.has('that')) return form.particle === null || lower(sentence, next + 1) === form.particle;
  if (bare) return false;
  return (form.forms.has('past') || form.forms.has('s')) && form.verb.frames.has('that') && opensContent(sentence, next + 1);
}

/** Whether a clause with its own subject and auxiliary starts here: an infinitive cannot go on in it. */
function startsClause(sentence: Sentence, index: number): boolean {
  if (/^(?:he|she|they|it|we|i)$/.test(lower(sentence, index))) return true;
  if (!DETERMINER.has(lower(sentence, index)) && !SUBJECT_PRONOUN.has(lower(sentence, index)) && !isNamed(sentence, index)) return false;
  for (let at = index + 1; at < index + 6; at++) {
    if (isBreak(sentence, at) || isQuoted(sentence, at)) return false;
    if (AUXILIARY.has(lower(sentence, at)) && looksVerbal(sentence, at)) return true;
  }
  return false;
}

function opensContent(sentence: Sentence, index: number): boolean {
  const word = lower(sentence, index);
  return (
    /^(?:that|:|,|it|he|she|they|there|this|the|a|an|his|her|their|we|i)$/.test(word) ||
    isQuoted(sentence, index) ||
    isNamed(sentence, index)
  );
}

/** The noun phrase after a verb that names who is told, or null: "told the inquiry that", "told me", "said to reporters that". */
export function hearerAt(sentence: Sentence, start: number): Run | null {
  const first = lower(sentence, start);
  if (OBJECT_PRONOUN.has(first) && !(first === 'her' && !endsHearer(sentence, start + 1))) return { start, end: start + 1 };
  if (isQuoted(sentence, start) || isBreak(sentence, start) || SUBJECT_PRONOUN.has(first) || first === 'that' || first === 'to')
    return null;
  if (PREPOSITION.has(first) && !isNamed(sentence, start)) return null;
  if (SUBORDINATOR.has(first) || AUXILIARY.has(first) || NEGATIVE.has(first)) return null;
  let limit = start;
  while (limit < sentence.tokens.length && !endsHearer(sentence, limit) && limit - start < 14) limit++;
  if (!DETERMINER.has(first) && !isNamed(sentence, start)) {
    // "told reporters he was ready": a bare plural noun is one phrase with the adjectives before it.
    let end = start;
    while (
      end < limit &&
      !DETERMINER.has(lower(sentence, end)) &&
      (end === start || !isCapital(sentence, end) || isCapital(sentence, end - 1))
    )
      end++;
    limit = end;
  }
  return phraseStartingAt(sentence, start, limit);
}

function endsHearer(sentence: Sentence, index: number): boolean {
  const word = lower(sentence, index);
  return (
    isBreak(sentence, index) ||
    isQuoted(sentence, index) ||
    SUBORDINATOR.has(word) ||
    /^(?:to|of|about|not|that|on|in|during|at|after|earlier|last)$/.test(word) ||
    TIME_NOUN.has(word)
  );
}

/** The reported words that follow the cue which ends before `start`, given what the verb can take; null where there are none. */
export function contentAfter(sentence: Sentence, start: number, relative: boolean, bare: boolean): Content | null {
  const count = sentence.tokens.length;
  if (start >= count) return null;
  const word = lower(sentence, start);
  if (isQuoted(sentence, start)) return quotedFrom(sentence, start);
  if (word === ':' || word === ',') {
    const next = start + 1;
    if (next >= count) return null;
    if (isQuoted(sentence, next)) return quotedFrom(sentence, next);
    if (word === ':') return { spans: [spanOf(sentence, { start: next, end: count })], form: 'direct', complement: 'speech' };
    return null;
  }
  if (word === 'that' && !isDemonstrative(sentence, start)) return clause(sentence, start + 1, relative);
  const subject =
    SUBJECT_PRONOUN.has(word) || DETERMINER.has(word) || isNamed(sentence, start) || isCapital(sentence, start) || word === 'there';
  if (bare && (subject || (!PREPOSITION.has(word) && !isBreak(sentence, start)))) {
    const end = contentEnd(sentence, start, relative);
    if (holdsFiniteVerb(sentence, start + 1, end)) return clause(sentence, start, relative);
  }
  return null;
}

/** "accepted that advice and …": "that" before one noun in the singular and no verb points, and opens no clause. */
function isDemonstrative(sentence: Sentence, index: number): boolean {
  if (/^[.]$/.test(lower(sentence, index + 1))) return true;
  const noun = lower(sentence, index + 1);
  if (isNamed(sentence, index + 1) || noun.endsWith('s') || SUBJECT_PRONOUN.has(noun) || DETERMINER.has(noun) || /^[,–—(]$/.test(noun))
    return false;
  const after = lower(sentence, index + 2);
  return /^(?:and|or|[.,;])$/.test(after) || index + 2 >= sentence.tokens.length;
}

/** A bare clause needs a verb; without a tagger any auxiliary, past form or third-person ending will do. */
function holdsFiniteVerb(sentence: Sentence, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const token = sentence.tokens[index];
    if (token === undefined || isNamed(sentence, index)) continue;
    if (looksVerbal(sentence, index)) return true;
    if (token.kind === 'word' && !token.stop && index > start && /^[a-z]/.test(token.lower)) return true;
  }
  return false;
}

export function clause(sentence: Sentence, start: number, relative: boolean, complement: Content['complement'] = 'clause'): Content | null {
  const end = contentEnd(sentence, start, relative, complement === 'noun' || complement === 'infinitive');
  return end > start ? { spans: [spanOf(sentence, { start, end })], form: 'indirect', complement } : null;
}

/** A quotation with those that stand directly after it. */
function quotedFrom(sentence: Sentence, index: number): Content | null {
  const first = sentence.quotations[(sentence.quoted[index] ?? 0) - 1];
  if (first === undefined) return null;
  const spans: Span<'text'>[] = [first.span];
  let at = index;
  while (at < sentence.tokens.length && sentence.quoted[at] === sentence.quoted[index]) at++;
  // The quotation is part of a longer reported clause: “a disgrace” and must go.
  if (
    !isBreak(sentence, at) &&
    at < sentence.tokens.length &&
    !startsOther(sentence, at) &&
    !/^(?:and|as|when|after|before|in|on|to|at|during)$/.test(lower(sentence, at))
  ) {
    return clause(sentence, index, false);
  }
  // “nice” and “charming”
  if (lower(sentence, at) === 'and' && isQuoted(sentence, at + 1)) at++;
  let next = sentence.quoted[at] ?? 0;
  while (next > 0) {
    const more = sentence.quotations[next - 1];
    if (more === undefined) break;
    spans.push(more.span);
    while (sentence.quoted[at] === next) at++;
    next = sentence.quoted[at] ?? 0;
  }
  return { spans, form: 'direct', complement: 'speech' };
}

/** The words before a reporting clause that stands last or in the middle: `“…,” he said`, "The road, he said, was closed". */
export function contentBefore(sentence: Sentence, from: number): Content | null {
  let end = from;
  while (end > 0 && /^[,–—]$/.test(lower(sentence, end - 1)) && !isQuoted(sentence, end - 1)) end--;
  if (end === 0) return null;
  const start = speechStart(sentence, end);
  if (start >= end) return null;
  const ordinal = sentence.quoted[end - 1] ?? 0;
  const quotation = sentence.quotations[ordinal - 1];
  if (quotation !== undefined) {
    const outside = sentence.text.slice(sentence.tokens[start]?.start ?? 0, quotation.span.start);
    if (outside.trim() === '') return { spans: [quotation.span], form: 'direct', complement: 'speech' };
    return { spans: [spanOf(sentence, { start, end })], form: 'indirect', complement: 'clause' };
  }
  return { spans: [spanOf(sentence, { start, end })], form: 'indirect', complement: 'clause' };
}

/** Where the clause that ends at `end` begins; a quotation at its end that is speech of its own begins itself. */
function speechStart(sentence: Sentence, end: number): number {
  const ordinal = sentence.quoted[end - 1] ?? 0;
  if (ordinal === 0) return clauseStart(sentence, end - 1);
  let first = end - 1;
  while (first > 0 && sentence.quoted[first - 1] === ordinal) first--;
  if (first === 0) return 0;
  const before = lower(sentence, first - 1);
  // “…” she said. “…” he replied.: a stop or colon before the quotation parts it from what stands before.
  return isBreak(sentence, first - 1) || isQuoted(sentence, first - 1)
    ? before === ',' && !isQuoted(sentence, first - 1)
      ? clauseStart(sentence, first - 1)
      : first
    : clauseStart(sentence, first - 1);
}

/** Whether nothing but the cue's own adverbials stands between `index` and the end of its clause. */
export function closesClause(sentence: Sentence, index: number): boolean {
  const word = lower(sentence, index);
  if (index >= sentence.tokens.length || (isBreak(sentence, index) && !isQuoted(sentence, index) && word !== ':' && word !== '('))
    return true;
  return false;
}

/** "said during the debate on Tuesday that …", "said in a letter: “…”": the words that a preposition puts off, or null. */
function farContent(sentence: Sentence, start: number): number | null {
  if (
    !/^(?:in|on|at|during|after|before|about|from|by|following|of|outside|with|earlier|late|last|this|yesterday|to)$/.test(
      lower(sentence, start),
    ) &&
    !TIME_NOUN.has(lower(sentence, start))
  )
    return null;
  for (let at = start + 1; at < Math.min(sentence.tokens.length, start + 22); at++) {
    const word = lower(sentence, at);
    if (word === 'that')
      return TIME_NOUN.has(lower(sentence, at + 1)) || isBreak(sentence, at + 1) || AUXILIARY.has(lower(sentence, at + 1)) ? null : at;
    if (word === ':') return at;
    if (isQuoted(sentence, at) && lower(sentence, at - 1) === ',') return at - 1;
    if (isQuoted(sentence, at) || (isBreak(sentence, at) && word !== ',' && word !== '(' && word !== ')')) return null;
    // "confirmed on Monday its intention that": a new noun phrase is the verb's object.
    if (
      DETERMINER.has(word) &&
      !PREPOSITION.has(lower(sentence, at - 1)) &&
      !DETERMINER.has(lower(sentence, at - 1)) &&
      lower(sentence, at - 1) !== 'and'
    )
      return null;
    if (looksVerbal(sentence, at) || SUBJECT_PRONOUN.has(word) || /^(?:who|which|when|while|but)$/.test(word)) return null;
  }
  return null;
}

/** Whether, behind "in a statement", another phrase begins that can only be a subject: "in a statement the door …". */
function opensPhrase(sentence: Sentence, from: number, at: number): boolean {
  const word = lower(sentence, at);
  const before = lower(sentence, at - 1);
  return (
    at > from + 1 &&
    (SUBJECT_PRONOUN.has(word) ||
      (DETERMINER.has(word) && !PREPOSITION.has(before) && !DETERMINER.has(before) && before !== 'and' && before !== 'or'))
  );
}

/** Skips "in a statement", "on Tuesday", "last week", "yesterday" after a cue, when a break, "that" or a quotation follows. */
export function skipAdverbials(sentence: Sentence, start: number): number {
  const far = farContent(sentence, start);
  if (far !== null) return far;
  let at = start;
  for (;;) {
    const word = lower(sentence, at);
    if (isQuoted(sentence, at)) return at;
    if (isAdverb(word) || (TIME_NOUN.has(word) && !/^(?:may)$/.test(word))) {
      at++;
      continue;
    }
    if (
      /^(?:in|on|at|during|after|before|as|from|last|this|by|following|of|about|outside|with)$/.test(word) &&
      !(word === 'this' && !TIME_NOUN.has(lower(sentence, at + 1)))
    ) {
      let end = at + 1;
      while (
        end < sentence.tokens.length &&
        end - at < 14 &&
        !isBreak(sentence, end) &&
        !isQuoted(sentence, end) &&
        lower(sentence, end) !== 'that' &&
        !TIME_NOUN.has(lower(sentence, end - 1)) &&
        !looksVerbal(sentence, end) &&
        !opensPhrase(sentence, at, end)
      )
        end++;
      const stop = lower(sentence, end);
      if (
        stop === ':' ||
        stop === 'that' ||
        stop === ',' ||
        stop === '.' ||
        isQuoted(sentence, end) ||
        end >= sentence.tokens.length ||
        TIME_NOUN.has(lower(sentence, end - 1)) ||
        opensPhrase(sentence, at, end)
      ) {
        at = end;
        continue;
      }
    }
    return at;
  }
}
