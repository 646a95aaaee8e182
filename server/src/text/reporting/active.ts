/** Reporting verbs in the active: before, after and inside the words they report. */
import type { Reporting } from '../types.ts';
import { type Content, clause, closesClause, contentAfter, contentBefore, contentEnd, hearerAt, skipAdverbials } from './content.ts';
import { isBreak, isCapital, isNamed, isQuoted, looksVerbal, lower, type Run, type Sentence, spanOf } from './sentence.ts';
import { singular } from './special.ts';
import { type Subject, subjectAfter, subjectBefore } from './subject.ts';
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

interface Heard {
  readonly content: Content;
  readonly hearer: Run | null;
  /** The reading the content came from, where the form is not direct or indirect speech. */
  readonly form?: Reporting['form'];
}

export function readActive(sentence: Sentence, verb: Verb): Reporting | null {
  const inverted = turnedRound(sentence, verb);
  if (inverted !== null) return inverted;
  const subject = subjectBefore(sentence, verb.group, verb.participle);
  const introduced = subject !== null && lower(sentence, subject.from - 1) === 'as' && !verb.participle;
  const relative = subject?.relative === true && !verb.participle;
  const heard = introduced ? null : after(sentence, verb, relative);
  if (heard !== null) {
    if (subject === null && heard.content.form === 'indirect' && verb.group > 0 && heard.form === undefined && !couldLackSubject(sentence, verb)) return null;
    const content = heard.content.form === 'direct' && subject !== null ? around(sentence, subject, heard.content) : heard.content;
    return build(sentence, verb, subject?.run ?? null, heard.hearer, content, heard.form);
  }
  if (subject === null || !verb.entry.frames.has('that') && !verb.entry.frames.has('quote')) return null;
  return afterwards(sentence, verb, subject, introduced);
}

/** "Said he would go" (headlines, notes) and verbs at the start of their clause may lack a subject. */
function couldLackSubject(sentence: Sentence, verb: Verb): boolean {
  return isBreak(sentence, verb.group - 1);
}

function build(sentence: Sentence, verb: Verb, speaker: Run | null, hearer: Run | null, content: Content, form?: Reporting['form']): Reporting {
  return {
    cue: spanOf(sentence, { start: verb.group, end: verb.end }),
    verb: verb.entry.lemma,
    speaker: speaker === null ? null : spanOf(sentence, speaker),
    hearer: hearer === null ? null : spanOf(sentence, hearer),
    content: content.spans,
    form: form ?? content.form,
    complement: content.complement,
    act: verb.entry.act,
  };
}

/** `“…,” said the nurse`, "The ward, says Dr X, was shut". */
function turnedRound(sentence: Sentence, verb: Verb): Reporting | null {
  // "told Mr X" has its hearer behind it, never its subject.
  if (verb.entry.frames.has('hearer') && verb.entry.lemma !== 'ask' && verb.entry.lemma !== 'warn') return null;
  if (!verb.entry.frames.has('quote') || verb.group !== verb.at || verb.at === 0 || verb.forms.has('ing')) return null;
  const before = verb.at - 1;
  const comma = lower(sentence, before) === ',' && !isQuoted(sentence, before);
  const quote = isQuoted(sentence, before) || (comma && isQuoted(sentence, before - 1));
  if (!quote && !comma) return null;
  const run = subjectAfter(sentence, verb.end - 1);
  if (run === null) return null;
  if (!quote && !(isNamed(sentence, run.start) || isCapital(sentence, run.start)) && !SUBJECT_PRONOUN.has(lower(sentence, run.start))) return null;
  if (!quote && !/^[,.]$/.test(lower(sentence, run.end)) && run.end < sentence.tokens.length) return null;
  if (looksVerbal(sentence, run.end) || lower(sentence, run.end) === 'that') return null;
  const content = contentBefore(sentence, verb.at);
  if (content === null) return null;
  return build(sentence, verb, run, null, withRest(sentence, content, afterApposition(sentence, run.end)));
}

/** Skips ", the chair of the board," after a subject that stands behind its verb. */
function afterApposition(sentence: Sentence, index: number): number {
  let at = index;
  while (at < sentence.tokens.length && !isQuoted(sentence, at) && !/^[.?!:;]$/.test(lower(sentence, at))) {
    if (lower(sentence, at) === ',' && isQuoted(sentence, at + 1)) return at;
    at++;
  }
  return at;
}

/** Adds what goes on after a reporting clause in the middle: `“…,” he said, “…”`, "The ward, he said, was shut". */
function withRest(sentence: Sentence, content: Content, index: number): Content {
  const mark = lower(sentence, index);
  if (/^[,.:;]$/.test(mark) && isQuoted(sentence, index + 1)) {
    const rest = contentAfter(sentence, index + 1, false, false);
    return rest === null ? content : { ...content, spans: [...content.spans, ...rest.spans] };
  }
  if (isQuoted(sentence, index) && content.form === 'direct') {
    const rest = contentAfter(sentence, index, false, false);
    return rest === null ? content : { ...content, spans: [...content.spans, ...rest.spans] };
  }
  if (mark === ',' && content.form === 'indirect' && index + 2 < sentence.tokens.length) {
    const end = contentEnd(sentence, index + 1, false);
    if (end > index + 1) return { ...content, spans: [...content.spans, spanOf(sentence, { start: index + 1, end })] };
  }
  return content;
}

/** A direct quotation after the cue may be the second half of one that stands before it. */
function around(sentence: Sentence, subject: Subject, content: Content): Content {
  const before = subject.from - 1;
  if (before < 0) return content;
  const quoted = isQuoted(sentence, before) || (lower(sentence, before) === ',' && isQuoted(sentence, before - 1));
  if (!quoted) return content;
  const first = contentBefore(sentence, subject.from);
  return first === null || first.form !== 'direct' ? content : { ...content, spans: [...first.spans, ...content.spans] };
}

/** "…, he said." and "…, he said, …", also "As he said, …". */
function afterwards(sentence: Sentence, verb: Verb, subject: Subject, introduced: boolean): Reporting | null {
  let end = skipAdverbials(sentence, verb.end);
  let hearer: Run | null = null;
  if (verb.entry.frames.has('hearer') && !closesClause(sentence, end)) {
    hearer = hearerAt(sentence, end);
    if (hearer !== null) end = skipAdverbials(sentence, hearer.end);
  }
  if (lower(sentence, end) === 'to' && !verb.entry.frames.has('hearer')) {
    hearer = hearerAt(sentence, end + 1);
    if (hearer !== null) end = skipAdverbials(sentence, hearer.end);
  }
  const participial = lower(sentence, end) === ',' && /ing$/.test(lower(sentence, end + 1));
  const from = introduced ? subject.from - 1 : subject.from;
  // Right behind a quotation the verb can only report it, whatever circumstances follow.
  const behind = isQuoted(sentence, from - 1) || (lower(sentence, from - 1) === ',' && isQuoted(sentence, from - 2));
  if (!closesClause(sentence, end) && !isQuoted(sentence, end) && !behind) return null;
  const content = contentBefore(sentence, from);
  if (content !== null && separated(sentence, from, content)) {
    return build(sentence, verb, subject.run, hearer, participial ? content : withRest(sentence, content, end));
  }
  if (introduced && lower(sentence, end) === ',') {
    if (isQuoted(sentence, end + 1)) {
      const quoted = contentAfter(sentence, end + 1, false, false);
      if (quoted !== null) return build(sentence, verb, subject.run, hearer, quoted);
    }
    const rest = clause(sentence, end + 1, false);
    if (rest !== null) return build(sentence, verb, subject.run, hearer, rest);
  }
  // "However, he said, the road was shut": an adverbial, then the reporting clause, then the words.
  if (lower(sentence, end) === ',' && lower(sentence, from - 1) === ',') {
    const rest = clause(sentence, end + 1, false);
    if (rest !== null) return build(sentence, verb, subject.run, hearer, rest);
  }
  return null;
}

/** Reported words before the cue are parted from it by a comma, a dash or a closing quotation mark, and are more than an adverbial. */
function separated(sentence: Sentence, from: number, content: Content): boolean {
  const before = from - 1;
  if (before < 0) return false;
  if (!isQuoted(sentence, before) && !/^[,–—]$/.test(lower(sentence, before))) return false;
  if (content.form === 'direct') return true;
  const words = sentence.tokens.filter((token) => content.spans.some((span) => token.start >= span.start && token.end <= span.end));
  const first = words[0];
  if (first === undefined || words.length < 3) return false;
  if (words.length <= 5 && (PREPOSITION.has(first.lower) || isAdverb(first.lower))) return false;
  return !/^(?:when|while|after|before|although|though|if|because|since|once|as|but when|until)$/.test(first.lower) || words.some((token) => token.text === ',');
}

/** What follows the verb, by the frames it takes. */
function after(sentence: Sentence, verb: Verb, relative: boolean): Heard | null {
  const { frames } = verb.entry;
  const start = verb.end;
  const objects = withObject(sentence, verb, relative);
  if (objects !== null) return objects;
  const speech = frames.has('quote') || frames.has('that');
  if (speech) {
    const bare = frames.has('bare') && !(frames.has('hearer') && !frames.has('quote'));
    const told = frames.has('hearer') ? hearerAndContent(sentence, start, relative, frames.has('bare'), frames.has('wh')) : null;
    if (told !== null) return told;
    const direct = contentAfter(sentence, start, relative, bare && !frames.has('hearer') && allowsBare(sentence, verb));
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
      const content = contentAfter(sentence, skipped, relative, bare && lower(sentence, skipped) !== 'that' && onlyAdverbs(sentence, start, skipped));
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
  if ((!PREPOSITION.has(word) && !SUBORDINATOR.has(word)) || word === 'that' || word === 'to' || word === 'of' || word === 'as') return null;
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
function allowsBare(sentence: Sentence, verb: Verb): boolean {
  if (/^(?:say|claim|argue|suggest|insist|allege|reckon|admit|concede)$/.test(verb.entry.lemma)) return true;
  let at = verb.end;
  if (SUBJECT_PRONOUN.has(lower(sentence, at)) || lower(sentence, at) === 'there') return true;
  // Subject, then a verb close by, before any preposition that would make it an object: "found the report was wrong".
  for (let steps = 0; steps < 9 && at < sentence.tokens.length; steps++, at++) {
    if (isBreak(sentence, at) || isQuoted(sentence, at)) return false;
    if (steps > 0 && (looksVerbal(sentence, at) && !/ed$/.test(lower(sentence, at)))) return true;
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
  const content = contentAfter(sentence, at, relative, bare && onlyAdverbs(sentence, hearer.end, at));
  return content === null ? null : { content, hearer };
}

/** "described her as …", "accused them of …", "called it a failure", "blamed them for …". */
function withObject(sentence: Sentence, verb: Verb, relative: boolean): Heard | null {
  const { frames } = verb.entry;
  const linking = [frames.has('as') ? 'as' : '', frames.has('of') && verb.entry.act === 'claim' ? 'of' : '', frames.has('for') ? 'for' : ''].filter((word) => word !== '');
  if (linking.length === 0 && !frames.has('name')) return null;
  const end = contentEnd(sentence, verb.end, relative);
  let link = verb.end + 1;
  while (link < end && !linking.includes(lower(sentence, link))) link++;
  const found = link < end;
  // "called it a failure": a second noun phrase or a quotation after the object; "called the police" has neither.
  let names = false;
  if (frames.has('name') && !PREPOSITION.has(lower(sentence, verb.end))) {
    for (let at = verb.end + 1; at < end; at++) if (isQuoted(sentence, at) || (/^(?:a|an)$/.test(lower(sentence, at)) && !PREPOSITION.has(lower(sentence, at - 1)))) names = true;
  }
  if (!found && !names) return null;
  if (found && isBreak(sentence, verb.end)) return null;
  const complement = found && lower(sentence, link) === 'for' ? 'noun' : 'predicative';
  const content: Content = { spans: [spanOf(sentence, { start: verb.end, end })], form: 'indirect', complement };
  return verb.entry.act === 'claim' ? { content, hearer: null, form: 'accusation' } : { content, hearer: null };
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
  if (frames.has('of') && word === 'of') {
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

/** "denied claims that …": where the claim itself begins, or -1. */
function saidNoun(sentence: Sentence, start: number): number {
  for (let at = start; at < start + 5; at++) {
    if (!/^(?:claim|allegation|suggestion|assertion|accusation|idea|notion|contention|charge|insinuation|rumour|rumor)$/.test(singular(lower(sentence, at)))) continue;
    const next = lower(sentence, at + 1);
    return next === 'that' || next === 'of' ? at + 2 : -1;
  }
  return -1;
}
