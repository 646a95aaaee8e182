import { readActive } from './reporting/active.ts';
import type { Verb } from './reporting/complements.ts';
import { readPassive } from './reporting/passive.ts';
import { groupStart, isNamed, isQuoted, lower, readSentence, type Sentence } from './reporting/sentence.ts';
import { accordingTo, hearsayAdverb, isPassive, nounOfSaying } from './reporting/special.ts';
import { NOUN_LIKE, reportingForm, type VerbForm } from './reporting/verbs.ts';
import { AUXILIARY, BE, CONJUNCTION, DETERMINER, HAVE, MODAL, PREPOSITION, RELATIVE, SUBJECT_PRONOUN } from './reporting/words.ts';
import type { NameMention, Quotation, Reporting, Token } from './types.ts';

/**
 * Words that the text gives to somebody: direct and indirect speech with the cue before, inside or after it, "according
 * to", accusations and hearsay in the passive, nouns such as "claims that". In the order of the cues. The verbs are a
 * lexical class (reporting/verbs.ts), the rest is read from closed-class words, so that no tagger is needed. Words in
 * quotation marks are read as what is said, not for further attributions inside them; a caller who wants those analyses
 * the quotation's own text. Negated and hypothetical reports ("did not say that", "would argue") attribute nothing.
 */
export function findReporting(
  text: string,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  names: readonly NameMention[],
): readonly Reporting[] {
  const sentence = readSentence(text, tokens, quotations, names);
  const found: Reporting[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (isQuoted(sentence, index)) continue;
    const one = reportingAt(sentence, index);
    if (one === null || announces(found.at(-1), one)) continue;
    if (one.content.some((span) => span.end > span.start)) found.push(one);
  }
  return found;
}

/** "rejects the claim that …": the noun between a verb and what it reports is part of that report. */
function announces(verb: Reporting | undefined, noun: Reporting): boolean {
  const start = verb?.content[0]?.start;
  return verb !== undefined && start !== undefined && verb.cue.end <= noun.cue.start && noun.cue.end <= start;
}

function reportingAt(sentence: Sentence, index: number): Reporting | null {
  const word = lower(sentence, index);
  if (word === 'according' || word === 'in') return accordingTo(sentence, index);
  const form = isNamed(sentence, index) ? undefined : reportingForm(word);
  if (form !== undefined) {
    const verb = readVerb(sentence, index, form);
    if (verb !== null) return verb;
  }
  return nounOfSaying(sentence, index) ?? hearsayAdverb(sentence, index);
}

function readVerb(sentence: Sentence, index: number, form: VerbForm): Reporting | null {
  const { particle, forms, verb: entry } = form;
  if (particle !== null && lower(sentence, index + 1) !== particle) return null;
  const group = groupStart(sentence, index);
  if (NOUN_LIKE.has(lower(sentence, index)) && !hasVerbPlace(sentence, index, group, forms.has('s'), index + 1)) return null;
  // "There were claims": a form that no passive or progressive has can only be a noun behind "be".
  if (group < index && BE.has(lower(sentence, index - 1)) && !forms.has('participle') && !forms.has('ing')) return null;
  const mood = moodOf(sentence, group, index);
  if (mood === 'denied' || mood === 'supposed') return null;
  const end = index + (particle === null ? 1 : 2);
  if (forms.has('past') || forms.has('participle')) {
    if (isPassive(sentence, group, index)) return readPassive(sentence, group, index, entry);
    if (group === index && DETERMINER.has(lower(sentence, index - 1)) && !forms.has('ing')) return null;
    if (group === index && isReduced(sentence, index) && !(entry.frames.has('subject-to') && lower(sentence, index + 1) === 'to')) {
      const reduced = readPassive(sentence, group, index, entry);
      if (reduced !== null || lower(sentence, index + 1) === 'by') return reduced;
    }
  }
  const progressive = forms.has('ing') && group < index && BE.has(lower(sentence, index - 1));
  const verb: Verb = { entry, group, at: index, end, forms, participle: forms.has('ing') && !progressive };
  const base = !forms.has('past') && !forms.has('participle') && !forms.has('ing') && !forms.has('s');
  if (base && (mood === 'infinitive' || (group === index && CONJUNCTION.has(lower(sentence, index - 1))))) return null;
  return readActive(sentence, verb);
}

/** "a man accused of", "a report described by X as": a participle that leans on the noun before it. */
function isReduced(sentence: Sentence, index: number): boolean {
  return /^(?:of|as|by|to)$/.test(lower(sentence, index + 1)) && index > 0 && !SUBJECT_PRONOUN.has(lower(sentence, index - 1));
}

/** Whether a word that may be a noun stands where a verb does: after its subject or an auxiliary. */
function hasVerbPlace(sentence: Sentence, index: number, group: number, singular: boolean, after: number): boolean {
  if (group < index)
    return (
      AUXILIARY.has(lower(sentence, index - 1)) ||
      AUXILIARY.has(lower(sentence, group)) ||
      hasVerbPlace(sentence, group, group, singular, after)
    );
  if (index === 0) return false;
  const before = lower(sentence, index - 1);
  if (isNamed(sentence, index - 1)) return before !== "'s" && !DETERMINER.has(lower(sentence, index - 2));
  if (SUBJECT_PRONOUN.has(before) || RELATIVE.has(before)) return true;
  if (DETERMINER.has(before) || PREPOSITION.has(before) || before === "'s" || before === "'" || before === '’') return false;
  const next = lower(sentence, after);
  if (before === ',' || CONJUNCTION.has(before)) return next === 'that' || isQuoted(sentence, after);
  // A plural subject takes the bare form, a singular one the form in -s; only then may noun follow noun as verb does.
  const plural = before.endsWith('s') && !before.endsWith('ss');
  return (
    plural !== singular &&
    (next === 'that' ||
      next === ':' ||
      isQuoted(sentence, next === ',' ? after + 1 : after) ||
      SUBJECT_PRONOUN.has(next) ||
      DETERMINER.has(next))
  );
}

type Mood = 'plain' | 'denied' | 'supposed' | 'infinitive';

function moodOf(sentence: Sentence, group: number, index: number): Mood {
  let have = false;
  for (let at = group; at < index; at++) {
    const word = lower(sentence, at);
    if (/^(?:not|n't|never|neither|nor|hardly)$/.test(word)) return 'denied';
    if (HAVE.has(word)) have = true;
    if (MODAL.has(word) && !/^(?:will|'ll|can)$/.test(word)) return 'supposed';
  }
  const before = lower(sentence, group - 1);
  if (before === 'to' && !have) return lower(sentence, group - 2) === 'on' ? 'plain' : 'infinitive';
  if (/^(?:nobody|no-one|none|neither|nor)$/.test(before)) return 'denied';
  return 'plain';
}
