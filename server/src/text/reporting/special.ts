/** Attribution without an active reporting verb: passives, nouns ("claims that"), "according to", "allegedly". */

import type { Span } from '../span.ts';
import type { Reporting } from '../types.ts';
import { clause, contentBefore, contentEnd } from './content.ts';
import { isBreak, isCapital, isNamed, isQuoted, LONGEST_CLAUSE, looksVerbal, lower, type Run, type Sentence, spanOf } from './sentence.ts';
import { phraseEndingAt, phraseStartingAt } from './subject.ts';
import { BE, DETERMINER, isAdverb, SUBJECT_PRONOUN } from './words.ts';

/** Nouns of things said; "that" or "of" after them brings what is said. */
const SAID_NOUN: Readonly<Record<string, Reporting['act']>> = {
  claim: 'claim',
  allegation: 'claim',
  accusation: 'claim',
  assertion: 'claim',
  suggestion: 'claim',
  contention: 'claim',
  insinuation: 'claim',
  rumour: 'claim',
  rumor: 'claim',
  complaint: 'claim',
  insistence: 'claim',
  speculation: 'claim',
  denial: 'deny',
  admission: 'say',
  statement: 'say',
  announcement: 'say',
  assurance: 'promise',
  warning: 'advise',
  confession: 'say',
  hint: 'say',
  acknowledgement: 'say',
  concern: 'claim',
  fear: 'claim',
  worry: 'claim',
  belief: 'claim',
  suspicion: 'claim',
  impression: 'claim',
  view: 'claim',
  opinion: 'claim',
  theory: 'claim',
};
/** Nouns whose owner speaks when "is" or "was" and "that" follow: "X’s view was that …". */
const HELD_NOUN = new Set([
  'view',
  'opinion',
  'position',
  'case',
  'argument',
  'evidence',
  'account',
  'response',
  'answer',
  'message',
  'testimony',
  'explanation',
  'contention',
  'claim',
  'understanding',
  'recollection',
  'belief',
  'conclusion',
  'advice',
  'story',
]);
/** Nouns after which "of" brings what is claimed: "allegations of neglect". */
const ACCUSES = new Set(['claim', 'allegation', 'accusation', 'assertion', 'contention', 'insinuation', 'rumour', 'rumor', 'complaint']);
/** What opens an adverbial at the head of a sentence: "Despite warnings that …, the boat sailed". */
const OPENS_ADVERBIAL =
  /^(?:despite|after|amid|amidst|following|notwithstanding|given|with|on|in|because|against|contrary|regardless|over)$/;
const ADVERB_OF_REPORT = new Set(['allegedly', 'reportedly', 'supposedly', 'purportedly']);
/** Verbs of belief and report that take "is … to" with nobody named. */
export const HEARSAY = new Set(['allege', 'say', 'report', 'claim', 'rumour', 'believe', 'think', 'understand', 'suspect', 'suppose']);

export function singular(word: string): string {
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function reporting(
  sentence: Sentence,
  cue: Run,
  verb: string,
  speaker: Run | null,
  content: readonly Span<'text'>[],
  form: Reporting['form'],
  act: Reporting['act'],
): Reporting {
  return {
    cue: spanOf(sentence, cue),
    verb,
    speaker: speaker === null ? null : spanOf(sentence, speaker),
    hearer: null,
    content,
    form,
    act,
    complement: 'clause',
  };
}

/** "according to X", "in X’s view", "in the words of X". */
export function accordingTo(sentence: Sentence, index: number): Reporting | null {
  const word = lower(sentence, index);
  let cue: Run;
  let speaker: Run | null;
  let after: number;
  if (word === 'according' && lower(sentence, index + 1) === 'to') {
    cue = { start: index, end: index + 2 };
    speaker = phraseStartingAt(sentence, index + 2, phraseLimit(sentence, index + 2));
    if (speaker === null) return null;
    after = speaker.end;
  } else if (word === 'in') {
    const owned = ownedView(sentence, index);
    if (owned === null) return null;
    ({ cue, speaker, after } = owned);
  } else return null;
  const verb = sentence.tokens
    .slice(cue.start, cue.end)
    .map((token) => token.lower)
    .join(' ');
  // An apposition of the speaker ends with its own comma: "According to X, a nurse, the ward was full".
  const before = index > 0 ? contentBefore(sentence, index) : null;
  if (before !== null && holdsWords(before.spans)) {
    return reporting(sentence, cue, verb, speaker, before.spans, 'according-to', 'say');
  }
  const start = lower(sentence, after) === ',' ? after + 1 : after;
  const content = clause(sentence, start, false);
  return content === null ? null : reporting(sentence, cue, verb, speaker, content.spans, 'according-to', 'say');
}

function holdsWords(spans: readonly Span[]): boolean {
  return spans.some((span) => span.end - span.start > 12);
}

function ownedView(sentence: Sentence, index: number): { cue: Run; speaker: Run | null; after: number } | null {
  if (
    lower(sentence, index + 1) === 'the' &&
    /^(?:words|view|opinion|estimation)$/.test(lower(sentence, index + 2)) &&
    lower(sentence, index + 3) === 'of'
  ) {
    const speaker = phraseStartingAt(sentence, index + 4, phraseLimit(sentence, index + 4));
    return speaker === null ? null : { cue: { start: index, end: index + 4 }, speaker, after: speaker.end };
  }
  for (let at = index + 2; at < index + 7; at++) {
    if (!/^(?:view|opinion|words|estimation|judgement|account)$/.test(lower(sentence, at))) continue;
    const owner = lower(sentence, at - 1);
    if (/^(?:his|her|their)$/.test(owner))
      return { cue: { start: index, end: at + 1 }, speaker: { start: at - 1, end: at }, after: at + 1 };
    if ((owner === "'s" || owner === "'") && at - 1 > index + 1)
      return { cue: { start: index, end: at + 1 }, speaker: { start: index + 1, end: at - 1 }, after: at + 1 };
    return null;
  }
  return null;
}

/** Where the phrase after "according to" must stop when no comma ends it: at a new subject. */
function phraseLimit(sentence: Sentence, start: number): number {
  for (let index = start + 1; index < Math.min(sentence.tokens.length, start + LONGEST_CLAUSE); index++) {
    const word = lower(sentence, index);
    if (isBreak(sentence, index) || isQuoted(sentence, index)) return index;
    if (word === 'there' || (SUBJECT_PRONOUN.has(word) && !/^(?:one|some|many|most|both|few|several|others)$/.test(word))) return index;
  }
  return Math.min(sentence.tokens.length, start + LONGEST_CLAUSE);
}

/** "claims that …", "allegations of …", "X’s view was that …", "Claims included …". */
export function nounOfSaying(sentence: Sentence, index: number): Reporting | null {
  const word = singular(lower(sentence, index));
  const next = lower(sentence, index + 1);
  const act = SAID_NOUN[word];
  if (act !== undefined && !isNamed(sentence, index) && !isQuoted(sentence, index)) {
    const cue = { start: index, end: index + 1 };
    const owner = ownerBefore(sentence, index);
    if (next === 'that' || (next === 'of' && ACCUSES.has(word))) {
      const content = clause(sentence, index + 2, false);
      const spans = content === null ? [] : fronted(sentence, index) ? clippedAtComma(sentence, index, content.spans) : content.spans;
      if (spans.length > 0) return reporting(sentence, cue, word, owner, spans, act === 'claim' ? 'accusation' : 'indirect', act);
    }
    if (next === 'by' || next === 'from') {
      const speaker = phraseStartingAt(sentence, index + 2, phraseLimit(sentence, index + 2));
      if (speaker !== null && lower(sentence, speaker.end) === 'that') {
        const content = clause(sentence, speaker.end + 1, false);
        if (content !== null) return reporting(sentence, cue, word, speaker, content.spans, 'indirect', act);
      }
    }
    if (/^(?:include|included|includes)$/.test(next) && act === 'claim') {
      const content = clause(sentence, index + 2, false);
      if (content !== null) return reporting(sentence, { start: index, end: index + 2 }, word, owner, content.spans, 'accusation', act);
    }
  }
  const evidence = evidenceThat(sentence, index);
  if (evidence !== null) return evidence;
  if (HELD_NOUN.has(word) && (next === 'was' || next === 'is') && lower(sentence, index + 2) === 'that') {
    const owner = ownerBefore(sentence, index);
    const content = clause(sentence, index + 3, false);
    if (owner !== null && content !== null) {
      return reporting(
        sentence,
        { start: index, end: index + 2 },
        word,
        owner,
        content.spans,
        'indirect',
        word === 'advice' ? 'advise' : 'say',
      );
    }
  }
  return null;
}

/** "gave evidence that …", "heard evidence that …": the witness's words, and words that a body heard of nobody named. */
function evidenceThat(sentence: Sentence, index: number): Reporting | null {
  if (lower(sentence, index) !== 'evidence' || lower(sentence, index + 1) !== 'that') return null;
  const verb = lower(sentence, index - 1);
  const gave = /^(?:gave|gives|given|giving)$/.test(verb);
  if (!gave && !/^(?:heard|hears|hearing)$/.test(verb)) return null;
  const content = clause(sentence, index + 2, false);
  const speaker = gave ? phraseEndingAt(sentence, index - 2, true) : null;
  return content === null
    ? null
    : reporting(sentence, { start: index - 1, end: index + 1 }, 'evidence', speaker, content.spans, 'indirect', 'say');
}

/** Whether the noun at `index` stands in an adverbial that opens its sentence. */
function fronted(sentence: Sentence, index: number): boolean {
  let start = index;
  while (start > 0 && index - start < 12 && !isBreak(sentence, start - 1)) start--;
  return OPENS_ADVERBIAL.test(lower(sentence, start));
}

/** The spans up to the comma that ends the adverbial. */
function clippedAtComma(sentence: Sentence, index: number, spans: readonly Span<'text'>[]): readonly Span<'text'>[] {
  const comma = sentence.tokens
    .slice(index, index + LONGEST_CLAUSE)
    .find((token, i) => token.text === ',' && !isQuoted(sentence, index + i));
  if (comma === undefined) return spans;
  return spans.map(({ start, end }) => ({ start, end: Math.min(end, comma.start) })).filter(({ start, end }) => end > start);
}

/** Whoever owns the noun at `index`: "X’s claim", "his claim". */
function ownerBefore(sentence: Sentence, index: number): Run | null {
  for (let at = index - 1; at > 0 && at >= index - 3; at--) {
    const word = lower(sentence, at);
    if (/^(?:his|her|their)$/.test(word)) return { start: at, end: at + 1 };
    if (word === "'s" || (word === "'" && /s$/.test(lower(sentence, at - 1)))) {
      const run = phraseEndingAt(sentence, at - 1, true);
      return run;
    }
    if (isBreak(sentence, at) || DETERMINER.has(word)) return null;
  }
  const first = lower(sentence, index - 1);
  return index === 1 && /^(?:his|her|their)$/.test(first) ? { start: 0, end: 1 } : null;
}

/** "He allegedly took …": the clause around the adverb is hearsay. */
export function hearsayAdverb(sentence: Sentence, index: number): Reporting | null {
  const word = lower(sentence, index);
  if (!ADVERB_OF_REPORT.has(word) || isQuoted(sentence, index)) return null;
  let start = index;
  while (start > 0 && index - start < LONGEST_CLAUSE && !isBreak(sentence, start - 1)) start--;
  const content = { start, end: contentEnd(sentence, index, false) };
  return reporting(sentence, { start: index, end: index + 1 }, word, null, [spanOf(sentence, content)], 'accusation', 'claim');
}

export interface Agent {
  readonly run: Run;
  readonly after: number;
}

/** "by X" at `index`, or null. */
export function agentAt(sentence: Sentence, index: number): Agent | null {
  if (lower(sentence, index) !== 'by') return null;
  let limit = index + 1;
  while (limit < Math.min(sentence.tokens.length, index + 40) && !stopsAgent(sentence, limit, index + 1)) limit++;
  const run = phraseStartingAt(sentence, index + 1, limit);
  return run === null ? null : { run, after: run.end };
}

function stopsAgent(sentence: Sentence, index: number, start: number): boolean {
  const word = lower(sentence, index);
  return (
    isBreak(sentence, index) ||
    isQuoted(sentence, index) ||
    (index > start &&
      /^(?:that|as|to|for|of|over|in|on|at)$/.test(word) &&
      !(word === 'of' && isCapital(sentence, index + 1)) &&
      !(word === 'of' && DETERMINER.has(lower(sentence, index + 1))))
  );
}

/** Whether the verb group from `group` to `verb` is passive. */
export function isPassive(sentence: Sentence, group: number, verb: number): boolean {
  let at = verb - 1;
  while (at >= group && (isAdverb(lower(sentence, at)) || /^(?:not|n't|never)$/.test(lower(sentence, at)))) at--;
  return at >= group && BE.has(lower(sentence, at)) && looksVerbal(sentence, at);
}
