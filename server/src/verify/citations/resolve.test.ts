import { describe, expect, it } from 'vitest';

import { parseDraft } from '../../draft/parse.ts';
import { plainCorpus } from './corpus.fixture.ts';
import { textFragmentSpan } from './fragments.ts';
import { type CitationResolution, resolveCitation } from './resolve.ts';
import { editDistance } from './suggest.ts';

const corpus = plainCorpus({ 'log.txt': 'The log\n\nThe pier burnt.\n', 'annex/Map Room.txt': 'The map room\n\nIt is closed.\n' });

/** Where the first citation of a draft in the folder leads; the corpus lies in /corpus/seeds. */
function resolve(draft: string, path = '/corpus/drafts/harbour.md'): CitationResolution | null {
  const [citation] = parseDraft(path, draft).citations;
  return citation === undefined ? null : resolveCitation(citation, path, corpus);
}

describe('a path', () => {
  it.each([
    ['../seeds/log.txt', 'log.txt'],
    ['..\\seeds\\log.txt', 'log.txt'],
    ['./../seeds/./annex/../log.txt', 'log.txt'],
    ['../seeds/annex/Map%20Room.txt', 'annex/Map Room.txt'],
    ['../Seeds/LOG.txt', 'log.txt'],
    ['/corpus/seeds/log.txt', 'log.txt'],
    ['file:///corpus/seeds/log.txt', 'log.txt'],
  ])('counts from the folder of the draft: %s', (path, source) => {
    expect(resolve(`It burnt ([x](<${path}>)).`)).toMatchObject({ kind: 'found', source });
  });

  it('may be that of a copy of the corpus elsewhere, when it names folder and file', () => {
    expect(resolve('It burnt ([x](../seeds/log.txt#L3)).', '/home/me/drafts/harbour.md')).toMatchObject({
      kind: 'found',
      source: 'log.txt',
    });
    expect(resolve('It burnt ([x](log.txt#L3)).', '/home/me/drafts/harbour.md')).toMatchObject({ kind: 'unknown' });
    expect(resolve('It burnt ([x](../sources/log.txt#L3)).', '/home/me/drafts/harbour.md')).toMatchObject({ kind: 'unknown' });
  });

  it('that names no source is unknown, with the nearest names', () => {
    expect(resolve('It burnt ([x](../seeds/1og.txt#L3)).')).toEqual({
      kind: 'unknown',
      suggestions: [{ target: '../seeds/log.txt', title: 'log.txt' }],
      movedTo: [],
    });
    expect(resolve('It burnt ([x](../seeds/entirely-other.txt#L3)).')).toEqual({ kind: 'unknown', suggestions: [], movedTo: [] });
  });

  it('to another chapter leads out of the corpus; to a page beside the sources it does not', () => {
    expect(resolve('It burnt ([x](chapter-2.md)).')).toEqual({ kind: 'outside' });
    expect(resolve('It burnt ([x](../seeds/chapter-2.md)).')).toMatchObject({ kind: 'unknown' });
  });

  it('names lines, as far as there are any', () => {
    expect(resolve('It burnt ([x](../seeds/log.txt#L3-L99)).')).toMatchObject({ lines: [3, 4], placeExists: true });
    expect(resolve('It burnt ([x](../seeds/log.txt#L99)).')).toMatchObject({ lines: [99, 99], placeExists: false });
    expect(resolve('It burnt ([x](../seeds/log.txt#L0)).')).toMatchObject({ placeExists: false });
  });

  it('names a page of a file that has pages', () => {
    const places = {
      'plan.pdf': [
        { start: 0, page: 1 },
        { start: 10, page: 2 },
      ],
    };
    const paged = plainCorpus({ 'plan.pdf': 'The plan\n\nThe pier is closed.\n\nThe quay is open.\n' }, places);
    const led = (target: string) => {
      const [citation] = parseDraft('/corpus/drafts/harbour.md', `It is closed ${target}.`).citations;
      return citation === undefined ? null : resolveCitation(citation, '/corpus/drafts/harbour.md', paged);
    };
    expect(led('([x](../seeds/plan.pdf#page=2))')).toMatchObject({ lines: [3, 5], placeExists: true });
    expect(led('([x](../seeds/plan.pdf#page=9))')).toMatchObject({ lines: null, placeExists: false });
    expect(led('[@plan, p. 9]')).toMatchObject({ placeExists: false });
    expect(led('([x](../elsewhere/paln.pdf#page=2))')).toMatchObject({ suggestions: [{ target: '../seeds/plan.pdf' }] });
    expect(led('([x](../elsewhere/plan.pdf#page=2))')).toMatchObject({ suggestions: [{ target: '../seeds/plan.pdf#page=2' }] });
  });

  it('may name words', () => {
    expect(resolve('It burnt ([x](../seeds/log.txt#:~:text=the%20PIER%20burnt)).')).toMatchObject({ lines: [3, 3], placeExists: true });
    expect(resolve('It burnt ([x](../seeds/log.txt#:~:text=the%20tug)).')).toMatchObject({ placeExists: false });
  });
});

describe('a citekey', () => {
  it('is that of a document', () => {
    expect(resolve('It burnt [@log, l. 3].')).toEqual({
      kind: 'found',
      source: 'log.txt',
      citekeys: ['log'],
      lines: [3, 3],
      span: null,
      placeExists: true,
      moved: false,
    });
  });

  it('of a figure or table of the draft itself is no citation', () => {
    expect(resolve('It burnt, as [@fig:pier; @tbl-costs] show.')).toEqual({ kind: 'outside' });
    expect(resolve('It burnt [@figures-2011].')).toMatchObject({ kind: 'unknown' });
  });

  it('may name a paragraph, by the count of the file or by the number before it', () => {
    const numbered = plainCorpus({ 'report.txt': '1. The pier burnt.\n\n2. The tug sank.\nIt was late.\n\n[3] Nobody was hurt.\n' });
    const at = (locator: string) => {
      const [citation] = parseDraft('/corpus/drafts/x.md', `It was so [@report, ${locator}].`).citations;
      const found = citation === undefined ? null : resolveCitation(citation, '/corpus/drafts/x.md', numbered);
      return found?.kind === 'found' ? [found.lines, found.placeExists] : null;
    };
    expect([at('para. 2'), at('paras 2-3'), at('¶ 3'), at('para. 9'), at('ch. 2')]).toEqual([
      [[3, 4], true],
      [[3, 6], true],
      [[6, 6], true],
      [null, true],
      [null, true],
    ]);
  });

  it('that no document has is unknown, with the nearest', () => {
    expect(resolve('It burnt [@lgo].')).toMatchObject({ kind: 'unknown', suggestions: [{ target: 'log' }] });
  });

  it('may be a part of the right name, or hold it, by whole words', () => {
    const named = plainCorpus({ 'inspectorate-report-2019.txt': 'It burnt.', 'courier.txt': 'It burnt.', 'a-b.txt': 'It burnt.' });
    const targets = (citation: string) => {
      const [one] = parseDraft('/corpus/drafts/x.md', `It burnt ${citation}.`).citations;
      const found = one === undefined ? null : resolveCitation(one, '/corpus/drafts/x.md', named);
      return found?.kind === 'unknown' ? found.suggestions.map(({ target }) => target) : null;
    };
    expect(targets('[@inspectorate]')).toEqual(['inspectorate-report-2019']);
    expect(targets('[@port-wessel-courier]')).toEqual(['courier']);
    expect(targets('[@inspect]')).toEqual([]);
    expect(targets('[@a]')).toEqual([]);
    expect(targets('([x](../seeds/inspectorate-report.pdf))')).toEqual(['../seeds/inspectorate-report-2019.txt']);
  });
});

it('a web address leads out of the corpus', () => {
  expect(resolve('It burnt ([x](https://example.org/pier#L3)).')).toEqual({ kind: 'outside' });
});

it('letters that changed places count as one difference', () => {
  expect([editDistance('lgo', 'log'), editDistance('log', 'logs'), editDistance('', 'log'), editDistance('log', 'log')]).toEqual([
    1, 1, 3, 0,
  ]);
});

it('a text fragment may name first and last words', () => {
  expect(textFragmentSpan('The pier burnt in May, and the tug sank.', 'pier burnt,tug sank')).toEqual({ start: 4, end: 39 });
  expect(textFragmentSpan('The pier (burnt) [in] May.', 'pier (burnt) [in]')).toEqual({ start: 4, end: 21 });
  expect(textFragmentSpan('The pier burnt.', '')).toBeNull();
});

it('a text fragment may have other quotation marks and dashes than the source', () => {
  expect(textFragmentSpan('The harbour’s “north–south” pier burnt.', 'harbour\'s "north-south"')).toEqual({ start: 4, end: 27 });
});
