/** Whether a stop ends its sentence: the judgement behind `splitSentences`. */
import {
  AMBIGUOUS_ABBREVIATIONS,
  FIGURE_ABBREVIATIONS,
  JOINING_ABBREVIATIONS,
  OTHER_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
} from './abbreviations.ts';
import { isStop } from './stopwords.ts';

/** A run of stops and closing marks at `mark`…`markEnd`, in the sentence that began at `sentenceStart`. */
export interface Stop {
  readonly text: string;
  readonly sentenceStart: number;
  readonly mark: number;
  readonly markEnd: number;
  readonly marks: string;
  readonly blockEnd: number;
}

/** Words that a single letter names one of: "Baby P." may end a sentence where "George W." may not. */
const LABELLED =
  /^(?:baby|child|person|witness|patient|family|plan|appendix|annex|vitamin|hepatitis|schedule|group|class|grade|option|category|type|block|part|room|team|table|figure|model|girl|boy|mother|father|mr|mrs|ms|miss|dr|victim|officer|nurse|doctor|company|section|site|ward|unit|phase|stage|product|factor)$/i;
const REPORTING =
  /^(?:said|says|asked|asks|replied|added|adds|told|wrote|writes|answered|cried|shouted|explained|insisted|wondered|demanded|exclaimed|inquired|enquired|continued|concluded|declared|claimed|warned|recalled)\b/;
const PRONOUN_TAG = /^(?:he|she|they|it|one)\s+(?:said|says|asked|asks|wondered|thought|cried|added|wrote|replied)\b/;
const LETTERED_ITEM = /^\((?:[a-z]|[ivx]{1,4})\)\s/;
const DAY_OR_MONTH =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|June|July|August|September|October|November|December)\b/;
const ENUMERATOR = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)]?$/;
const ENUMERATOR_INSIDE = /(?:[–—;:,]|\b(?:and|or))\s+\(?\d{1,2}$/;

export function isBoundary(stop: Stop): boolean {
  const { text, markEnd, blockEnd } = stop;
  if (markEnd >= blockEnd) return true;
  let next = markEnd;
  while (next < blockEnd && /\s/.test(text.charAt(next))) next++;
  if (next >= blockEnd) return true;
  if (next === markEnd) return isGluedBoundary(stop);
  const rest = text.slice(next, Math.min(blockEnd, next + 80));
  const opening = /^[\s"'“‘«([{*_–—-]*/.exec(rest)?.[0] ?? '';
  const words = rest.slice(opening.length);
  // Marks alone belong to the sentence before them.
  if (words === '') return false;
  if (/^\(\d{4}[a-z]?\)/.test(rest)) return false;
  if (LETTERED_ITEM.test(rest)) return true;
  const closed = /["'’”»)\]]/.test(stop.marks);
  const lowerCase = /^\p{Ll}/u.test(words);
  if (!/[!?]/.test(stop.marks)) {
    if (lowerCase) return false;
    return stop.marks.startsWith('.') && !/^\.[.…]/.test(stop.marks) ? isFullStop(stop, words, closed) : true;
  }
  if (lowerCase) return !closed && !PRONOUN_TAG.test(words);
  return !(closed && isTag(words));
}

/** `“Why?” Smith asked`: the words that give the quotation to its speaker go on with the sentence. */
function isTag(words: string): boolean {
  const tokens = words.split(/\s+/, 4);
  return tokens.some(
    (token, index) => index < 4 && REPORTING.test(token) && tokens.slice(0, index).every((word) => /^[\p{L}.’'-]+$/u.test(word)),
  );
}

/** Text scraped off a page may lose the space: `files.The council`. Addresses and file names are left alone. */
function isGluedBoundary(stop: Stop): boolean {
  const { text, mark, markEnd } = stop;
  const after = /^[“‘"]?\p{Lu}[\p{Ll}’']*(?=[\s,])/u.exec(text.slice(markEnd, markEnd + 30))?.[0];
  if (after === undefined || /^(?:Com|Org|Net|Co|Uk|Html?|Pdf)$/.test(after)) return false;
  const before = /\S*$/.exec(text.slice(Math.max(stop.sentenceStart, mark - 60), mark))?.[0] ?? '';
  return /^[("'“‘]?[\p{L}\p{N}’'-]*\p{Ll}{2}$/u.test(before) || (/["”’)]$/.test(stop.marks) && /\p{Ll}$/u.test(before));
}

/** A full stop before a capital, a figure or an opening mark. */
function isFullStop(stop: Stop, words: string, closed: boolean): boolean {
  const { text, sentenceStart, mark } = stop;
  const before = text.slice(Math.max(sentenceStart, mark - 40), mark);
  const whole = mark - sentenceStart <= 40 ? before.trim() : '';
  if (whole !== '' && ENUMERATOR.test(whole)) return false;
  if (ENUMERATOR_INSIDE.test(before)) return false;
  if (closed) return true;
  const word = /[\p{L}\p{M}.]+$/u.exec(before)?.[0] ?? '';
  if (word === '') return true;
  const digitFollows = /^\d/.test(words);
  if (/^\p{Lu}$/u.test(word)) return isEndAfterInitial(word, before.slice(0, -1), words, digitFollows);
  const lower = word.toLowerCase();
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return isStop(firstWord(words));
  if (TITLE_ABBREVIATIONS.has(lower)) return AMBIGUOUS_ABBREVIATIONS.has(lower) && /^\p{Ll}/u.test(word);
  if (FIGURE_ABBREVIATIONS.has(lower)) return !digitFollows && !/^[IVXLC]+\b/.test(words);
  if (JOINING_ABBREVIATIONS.has(lower)) return false;
  if (!OTHER_ABBREVIATIONS.has(lower)) return true;
  if (digitFollows) return AMBIGUOUS_ABBREVIATIONS.has(lower) && /^\p{Ll}/u.test(word);
  if (lower === 'etc' || lower === 'al' || /^[ap]\.?m$/.test(lower)) return !DAY_OR_MONTH.test(words);
  if (AMBIGUOUS_ABBREVIATIONS.has(lower)) return true;
  const following = firstWord(words);
  return isStop(following) || following === '';
}

/** The first word in lower case with a plain apostrophe; empty where no letter opens. */
function firstWord(words: string): string {
  return (/^[\p{L}’']+/u.exec(words)?.[0] ?? '').toLowerCase().replace(/’/g, "'");
}

/** A single capital is an initial before a name, or the last word: "Jennifer M. Anderson", "the mother of Baby P. Social workers …". */
function isEndAfterInitial(initial: string, before: string, words: string, digitFollows: boolean): boolean {
  const following = /^[\p{L}’']+/u.exec(words)?.[0] ?? '';
  if (initial === 'I' && !/\p{Lu}\.\s?$/u.test(before)) return true;
  const previous = /(\S+)\s+$/.exec(before)?.[1] ?? '';
  // References put initials after the name and a comma: "Sibert, J. and Hodes, D."
  if (previous.endsWith(',') || previous === '&' || previous === '') return digitFollows && previous === '';
  if (digitFollows) return true;
  if (/^\p{Lu}\.$/u.test(previous) && /^\p{Lu}/u.test(following)) return isStop(following.toLowerCase());
  if (/\p{Lu}\.$/u.test(before)) return isStop(following.toLowerCase());
  if (isStop(following.toLowerCase()) || TITLE_ABBREVIATIONS.has(following.toLowerCase())) return true;
  return LABELLED.test(previous);
}
