/** Exported files read by readers of each format that other programs use. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import type { CorpusDocument } from '../corpus/domain.ts';
import { changedKeys, writeBibliography } from './formats.ts';
import { contributors, referenceOf } from './reference.ts';

const NOTHING = { source: 'a.txt', publisher: null, author: null, date: null, url: null, parent: null, ranges: [], blocks: [] };
const DOCUMENTS: readonly CorpusDocument[] = [
  {
    ...NOTHING,
    citekey: 'guardian-2009-review',
    title: 'Analysis: The "review" of 50% & more_than #1 {case} – Père Noël’s $5 ~ a\\b ^',
    publisher: 'The Guardian',
    author: 'Patrick Butler and Élodie van der Berg',
    date: { year: 2009, month: 5, day: 22 },
    kind: 'news',
    url: 'https://example.org/a_b?c=d%20e&f={g}#h',
  },
  {
    ...NOTHING,
    citekey: 'dfe-2010-reports',
    title: 'Serious case reports\npublished',
    publisher: 'Department for Education',
    date: { year: 2010, month: 10, day: null },
    kind: 'report',
  },
  {
    ...NOTHING,
    citekey: 'bjsw-2015-story',
    title: 'The Story',
    publisher: 'Journal of Work',
    author: 'Keith Popple',
    date: { year: 2015, month: null, day: null },
    kind: 'academic',
    url: 'https://doi.org/10.1093/bjsw/bcv011',
  },
  { ...NOTHING, citekey: 'forum-nd-story', title: 'A thread', kind: 'forum' },
];
const REFERENCES = DOCUMENTS.map(referenceOf);

type Item = Readonly<Record<string, unknown>>;
const read = (data: unknown, forceType: string): readonly Item[] => new Cite(data, { forceType, generateGraph: false }).data;
/** The format calls who wrote for a newspaper its reporter. */
const writers = (item: Item) => (item['author'] ?? item['reporter'] ?? []) as readonly (string | Record<string, string>)[];
const named = (one: string | Record<string, string>): string => {
  if (typeof one === 'string') return one;
  const family = [one['non-dropping-particle'] ?? one['dropping-particle'], one['family'] ?? one['literal']];
  return [family.filter((part) => part !== undefined).join(' '), ...(one['given'] === undefined ? [] : [one['given']])].join(', ');
};
/** What readers make of a title, without the spans that keep capitals. */
const plain = (value: unknown): string => String(value).replace(/<\/?span[^>]*>/g, '');

describe.each([
  ['csl-json', '@csl/list+object', [2009, 5, 22]],
  // Readers of BibTeX take `month` for the most exact; those of BibLaTeX read `date`.
  ['bibtex', '@bibtex/text', [2009, 5]],
  // A newspaper's day stands in `DA`, which this reader passes over.
  ['ris', '@ris/file', [2009]],
] as const)('%s', (format, type, day) => {
  const text = writeBibliography(REFERENCES, format);
  const items = read(format === 'csl-json' ? JSON.parse(text) : text, type);
  const item = (citekey: string): Item => items.find((one) => one['id'] === citekey || one['citation-key'] === citekey) ?? {};

  it('is read whole, with its citekeys', () => {
    expect(items).toHaveLength(4);
    for (const { citekey } of DOCUMENTS) expect(item(citekey), citekey).not.toEqual({});
  });

  it('keeps titles, whatever signs they hold', () => {
    for (const { citekey, title } of REFERENCES) expect(plain(item(citekey)['title'])).toBe(title);
  });

  it('keeps people in parts and bodies whole', () => {
    expect(writers(item('guardian-2009-review')).map(named)).toEqual(['Butler, Patrick', 'van der Berg, Élodie']);
    expect(writers(item('dfe-2010-reports')).map(named)).toEqual(['Department for Education']);
  });

  it('keeps dates as far as they are known', () => {
    const parts = (citekey: string) => (item(citekey)['issued'] as { 'date-parts': number[][] } | undefined)?.['date-parts'][0];
    expect(parts('guardian-2009-review')).toEqual(day);
    expect(parts('dfe-2010-reports')?.slice(0, 2)).toEqual([2010, 10]);
    expect(parts('bjsw-2015-story')?.[0]).toBe(2015);
    expect(parts('forum-nd-story')).toBeUndefined();
  });

  it('keeps where it appeared, and its address', () => {
    expect(item('guardian-2009-review')['container-title']).toBe('The Guardian');
    expect(item('dfe-2010-reports')['publisher']).toBe('Department for Education');
    expect(decodeURI(String(item('guardian-2009-review')['URL']))).toBe(decodeURI('https://example.org/a_b?c=d%20e&f={g}#h'));
    expect(item('bjsw-2015-story')['DOI']).toBe('10.1093/bjsw/bcv011');
  });
});

it('an export of nothing is an empty file of its format', () => {
  expect([writeBibliography([], 'csl-json'), writeBibliography([], 'bibtex'), writeBibliography([], 'ris')]).toEqual(['[]\n', '', '']);
});

it('a citekey that BibTeX cannot hold is told', () => {
  const odd = REFERENCES.map((one) => ({ ...one, citekey: `${one.citekey}%1` })).slice(0, 1);
  expect(changedKeys(odd, 'bibtex')).toEqual(['guardian-2009-review%1']);
  expect(changedKeys(odd, 'csl-json')).toEqual([]);
  expect(writeBibliography(odd, 'bibtex')).toContain('@article{guardian-2009-review-1,');
});

it.each([
  ['Ann Hale', ['Hale/Ann']],
  ['By Ann Hale, Bo Lind and C. Moss', ['Hale/Ann', 'Lind/Bo', 'Moss/C.']],
  ['Hale, Ann', ['Hale/Ann']],
  ['van der Berg, Élodie; Lind, Bo', ['van der Berg/Élodie', 'Lind/Bo']],
  ['Dr Mary-Jane O’Neil & Lord Laming', ['O’Neil/Mary-Jane', 'Lord Laming']],
  ['the editors', ['the editors']],
  ['PA Media 2', ['PA Media 2']],
])('authors are told apart: %s', (written, expected) => {
  expect(contributors(written).map((one) => (one.kind === 'person' ? `${one.family}/${one.given}` : one.name))).toEqual(expected);
});
