/** Finds capitalised names: runs of capitals with the particles that may stand inside them. */
import { monthOf, weekdayOf } from './calendar.ts';
import { isPlural } from './counted.ts';
import { formOf } from './nameforms.ts';
import { extendRun, isInitial, isNameWord } from './nameruns.ts';
import { BARE_NOUNS, NATIONALITY, TITLE_PREFIXES, TITLES } from './namewords.ts';
import type { NameMention, Token } from './types.ts';

type Tokens = readonly Token[];

/**
 * The names of a text in order. A word that opens a sentence is one only where something speaks for it: a second capital,
 * a title, the same word elsewhere inside a sentence, or a singular verb behind a word that needs no article.
 */
export function findNames(text: string, tokens: Tokens): readonly NameMention[] {
  const found: NameMention[] = [];
  const inside = capitalsInside(tokens);
  for (let at = 0; at < tokens.length; ) {
    const read = readName(text, tokens, at, inside);
    if (read === null) {
      at++;
      continue;
    }
    if (read.mention !== null) found.push(read.mention);
    at = read.next;
  }
  return found;
}

/** Capitalised words that stand inside a sentence somewhere in the text. */
function capitalsInside(tokens: Tokens): ReadonlySet<string> {
  const inside = new Set<string>();
  tokens.forEach((token, at) => {
    if (isNameWord(token) && !opensSentence(tokens, at)) inside.add(token.text);
  });
  return inside;
}

function opensSentence(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (/^[.!?:…•*]+$/.test(before.lower)) return true;
  // An opening mark at the start, or behind a stop, a colon or a comma.
  if (/^["'“‘([]$/.test(before.lower)) return at < 2 || /^[.!?:,…—–-]+$/.test(tokens[at - 2]?.lower ?? '') || /^["“]$/.test(before.lower);
  return false;
}

interface Read {
  readonly mention: NameMention | null;
  readonly next: number;
}

function readName(text: string, tokens: Tokens, at: number, inside: ReadonlySet<string>): Read | null {
  const titled = readTitle(tokens, at);
  const start = titled ?? at;
  const first = tokens[start];
  if (first === undefined || !isNameWord(first)) return null;
  const title = titled === null ? null : { start: tokens[at]?.start ?? 0, end: tokens[titled - 1]?.end ?? 0 };
  let begin = start;
  if (title === null && opensSentence(tokens, start)) {
    const real = realStart(tokens, start, inside);
    if (real === null) return null;
    begin = real;
  }
  if (title === null && isCalendar(tokens, begin)) return { mention: null, next: begin + 1 };
  const end = extendRun(tokens, begin);
  const last = tokens[end - 1];
  const head = tokens[begin];
  if (last === undefined || head === undefined) return null;
  // A stop at the end of a text closes the sentence as well as the abbreviation.
  const stopEnd = /^\p{L}{2,}\.$/u.test(last.text) ? last.end - 1 : last.end;
  const name = text.slice(head.start, stopEnd);
  if (title === null && end === begin + 1 && !isPlausibleAlone(tokens, begin)) return { mention: null, next: end };
  const titleText = title === null ? null : text.slice(title.start, title.end).replace(/\.$/, '');
  return {
    mention: {
      span: { start: title?.start ?? head.start, end: stopEnd },
      name,
      title: titleText,
      form: formOf(tokens.slice(begin, end), titleText, tokens[begin - 1]?.lower ?? ''),
    },
    next: end,
  };
}

/** The index after a title that stands before a name, or null. */
function readTitle(tokens: Tokens, at: number): number | null {
  let next = at;
  const bare = (index: number): string => (tokens[index]?.lower ?? '').replace(/\.$/, '');
  while (
    next < at + 3 &&
    isCapital(tokens[next]) &&
    TITLE_PREFIXES.has(bare(next)) &&
    (TITLES.has(bare(next + 1)) || TITLE_PREFIXES.has(bare(next + 1)))
  )
    next++;
  if (!isCapital(tokens[next]) || !TITLES.has(bare(next)) || bare(next) === 'saint') return null;
  next++;
  if (tokens[next]?.lower === '.' && tokens[next]?.glued) next++;
  const name = tokens[next];
  if (name === undefined || !isNameWord(name) || (name.stop && !isInitial(name))) return null;
  // "King's Cross", "Lord Chancellor": offices and places, not persons.
  return TITLES.has(bare(next)) && tokens[next + 1] !== undefined && !isNameWord(tokens[next + 1]) ? null : next;
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

/** Where a name that seems to open a sentence really starts; null when there is none. */
function realStart(tokens: Tokens, at: number, inside: ReadonlySet<string>): number | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const next = tokens[at + 1];
  const after = extendRun(tokens, at);
  if (isAcronym(first)) return at;
  const common = first.stop || BARE_NOUNS.has(first.lower) || /(?:ly|ing)$/.test(first.lower);
  if (after > at + 1) {
    // "Yesterday Haringey …": the capital of an everyday word is left out of the run.
    return first.stop || (common && !inside.has(first.text) && next !== undefined && next.lower !== '-') ? at + 1 : at;
  }
  if (common) return null;
  if (inside.has(first.text)) return at;
  if (/(?:tion|sion|ment|ness|ity|ence|ance|cy|ship|ism|ware|hood)$/.test(first.lower) || isPlural(first.lower)) return null;
  if (next === undefined || next.kind !== 'word') return null;
  return SINGULAR_VERB.test(next.lower) ? at : null;
}

const SINGULAR_VERB =
  /^(?:'s|was|is|has|had|does|did|will|would|said|says|told|tells|became|went|wrote|denied|denies|insisted|admitted|claimed|claims|argued|argues|explained|died|pleaded|resigned|confirmed|refused|accepted|rejected|announced|apologised|himself|herself)$/;

function isAcronym(token: Token): boolean {
  return /^\p{Lu}[\p{Lu}\d&.]+s?$/u.test(token.text);
}

function isCalendar(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (weekdayOf(token.text, false) !== null) return !isNameWord(tokens[at + 1]);
  if (monthOf(token.text) === null) return false;
  const near = /^\d/.test(tokens[at + 1]?.lower ?? '') || /^\d/.test(tokens[at - 1]?.lower ?? '') || !isNameWord(tokens[at + 1]);
  return near;
}

/** A capital alone says little where it is a pronoun, a nationality, or a heading's ordinary word. */
function isPlausibleAlone(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.lower === 'i' || (token.stop && !isAcronym(token)) || NATIONALITY.test(token.lower)) return false;
  if (TITLES.has(token.lower.replace(/\.$/, '')) && token.text.length < 5) return false;
  return token.text.length > 1 || /^(?:baby|child|witness|mr|mrs|ms|dr)$/.test(tokens[at - 1]?.lower ?? '');
}
