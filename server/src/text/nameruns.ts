/** How far a name reaches from its first word. */

import { monthOf, weekdayOf } from './calendar.ts';
import { BODY_HEADS, OPENING_HEADS, PARTICLES, POSSESSIVE_PARTS, SECTORS } from './namewords.ts';
import type { Token } from './types.ts';

type Tokens = readonly Token[];

/** Whether a token may be part of a name: a word that begins with a capital. */
export function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && /^\p{Lu}/u.test(token.text) && token.lower !== 'i';
}

/** `J.`, `J`. */
export function isInitial(token: Token): boolean {
  return /^\p{Lu}\.?$/u.test(token.text);
}

/** The index after the name that starts at `at`. */
export function extendRun(tokens: Tokens, at: number): number {
  let end = at + 1;
  let opened = OPENING_HEADS.has(tokens[at]?.lower ?? '');
  for (;;) {
    const step = nextPart(tokens, at, end, opened);
    if (step <= end) return end;
    end = step;
    opened ||= OPENING_HEADS.has(tokens[end - 1]?.lower ?? '');
  }
}

/** The index after one more part of the name, or `end` when it is over. */
function nextPart(tokens: Tokens, start: number, end: number, opened: boolean): number {
  const token = tokens[end];
  if (token === undefined) return end;
  const after = tokens[end + 1];
  if (isNameWord(token))
    return monthOf(token.text) !== null && /^\d/.test(after?.lower ?? '') ? end : weekdayOf(token.text, false) === null ? end + 1 : end;
  switch (token.lower) {
    case '-':
      // "Al-Zayyat", "Weston-super-Mare".
      if (!token.glued || after === undefined || !after.glued || after.kind !== 'word') return end;
      if (isNameWord(after)) return end + 2;
      return tokens[end + 2]?.lower === '-' && isNameWord(tokens[end + 3]) ? end + 4 : end;
    case '&':
      return isNameWord(after) ? end + 2 : end;
    case 'of':
    case 'for': {
      if (!opened) return end;
      const skip = after?.lower === 'the' || after?.lower === 'his' || after?.lower === 'her' ? 2 : 1;
      const target = tokens[end + skip];
      return target !== undefined && isNameWord(target) && monthOf(target.text) === null && target.lower !== 'mr' ? end + skip + 1 : end;
    }
    case 'and':
      return joinsSectors(tokens, start, end) ? end + 2 : end;
    case ',':
      return opened && isSectorList(tokens, end) ? end + 2 : end;
    case "'s":
    case "'":
      return possessivePart(tokens, start, end);
    default:
      return particle(tokens, end);
  }
}

/** "Health and Safety Executive", "Royal College of Obstetricians and Gynaecologists". */
function joinsSectors(tokens: Tokens, start: number, end: number): boolean {
  const before = tokens[end - 1];
  const after = tokens[end + 1];
  if (before === undefined || after === undefined || !isNameWord(after) || !(SECTORS.has(before.lower) && SECTORS.has(after.lower)))
    return false;
  for (let index = start; index < end; index++)
    if (OPENING_HEADS.has(tokens[index]?.lower ?? '') || BODY_HEADS.has(tokens[index]?.lower ?? '')) return true;
  for (let index = end + 1; isNameWord(tokens[index]); index++) if (BODY_HEADS.has(tokens[index]?.lower ?? '')) return true;
  return false;
}

/** "Department for Children, Schools and Families": a comma only where an "and" closes the list. */
function isSectorList(tokens: Tokens, end: number): boolean {
  if (!SECTORS.has(tokens[end - 1]?.lower ?? '') || !SECTORS.has(tokens[end + 1]?.lower ?? '') || !isNameWord(tokens[end + 1]))
    return false;
  for (let index = end + 1; index < end + 8; index++) {
    const token = tokens[index];
    if (token?.lower === 'and') return SECTORS.has(tokens[index + 1]?.lower ?? '') && isNameWord(tokens[index + 1]);
    if (!isNameWord(token) && token?.lower !== ',') return false;
  }
  return false;
}

/** "St Ann's Hospital", "Children's Services": a possessive goes on where its owner is no body of its own. */
function possessivePart(tokens: Tokens, start: number, end: number): number {
  if (!isNameWord(tokens[end + 1])) return end;
  const owner = tokens[end - 1];
  const saint = /^(?:st|st\.|saint)$/.test(tokens[end - 2]?.lower ?? '') && end - 2 >= start;
  return saint || POSSESSIVE_PARTS.has(owner?.lower ?? '') ? end + 2 : end;
}

/** "van der Berg", "de la Cruz", "bin Laden". */
function particle(tokens: Tokens, end: number): number {
  let index = end;
  while (index < end + 3 && PARTICLES.has(tokens[index]?.lower ?? '') && tokens[index]?.kind === 'word') {
    index++;
    if (tokens[index]?.lower === '-' && tokens[index]?.glued) index++;
  }
  return index > end && isNameWord(tokens[index]) ? index + 1 : end;
}
