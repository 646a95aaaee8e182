/** Cuts English text into words, numbers and marks, as Universal Dependencies do; one pass, linear in the text. */
import { keepsStop } from './abbreviations.ts';
import { isApostrophe, isDigit, isLetter, isSpace, isWordChar } from './characters.ts';
import { type Lexeme, lexeme } from './lexemes.ts';
import { isAddressStart, skipAddress, skipNumber } from './tokenshapes.ts';
import type { Token } from './types.ts';

const HYPHENS = '-‐‑';
const RUNS = '.!?-*_=';

/** A token under construction: where it ends, and what it is. */
interface Cut {
  readonly end: number;
  readonly kind: Token['kind'];
}

/**
 * The tokens of a text in order. Clitics stand apart (`Peter` `'s`, `did` `n't`), hyphens are tokens of their own, currency
 * signs stand before their number, an address is one token, and an abbreviation or initial keeps its stop.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  const push = (start: number, end: number, kind: Token['kind']): void => {
    const surface = text.slice(start, end);
    const known: Lexeme = lexeme(surface);
    tokens.push({
      start,
      end,
      text: surface,
      lower: known.lower,
      stem: known.stem,
      kind,
      stop: known.stop,
      glued: start === previousEnd,
    });
    previousEnd = end;
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
    } else if (isDigit(code)) {
      const end = skipNumber(text, at);
      const suffix = clockSuffix(text, at, end);
      push(at, suffix, 'number');
      if (suffix < end) push(suffix, end, 'word');
      at = end;
    } else if (isLetter(code, text, at)) {
      at = word(text, at, push);
    } else {
      const cut = mark(text, at, code);
      push(at, cut.end, cut.kind);
      at = cut.end;
    }
  }
  return tokens;
}

/** Where `am`, `pm` or a unit written against its number begins; `end` where there is none. */
function clockSuffix(text: string, start: number, end: number): number {
  let letters = end;
  while (letters > start && !isDigit(text.charCodeAt(letters - 1))) letters--;
  if (letters === end) return end;
  return /^(?:am|pm|a\.m\.?|p\.m\.?|kg|mg|ml|km|cm|mm|mph|kph|hrs?|mins?|secs?|p|g|ft|lb|lbs|oz|st)$/i.test(text.slice(letters, end)) &&
    !isOrdinalEnd(text, letters, end)
    ? letters
    : end;
}

/** `1st` is an ordinal, `11st` a weight. */
function isOrdinalEnd(text: string, letters: number, end: number): boolean {
  return text.slice(letters, end).toLowerCase() === 'st' && text[letters - 1] === '1' && text[letters - 2] !== '1';
}

function word(text: string, start: number, push: (start: number, end: number, kind: Token['kind']) => void): number {
  if (isAddressStart(text, start)) {
    const end = skipAddress(text, start);
    push(start, end, 'word');
    return end;
  }
  let end = start;
  let lastApostrophe = -1;
  let segment = start;
  for (;;) {
    while (end < text.length && isWordChar(text.charCodeAt(end), text, end)) end++;
    const code = text.charCodeAt(end);
    if (isApostrophe(code) && isLetter(text.charCodeAt(end + 1), text, end + 1)) {
      lastApostrophe = end;
      segment = end + 1;
      end++;
      // Dotted abbreviations: every part is a single letter (`U.S.`, `p.m.`, `e.g.`).
    } else if (code === 46 && end - segment === 1 && isLetter(text.charCodeAt(end + 1), text, end + 1) && isSingle(text, end + 1)) {
      segment = end + 1;
      end++;
    } else if (code === 38 && isUpper(text, end - 1) && isUpper(text, end + 1)) {
      end++;
    } else if (code === 64 && isLetter(text.charCodeAt(end + 1), text, end + 1)) {
      end = skipAddress(text, start);
      push(start, end, 'word');
      return end;
    } else break;
  }
  const lower = text.slice(start, end).toLowerCase();
  if (text.charCodeAt(end) === 46 && keepsFullStop(text, start, end, lower)) {
    push(start, end + 1, 'word');
    return end + 1;
  }
  if (lower === 'cannot') {
    push(start, start + 3, 'word');
    push(start + 3, end, 'word');
    return end;
  }
  if (lastApostrophe > start) {
    const after = lower.slice(lastApostrophe - start + 1);
    if (after === 't' && lower[lastApostrophe - start - 1] === 'n' && lastApostrophe - 1 > start) {
      push(start, lastApostrophe - 1, 'word');
      push(lastApostrophe - 1, end, 'word');
      return end;
    }
    if (after === 's' || after === 're' || after === 've' || after === 'll' || after === 'd' || after === 'm') {
      push(start, lastApostrophe, 'word');
      push(lastApostrophe, end, 'word');
      return end;
    }
  }
  push(start, end, 'word');
  return end;
}

/** Whether the letter at `at` stands alone: a stop, or no further letter, follows it. */
function isSingle(text: string, at: number): boolean {
  return !isWordChar(text.charCodeAt(at + 1), text, at + 1);
}

function isUpper(text: string, at: number): boolean {
  const letter = text[at];
  return letter !== undefined && letter !== letter.toLowerCase();
}

/** A full stop belongs to an abbreviation, a dotted one or an initial; a single capital at the text's end has none of its own. */
function keepsFullStop(text: string, start: number, end: number, lower: string): boolean {
  if (lower.includes('.')) return true;
  if (end - start === 1 && isUpper(text, start)) {
    let next = end + 1;
    while (next < text.length && isSpace(text.charCodeAt(next))) next++;
    return next > end + 1 && isUpper(text, next);
  }
  return keepsStop(lower);
}

function mark(text: string, at: number, code: number): Cut {
  if (isApostrophe(code) && /^['’]s(?![\p{L}\p{N}])/iu.test(text.slice(at, at + 3))) return { end: at + 2, kind: 'word' };
  const character = text.charAt(at);
  if (RUNS.includes(character)) {
    let end = at + 1;
    const both = character === '!' || character === '?';
    while (end < text.length && (text[end] === character || (both && (text[end] === '!' || text[end] === '?')))) end++;
    return { end, kind: character === '=' ? 'symbol' : 'punct' };
  }
  if (code >= 0xd800 && code <= 0xdbff && at + 1 < text.length) return { end: at + 2, kind: 'symbol' };
  if ('£$€¥¢%‰°+=<>|^~&@#§©®™×÷±½¼¾⅓⅔`\\'.includes(character))
    return { end: at + 1, kind: '½¼¾⅓⅔'.includes(character) ? 'number' : 'symbol' };
  if (HYPHENS.includes(character)) return { end: at + 1, kind: 'punct' };
  return { end: at + 1, kind: code >= 0x2190 && code <= 0x2bff ? 'symbol' : 'punct' };
}
