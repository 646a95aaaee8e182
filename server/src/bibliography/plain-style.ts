/**
 * A plain author-date style, for lists of sources where no processor of the Citation Style Language is at hand: who, when,
 * what, where it appeared, and its address.
 */
import { dateInWords } from '../corpus/words.ts';
import { escapeMarkdown } from '../draft/citation-text.ts';
import type { Contributor, Reference } from './reference.ts';

/** The references as Markdown, in the order of a list of sources. */
export function plainEntries(references: readonly Reference[]): readonly string[] {
  return [...references].sort(byAuthorAndDate).map(plainEntry);
}

/** `Jones, R. (2014) *The story of Baby P*. Policy Press, 23 July. <https://…>`, as far as it is known. */
export function plainEntry(reference: Reference): string {
  const { authors, date, title, publisher, url, kind } = reference;
  const year = date?.year == null ? 'n.d.' : String(date.year);
  const day = date === null || date.month === null ? null : (dateInWords({ ...date, year: null }) ?? null);
  const who = authors.length === 0 ? null : listed(authors.map(shortName));
  const where = publisher !== null && publisher !== who ? publisher : null;
  const what = `*${escapeMarkdown(title)}*${kind === 'comments' ? ' [readers’ comments]' : ''}`;
  const head = who === null ? `${what} (${year})` : `${escapeMarkdown(who)} (${year}) ${what}`;
  const appeared = [where, day].filter((part) => part !== null).map(escapeMarkdown);
  const tail = appeared.length === 0 ? '' : ` ${appeared.join(', ')}.`;
  return `${head}.${tail}${url === null ? '' : ` ${address(url)}`}`;
}

function address(url: string): string {
  return /^https?:\/\/[^\s<>]+$/i.test(url) ? `<${url}>` : escapeMarkdown(url);
}

function shortName(one: Contributor): string {
  if (one.kind === 'body') return one.name;
  const initials = one.given.match(/(?<![\p{L}\p{M}’'])\p{L}/gu) ?? [];
  return `${one.family}, ${initials.map((letter) => `${letter.toUpperCase()}.`).join(' ')}`;
}

function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names[0]} and others`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function byAuthorAndDate(a: Reference, b: Reference): number {
  return (
    compare(sortName(a), sortName(b)) ||
    (a.date?.year ?? 0) - (b.date?.year ?? 0) ||
    compare(plainWords(a.title), plainWords(b.title)) ||
    compare(a.citekey, b.citekey)
  );
}

function sortName({ authors, title }: Reference): string {
  const [first] = authors;
  return plainWords(first === undefined ? title : first.kind === 'person' ? `${first.family} ${first.given}` : first.name);
}

/** Letters and digits alone, without accents and a leading article; compared by code, which is the same on every machine. */
function plainWords(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/^\W*(?:the|an?)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
