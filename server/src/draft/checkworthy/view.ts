/** One sentence as the tests of check-worthiness see it: tokens, rough word classes, and which words are the writer's own. */
import { irregularForm, isIrregularBase } from '../../text/parse/irregular.ts';
import { tagByRule } from '../../text/parse/rule-tagger.ts';
import type { Tag } from '../../text/parse/tags.ts';
import { findQuotations } from '../../text/quotations.ts';
import { NOUN_LIKE, reportingForm } from '../../text/reporting/verbs.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Token } from '../../text/types.ts';

export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
  /** Inside quotation marks: somebody else's word. */
  readonly quoted: boolean;
}

export interface SentenceView {
  readonly text: string;
  /** Words, numbers and marks. */
  readonly words: readonly Word[];
  /** Index of the verb that the sentence asserts (its first auxiliary), or -1. */
  readonly main: number;
  /** A number, a date, a sum: something to look up. */
  readonly hasFigure: boolean;
  /** A name besides the first word. */
  readonly hasName: boolean;
  /** Words in quotation marks, longest quotation. */
  readonly quotedWords: number;
}

const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|twice|half)$/;
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)$/;

/** Words after which a clause of its own begins, with its own verb. */
const CLAUSE_OPENERS = new Set(
  'who which whose whom that because although though unless whether while whereas if since until when whenever where wherever why how what before after as once so'.split(
    ' ',
  ),
);

export function viewSentence(text: string): SentenceView {
  const tokens = tokenize(text);
  const tags = tagByRule(tokens);
  const quotations = findQuotations(text, tokens).filter((one) => one.depth === 0);
  const inside = (token: Token): boolean => quotations.some((one) => one.span.start <= token.start && token.end <= one.span.end);
  const words = tokens.map(
    (token, i): Word => ({
      text: token.text,
      lower: token.lower,
      tag: tags[i] ?? { upos: 'X', xpos: '' },
      quoted: inside(token),
    }),
  );
  const own = words.filter((word) => !word.quoted);
  return {
    text,
    words,
    main: mainVerb(words),
    hasFigure: own.some(
      (word) => word.tag.upos === 'NUM' || /\d/.test(word.text) || NUMBER_WORD.test(word.lower) || CALENDAR.test(word.text),
    ),
    hasName: own.some((word, i) => i > 0 && isName(word)),
    quotedWords: Math.max(0, ...quotations.map((one) => text.slice(one.inner.start, one.inner.end).split(/\s+/).length)),
  };
}

/** Whether a word is finite: it can be the verb of a clause as it stands. */
export function isFiniteVerb(word: Word | undefined): boolean {
  if (word === undefined || word.quoted) return false;
  const { upos, xpos } = word.tag;
  if (upos === 'AUX') return xpos === 'MD' || xpos === 'VBZ' || xpos === 'VBP' || xpos === 'VBD';
  if (upos === 'VERB') return xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP' || irregularForm(word.lower)?.past === true;
  return upos === 'NOUN' && !NOUN_LIKE.has(word.lower) && reportingForm(word.lower)?.forms.has('s') === true;
}

/** The words after a position that are not adverbs or negations, from the first on. */
export function afterAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (words[at]?.tag.upos === 'ADV' || words[at]?.tag.xpos === 'RB') at++;
  return at;
}

function isName(word: Word): boolean {
  return (word.tag.upos === 'PROPN' || /^\p{Lu}/u.test(word.text)) && !/^(?:I|Mr|Mrs|Ms|Dr)$/.test(word.text) && /\p{L}/u.test(word.text);
}

/**
 * The first finite verb that belongs to no clause inside the sentence: relative clauses and clauses of time, reason and
 * condition each take one verb for themselves. "Staff employed by the council should …" has "should", not "employed".
 */
function mainVerb(words: readonly Word[]): number {
  let inner = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || word.quoted) continue;
    if (opensClause(words, i)) {
      inner++;
      continue;
    }
    if (!isFiniteVerb(word) || isReducedParticiple(words, i)) continue;
    if (inner === 0) return i;
    inner--;
    i = endOfVerbGroup(words, i);
  }
  return -1;
}

function opensClause(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || !CLAUSE_OPENERS.has(word.lower)) return false;
  const next = words[i + 1];
  if (word.lower === 'that') return i > 0 && !isDeterminer(words, i);
  if (/^(?:before|after|since|until|as|once|so)$/.test(word.lower)) return clauseFollows(words, i + 1);
  return next !== undefined && !(word.lower === 'what' && i === 0 && next.tag.upos === 'NOUN');
}

/** "that year" against "that he left". */
function isDeterminer(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  const next = words[i + 1];
  return (
    before?.tag.upos === 'ADP' ||
    (next?.tag.upos === 'NOUN' && !isFiniteVerb(words[i + 2]) && before?.tag.upos !== 'NOUN' && before?.tag.upos !== 'VERB')
  );
}

/** Whether a finite verb stands before the next comma: "before he left" against "before the war". */
function clauseFollows(words: readonly Word[], from: number): boolean {
  const start = words[from];
  if (start === undefined || start.tag.upos === 'PUNCT') return false;
  for (let i = from; i < words.length && words[i]?.text !== ','; i++) {
    if (isFiniteVerb(words[i])) return !/^(?:as|so)$/.test(words[from - 1]?.lower ?? '') || start.tag.upos === 'PRON';
    if (i > from + 6) return false;
  }
  return false;
}

function isReducedParticiple(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || word.tag.upos !== 'VERB' || !/(?:ed|en|wn|de|ld|nt|ght|un)$/.test(word.lower)) return false;
  if (isIrregularBase(word.lower)) return false;
  if (words[i + 1]?.tag.upos !== 'ADP' && words[i + 1]?.tag.xpos !== 'TO') return false;
  for (let j = i + 1; j < words.length; j++) {
    const later = words[j];
    if (
      later === undefined ||
      later.text === ',' ||
      later.tag.upos === 'CCONJ' ||
      later.tag.upos === 'SCONJ' ||
      CLAUSE_OPENERS.has(later.lower)
    )
      return false;
    if (later.tag.upos === 'AUX' && isFiniteVerb(later)) return true;
  }
  return false;
}

function endOfVerbGroup(words: readonly Word[], from: number): number {
  let at = from;
  while (
    words[at + 1]?.tag.upos === 'AUX' ||
    words[at + 1]?.tag.upos === 'ADV' ||
    words[at + 1]?.tag.upos === 'PART' ||
    words[at + 1]?.tag.upos === 'VERB'
  )
    at++;
  return at;
}
