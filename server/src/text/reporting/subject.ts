/** Who speaks: the noun phrase that is the subject of a reporting verb, before it, after it, or shared with another verb. */

import { isBreak, isCapital, isNamed, isQuoted, LONGEST_CLAUSE, looksVerbal, lower, type Run, type Sentence } from './sentence.ts';
import { reportingForm } from './verbs.ts';
import {
  CONJUNCTION,
  DETERMINER,
  isAdverb,
  OBJECT_PRONOUN,
  PREPOSITION,
  RELATIVE,
  SUBJECT_PRONOUN,
  SUBORDINATOR,
  TIME_NOUN,
} from './words.ts';

export interface Subject {
  readonly run: Run;
  /** Where the clause's words begin: the subject with its apposition, for telling a reporting clause that stands last. */
  readonly from: number;
  /** Set where a relative pronoun stands between ("the man who said"). */
  readonly relative: boolean;
}

/** The subject before the verb group that starts at `group`, or null. */
export function subjectBefore(sentence: Sentence, group: number, participle: boolean): Subject | null {
  const last = group - 1;
  if (last < 0) return null;
  if (isQuoted(sentence, last)) return null;
  const word = lower(sentence, last);
  if (participle) return participleSubject(sentence, group);
  if (RELATIVE.has(word) && word !== 'whose' && last > 0) {
    const comma = lower(sentence, last - 1) === ',';
    const end = comma ? last - 1 : last;
    const run = phraseEndingAt(sentence, end - 1, true);
    if (run === null || (word === 'who' && isAsker(sentence, run))) return null;
    const whole = comma && word === 'who' ? withOwned(sentence, run) : run;
    return { run: whole, from: whole.start, relative: true };
  }
  if (SUBJECT_PRONOUN.has(word)) return { run: { start: last, end: group }, from: last, relative: false };
  if (CONJUNCTION.has(word)) return shared(sentence, last);
  if (word === ',' || word === ')' || word === '–' || word === '—' || (word === '-' && isBreak(sentence, last)))
    return word === ')' ? afterBracket(sentence, last) : apposed(sentence, last);
  if (isBreak(sentence, last) || SUBORDINATOR.has(word)) return null;
  const run = phraseEndingAt(sentence, last, false);
  return run === null ? null : { run, from: run.start, relative: false };
}

/** "Asked by the chair who had told her": the clause is the question, and not about the chair. */
function isAsker(sentence: Sentence, run: Run): boolean {
  return lower(sentence, run.start - 1) === 'by' && /^(?:asked|questioned|pressed|quizzed)$/.test(lower(sentence, run.start - 2));
}

/** "The investigators of the trial, who said": between commas the clause is about them, and not about the trial. */
function withOwned(sentence: Sentence, run: Run): Run {
  if (lower(sentence, run.start - 1) !== 'of' || lower(sentence, run.start) !== 'the') return run;
  const owned = phraseEndingAt(sentence, run.start - 2, true);
  return owned === null ? run : { start: owned.start, end: run.end };
}

function participleSubject(sentence: Sentence, group: number): Subject | null {
  const last = group - 1;
  const word = lower(sentence, last);
  if (word === ',' || CONJUNCTION.has(word) || isBreak(sentence, last)) return shared(sentence, last);
  if (PREPOSITION.has(word) || SUBORDINATOR.has(word)) return shared(sentence, last);
  const run = phraseEndingAt(sentence, last, true);
  return run === null ? null : { run, from: run.start, relative: true };
}

function afterBracket(sentence: Sentence, close: number): Subject | null {
  let open = close;
  while (open > 0 && close - open < LONGEST_CLAUSE && lower(sentence, open) !== '(') open--;
  if (open === 0 || lower(sentence, open) !== '(') return null;
  const run = phraseEndingAt(sentence, open - 1, false);
  return run === null ? null : { run, from: run.start, relative: false };
}

/** Where the clause that holds `index` begins: after the last hard break or quotation before it. */
export function clauseStart(sentence: Sentence, index: number): number {
  let start = index;
  while (start > 0 && index - start < LONGEST_CLAUSE) {
    const before = start - 1;
    const word = lower(sentence, before);
    if (isQuoted(sentence, before) && (before === 0 || /^[,.?!]$/.test(lower(sentence, before - 1)) || closesSpeech(sentence, before)))
      break;
    if (word === ';' || word === ':' || word === '…' || (word === '.' && before > 0 && lower(sentence, start) !== ')')) break;
    start = before;
  }
  return start;
}

/** Whether a quotation ends at the token with its own comma or stop, as speech does and a scare quote does not. */
function closesSpeech(sentence: Sentence, index: number): boolean {
  return sentence.quoted[index] !== sentence.quoted[index + 1] && /[,.?!…]/.test(lower(sentence, index - 1));
}

/** Segments between commas, outside quotations, from `start` to `end` (exclusive). */
function segments(sentence: Sentence, start: number, end: number): readonly Run[] {
  const runs: Run[] = [];
  let from = start;
  for (let index = start; index <= end; index++) {
    const cut = index === end || (!isQuoted(sentence, index) && isBreak(sentence, index) && /^[,–—-]$/.test(lower(sentence, index)));
    if (!cut) continue;
    if (index > from) runs.push({ start: from, end: index });
    from = index + 1;
  }
  return runs;
}

function isAdverbial(sentence: Sentence, run: Run): boolean {
  const first = lower(sentence, run.start);
  if (PREPOSITION.has(first) || (SUBORDINATOR.has(first) && first !== 'that') || isAdverb(first) || first === 'to') return true;
  if (/^\p{Lu}?\p{Ll}+ing$/u.test(sentence.tokens[run.start]?.text ?? '') && !isNamed(sentence, run.start)) return true;
  if (sentence.tokens[run.start]?.kind === 'number' || TIME_NOUN.has(first)) return run.end - run.start <= 6;
  return run.end - run.start <= 5 && TIME_NOUN.has(lower(sentence, run.end - 1)) && !isNamed(sentence, run.start);
}

/** "X, who …, said" and "The chair, X, said": the comma at `comma` closes what stands between the subject and its verb. */
function apposed(sentence: Sentence, comma: number): Subject | null {
  const start = clauseStart(sentence, comma);
  const parts = segments(sentence, start, comma);
  for (const [index, part] of parts.entries()) {
    const run = trimFront(sentence, part);
    if (run === null || isAdverbial(sentence, run) || holdsVerb(sentence, run)) continue;
    const last = parts.at(-1);
    const named =
      last !== undefined &&
      index < parts.length - 1 &&
      isWholeName(sentence, last) &&
      (isPerson(sentence, last) || !isWholeName(sentence, run)) &&
      !isPerson(sentence, run);
    return { run: named ? last : run, from: run.start, relative: false };
  }
  return shared(sentence, comma);
}

/** The subject of the clause's first verb, which a later verb shares ("X, who …, resigned and said"). */
function shared(sentence: Sentence, before: number): Subject | null {
  const start = clauseStart(sentence, before);
  for (const part of segments(sentence, start, before)) {
    const run = trimFront(sentence, part);
    if (run === null || (isAdverbial(sentence, run) && !leadsToSubject(sentence, run))) continue;
    const phrase = phraseStartingAt(sentence, isAdverbial(sentence, run) ? afterAdverbial(sentence, run) : run.start, run.end);
    if (phrase !== null) return { run: phrase, from: phrase.start, relative: false };
  }
  return null;
}

/** "In the documentary Tim Donovan says …": an adverbial without its comma, then a name and a verb. */
function leadsToSubject(sentence: Sentence, run: Run): boolean {
  return afterAdverbial(sentence, run) > run.start;
}

function afterAdverbial(sentence: Sentence, run: Run): number {
  for (let index = run.start + 2; index < run.end; index++) {
    const word = lower(sentence, index);
    if (/^(?:he|she|they|it|we|i)$/.test(word)) return index;
  }
  return run.start;
}

function trimFront(sentence: Sentence, run: Run): Run | null {
  let start = run.start;
  while (start < run.end && (CONJUNCTION.has(lower(sentence, start)) || isBreak(sentence, start)) && !isQuoted(sentence, start)) start++;
  // "As X, a nurse, said": the conjunction that introduces the reporting clause.
  if (lower(sentence, start) === 'as' && isCapital(sentence, start + 1)) start++;
  return start < run.end ? { start, end: run.end } : null;
}

function holdsVerb(sentence: Sentence, run: Run): boolean {
  for (let index = run.start + 1; index < run.end; index++) {
    if (RELATIVE.has(lower(sentence, index))) return false;
    if (looksVerbal(sentence, index) && !DETERMINER.has(lower(sentence, index - 1))) return true;
  }
  return false;
}

/** Whether a run is nothing but a person's name, by the names found in the text. */
function isPerson(sentence: Sentence, run: Run): boolean {
  const ordinal = sentence.named[run.end - 1] ?? 0;
  const name = sentence.names[ordinal - 1];
  return name !== undefined && name.form === 'person' && sentence.named[run.start] === ordinal;
}

function isWholeName(sentence: Sentence, run: Run): boolean {
  if (run.end - run.start > 7) return false;
  for (let index = run.start; index < run.end; index++) {
    if (!isCapital(sentence, index) && !/^(?:[.’'-]|'s|de|van|von|of|the|al|bin)$/.test(lower(sentence, index))) return false;
  }
  return isCapital(sentence, run.start);
}

/**
 * The noun phrase that ends at `end`. `tight` asks for the nearest phrase ("statements from two doctors saying": two
 * doctors), otherwise a phrase keeps what is attached to it with "of", "for" and the like ("a spokesman for the council").
 */
export function phraseEndingAt(sentence: Sentence, end: number, tight: boolean): Run | null {
  let start = end + 1;
  let bracket = 0;
  while (start > 0 && end - start < LONGEST_CLAUSE) {
    const before = start - 1;
    const word = lower(sentence, before);
    if (word === ')') bracket++;
    else if (word === '(' && bracket > 0) bracket--;
    else if (bracket === 0) {
      if (isBreak(sentence, before) && !insideQuotedWord(sentence, before)) break;
      if (SUBORDINATOR.has(word) && !isNamed(sentence, before)) break;
      if (looksVerbal(sentence, before) && !DETERMINER.has(lower(sentence, before - 1)) && before !== end) break;
      if (SUBJECT_PRONOUN.has(word) && before < end && !/^(?:some|many|most|both|few|several|one|others)$/.test(word)) break;
      if (word === 'and' || word === 'or') {
        if (tight || clauseBefore(sentence, before)) break;
      }
    }
    start = before;
  }
  while (start <= end && (isAdverb(lower(sentence, start)) || CONJUNCTION.has(lower(sentence, start))) && !isNamed(sentence, start))
    start++;
  if (start > end) return null;
  const adverbial = PREPOSITION.has(lower(sentence, start)) || (TIME_NOUN.has(lower(sentence, start + 1)) && start + 1 < end);
  const adrift = !tight && start > 0 && (adverbial || sentence.tokens[end]?.kind === 'number') && looksVerbal(sentence, start - 1);
  if (adrift) return wholeSubject(sentence, start, end);
  if (adverbial || tight || !beginsPhrase(sentence, start)) start = innerStart(sentence, start, end, tight);
  return isNominal(sentence, { start, end: end + 1 }) ? { start, end: end + 1 } : null;
}

/** "The man who was convicted in our town said": the phrase before the verb hangs on a relative clause; its head stands before that. */
function wholeSubject(sentence: Sentence, start: number, end: number): Run | null {
  for (let at = start - 1; at > Math.max(0, start - 25); at--) {
    const word = lower(sentence, at);
    if (isBreak(sentence, at) && word !== ')') return null;
    if (/^(?:who|which|that)$/.test(word) && at > 0) {
      const before = lower(sentence, at - 1) === ',' ? at - 2 : at - 1;
      const head = phraseEndingAt(sentence, before, true);
      // A clause that tells which person is meant is part of the description; one between commas is not.
      if (head !== null) return before === at - 1 && !isNamed(sentence, before) ? { start: head.start, end: end + 1 } : head;
    }
    if (word === 'that' || word === 'because' || word === 'if' || word === 'when') return phraseStartingAt(sentence, at + 1, end);
  }
  return phraseStartingAt(sentence, clauseStart(sentence, start), end);
}

function insideQuotedWord(sentence: Sentence, index: number): boolean {
  return isQuoted(sentence, index) && !/^[,.:;?!]$/.test(lower(sentence, index)) && !closesSpeech(sentence, index);
}

function clauseBefore(sentence: Sentence, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - LONGEST_CLAUSE); at--) {
    if (isBreak(sentence, at)) return false;
    if (looksVerbal(sentence, at) && !DETERMINER.has(lower(sentence, at - 1))) return true;
    if (/^(?:said|told|went|came|took|gave|made|left|got|saw|says|tells)$/.test(lower(sentence, at))) return true;
  }
  return false;
}

function beginsPhrase(sentence: Sentence, index: number): boolean {
  return DETERMINER.has(lower(sentence, index)) || isCapital(sentence, index) || sentence.tokens[index]?.kind === 'number' || index === 0;
}

/** The start of the last phrase in a stretch that may begin with an adverbial. */
function innerStart(sentence: Sentence, from: number, end: number, tight: boolean): number {
  // "including statements from two doctors": the preposition that opens the stretch is no part of the phrase.
  const start = PREPOSITION.has(lower(sentence, from)) && from < end ? from + 1 : from;
  const name = sentence.named[end] ?? 0;
  if (name > 0) {
    let at = end;
    while (at > start && sentence.named[at - 1] === name) at--;
    while (at > start && isNamed(sentence, at - 1)) at--;
    // Titles and capitalised roles before a name ("Sen.", "Lord Justice") belong to it.
    while (
      at > start &&
      isCapital(sentence, at - 1) &&
      !DETERMINER.has(lower(sentence, at - 1)) &&
      !PREPOSITION.has(lower(sentence, at - 1)) &&
      !isBreak(sentence, at - 1)
    )
      at--;
    if (!tight || !DETERMINER.has(lower(sentence, at - 1))) return titled(sentence, start, at);
  }
  for (let at = end; at > start; at--) {
    // "a scheme for persons who claimed": a bare plural behind its preposition.
    if (tight && PREPOSITION.has(lower(sentence, at - 1)) && !/^(?:of)$/.test(lower(sentence, at - 1))) return at;
    const opens =
      DETERMINER.has(lower(sentence, at)) ||
      sentence.tokens[at]?.kind === 'number' ||
      (isCapital(sentence, at) && !isCapital(sentence, at - 1));
    if (!opens) continue;
    const before = lower(sentence, at - 1);
    if (DETERMINER.has(before)) continue;
    if (tight || !PREPOSITION.has(before) || at === start + 1) {
      if (!tight && PREPOSITION.has(before)) continue;
      return at;
    }
  }
  return start;
}

/** Takes in a lower-case title or role before a name ("prime minister X", "the chair X"), up to its determiner. */
function titled(sentence: Sentence, start: number, at: number): number {
  for (let back = at - 1; back >= Math.max(start, at - 5); back--) {
    const word = lower(sentence, back);
    if (DETERMINER.has(word) && !PREPOSITION.has(lower(sentence, back - 1))) return back;
    if (PREPOSITION.has(word) || isBreak(sentence, back)) break;
  }
  return at;
}

function isNominal(sentence: Sentence, run: Run): boolean {
  const last = lower(sentence, run.end - 1);
  if (run.end - run.start === 1 && (isAdverb(last) || DETERMINER.has(last) || PREPOSITION.has(last)) && !SUBJECT_PRONOUN.has(last))
    return false;
  if (run.end - run.start === 1 && OBJECT_PRONOUN.has(last) && !SUBJECT_PRONOUN.has(last)) return false;
  return sentence.tokens[run.end - 1]?.kind !== 'punct' || isQuoted(sentence, run.end - 1) || last === ')';
}

/** The noun phrase that begins at `start`, or null; it ends before a verb, a break, or a preposition that attaches to no noun. */
export function phraseStartingAt(sentence: Sentence, start: number, limit: number): Run | null {
  const first = lower(sentence, start);
  if (start >= limit) return null;
  // "one person", "some advisers": a quantifier before its noun is no pronoun.
  const quantifier =
    /^(?:one|some|many|most|both|few|several|others)$/.test(first) &&
    sentence.tokens[start + 1]?.kind === 'word' &&
    sentence.tokens[start + 1]?.stop === false &&
    !looksVerbal(sentence, start + 1);
  if (SUBJECT_PRONOUN.has(first) && !isNamed(sentence, start) && !quantifier) return { start, end: start + 1 };
  if (OBJECT_PRONOUN.has(first) && !/^(?:her|each)$/.test(first)) return { start, end: start + 1 };
  let end = start;
  while (end < limit) {
    const word = lower(sentence, end);
    if (isNamed(sentence, end)) {
      end++;
      continue;
    }
    if (isBreak(sentence, end) && !insideQuotedWord(sentence, end)) break;
    const modified = end > start && (DETERMINER.has(lower(sentence, end - 1)) || /^'s?$/.test(lower(sentence, end - 1)));
    if (SUBORDINATOR.has(word) || (isAdverb(word) && !modified)) break;
    // "an employee describing himself as …": a participle with its object hangs on the noun.
    if (
      end > start &&
      /\p{L}{3}ing$/u.test(word) &&
      !modified &&
      (OBJECT_PRONOUN.has(lower(sentence, end + 1)) || DETERMINER.has(lower(sentence, end + 1)))
    )
      break;
    if (looksVerbal(sentence, end) && end > start && !DETERMINER.has(lower(sentence, end - 1))) break;
    const form = reportingForm(word);
    // A present form may be a noun ("claims"), but not before its "that".
    const reports = form !== undefined && (form.forms.has('past') || lower(sentence, end + 1) === 'that');
    if (reports && end > start && !DETERMINER.has(lower(sentence, end - 1))) break;
    if (PREPOSITION.has(word) && !/^(?:of|for|at|from|in|to)$/.test(word)) break;
    if (/^(?:at|from|in|to)$/.test(word) && !isCapital(sentence, end + 1) && !DETERMINER.has(lower(sentence, end + 1))) break;
    if (SUBJECT_PRONOUN.has(word) && end > start) break;
    if (end > start && DETERMINER.has(word) && !PREPOSITION.has(lower(sentence, end - 1)) && !CONJUNCTION.has(lower(sentence, end - 1)))
      break;
    end++;
  }
  while (end > start && (CONJUNCTION.has(lower(sentence, end - 1)) || PREPOSITION.has(lower(sentence, end - 1)))) end--;
  return end > start ? { start, end } : null;
}

/** The subject after its verb, as in `“…,” said the chair of the board`. */
export function subjectAfter(sentence: Sentence, verb: number): Run | null {
  const start = verb + 1;
  const first = lower(sentence, start);
  if (isQuoted(sentence, start) || isBreak(sentence, start)) return null;
  if (!isNamed(sentence, start) && !isCapital(sentence, start) && !DETERMINER.has(first) && !SUBJECT_PRONOUN.has(first)) {
    if (PREPOSITION.has(first) || SUBORDINATOR.has(first) || isAdverb(first) || TIME_NOUN.has(first)) return null;
  }
  if (first === 'that') return null;
  let limit = start;
  while (
    limit < sentence.tokens.length &&
    !isQuoted(sentence, limit) &&
    !isBreak(sentence, limit) &&
    !(limit > start && cutsSubject(sentence, limit))
  )
    limit++;
  return phraseStartingAt(sentence, start, limit);
}

/** "said Mr X in a statement", "said Mr X on Tuesday": what follows the name is no part of it. */
function cutsSubject(sentence: Sentence, index: number): boolean {
  const word = lower(sentence, index);
  if (TIME_NOUN.has(word)) return true;
  return /^(?:in|on|during|at|to|after|before|when|while|as|outside|following)$/.test(word) && isNamed(sentence, index) === false;
}
