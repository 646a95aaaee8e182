/** Citekeys a person can read and that the file alone decides, so that other files never change them. */

import type { PartialDate } from '../../text/types.ts';
import type { DocumentKind } from '../domain.ts';

const SMALL = new Set('the a an of in on and for to by with at from as is was its it how why what who this that'.split(' '));

/** Lower case letters and digits parted by hyphens; accents taken off. */
export function slug(text: string, most = 80): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+|['’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, most + 1)
    .replace(new RegExp(`^(.{1,${most}})(?:-.*)?$|^(.{${most}}).*$`), '$1$2');
}

/** Names that say what a file is, not what is in it. */
const GENERIC = new Set(['index', 'readme', 'source', 'document', 'untitled', 'download', 'text', 'page', 'introduction', 'main']);

/** The name of a file as a key, where a person gave it one; null for names made by machines (hashes, bare numbers). */
export function keyOfFile(source: string): string | null {
  const name = source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const key = slug(name);
  const letters = key.match(/[a-z]{3,}/g)?.join('').length ?? 0;
  return !GENERIC.has(key) && letters >= 4 && !/[0-9a-f]{8,}/.test(key) && letters * 2 >= key.replace(/-/g, '').length ? key : null;
}

/** The name of a file as a title, for what has none itself: "harbour_day-3.vtt" as "Harbour day 3"; dates keep their hyphens. */
export function titleOfFile(source: string): string {
  const name = source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const words = name
    .replace(/_+|(?<!\d)-+|-+(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Up to three telling words of a title. */
function titleWords(title: string): string {
  const words = slug(title, 200)
    .split('-')
    .filter((word) => word !== '' && !SMALL.has(word));
  return words.slice(0, 3).join('-');
}

/** `publisher-year-title-words`; what is not known is left out, the year is then `nd`. */
export function documentKey(document: {
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly date: PartialDate | null;
  readonly kind: DocumentKind;
}): string {
  const year = document.date?.year ?? null;
  const author =
    document.author
      ?.split(/[\s,]+/)
      .filter((word) => word !== '')
      .at(-1) ?? '';
  const who = slug(document.publisher ?? author, 40) || document.kind;
  const day = document.kind === 'transcript' && year !== null && document.date !== null ? dayOf(document.date) : String(year ?? 'nd');
  return [who, day, titleWords(document.title)].filter((part) => part !== '').join('-');
}

function dayOf(date: PartialDate): string {
  return [date.year, date.month, date.day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Makes the keys of one file's documents different by a number, in their order. */
export function distinct(keys: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  return keys.map((key) => {
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  });
}
