import { describe, expect, it } from 'vitest';
import { parseDraft } from '../draft/parse.ts';
import { plainCorpus } from '../verify/citations/corpus.fixture.ts';
import { citedDocuments } from './cited.ts';
import { plainEntries, plainEntry } from './plain-style.ts';
import { contributors, type Reference } from './reference.ts';
import { findSection, sectionEdits } from './section.ts';

const PATH = '/corpus/drafts/review.md';

function written(text: string, entries: readonly string[]): string {
  return [...sectionEdits(parseDraft(PATH, text), entries)]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}

const TEXT = '# A review\n\nThe pier burnt.[^a]\n\n[^a]: ../seeds/log.txt#L3\n';

describe('the list of sources', () => {
  it('is written at the end, and stays as it is while nothing changed', () => {
    const once = written(TEXT, ['*The log*.', '*The court*.']);
    expect(once.startsWith(`${TEXT}\n## Sources\n\n<!-- `)).toBe(true);
    expect(once).toContain('\n- *The log*.\n- *The court*.\n');
    expect(sectionEdits(parseDraft(PATH, once), ['*The log*.', '*The court*.'])).toEqual([]);
  });

  it('is brought up to date where it stands, under the heading that it was given', () => {
    const moved = `${written(TEXT, ['*The log*.']).replace('## Sources', '## What I read')}\n## Annex\n\nMore.\n`;
    const now = written(moved, ['*The court*.']);
    expect(now).toBe(moved.replace('*The log*', '*The court*'));
  });

  it('goes under an empty heading of its kind', () => {
    const text = '# A review\n\nThe pier burnt.\n\n## References\n\n## Annex\n\nMore.\n';
    expect(written(text, ['*The log*.'])).toMatch(/## References\n\n<!-- [^\n]*\n\n- \*The log\*\.\n\n<!-- [^\n]*-->\n\n## Annex/);
    expect(written(text.replace('## References', '## References {.unnumbered}'), ['*The log*.'])).toMatch(/\.unnumbered\}\n\n<!--/);
    const own = '# A review\n\n## Sources\n\nMy own list.\n';
    expect(written(own, ['*The log*.'])).toMatch(/^# A review\n\n## Sources\n\nMy own list\.\n\n## Sources\n\n<!--/);
  });

  it('keeps the line ends of the draft', () => {
    expect(written('The pier burnt.\r\n', ['*The log*.']).replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('is not checked, and cites nothing itself', () => {
    const text = written('It burnt ([log](../seeds/log.txt#L3)).\n', ['The court (1911) *The inquiry*. [court](../seeds/court.txt#L3)']);
    const draft = parseDraft(PATH, text);
    expect(draft.sentences.filter(({ checkable }) => checkable.check).map((one) => one.text)).toEqual(['It burnt.']);
    expect(draft.problems).toEqual([]);
    const corpus = plainCorpus({ 'log.txt': 'The log\n\nIt burnt.\n', 'court.txt': 'The court\n\nIt sat.\n' });
    expect(citedDocuments(draft, corpus).documents.map(({ citekey }) => citekey)).toEqual(['log']);
  });

  it('that was never closed swallows nothing', () => {
    const open = written(TEXT, ['*The log*.']).replace(/<!-- corroborate-enable[^\n]*\n/, '');
    expect(findSection(open)).toBeNull();
    expect(written(`${open}\nMy last word.\n`, ['*The log*.'])).toContain('My last word.');
  });

  it('of a draft that cites nothing says so', () => {
    expect(written('The pier burnt.\n\n## Sources\n', [])).toContain('*No sources are cited.*');
    expect(written('The pier burnt.\n', [])).toBe('The pier burnt.\n');
    expect(written('', [])).toBe('');
  });
});

it('the documents that are cited are found in every form, and what leads nowhere is told', () => {
  const corpus = plainCorpus({
    'log.txt': 'The log\n\nIt burnt.\n',
    'court.txt': 'The court\n\nIt sat.\n',
    'tug.txt': 'The tug\n\nIt sank.\n',
  });
  const text = 'It burnt [@tug; @gone, p. 3]. It sat.[^a] It sank ([x](../seeds/log.txt)).[^b]\n\n[^a]: ../seeds/court.txt#L3\n';
  const { documents, unknown } = citedDocuments(parseDraft(PATH, text), corpus);
  expect(documents.map(({ citekey }) => citekey)).toEqual(['tug', 'court', 'log']);
  expect(unknown.map(({ label }) => label)).toEqual(['@gone', 'b']);
});

describe('the plain style', () => {
  const reference: Reference = {
    citekey: 'hale-2011',
    kind: 'news',
    title: 'The *pier*',
    authors: contributors('Ann Beth Hale and Bo Lind'),
    publisher: 'Harbour News',
    date: { year: 2011, month: 6, day: 3 },
    url: 'https://example.org/pier',
    doi: null,
  };

  it('says who, when, what, where, as far as it is known', () => {
    expect(plainEntry(reference)).toBe(
      'Hale, A. B. and Lind, B. (2011) *The \\*pier\\**. Harbour News, 3 June. <https://example.org/pier>',
    );
    const bare = { ...reference, authors: [], publisher: null, date: null, url: null };
    expect(plainEntry(bare)).toBe('*The \\*pier\\** (n.d.).');
    expect(plainEntry({ ...bare, url: 'javascript:alert(1)' })).toBe('*The \\*pier\\** (n.d.). javascript:alert(1)');
  });

  it('orders by author, then year, without articles', () => {
    const by = (author: string, year: number | null, title: string): Reference => ({
      ...reference,
      authors: author === '' ? [] : contributors(author),
      date: year === null ? null : { year, month: null, day: null },
      title,
    });
    const listed = plainEntries([
      by('', 2001, 'The Zoo'),
      by('Élise Moss', 2002, 'B'),
      by('', null, 'An Abbey'),
      by('Élise Moss', 2001, 'A'),
    ]);
    expect(listed.map((entry) => entry.replace(/\. Harbour.*/, ''))).toEqual([
      '*An Abbey* (n.d.)',
      'Moss, É. (2001) *A*',
      'Moss, É. (2002) *B*',
      '*The Zoo* (2001)',
    ]);
  });
});
