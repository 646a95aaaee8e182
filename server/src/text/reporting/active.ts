/** Reporting verbs in the active: before, after and inside the words they report. */
import type { Reporting } from '../types.ts';
import { contentOf, type Verb } from './complements.ts';
import { type Content, clause, closesClause, contentAfter, contentBefore, contentEnd, hearerAt, skipAdverbials } from './content.ts';
import { isBreak, isCapital, isNamed, isQuoted, LONGEST_CLAUSE, looksVerbal, lower, type Run, type Sentence, spanOf } from './sentence.ts';
import { type Subject, subjectAfter, subjectBefore } from './subject.ts';
import { CONJUNCTION, DETERMINER, isAdverb, PREPOSITION, SUBJECT_PRONOUN } from './words.ts';

export function readActive(sentence: Sentence, verb: Verb): Reporting | null {
  const inverted = turnedRound(sentence, verb);
  if (inverted !== null) return inverted;
  const subject = subjectBefore(sentence, verb.group, verb.participle);
  // A bare form without its subject is an order ("Remember that …") or part of an infinitive.
  if (subject === null && verb.group === verb.at && !verb.forms.has('past') && !verb.forms.has('s') && !verb.forms.has('ing')) return null;
  const introduced = subject !== null && lower(sentence, subject.from - 1) === 'as' && !verb.participle;
  const relative = subject?.relative === true && !verb.participle;
  const heard = introduced ? null : contentOf(sentence, verb, relative);
  if (heard !== null) {
    if (
      subject === null &&
      heard.content.form === 'indirect' &&
      verb.group > 0 &&
      heard.form === undefined &&
      !couldLackSubject(sentence, verb)
    )
      return null;
    const inner = clipped(sentence, subject, verb, heard.content);
    const content = heard.content.form === 'direct' && subject !== null ? around(sentence, subject, heard.content) : inner;
    return build(sentence, verb, subject?.run ?? null, heard.hearer, content, heard.form);
  }
  if (subject === null || (!verb.entry.frames.has('that') && !verb.entry.frames.has('quote'))) return null;
  return afterwards(sentence, verb, subject, introduced);
}

/** "When she denied it, the men left": a report in a subordinate clause ends with the clause's comma. */
function clipped(sentence: Sentence, subject: Subject | null, verb: Verb, content: Content): Content {
  if (content.form === 'direct') return content;
  // "Asked whether he knew, X replied": a participle that opens the sentence ends with its comma as well.
  const opens = subject === null && verb.group === 0;
  if (!opens) {
    if (
      subject === null ||
      !/^(?:when|after|before|because|since|if|although|though|while|whilst|once|until|unless)$/.test(lower(sentence, subject.from - 1))
    )
      return content;
    if (!isBreak(sentence, subject.from - 2) && subject.from > 1) return content;
  }
  for (let at = verb.end; at < sentence.tokens.length; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || isQuoted(sentence, at) || token.text !== ',') continue;
    const spans = content.spans
      .map((span) => ({ start: span.start, end: Math.min(span.end, token.start) }))
      .filter((span) => span.end > span.start);
    return spans.length > 0 ? { ...content, spans } : content;
  }
  return content;
}

/** "Said he would go" (headlines, notes) and verbs at the start of their clause may lack a subject. */
function couldLackSubject(sentence: Sentence, verb: Verb): boolean {
  return isBreak(sentence, verb.group - 1);
}

function build(
  sentence: Sentence,
  verb: Verb,
  speaker: Run | null,
  hearer: Run | null,
  content: Content,
  form?: Reporting['form'],
): Reporting {
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
  if (!quote && !(isNamed(sentence, run.start) || isCapital(sentence, run.start)) && !SUBJECT_PRONOUN.has(lower(sentence, run.start)))
    return null;
  if (!quote && !/^[,.]$/.test(lower(sentence, run.end)) && run.end < sentence.tokens.length) return null;
  if (looksVerbal(sentence, run.end) || lower(sentence, run.end) === 'that') return null;
  const content = contentBefore(sentence, verb.at);
  if (content === null) return null;
  return build(sentence, verb, run, null, withRest(sentence, content, afterApposition(sentence, run.end)));
}

/** Skips ", the chair of the board," after a subject that stands behind its verb. */
function afterApposition(sentence: Sentence, index: number): number {
  let at = index;
  while (
    at < Math.min(sentence.tokens.length, index + LONGEST_CLAUSE) &&
    !isQuoted(sentence, at) &&
    !/^[.?!:;]$/.test(lower(sentence, at))
  ) {
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
  if (content !== null && separated(sentence, from, content, verb.entry.lemma !== 'continue')) {
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
function separated(sentence: Sentence, from: number, content: Content, that: boolean): boolean {
  const before = from - 1;
  if (before < 0) return false;
  if (!isQuoted(sentence, before) && !/^[,–—]$/.test(lower(sentence, before))) return false;
  if (content.form === 'direct') return true;
  const words = sentence.tokens
    .slice(Math.max(0, from - LONGEST_CLAUSE), from)
    .filter((token) => content.spans.some((span) => token.start >= span.start && token.end <= span.end));
  // "Continue" and its like take speech in quotation marks alone: "After that, the work continued" reports nothing.
  if (!that) return false;
  const first = words.find((token) => !CONJUNCTION.has(token.lower) && token.lower !== 'but' && token.lower !== 'even');
  if (first === undefined || words.length < (DETERMINER.has(first.lower) || /^\p{Lu}/u.test(first.text) ? 2 : 3)) return false;
  if (words.length <= 5 && (PREPOSITION.has(first.lower) || isAdverb(first.lower))) return false;
  return (
    !/^(?:when|while|after|before|although|though|if|because|since|once|as|but when|until)$/.test(first.lower) ||
    words.some((token) => token.text === ',')
  );
}
