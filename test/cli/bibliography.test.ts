/** Bibliographies out of the program, and what Pandoc makes of them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { corroborate } from './program.ts';

const MANIFEST = {
  version: 1,
  sources: {
    'ferry.txt': {
      documents: [
        {
          citekey: 'board-2011-ferry',
          title: 'The ferry report: 50% & more',
          publisher: 'Harbour Board',
          date: '2011-05-03',
          kind: 'report',
          lines: [[1, 5]],
        },
      ],
    },
    'news.txt': {
      documents: [
        {
          citekey: 'hale-2012-pier',
          title: 'The pier is closed',
          publisher: 'Harbour News',
          author: 'Ann Hale',
          date: '2012-06',
          kind: 'news',
          url: 'https://example.org/pier_closed?a=b&c=d',
          lines: [[1, 3]],
        },
      ],
    },
    'tug.txt': { documents: [{ citekey: 'tug-log', title: 'The log of the tug', kind: 'blog', lines: [[1, 3]] }] },
  },
};
const DRAFT = `---
title: A review
---

# A review

Inspectors found 14 cracked valves on the ferry in May 2011 [see @board-2011-ferry, l. 3 and elsewhere]. Ann Hale wrote that the pier was closed [-@hale-2012-pier].
`;

const folder = (draft = DRAFT): string =>
  folderOf({
    'seeds/corpus.json': JSON.stringify(MANIFEST),
    'seeds/ferry.txt': 'The ferry report: 50% & more\n\nInspectors found 14 cracked valves on the ferry in May 2011.\n\nIt sank.\n',
    'seeds/news.txt': 'The pier is closed\n\nThe pier was closed in June.\n',
    'seeds/tug.txt': 'The log of the tug\n\nThe tug was built in Trieste.\n',
    'review.md': draft,
  });

describe('export', () => {
  it('writes the whole corpus, or what drafts cite', () => {
    const cwd = folder();
    const ids = (args: readonly string[]): readonly string[] => {
      const { out, err, code } = corroborate(['export', '--format', 'csl-json', ...args], { cwd });
      expect([code, err]).toEqual([0, '']);
      return (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
    };
    expect(ids([])).toEqual(['board-2011-ferry', 'hale-2012-pier', 'tug-log']);
    expect(ids(['--cited', 'review.md'])).toEqual(['board-2011-ferry', 'hale-2012-pier']);
    expect(ids(['--cited', '.'])).toEqual(['board-2011-ferry', 'hale-2012-pier']);
  });

  it('writes into a file, and tells what leads nowhere', () => {
    const cwd = folder(`${DRAFT}\nSo it was [@nobody].\n`);
    const { out, err, code } = corroborate(['export', '--format', 'bibtex', '--cited', 'review.md', '--output', 'refs.bib'], { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('review.md:9 “@nobody” leads to no source');
    expect(readFileSync(join(cwd, 'refs.bib'), 'utf8')).toContain('@techreport{board-2011-ferry,');
  });

  it('says what is missing in the call', () => {
    const cwd = folder();
    expect(corroborate(['export'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('csl-json|bibtex|ris') });
    expect(corroborate(['export', '--format', 'ris', '--cited'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--cited needs'),
    });
    expect(corroborate(['export', '--format', 'ris', 'a.md', 'b.md'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('add --cited'),
    });
  });
});

describe('bibliography', () => {
  it('leaves a draft alone that cannot be read', () => {
    const cwd = folder('x'.repeat(700_000));
    const { code, err } = corroborate(['bibliography', 'review.md'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('review.md:1 The draft has 700000 characters') });
    expect(readFileSync(join(cwd, 'review.md'), 'utf8')).toBe('x'.repeat(700_000));
  });

  it('writes the list into the draft, and keeps it up to date', () => {
    const cwd = folder();
    const file = join(cwd, 'review.md');
    expect(corroborate(['bibliography', '--check', 'review.md'], { cwd }).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(DRAFT);
    expect(corroborate(['bibliography', 'review.md'], { cwd })).toEqual({ code: 0, out: 'review.md: 2 sources listed.\n', err: '' });
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(DRAFT)).toBe(true);
    expect(text).toContain('- Hale, A. (2012) *The pier is closed*. Harbour News, June. <https://example.org/pier_closed?a=b&c=d>\n');
    expect(corroborate(['bibliography', '--check', 'review.md'], { cwd })).toMatchObject({
      code: 0,
      out: 'review.md: up to date, 2 sources.\n',
    });
    writeFileSync(file, text.replace('[-@hale-2012-pier]', '[@tug-log]'));
    corroborate(['bibliography', 'review.md'], { cwd });
    expect(readFileSync(file, 'utf8')).toMatch(/- \*The log of the tug\* \(n\.d\.\)\.\n\n<!--/);
    const { out } = corroborate(['lint', '--format', 'json', 'review.md'], { cwd });
    expect(out).not.toContain('The log of the tug* (n.d.)');
  });

  it('refuses styles that would have to be fetched', () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'dependent.csl'),
      '<style><info><link href="http://example.org/styles/apa" rel="independent-parent"/></info></style>',
    );
    for (const [style, reason] of [
      ['dependent.csl', 'only refers to another style, “apa”'],
      ['https://example.org/apa.csl', 'nothing is fetched'],
      ['missing.csl', 'cannot be read'],
    ] as const) {
      const { code, err } = corroborate(['bibliography', '--style', style, 'review.md'], { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
    }
    expect(readFileSync(join(cwd, 'review.md'), 'utf8')).toBe(DRAFT);
  });

  it('says so where Pandoc is missing', () => {
    const cwd = folder();
    const { code, err } = corroborate(['bibliography', '--style', 'pandoc', 'review.md'], { cwd, env: { PATH: '', Path: '' } });
    expect([code, err]).toEqual([2, expect.stringContaining('Pandoc is not installed')]);
  });
});

const installed = spawnSync('pandoc', ['--version']).status === 0;
if (!installed) {
  console.warn(
    '\n!!! Pandoc is not installed: nothing was tested of what it makes of drafts and bibliographies. Install it (Debian: apt-get install pandoc).\n',
  );
}

describe.runIf(installed)('with Pandoc', () => {
  const pandoc = (cwd: string, args: readonly string[]) => spawnSync('pandoc', args, { cwd, encoding: 'utf8', timeout: 25_000 });

  it.each([
    ['csl-json', 'refs.json'],
    ['bibtex', 'refs.bib'],
  ])('a draft is rendered with the exported bibliography, %s, without a warning', (format, file) => {
    const cwd = folder();
    corroborate(['export', '--format', format, '--cited', 'review.md', '--output', file], { cwd });
    const args = ['review.md', '--citeproc', `--bibliography=${file}`, '--fail-if-warnings', '--wrap=none'];
    const shown = pandoc(cwd, [...args, '--to=plain']);
    expect([shown.status, shown.stderr]).toEqual([0, '']);
    expect(shown.stdout).toContain('(see Harbour Board 2011, l. 3 and elsewhere)');
    expect(shown.stdout).toContain('closed (2012)');
    expect(shown.stdout).toMatch(/The ferry report: 50% & more/i);
    const made = pandoc(cwd, [...args, '--output=review.docx']);
    expect([made.status, made.stderr]).toEqual([0, '']);
  });

  it('the marks of cited words are not seen in what it makes', () => {
    const cwd = folder(DRAFT.replace('elsewhere]', 'elsewhere]<!--words=10-0123456789-abcd-->'));
    corroborate(['export', '--format', 'csl-json', '--output', 'refs.json'], { cwd });
    const shown = pandoc(cwd, ['review.md', '--citeproc', '--bibliography=refs.json', '--fail-if-warnings', '--wrap=none', '--to=plain']);
    expect(shown.stdout).toContain('(see Harbour Board 2011, l. 3 and elsewhere). Ann Hale');
  });

  it('BibTeX keeps dates to the day', () => {
    const cwd = folder();
    corroborate(['export', '--format', 'bibtex', '--output', 'refs.bib'], { cwd });
    const { stdout } = pandoc(cwd, ['--from=biblatex', '--to=csljson', 'refs.bib']);
    const items = JSON.parse(stdout) as { id: string; issued?: unknown; title: string }[];
    expect(items.find(({ id }) => id === 'board-2011-ferry')?.issued).toEqual({ 'date-parts': [[2011, 5, 3]] });
  });

  it('lists the sources in its own style and in that of a file', () => {
    const cwd = folder();
    const file = join(cwd, 'review.md');
    expect(corroborate(['bibliography', '--style', 'pandoc', 'review.md'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(file, 'utf8')).toContain('- Hale, Ann. 2012. “The Pier Is Closed.” *Harbour News*, June 2012.');
    writeFileSync(join(cwd, 'titles.csl'), TITLES);
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: A review', 'title: A review\ncsl: titles.csl'));
    expect(corroborate(['bibliography', 'review.md'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/- The ferry report: 50% & more\n- \[The pier is closed\]\(https:.*\)\n\n<!--/);
  });
});

/** A style that lists titles alone, by title. */
const TITLES = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Titles</title><id>titles</id><updated>2024-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>
</style>
`;
