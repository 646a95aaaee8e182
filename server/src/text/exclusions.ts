/** Numbers that count nothing: labels, references, telephone numbers, names. */
import { boundBefore } from './bounds.ts';
import { monthOf, SEASONS } from './calendar.ts';
import { isPlural } from './counted.ts';
import type { Token } from './types.ts';
import { isUnit } from './units.ts';

type Tokens = readonly Token[];

const LABEL_NOUNS =
  'page pp p section sect s ss chapter chap paragraph para figure fig table article art volume vol issue no number line appendix annex part version clause ' +
  'regulation rule room flat route schedule item footnote note exhibit tab bundle step stage phase level tier grade category type class channel radio ' +
  'platform gate ward unit question recommendation principle bay bed junction jct column box core day week year model series group theme objective goal ' +
  'target band zone area site module form case file ref reference isbn issn doi extension ext tel telephone phone fax mobile id act bill verse psalm sheet ' +
  'slide episode season limb pillar workstream option scenario annexe formula division key wave';
const LABELS: ReadonlySet<string> = new Set(LABEL_NOUNS.split(' ').flatMap((noun) => [noun, `${noun}s`, `${noun}.`, `${noun}s.`]));
/** Labels that a plural behind the number does not overrule ("section 47 enquiries"). */
const FIRM_LABEL =
  /^(?:sections?|sect?\.?|ss?\.|pages?|pp?\.?|paragraphs?|paras?\.?|articles?|no\.?|nos\.?|chapters?|vols?\.?|tables?|figures?|figs?\.?)$/;

/** How many numbers of a list are looked back over for the label in front of the first. */
const LIST_REACH = 6;

/** Whether the number in digits at `at` is a label, a mark or part of a name. */
export function isLabel(tokens: Tokens, at: number, next: number, reach = LIST_REACH): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  const before = tokens[at - 1];
  const after = tokens[next];
  const beforeLower = before?.lower ?? '';
  const afterLower = after?.lower ?? '';
  // Footnote marks and list numbers: "[2]", "2." or "(2)" at the start, "1.12 The …".
  if (beforeLower === '[' && (afterLower === ']' || afterLower === ',' || afterLower === '-')) return true;
  if (at === 0 && (afterLower === '.' || afterLower === ')') && after?.glued === true) return true;
  if (at === 0 && token.text.includes('.') && after !== undefined && /^\p{Lu}/u.test(after.text)) return true;
  if (at === 1 && beforeLower === '(' && afterLower === ')') return true;
  if (beforeLower === '#' || beforeLower === '@' || beforeLower === '/' || (afterLower === '/' && after?.glued === true)) return true;
  if (isTelephone(tokens, at, next)) return true;
  if (isNamePart(tokens, at, next)) return true;
  const counts = isUnit(afterLower) || (after !== undefined && !after.glued && isPlural(afterLower)) || afterLower === '%';
  // Volume, issue and pages: "59(558)", "45(3), 1069–1071".
  if (beforeLower === '(' && before?.glued === true && tokens[at - 2]?.kind === 'number') return true;
  if (afterLower === '(' && after?.glued === true && tokens[next + 1]?.kind === 'number') return true;
  if (before === undefined || boundBefore(tokens, at) !== null) return false;
  if (/^[-–—]$/.test(before.lower) && before.glued && token.glued) {
    const left = tokens[at - 2];
    if (left?.kind === 'word' || (left?.kind === 'number' && reach > 0 && isLabel(tokens, at - 2, at - 1, reach - 1))) return true;
  }
  // "No. 1", "Phases 5 and 6".
  if (before.lower === '.' && before.glued && /^nos?$/.test(tokens[at - 2]?.lower ?? '')) return true;
  if (/^(?:and|or|,|to|&)$/.test(before.lower) && tokens[at - 2]?.kind === 'number' && isLabelled(tokens, at - 2, LIST_REACH)) return true;
  if (before.kind !== 'word') return false;
  if (FIRM_LABEL.test(beforeLower)) return true;
  if (LABELS.has(beforeLower) && (!counts || /^\p{Lu}/u.test(before.text))) return true;
  // "Channel 4", "Boeing 737": a capital inside the sentence names with its number.
  if (!counts && /^\p{Lu}/u.test(before.text) && !before.stop && after?.lower !== ',') return true;
  // "a 999 call", "a former 747 pilot": the article of the singular does not go with a plural number.
  return !counts && after?.glued === false && afterIsNoun(after) && singularArticle(tokens, at);
}

/** Whether the number at `at` has a label in front of it, or belongs to a list that has one. */
function isLabelled(tokens: Tokens, at: number, reach: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (LABELS.has(before.lower) || (/^\p{Lu}/u.test(before.text) && !before.stop && at > 1)) return true;
  return (
    /^(?:and|or|,|to|&)$/.test(before.lower) && reach > 0 && tokens[at - 2]?.kind === 'number' && isLabelled(tokens, at - 2, reach - 1)
  );
}

function afterIsNoun(after: Token | undefined): boolean {
  return after?.kind === 'word' && !after.stop && !/^(?:per|hundred|thousand|million|billion|dozen|odd)$/.test(after.lower);
}

/** Whether "a" or "an" stands before the number, with no more than an adjective between. */
function singularArticle(tokens: Tokens, at: number): boolean {
  const [first, second] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? ''];
  return /^an?$/.test(first) || (/^an?$/.test(second) && tokens[at - 1]?.stop === false);
}

const SOME_TIME = /^(?:day|night|week|weekend|month|year|morning|afternoon|evening)$/;
const POINT = /^(?:point|stage|time|moment)$/;
const WOULD = /^(?:would|will|may|might|could|should|must|shall|'d|'ll)$/;

/**
 * "One day in the autumn", "one evening, she …", "he would one day lead", "at one point": no count, but a time that is left open. "Spent
 * one day at the site" counts.
 */
export function isSometime(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.lower !== 'one') return false;
  const before = tokens[at - 1]?.lower ?? '';
  const noun = tokens[at + 1]?.lower ?? '';
  if (before === 'at') return POINT.test(noun);
  if (!SOME_TIME.test(noun)) return false;
  if (WOULD.test(before)) return true;
  let next = at + 2;
  const opens = at === 0 || /^[,;:(“"—–]$/.test(before);
  if (opens && /^(?:[,]|he|she|it|they|i|we|when|while|the|a|an)$/.test(tokens[next]?.lower ?? '')) return true;
  // "… in March", "… last week", "… that summer": the time it belongs to follows.
  if (/^(?:in|during|of)$/.test(tokens[next]?.lower ?? '')) next++;
  while (/^(?:the|that|this|last|early|mid|late|-|same|following|previous|next)$/.test(tokens[next]?.lower ?? '')) next++;
  if (next === at + 2) return false;
  const time = tokens[next];
  return (
    time !== undefined &&
    (monthOf(time.text) !== null || SEASONS.has(time.lower) || SOME_TIME.test(time.lower) || /^(?:1[5-9]|20)\d\d$/.test(time.text))
  );
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

/** "the Big Four", "One Day League": a number word with a capital, next to another, belongs to a name. */
export function isNamePart(tokens: Tokens, at: number, next: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (before === undefined || !isCapital(token) || /^[.:!?“"‘(]$/.test(before.lower)) return false;
  return isCapital(before) || isCapital(tokens[next]);
}

/** Figures in a row, or a figure with a leading nought. */
function isTelephone(tokens: Tokens, at: number, next: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (/^0\d/.test(text) && !/[.:]/.test(text)) return true;
  const plain = (token: Token | undefined): boolean => token !== undefined && token.kind === 'number' && /^\d{3,}$/.test(token.text);
  if (!/^\d{2,}$/.test(text)) return false;
  return (plain(tokens[next]) && tokens[next]?.glued === false) || (plain(tokens[at - 1]) && tokens[at]?.glued === false);
}
