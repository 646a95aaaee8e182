/** A guess at what a name names, from its own words; the corpus's gazetteer knows better. */
import { BODY_HEADS, OPENING_HEADS, PLACE_HEADS } from './namewords.ts';
import type { NameMention, Token } from './types.ts';

const PLACE_CUE = /^(?:in|at|near|from|to|outside|inside|across|throughout|towards)$/;

/** Words of a person's name: a capital and small letters, an initial, `McDonald`, `O'Brien`, or a particle. */
const PERSONAL = /^(?:\p{Lu}\.?|\p{Lu}[\p{Ll}’']+(?:\p{Lu}\p{Ll}+)?|\p{Lu}[’']\p{Lu}\p{Ll}+|\p{Ll}{1,4})$/u;

/** `before` is the word in front of the name, lower case. */
export function formOf(tokens: readonly Token[], title: string | null, before: string): NameMention['form'] {
  if (title !== null) return 'person';
  const last = tokens[tokens.length - 1];
  const first = tokens[0];
  if (last === undefined || first === undefined) return 'unknown';
  const many = tokens.length > 1;
  if (many && BODY_HEADS.has(last.lower.replace(/\.$/, ''))) return 'organisation';
  const of = tokens.findIndex((token) => token.lower === 'of' || token.lower === 'for');
  if (of > 0) {
    const head = tokens[of - 1]?.lower ?? '';
    if (BODY_HEADS.has(head) || OPENING_HEADS.has(head))
      return /^(?:isle|city|tower|state|republic|kingdom)$/.test(head) ? 'place' : 'organisation';
  }
  if (tokens.some((token) => token.lower === '&')) return 'organisation';
  if (many && PLACE_HEADS.has(last.lower)) return 'place';
  if (/^(?:university|bank|royal|department|ministry)$/.test(first.lower) && many) return 'organisation';
  if (
    /^(?:north|south|east|west|northern|southern|eastern|western|central|greater|inner|outer|mount|lake|port|new)$/.test(first.lower) &&
    many
  )
    return 'place';
  if (tokens.some((token) => /^\p{Lu}[\p{Lu}&]{2,}$/u.test(token.text))) return 'organisation';
  const words = tokens.filter((token) => token.kind === 'word');
  if (words.length >= 2 && words.length <= 4 && words.every((token) => PERSONAL.test(token.text))) {
    if (PLACE_CUE.test(before) && !/^(?:from|to)$/.test(before)) return 'place';
    // Persons take no article.
    return before === 'the' || before === 'a' || before === 'an' ? 'unknown' : 'person';
  }
  return !many && /^(?:in|at|near|throughout)$/.test(before) ? 'place' : 'unknown';
}
