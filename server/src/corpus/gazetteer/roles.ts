/** What a person is said to be, in words next to the name: before it, after it, or in apposition. */
import { isStop } from '../../text/stopwords.ts';
import type { Mention } from './mentions.ts';
import { isRoleNoun } from './words.ts';

export interface Role {
  /** Lower case, without article: "executive producer", "connelly’s boyfriend". */
  readonly description: string;
  /** The noun of role that the description ends with. */
  readonly head: string;
}

const REACH = 90;
const WORD_BEFORE = /([\p{L}’'-]+)(,?)\s*$/u;
const ARTICLES = new Set(['former', 'ex', 'late', 'new', 'then', 'said', 'says']);

/** The roles that the words around a name give its bearer. */
export function rolesAround(text: string, mention: Mention): readonly Role[] {
  const roles: Role[] = [];
  if (mention.role !== null) add(roles, mention.role.toLowerCase().split(/\s+/));
  const before = wordsBefore(text, mention.start);
  if (before.length > 0) add(roles, before);
  const after = wordsAfter(text, mention.end);
  if (after.length > 0) add(roles, after);
  return roles;
}

function add(roles: Role[], words: readonly string[]): void {
  const head = words.at(-1) ?? '';
  if (!isRoleNoun(head)) return;
  roles.push({ description: words.join(' '), head });
}

/** "the boy’s stepfather, X", "executive producer X": up to four words before the name, back to an article or a pause. */
function wordsBefore(text: string, start: number): readonly string[] {
  const words: string[] = [];
  let rest = text.slice(Math.max(0, start - REACH), start);
  while (words.length < 4) {
    const match = WORD_BEFORE.exec(rest);
    const word = match?.[1]?.toLowerCase();
    if (match === null || word === undefined) break;
    // Only the comma right before the name may stand between.
    if (match[2] === ',' && words.length > 0) break;
    if (ARTICLES.has(word) || isStop(word)) break;
    words.unshift(word);
    if (words.length === 1 && !isRoleNoun(word)) return [];
    rest = rest.slice(0, match.index);
  }
  return words;
}

/** "X, executive producer for the maker", "X, who was the director of …". */
function wordsAfter(text: string, end: number): readonly string[] {
  if (text[end] !== ',') return [];
  const words: string[] = [];
  for (const match of text.slice(end + 1, end + REACH).matchAll(/[\p{L}’'-]+|[^\s\p{L}]/gu)) {
    const word = match[0].toLowerCase();
    if (!/\p{L}/u.test(word) || (words.length > 0 && (isStop(word) || word.endsWith('ed'))) || words.length >= 6) break;
    if (words.length === 0 && (ARTICLES.has(word) || /^(?:who|is|was|an?|the|his|her|their|its|my|our|one|then|now)$/.test(word))) continue;
    if (words.length === 0 && isStop(word)) break;
    words.push(word);
  }
  while (words.length > 0 && !isRoleNoun(words.at(-1) ?? '')) words.pop();
  return words;
}
