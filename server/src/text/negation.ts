/** Finds the words that turn a statement over, and the words they govern. */
import type { Negation, Token } from './types.ts';

type Tokens = readonly Token[];
type Kind = Negation['kind'];

interface Cue {
  readonly kind: Kind;
  /** Index after the last token of the cue. */
  readonly next: number;
}

const SIMPLE: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['not', 'not'],
  ["n't", 'not'],
  ['never', 'never'],
  ['without', 'without'],
  ['nobody', 'no'],
  ['no-one', 'no'],
  ['nothing', 'no'],
  ['none', 'no'],
  ['nowhere', 'no'],
  ['neither', 'no'],
  ['nor', 'no'],
  ['barely', 'barely'],
  ['hardly', 'barely'],
  ['scarcely', 'barely'],
  ['rarely', 'barely'],
  ['seldom', 'barely'],
]);
/** Verbs whose complement did not come about. The forms with "to" leave the action undone. */
const WITH_TO: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['fail', 'failed'],
  ['fails', 'failed'],
  ['failed', 'failed'],
  ['failing', 'failed'],
  ['failure', 'failed'],
  ['failures', 'failed'],
  ['neglected', 'failed'],
  ['omitted', 'failed'],
  ['unable', 'failed'],
  ['incapable', 'failed'],
  ['yet', 'failed'],
  ['unwilling', 'refused'],
  ['refuse', 'refused'],
  ['refuses', 'refused'],
  ['refused', 'refused'],
  ['refusing', 'refused'],
  ['refusal', 'refused'],
  ['decline', 'refused'],
  ['declines', 'refused'],
  ['declined', 'refused'],
  ['declining', 'refused'],
]);
const DENIED = /^(?:deny|denies|denied|denying|denial)$/;
/** "the lack of", "an absence of". */
const LACKING = /^(?:lack|lacks|lacked|lacking|absence)$/;
/** Negated adjectives and adverbs that are plainly their stem's opposite; "un" opens too many other words to be cut off blindly. */
const OPPOSITE =
  /^(?:un(?:able|aware|fair|familiar|lawful|lawfully|likely|necessary|reasonable|reasonably|safe|suitable|successful|successfully|true|willing|available|affected|changed|convinced|known|paid|qualified|justified|authorised|authorized|founded|proven|published|reported|resolved|trained|supervised|supported|usual|common|seen|noticed|recorded|opposed|satisfactory|acceptable|connected|related|harmed|injured|hurt)|in(?:adequate|adequately|accurate|appropriate|appropriately|complete|correct|correctly|effective|eligible|sufficient|sufficiently|admissible)|im(?:possible|proper|properly)|il(?:legal|legally|legitimate)|ir(?:regular|relevant|responsible)|dis(?:honest|honestly|satisfied))$/;
/** No clause is longer, in tokens; it keeps the search linear in any text. */
const LONGEST_CLAUSE = 60;
const CLAUSE_MARK = /^[,;:.!?…()[\]–—“”"]+$/;
const CLAUSE_WORD = /^(?:but|although|though|because|while|whereas|unless|until|except|since|when|whilst)$/;
const FINITE = /^(?:is|are|was|were|has|had|have|does|did|will|would|can|could|may|might|must|shall|should)$/;
const SUBJECT = /^(?:he|she|it|they|we|i|you|this|that|these|those|there|his|her|their|its|the|a|an)$/;

/** The negations of a text in order. Phrases that only look negative ("not only", "no fewer than") and pairs that cancel are none. */
export function findNegations(text: string, tokens: Tokens): readonly Negation[] {
  const found: Negation[] = [];
  for (let at = 0; at < tokens.length; ) {
    const cue = readCue(tokens, at);
    if (cue === null) {
      at = Math.max(at + 1, skipPhrase(tokens, at));
      continue;
    }
    const second = cancelling(tokens, cue);
    if (second !== null) {
      at = second;
      continue;
    }
    const first = tokens[at];
    const last = tokens[cue.next - 1];
    if (first !== undefined && last !== undefined) {
      found.push({ span: { start: first.start, end: last.end }, scope: scopeOf(text, tokens, at, cue), kind: cue.kind });
    }
    at = cue.next;
  }
  return found;
}

const lowerAt = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? '';

/** The index after a phrase that looks negative and is not, or `at`. */
function skipPhrase(tokens: Tokens, at: number): number {
  const [first, second, third] = [lowerAt(tokens, at), lowerAt(tokens, at + 1), lowerAt(tokens, at + 2)];
  if (first === 'not' || first === "n't") {
    if (/^(?:only|just|merely|simply|solely|least|exactly|necessarily)$/.test(second) && second !== 'exactly' && second !== 'necessarily')
      return at + 2;
    if (second === 'to' && third === 'mention') return at + 3;
    if (/^(?:less|fewer|more|later|earlier|exceeding)$/.test(second) && third === 'than') return at + 3;
    if (lowerAt(tokens, at - 1) === 'or' && lowerAt(tokens, at - 2) === 'whether') return at + 1;
    if (lowerAt(tokens, at - 1) === 'if' && /^(?:all|most|more|the|entirely|wholly|longer|a)$/.test(second)) return at + 1;
    if (first === "n't" && isTag(tokens, at)) return at + 1;
  }
  if (first === 'no') {
    if (/^(?:fewer|less|more|later|earlier|sooner|greater|better)$/.test(second) && third === 'than') return at + 3;
    if (second === 'doubt' || second === 'wonder') return at + 2;
    if (/^[,.!?;]$/.test(second)) return at + 2;
    if (/^\d/.test(second)) return at + 2;
    if (second === 'sooner' || second === 'matter') return at + 2;
  }
  if (first === 'nothing' && (second === 'but' || second === 'more' || second === 'less') && (second === 'but' || third === 'than'))
    return at + 2;
  if (first === 'none' && second === 'other' && third === 'than') return at + 3;
  if (first === 'none' && second === 'the') return at + 2;
  if (first === 'without' && (second === 'doubt' || (second === 'a' && third === 'doubt'))) return at + 2;
  if (first === 'never' && second === 'mind') return at + 2;
  if (first === 'neither' && second === 'here') return at + 2;
  return at;
}

/** "…, isn't it?" */
function isTag(tokens: Tokens, at: number): boolean {
  return SUBJECT.test(lowerAt(tokens, at + 1)) && lowerAt(tokens, at + 2) === '?';
}

function readCue(tokens: Tokens, at: number): Cue | null {
  if (skipPhrase(tokens, at) > at) return null;
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const { lower } = token;
  const simple = SIMPLE.get(lower);
  if (simple !== undefined) return { kind: simple, next: at + 1 };
  const next = lowerAt(tokens, at + 1);
  if (lower === 'no') return next === '.' ? null : { kind: 'no', next: next === 'one' || next === 'longer' ? at + 2 : at + 1 };
  const withTo = WITH_TO.get(lower);
  if (withTo !== undefined && (next === 'to' || (lower === 'incapable' && next === 'of'))) return { kind: withTo, next: at + 2 };
  // "failed in its duty", "the failure of", "failed." say a failure without an action left undone.
  if (DENIED.test(lower)) return { kind: 'denied', next: at + 1 };
  if (LACKING.test(lower)) {
    if (next === 'of') return { kind: 'no', next: at + 2 };
    return /^(?:lacks|lacked|lacking)$/.test(lower) || (SUBJECT.test(lowerAt(tokens, at - 1)) === false && lower === 'lack')
      ? { kind: 'no', next: at + 1 }
      : null;
  }
  if ((lower === 'non' || lower === 'un') && next === '-' && tokens[at + 1]?.glued) return { kind: 'prefix', next: at + 2 };
  return OPPOSITE.test(lower) ? { kind: 'prefix', next: at + 1 } : null;
}

/** "not without", "did not fail to", "never refused to", "not uncommon": the index after both, or null. */
function cancelling(tokens: Tokens, cue: Cue): number | null {
  if (cue.kind !== 'not' && cue.kind !== 'never' && cue.kind !== 'no') return null;
  let index = cue.next;
  while (/^(?:an?|been|be|at|all|ever|have|had|entirely|altogether)$/.test(lowerAt(tokens, index))) index++;
  const second = readCue(tokens, index);
  if (second === null) return null;
  if (cue.kind === 'no') return null;
  return second.kind === 'without' || second.kind === 'failed' || second.kind === 'refused' || second.kind === 'prefix'
    ? second.next
    : null;
}

/** From the cue to the end of its clause; "no" and its kin as subject govern the clause they open. */
function scopeOf(text: string, tokens: Tokens, at: number, cue: Cue): Negation['scope'] {
  let end = cue.next;
  while (end < tokens.length && end < cue.next + LONGEST_CLAUSE && !endsClause(tokens, end, cue.next, cue.kind)) end++;
  while (end > cue.next && /^(?:and|or)$/.test(lowerAt(tokens, end - 1))) end--;
  // A prefix inside its word governs that word.
  const first = tokens[cue.kind === 'prefix' && cue.next === at + 1 ? at : cue.next];
  const last = tokens[Math.max(end - 1, at)];
  if (last === undefined) return { start: text.length, end: text.length };
  const start = first === undefined ? last.end : Math.min(first.start, last.end);
  return { start, end: Math.max(start, last.end) };
}

function endsClause(tokens: Tokens, at: number, from: number, kind: Kind): boolean {
  const lower = lowerAt(tokens, at);
  if (CLAUSE_MARK.test(lower)) return at > from || !/^[“"]$/.test(lower);
  if (at > from && CLAUSE_WORD.test(lower)) return true;
  // "Doing without one had been their idea": what was lacking ends before the next finite verb.
  if (kind === 'without' && at > from && FINITE.test(lower)) return true;
  if (lower !== 'and' && lower !== 'or') return false;
  const next = lowerAt(tokens, at + 1);
  // "and he …" opens another clause; "the doctor and the nurse" does not, which only pronouns tell apart.
  return lower === 'and' && /^(?:he|she|it|they|we|i|there|was|were|is|has|had|did|then|so)$/.test(next);
}
