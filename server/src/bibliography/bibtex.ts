/** References as a BibTeX file that BibLaTeX and Pandoc read as well: both forms of the date are given. */
import type { DocumentKind } from '../corpus/domain.ts';
import { dateInDigits } from '../corpus/words.ts';
import type { Contributor, Reference } from './reference.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The type of an entry, and the field that its publisher goes into. */
const KINDS: Readonly<Record<DocumentKind, readonly [type: string, publisher: string]>> = {
  report: ['techreport', 'institution'],
  news: ['article', 'journal'],
  academic: ['article', 'journal'],
  guidance: ['misc', 'howpublished'],
  blog: ['misc', 'howpublished'],
  comments: ['misc', 'howpublished'],
  forum: ['misc', 'howpublished'],
  transcript: ['misc', 'howpublished'],
};

export function writeBibtex(references: readonly Reference[]): string {
  return references.map(entry).join('\n');
}

/** A citekey as BibTeX allows it: marks with a meaning of their own become hyphens. */
export function bibtexKey(citekey: string): string {
  return citekey.replace(/[\s{}(),=#%~\\"'$&^<>]+/g, '-');
}

function entry({ citekey, kind, title, authors, publisher, date, url, doi }: Reference): string {
  const [type, field] = KINDS[kind];
  const day = dateInDigits(date);
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    // The second braces keep capitals as they are.
    ['title', `{{${escaped(title)}}}`],
    ['author', authors.length === 0 ? null : `{${authors.map(name).join(' and ')}}`],
    [field, publisher === null ? null : `{${escaped(publisher)}}`],
    ['date', day === null ? null : `{${day}}`],
    ['year', date?.year == null ? null : `{${date.year}}`],
    ['month', date?.month == null ? null : (MONTHS[date.month - 1] ?? null)],
    ['doi', doi === null ? null : `{${verbatim(doi)}}`],
    ['url', url === null ? null : `{${verbatim(url)}}`],
  ];
  const lines = fields.flatMap(([label, value]) => (value === null ? [] : [`  ${label.padEnd(12)} = ${value},\n`]));
  return `@${type}{${bibtexKey(citekey)},\n${lines.join('')}}\n`;
}

/** A body's name in braces of its own is not taken apart. */
function name(one: Contributor): string {
  return one.kind === 'person' ? `${escaped(one.family)}, ${escaped(one.given)}` : `{${escaped(one.name)}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text.replace(/[\\{}~^%&$#_]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`);
}

/** Addresses are read as they stand; signs that would end them are percent-encoded. */
function verbatim(address: string): string {
  return address.replace(/[{}\\\s"]/g, (sign) => encodeURIComponent(sign));
}
