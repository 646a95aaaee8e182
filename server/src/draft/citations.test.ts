import { describe, expect, it } from 'vitest';
import { slice } from '../text/span.ts';
import { linkTarget } from './citation-targets.ts';
import { locatorLines, locatorPages, readSuffix } from './pandoc-locator.ts';
import { parseDraft } from './parse.ts';

const citations = (text: string) =>
  parseDraft('/review/drafts/harbour.md', text).citations.map((one) => ({
    form: one.form,
    words: slice(text, one.span),
    target: slice(text, one.targetSpan),
    to: one.target,
  }));
const text = (draft: string): string => parseDraft('/d.md', draft).sentences[0]?.text ?? '';

describe('links', () => {
  it.each([
    ['../seeds/log.txt#L12', [12, 12], null, null],
    ['../seeds/log.txt#L12-L14', [12, 14], null, null],
    ['../seeds/log.txt#L14-12', [12, 14], null, null],
    ['../seeds/log.pdf#page=3', null, 3, null],
    ['../seeds/log.html#:~:text=the%20pier', null, null, 'the%20pier'],
    ['../seeds/log.txt', null, null, null],
  ] as const)('lead to a place: %s', (url, lines, page, textFragment) => {
    expect(linkTarget(url)).toEqual({ kind: 'path', path: url.replace(/#.*/, ''), lines, page, textFragment, words: null });
  });

  it('lead nowhere in a corpus when they are anchors, mail, images or folders', () => {
    for (const url of ['#top', 'mailto:a@b.org', 'pier.png', '../seeds/', 'javascript:alert(1)', '']) expect(linkTarget(url)).toBeNull();
  });

  it('are percent-decoded, and survive what cannot be', () => {
    expect(linkTarget('a%20log.txt')).toMatchObject({ path: 'a log.txt' });
    expect(linkTarget('a%zz.txt')).toMatchObject({ path: 'a%zz.txt' });
  });

  it('are underlined whole, with their destination apart', () => {
    expect(citations('It burnt ([Log (1911)](<../seeds/log.txt#L3> "The log")).')).toMatchObject([
      { form: 'link', words: '[Log (1911)](<../seeds/log.txt#L3> "The log")', target: '../seeds/log.txt#L3' },
    ]);
    expect(citations('It burnt [Log][l].\n\n[l]: ../seeds/log.txt#L3\n')).toMatchObject([
      { form: 'reference', words: '[Log][l]', target: '../seeds/log.txt#L3' },
    ]);
  });
});

it('a bare web address is a citation for whoever knows it', () => {
  expect(citations('It burnt (https://example.org/pier?id=3#top). See <https://example.org/b>.')).toMatchObject([
    { words: 'https://example.org/pier?id=3#top', to: { kind: 'path', path: 'https://example.org/pier?id=3' } },
    { words: '<https://example.org/b>', to: { kind: 'path', path: 'https://example.org/b' } },
  ]);
  expect(text('It burnt (https://example.org/pier).')).toBe('It burnt.');
});

describe('footnotes', () => {
  it('cite what their definition links to, and are underlined at their marker', () => {
    const found = citations('It burnt.[^a]\n\n[^a]: The clerk, [Log](../seeds/log.txt#L3).\n');
    expect(found[0]).toMatchObject({ form: 'footnote', words: '[^a]', target: '../seeds/log.txt#L3' });
  });

  it('without a definition are citations that lead nowhere', () => {
    expect(citations('It burnt.[^gone] Nobody came.')).toMatchObject([
      { words: '[^gone]', to: { kind: 'missing-footnote', label: 'gone' } },
    ]);
    expect(text('It burnt.[^gone] Nobody came.')).toBe('It burnt.');
  });

  it('that only explain cite nothing', () => {
    expect(citations('It burnt.[^a]\n\n[^a]: Some say it sank.\n')).toEqual([]);
  });
});

describe('notes in running text', () => {
  it('are no part of the sentence, and cite for it', () => {
    const draft = 'It burnt.^[See [Log](../seeds/log.txt#L3), and @clerk [p. 2].] Nobody came.^[Some say [so].]';
    const [first, second] = parseDraft('/review/drafts/harbour.md', draft).sentences;
    expect([first?.text, second?.text]).toEqual(['It burnt.', 'Nobody came.']);
    expect(first?.citations.map(({ label }) => label)).toEqual(['Log', '@clerk']);
    expect(second?.citations).toEqual([]);
  });

  it('that are never closed are text', () => {
    expect(text('It burnt 2^[a].')).toBe('It burnt 2.');
    expect(text(`It burnt ${'^['.repeat(500)}.`)).toContain('^[');
  });
});

describe('Pandoc citations', () => {
  it('stand in brackets, several at a time', () => {
    const draft = 'It burnt [see @log1911, l. 12; @clerk, pp. 3-4].';
    expect(citations(draft)).toMatchObject([
      { form: 'pandoc', words: '@log1911', target: 'log1911', to: { kind: 'citekey', citekey: 'log1911', locator: 'l. 12' } },
      { form: 'pandoc', words: '@clerk', target: 'clerk', to: { kind: 'citekey', citekey: 'clerk', locator: 'pp. 3-4' } },
    ]);
    expect(text(draft)).toBe('It burnt.');
  });

  it('stand in the sentence, with a locator behind them', () => {
    const draft = '@clerk [l. 12] says that it burnt.';
    expect(citations(draft)).toMatchObject([{ words: '@clerk', to: { citekey: 'clerk', locator: 'l. 12' } }]);
    expect(text(draft)).toBe('clerk says that it burnt.');
  });

  it('may hide the author', () => {
    expect(citations('The clerk says that it burnt [-@clerk].')).toMatchObject([{ words: '@clerk' }]);
  });

  it('are not found in addresses, code or escapes', () => {
    expect(citations('Write to a.clerk@example.org, `[@clerk]` or \\@clerk.')).toEqual([]);
  });

  it('have locators of lines and pages', () => {
    expect(locatorLines('ll. 12–14')).toEqual([12, 14]);
    expect(locatorLines('p. 3')).toBeNull();
    expect(locatorPages('pp. 3-5')).toEqual([3, 5]);
    expect(locatorPages('123-5')).toEqual([123, 125]);
    expect(locatorPages('33')).toEqual([33, 33]);
    expect(locatorPages('ch. 2')).toBeNull();
    expect(readSuffix(', pp. 33-35, 38-39 and passim')).toEqual({ locator: 'pp. 33-35, 38-39', suffix: 'and passim' });
    expect(readSuffix(', as he admits')).toEqual({ locator: null, suffix: 'as he admits' });
    expect(readSuffix('{p. iv}, elsewhere')).toEqual({ locator: 'p. iv', suffix: 'elsewhere' });
    expect(readSuffix(', at l. 12 and again')).toEqual({ locator: 'l. 12', suffix: 'at and again' });
  });
});

describe('the text without its citations', () => {
  it.each([
    ['It burnt [1](../seeds/log.txt#L1), they say.', 'It burnt, they say.'],
    ['It burnt. [Log](../seeds/log.txt#L1)', 'It burnt.'],
    ['It burnt — [Log](../seeds/log.txt#L1)', 'It burnt'],
    ['It burnt [^a] [^b].', 'It burnt.'],
    ['([Log](../seeds/log.txt)) It burnt.', 'It burnt.'],
    ['- [x] It burnt.', 'It burnt.'],
  ])('%s', (draft, expected) => {
    expect(text(draft)).toBe(expected);
  });
});
