/**
 * Denials that do not say what they deny: "She denied it", "That was not so", "There is no truth in the claim", "It did not". What is
 * denied stands before them; this reads one sentence alone, and knows words of the closed classes only: what may stand for a telling,
 * what calls it untrue, and the verbs that deny.
 */
import type { Reading } from './reading.ts';

export interface BareDenial {
  /** Where the denial begins in the sentence. */
  readonly start: number;
  /** Who denies, as the sentence has it before the verb; null where the words are all somebody's, or nobody is named. */
  readonly subject: string | null;
  /** Whether it answers all that was told ("the allegations"), and not only the sentence before it ("it"). */
  readonly all: boolean;
  /** Of "it did not", "they never were": the verb that is left over, which must fit the telling's own. Else null. */
  readonly auxiliary: 'be' | 'other' | null;
}

const PRO = '(?:it|this|that|these|those|them|both)';
const TOLD =
  'claims?|allegations?|accusations?|accounts?|versions?|suggestions?|assertions?|statements?|charges?|stor(?:y|ies)|descriptions?|insinuations?|contentions?|reports?|evidence|testimony';
/** "It", or a noun for something told: "the claims", "that account", "her version of events". */
const NOUN = `(?:(?:all|any|each|both|most|none) (?:of )?)?(?:(?:the|this|that|these|those|his|her|their|its|such|any such|\\p{Lu}[\\p{L}.]+['’]s?)\\s+)(?:\\p{L}+ )?(?:${TOLD})(?: of (?:events|what happened))?`;
const END = `(?=\\s*(?:[,.;:!)“”"’]|$)|\\s+(?:and|but|saying|as|when|in|at|through|on|against|made|outright|\\p{L}+ly)\\b)`;
const ADVERB = '(?:(?:simply|just|quite|all|always|repeatedly|since|later|also|both|never|ever|\\p{L}+ly) ){0,2}';
const UNTRUE =
  '(?:untrue|false|baseless|unfounded|groundless|without (?:any )?foundation|(?:a |an )?(?:outright |complete |total )?lies?|(?:complete |total |utter |absolute )?(?:nonsense|rubbish|fiction)|made up|invented|fabricated)';
/** "This was wrong" blames; "the account was wrong" denies. */
const MISTAKEN = '(?:wrong|incorrect|inaccurate|mistaken|misleading)';
const BE = '(?:is|are|was|were|had been|has been|have been|being)';
const NOT_SO = `(?: ${BE} ${ADVERB}not|['’]s not| (?:is|was)n['’]t) ${ADVERB}(?:true|so|correct|accurate|the case|what happened)`;
const BE_UNTRUE = `(?: ${BE}|['’]s) ${ADVERB}${UNTRUE}`;

/**
 * A pattern, and what no sentence lacks that it finds: most sentences lack it, and the pattern, whose letters of any script and
 * case take long to make ready, is then not even made.
 */
interface Gated {
  readonly needs: RegExp;
  readonly pattern: () => RegExp;
}

function gated(needs: string, pattern: string, flags: 'iu' | 'iuy'): Gated {
  let made: RegExp | null = null;
  return {
    needs: new RegExp(needs, 'iu'),
    pattern: () => {
      made ??= new RegExp(pattern, flags);
      return made;
    },
  };
}

/** Found anywhere in the sentence: a verb, and what is denied as the first group. */
const VERBS: readonly Gated[] = [
  ['denie[sd]|deny|denying|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|contradict(?:s|ed|ing)?|rebut(?:s|ted)?', `(${PRO}|${NOUN})${END}`],
  ['reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|repudiate[sd]?|contest(?:s|ed|ing)?', `(${NOUN})${END}`],
  ['denie[sd]|deny|denying', `(?:ever )?(?:having )?\\p{L}+ (so|this|that|it|any such (?:thing|words?))${END}`],
  [
    'call(?:s|ed)|describe[sd]|brand(?:s|ed)|label(?:s|led)|dismiss(?:es|ed)',
    `(${PRO}|${NOUN}) (?:as )?${ADVERB}(?:${UNTRUE}|${MISTAKEN})\\b`,
  ],
].map(([verbs = '', told = '']) => gated(`\\b(?:${verbs}) `, `\\b(?:${verbs}) ${told}`, 'iu'));
/** Only where a sentence, a clause or somebody's words begin; the first group is what is denied. */
const OPENINGS: readonly Gated[] = [
  [
    `(?:not|n['’]t) (?:[^ ]+ ){0,2}(?:true|so|correct|accurate|the case|what happened)|${UNTRUE}`,
    `(it|this|that|which|${NOUN})(?:${NOT_SO}|${BE_UNTRUE})${END}`,
  ],
  [`not right|${MISTAKEN}`, `(${NOUN}) ${BE} ${ADVERB}(?:not right|${MISTAKEN})${END}`],
  ['(?:none|not a word) of ', `(?:none|not a word) of (it|this|that|${NOUN}) ${BE} ${ADVERB}(?:true|so|right|correct)\\b`],
  [
    'truth|substance|foundation|basis',
    `there ${BE} (?:absolutely |simply )?(?:no|not (?:a word of|any)) (?:truth|substance|foundation|basis)(?: whatever| whatsoever| at all)?(?: (?:in|to|for) (${PRO}|${NOUN}))?${END}`,
  ],
  [
    'happen|tak(?:e|en) place|took place|occur',
    `(it|this|that|none of (?:it|this|that)|nothing of the (?:kind|sort)|no such thing) (?:had |has )?(?:(?:never|did not|didn['’]t) )?(?:ever )?(?:happen(?:ed)?|tak(?:e|en) place|took place|occur(?:red)?)${END}`,
  ],
  [
    'denied|disputed|contested|rejected|refuted',
    `(this|that|which|${NOUN}) ${BE.replace(/\)$/, '|remains?)')} ${ADVERB}(?:denied|disputed|contested|rejected|refuted)\\b`,
  ],
].map(([needs = '', pattern = '']) => gated(needs, pattern, 'iuy'));
const DID_HAPPEN = /^(?:it|this|that|none of (?:it|this|that)) (?:had |has )?(?:ever )?(?:happen|tak|took|occur)/iu;
const WHO = '(?:I|we|you|he|she|it|they)';
const AUXILIARY = '(did|had|has|have|do|does|was|were|is|are|am)';
const REST = '(?: so| either| at all| any of (?:it|this|that)| (?:do|say|done|said) (?:so|that|this|it|any of (?:it|this|that)))?';
const CLOSED = `${REST}(?=\\s*[,.;!“”"’)]|\\s*$)`;
/** "It did not", "they never were", "I never said that": a verb left over from what stands before. */
const LEFT_OVER: readonly RegExp[] = [
  `${WHO} ${AUXILIARY}(?: not|n['’]t| never)${CLOSED}`,
  `${WHO} never ${AUXILIARY}${CLOSED}`,
  `${WHO} never (?:said|did|wrote|made|gave|told) (?:so|that|this|it|any such thing|anything of the (?:kind|sort))(?=\\s*[,.;!“”"’)]|\\s*$)`,
].map((source) => new RegExp(source, 'iuy'));
const OPENERS = /(?:(?:no|but|however|yet|and|that)\b,?\s+)*/iuy;
const CLAUSES = /[,;:–—]\s*(?:(?:but|although|though|while|whereas|and|yet)\s+)?|[“"‘]\s*/giu;
/** "Did not deny it" denies nothing. */
const UNDENIED = /(?:\b(?:not|never|cannot|nor|without|neither|nobody|no-one|no one|none|who|whoever)|n['’]t)(?:\s+\p{L}+ly)?\s*$/iu;
const MANY =
  /\b(?:claims|allegations|accusations|accounts|suggestions|assertions|statements|charges|stories|these|those|them|account|version)\b/iu;

/** The bare denial that the words hold, or null. */
export function bareDenial({ analysis }: Reading): BareDenial | null {
  const { text } = analysis;
  for (const { needs, pattern } of VERBS) {
    const found = needs.test(text) ? pattern().exec(text) : null;
    if (found === null) continue;
    const before = text.slice(0, found.index);
    if (UNDENIED.test(before)) continue;
    return { start: found.index, subject: subjectOf(before), all: MANY.test(found[1] ?? ''), auxiliary: null };
  }
  const openings = OPENINGS.flatMap(({ needs, pattern }) => (needs.test(text) ? [pattern()] : []));
  for (const start of beginnings(text, analysis.reporting)) {
    for (const pattern of openings) {
      pattern.lastIndex = start;
      const found = pattern.exec(text);
      if (found !== null && !DID_HAPPEN.test(found[0])) return { start, subject: null, all: MANY.test(found[1] ?? ''), auxiliary: null };
    }
    for (const pattern of LEFT_OVER) {
      pattern.lastIndex = start;
      const found = pattern.exec(text);
      if (found !== null)
        return { start, subject: null, all: false, auxiliary: /^(?:was|were|is|are|am)$/i.test(found[1] ?? '') ? 'be' : 'other' };
    }
  }
  return null;
}

/** Where a clause or somebody's words begin, past "No," and "But". */
function beginnings(text: string, reporting: Reading['analysis']['reporting']): readonly number[] {
  const starts = new Set([0]);
  for (const { content } of reporting)
    for (const { start } of content) {
      starts.add(start);
      // "She said that was not so": the reader may have taken the "that" for a conjunction.
      if (/\bthat\s$/i.test(text.slice(0, start))) starts.add(start - 5);
    }
  for (const clause of text.matchAll(CLAUSES)) starts.add(clause.index + clause[0].length);
  return [...starts].flatMap((start) => {
    OPENERS.lastIndex = start;
    const opened = OPENERS.exec(text)?.[0].length ?? 0;
    return opened > 0 ? [start, start + opened] : [start];
  });
}

/** The words before the verb, back to where their clause begins. */
function subjectOf(before: string): string | null {
  const clause = before.slice(Math.max(...[',', ';', ':', '“', '"'].map((mark) => before.lastIndexOf(mark))) + 1).trim();
  return clause === '' ? null : clause;
}
