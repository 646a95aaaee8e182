/** Reporting verbs in the passive: "has been accused of", "is alleged to have", "was told by X that", "was described as". */

import type { Span } from '../span.ts';
import type { Reporting } from '../types.ts';
import { clause, contentAfter, skipAdverbials } from './content.ts';
import { isBreak, isQuoted, lower, type Run, type Sentence, spanOf } from './sentence.ts';
import { type Agent, agentAt, HEARSAY } from './special.ts';
import { phraseEndingAt, subjectBefore } from './subject.ts';
import type { ReportingVerb } from './verbs.ts';

interface Reading {
  readonly speaker: Agent | null;
  readonly hearer: Run | null;
  readonly content: readonly Span<'text'>[];
  readonly form: Reporting['form'];
  readonly complement: Reporting['complement'];
}

/** `group` is where the verb group starts (the verb itself where "was" is left out), `verb` the participle. */
export function readPassive(sentence: Sentence, group: number, verb: number, entry: ReportingVerb): Reporting | null {
  const subject = group === verb ? reducedSubject(sentence, verb) : (subjectBefore(sentence, group, false)?.run ?? null);
  const reading = read(sentence, verb, entry, subject);
  if (reading === null || reading.content.every((span) => span.end <= span.start)) return null;
  return {
    cue: spanOf(sentence, { start: group, end: verb + 1 }),
    verb: entry.lemma,
    speaker: reading.speaker === null ? null : spanOf(sentence, reading.speaker.run),
    hearer: reading.hearer === null ? null : spanOf(sentence, reading.hearer),
    content: reading.content,
    form: reading.form,
    complement: reading.complement,
    act: entry.act,
  };
}

function reducedSubject(sentence: Sentence, verb: number): Run | null {
  const comma = lower(sentence, verb - 1) === ',';
  return verb > 0 && !isBreak(sentence, verb - 1)
    ? phraseEndingAt(sentence, verb - 1, true)
    : comma
      ? phraseEndingAt(sentence, verb - 2, false)
      : null;
}

function read(sentence: Sentence, verb: number, entry: ReportingVerb, subject: Run | null): Reading | null {
  const { frames, lemma } = entry;
  const speaker = agentAt(sentence, verb + 1);
  const behind = speaker?.after ?? verb + 1;
  const after = /^(?:of|as|for|to|that)$/.test(lower(sentence, behind)) ? behind : skipAdverbials(sentence, behind);
  const next = lower(sentence, after);
  const whole = (start: number): readonly Span<'text'>[] | null => {
    const rest = clause(sentence, start, false)?.spans;
    return rest === undefined ? null : subject === null ? rest : [spanOf(sentence, subject), ...rest];
  };
  if (frames.has('of') && next === 'of' && entry.act === 'claim') {
    const content = clause(sentence, after + 1, false);
    return content === null ? null : { speaker, hearer: null, content: content.spans, form: 'accusation', complement: 'predicative' };
  }
  if ((frames.has('as') && next === 'as') || (frames.has('for') && next === 'for')) {
    const content = whole(after);
    const complement = next === 'as' ? 'predicative' : 'noun';
    return content === null ? null : { speaker, hearer: null, content, form: 'indirect', complement };
  }
  if (frames.has('name') && !frames.has('as') && isQuoted(sentence, verb + 1)) {
    const content = whole(verb + 1);
    return content === null ? null : { speaker, hearer: null, content, form: 'indirect', complement: 'predicative' };
  }
  const impersonal = subject !== null && lower(sentence, subject.start) === 'it' && subject.end - subject.start === 1;
  if (frames.has('hearer') && !impersonal) {
    const told = contentAfter(sentence, after, false, frames.has('bare'));
    if (told !== null) return { speaker, hearer: subject, content: told.spans, form: told.form, complement: told.complement };
    if (/^(?:whether|if|how|why|what)$/.test(next) && frames.has('wh')) {
      const asked = clause(sentence, after, false);
      return asked === null ? null : { speaker, hearer: subject, content: asked.spans, form: 'indirect', complement: 'clause' };
    }
    if (next === 'to' && frames.has('hearer-to')) {
      const ordered = clause(sentence, after, false);
      return ordered === null ? null : { speaker, hearer: subject, content: ordered.spans, form: 'indirect', complement: 'infinitive' };
    }
    if (next === 'of' && frames.has('of')) {
      const rest = clause(sentence, after + 1, false);
      return rest === null ? null : { speaker, hearer: subject, content: rest.spans, form: 'indirect', complement: 'noun' };
    }
    return null;
  }
  if (next === 'to' && lower(sentence, after + 1) !== 'the' && (HEARSAY.has(lemma) || entry.act === 'find') && !impersonal) {
    const content = whole(after);
    const form = entry.act === 'find' ? 'indirect' : 'accusation';
    return content === null ? null : { speaker, hearer: null, content, form, complement: 'clause' };
  }
  if (next === 'to' && frames.has('hearer-to') && !impersonal) {
    const content = clause(sentence, after, false);
    return content === null ? null : { speaker, hearer: subject, content: content.spans, form: 'indirect', complement: 'infinitive' };
  }
  if (next === 'that' && (impersonal || subject === null || frames.has('that'))) {
    const content = clause(sentence, after + 1, false);
    return content === null
      ? null
      : {
          speaker,
          hearer: null,
          content: content.spans,
          form: impersonal && speaker === null ? 'accusation' : 'indirect',
          complement: 'clause',
        };
  }
  return null;
}
