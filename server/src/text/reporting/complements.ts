/** What follows an active reporting verb, by the frames it takes. */
import type { Reporting } from '../types.ts';
import { type Content, clause, contentAfter, contentEnd, hearerAt, skipAdverbials } from './content.ts';
import { isBreak, isNamed, isQuoted, looksVerbal, lower, type Run, type Sentence, spanOf } from './sentence.ts';
import { singular } from './special.ts';
import type { Form, ReportingVerb } from './verbs.ts';
import { DETERMINER, isAdverb, PREPOSITION, SUBJECT_PRONOUN, SUBORDINATOR, TIME_NOUN } from './words.ts';

export interface Verb {
  readonly entry: ReportingVerb;
  /** First token of the verb group. */
  readonly group: number;
  readonly at: number;
  /** Token after the verb and its particle. */
  readonly end: number;
  readonly forms: ReadonlySet<Form>;
  readonly participle: boolean;
}

export interface Heard {
  readonly content: Content;
  readonly hearer: Run | null;
  /** The reading the content came from, where the form is not direct or indirect speech. */
  readonly form?: Reporting['form'];
}

/** What follows the verb, by the frames it takes. */
export function contentOf(sentence: Sentence, verb: Verb, relative: boolean): Heard | null {
  const { frames } = verb.entry;
  const start = verb.end;
  const objects = withObject(sentence, verb, relative);
  if (objects !== null) return objects;
  const speech = frames.has('quote') || frames.has('that');
  if (speech) {
    const bare = frames.has('bare') && !(frames.has('hearer') && !frames.has('quote'));
    const told = frames.has('hearer') ? hearerAndContent(sentence, start, relative, frames.has('bare'), frames.has('wh')) : null;
    if (told !== null) return told;
    // "warned the seal would fail": what looks like a hearer is the subject of the words.
    if (frames.has('hearer') && frames.has('bare') && verb.entry.lemma !== 'tell' && startsClause(sentence, start, relative)) {
      const warned = clause(sentence, start, relative);
      if (warned !== null) return { content: warned, hearer: null };
    }
    const direct = contentAfter(sentence, start, relative, bare && !frames.has('hearer') && allowsBare(sentence, verb, relative));
    if (direct !== null && allowed(frames, direct)) return { content: direct, hearer: null };
    if (lower(sentence, start) === 'to' && !frames.has('subject-to')) {
      const hearer = hearerAt(sentence, start + 1);
      const content = hearer === null ? null : contentAfter(sentence, skipAdverbials(sentence, hearer.end), relative, false);
      if (content !== null) return { content, hearer };
    }
    const inserted = afterInsertion(sentence, start);
    if (inserted !== null) {
      const content = contentAfter(sentence, inserted, relative, false);
      if (content !== null) return { content, hearer: null };
    }
    const skipped = skipAdverbials(sentence, start);
    if (skipped > start) {
      const content = contentAfter(
        sentence,
        skipped,
        relative,
        bare && lower(sentence, skipped) !== 'that' && (onlyAdverbs(sentence, start, skipped) || startsClause(sentence, skipped, relative)),
      );
      if (content !== null) return { content, hearer: null };
    }
  }
  if (frames.has('bare')) {
    const framed = afterAdverbialClause(sentence, start, relative);
    if (framed !== null) return { content: framed, hearer: null };
  }
  return infinitive(sentence, verb, relative) ?? complement(sentence, verb, relative);
}

/** "confirmed, as the letter had, that …": where "that" (or a pronoun) stands after an insertion between commas or dashes, or null. */
function afterInsertion(sentence: Sentence, start: number): number | null {
  if (!/^[,–—-]$/.test(lower(sentence, start)) || !isBreak(sentence, start)) return null;
  for (let at = start + 1; at < Math.min(sentence.tokens.length, start + 30); at++) {
    if (isQuoted(sentence, at)) return at > start + 1 && lower(sentence, at - 1) === ',' ? at : null;
    if (!isBreak(sentence, at) || !/^[,–—-]$/.test(lower(sentence, at))) continue;
    if (lower(sentence, at + 1) === 'that') return at + 1;
  }
  return null;
}

/** "says despite the delay, she will go": reported words that begin with an adverbial and its comma. */
function afterAdverbialClause(sentence: Sentence, start: number, relative: boolean): Content | null {
  const word = lower(sentence, start);
  if ((!PREPOSITION.has(word) && !SUBORDINATOR.has(word)) || word === 'that' || word === 'to' || word === 'of' || word === 'as')
    return null;
  for (let at = start + 2; at < Math.min(sentence.tokens.length, start + 18); at++) {
    if (isQuoted(sentence, at)) return null;
    if (lower(sentence, at) !== ',') continue;
    const next = lower(sentence, at + 1);
    return SUBJECT_PRONOUN.has(next) || next === 'there' ? clause(sentence, start, relative) : null;
  }
  return null;
}

function allowed(frames: ReportingVerb['frames'], content: Content): boolean {
  return content.form === 'indirect' || frames.has('quote') || frames.has('noun');
}

function onlyAdverbs(sentence: Sentence, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (PREPOSITION.has(lower(sentence, index))) return false;
  return true;
}

/** A clause without "that" is sure after "said"; after verbs that also take an object it needs a subject of its own. */
function allowsBare(sentence: Sentence, verb: Verb, relative: boolean): boolean {
  return /^(?:say|claim|argue|insist|reckon|admit|concede)$/.test(verb.entry.lemma) || startsClause(sentence, verb.end, relative);
}

/** Whether a subject with its own verb close by stands at `start`. */
function startsClause(sentence: Sentence, start: number, relative: boolean): boolean {
  let at = start;
  if (SUBJECT_PRONOUN.has(lower(sentence, at)) || lower(sentence, at) === 'there') return true;
  if (relative) return false;
  // Subject, then a verb close by, before any preposition that would make it an object: "found the report was wrong".
  for (let steps = 0; steps < 9 && at < sentence.tokens.length; steps++, at++) {
    if (isBreak(sentence, at) || isQuoted(sentence, at)) return false;
    if (steps > 0 && looksVerbal(sentence, at) && !/ed$/.test(lower(sentence, at))) return true;
    if (/^(?:that|which|who|where|when|if|as|by|to)$/.test(lower(sentence, at))) return false;
  }
  return false;
}

function hearerAndContent(sentence: Sentence, start: number, relative: boolean, bare: boolean, wh: boolean): Heard | null {
  const hearer = hearerAt(sentence, start);
  if (hearer === null) return null;
  const at = skipAdverbials(sentence, hearer.end);
  const next = lower(sentence, at);
  if (wh && /^(?:whether|if|how|why|what|when|where|who)$/.test(next)) {
    const asked = clause(sentence, at, relative);
    return asked === null ? null : { content: asked, hearer };
  }
  if (next === 'of' || next === 'about') {
    const topic = clause(sentence, at + 1, relative, 'noun');
    return topic === null ? null : { content: topic, hearer };
  }
  const opens = bare && (onlyAdverbs(sentence, hearer.end, at) || startsClause(sentence, at, relative));
  const content = contentAfter(sentence, at, relative, opens);
  return content === null ? null : { content, hearer };
}

/** "described her as …", "accused them of …", "called it a failure", "blamed them for …". */
function withObject(sentence: Sentence, verb: Verb, relative: boolean): Heard | null {
  const { frames } = verb.entry;
  const linking = [
    frames.has('as') ? 'as' : '',
    frames.has('of') && verb.entry.act === 'claim' ? 'of' : '',
    frames.has('for') ? 'for' : '',
  ].filter((word) => word !== '');
  if (linking.length === 0 && !frames.has('name')) return null;
  const end = contentEnd(sentence, verb.end, relative);
  let link = verb.end + 1;
  while (link < end && !linking.includes(lower(sentence, link))) link++;
  const found = link < end;
  // "called it a failure": a second noun phrase or a quotation after the object; "called the police" has neither.
  let names = false;
  if (frames.has('name') && !PREPOSITION.has(lower(sentence, verb.end))) {
    for (let at = verb.end + 1; at < end; at++)
      if (isQuoted(sentence, at) || (/^(?:a|an)$/.test(lower(sentence, at)) && !PREPOSITION.has(lower(sentence, at - 1)))) names = true;
  }
  if (!found && !names) return null;
  if (found && isBreak(sentence, verb.end)) return null;
  const complement = found && lower(sentence, link) === 'for' ? 'noun' : 'predicative';
  const told = { start: verb.end, end: closeAt(sentence, found ? link + 2 : verb.end + 2, end) };
  const content: Content = { spans: [spanOf(sentence, told)], form: 'indirect', complement };
  return verb.entry.act === 'claim' ? { content, hearer: null, form: 'accusation' } : { content, hearer: null };
}

/** "… as reckless | as he fined the firm": a clause of time with a subject of its own tells what else went on. */
function closeAt(sentence: Sentence, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const opens = /^(?:as|while|before|after|until)$/.test(lower(sentence, at)) && SUBJECT_PRONOUN.has(lower(sentence, at + 1));
    // "as being as bold as they come" compares.
    const compares = at - 2 >= from && lower(sentence, at) === 'as' && lower(sentence, at - 2) === 'as';
    if (opens && !compares && !isQuoted(sentence, at)) return at;
  }
  return end;
}

/** "ordered them to …", "promised to …". */
function infinitive(sentence: Sentence, verb: Verb, relative: boolean): Heard | null {
  const { frames } = verb.entry;
  const start = verb.end;
  if (frames.has('subject-to') && lower(sentence, start) === 'to') {
    const content = clause(sentence, start, relative, 'infinitive');
    return content === null ? null : { content, hearer: null };
  }
  if (!frames.has('hearer-to')) return null;
  const hearer = hearerAt(sentence, start);
  if (hearer === null) return null;
  let at = skipAdverbials(sentence, hearer.end);
  if (lower(sentence, at) === 'not') at++;
  if (lower(sentence, at) !== 'to') {
    // "instructed Ofsted, along with the others, to carry out": an insertion between commas.
    if (lower(sentence, at) !== ',') return null;
    let close = at + 1;
    while (close < sentence.tokens.length && lower(sentence, close) !== ',' && close - at < 25) close++;
    if (lower(sentence, close + 1) !== 'to') return null;
    at = close + 1;
  }
  const content = clause(sentence, at, relative, 'infinitive');
  return content === null ? null : { content, hearer };
}

/** "asked whether …", "denied taking …", "denied the claims", "warned of …". */
function complement(sentence: Sentence, verb: Verb, relative: boolean): Heard | null {
  const { frames } = verb.entry;
  const start = verb.end;
  const word = lower(sentence, start);
  if (frames.has('wh') && /^(?:whether|if|how|why|what|when|where|who)$/.test(word)) {
    const content = clause(sentence, start, relative);
    return content === null ? null : { content, hearer: null };
  }
  if (frames.has('gerund') && /\p{L}{2}ing$/u.test(word)) {
    const content = clause(sentence, start, relative);
    return content === null ? null : { content, hearer: null };
  }
  if (frames.has('to-for') && (word === 'to' || word === 'for')) {
    const whole = word === 'to' ? hearerAt(sentence, start + 1) : null;
    const hearer = whole === null ? null : { start: whole.start, end: firstFor(sentence, whole) };
    const content = clause(sentence, start, relative, 'noun');
    return content === null ? null : { content, hearer };
  }
  if (frames.has('of') && word === 'of') {
    const content = clause(sentence, start + 1, relative, 'noun');
    return content === null ? null : { content, hearer: null };
  }
  if (frames.has('about') && /^(?:of|about)$/.test(word)) {
    const content = clause(sentence, start + 1, relative, 'noun');
    return content === null ? null : { content, hearer: null };
  }
  if (!frames.has('noun')) return null;
  if (PREPOSITION.has(word) || isBreak(sentence, start) || word === 'to' || isAdverb(word) || TIME_NOUN.has(word)) return null;
  const denied = verb.entry.act === 'deny' ? saidNoun(sentence, start) : -1;
  if (denied >= 0) {
    const content = clause(sentence, denied, relative);
    return content === null ? null : { content, hearer: null };
  }
  if (!DETERMINER.has(word) && !isNamed(sentence, start) && !isQuoted(sentence, start) && !/^\p{L}{3,}/u.test(word)) return null;
  const content = clause(sentence, start, relative, 'noun');
  return content === null ? null : { content, hearer: null };
}

/** "apologised to the families for the delay": where the hearer ends. */
function firstFor(sentence: Sentence, run: Run): number {
  for (let at = run.start + 1; at < run.end; at++) if (lower(sentence, at) === 'for') return at;
  return run.end;
}

/** "denied claims that …": where the claim itself begins, or -1. */
function saidNoun(sentence: Sentence, start: number): number {
  for (let at = start; at < start + 5; at++) {
    if (
      !/^(?:claim|allegation|suggestion|assertion|accusation|idea|notion|contention|charge|insinuation|rumour|rumor)$/.test(
        singular(lower(sentence, at)),
      )
    )
      continue;
    const next = lower(sentence, at + 1);
    return next === 'that' || next === 'of' ? at + 2 : -1;
  }
  return -1;
}
