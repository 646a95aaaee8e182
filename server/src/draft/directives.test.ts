import { describe, expect, it } from 'vitest';
import { slice } from '../text/span.ts';
import { isIgnored } from './directives.ts';
import { parseDraft } from './parse.ts';

const ignores = (text: string) =>
  parseDraft('/d.md', text).ignores.map((one) => ({ words: slice(text, one.span).trim(), rules: one.rules, reason: one.reason }));

describe('ignore directives', () => {
  it('silence rules on the next line that has words', () => {
    expect(
      ignores('<!-- corroborate-disable-next-line misquote wrong-citation -- quoted from memory -->\n\nIt burnt.\n\nIt sank.'),
    ).toEqual([{ words: 'It burnt.', rules: ['misquote', 'wrong-citation'], reason: 'quoted from memory' }]);
  });

  it('silence all rules when they name none', () => {
    const draft = parseDraft('/d.md', '<!-- corroborate-disable-next-line -->\nIt burnt in May.\n\nIt sank in June.');
    expect(draft.sentences.filter((one) => one.place === 'paragraph').map((one) => one.checkable)).toEqual([
      { check: false, why: 'ignored' },
      { check: true },
    ]);
  });

  it('silence the line that they stand on', () => {
    expect(ignores('It burnt. <!-- corroborate-disable-line misquote -->\nIt sank.')).toMatchObject([
      { words: 'It burnt. <!-- corroborate-disable-line misquote -->' },
    ]);
  });

  it('silence a stretch until they are enabled again', () => {
    const found = ignores(
      '<!-- corroborate-disable misquote stale-citation -->\n\nIt burnt.\n\n<!-- corroborate-enable misquote -->\n\nIt sank.',
    );
    expect(found).toEqual([
      { words: 'It burnt.', rules: ['misquote'], reason: null },
      { words: 'It burnt.\n\n<!-- corroborate-enable misquote -->\n\nIt sank.', rules: ['stale-citation'], reason: null },
    ]);
  });

  it('that cannot be obeyed are told', () => {
    const problems = (text: string) => parseDraft('/d.md', text).problems.map((one) => one.message);
    expect(problems('<!-- corroborate-disable-everything -->')[0]).toMatch(/no directive corroborate-disable-everything/);
    expect(problems('<!-- corroborate-disable -->\n\n<!-- corroborate-enable misquote -->')[0]).toMatch(/cannot be enabled alone/);
    expect(problems('<!-- The pier burnt. -->')).toEqual([]);
  });

  it('and other comments without an end are told, for they hide what follows', () => {
    const text = 'It burnt. <!-- seen -->\n\n<!-- corroborate-disable misquote\n\nIt sank.';
    const { problems, sentences } = parseDraft('/d.md', text);
    expect(problems.map(({ span, message }) => [span.start, message])).toEqual([
      [text.lastIndexOf('<!--'), expect.stringMatching(/has no end.*not checked/)],
    ]);
    expect(sentences.filter(({ place }) => place !== 'comment').map((one) => one.text)).toEqual(['It burnt.']);
    expect(parseDraft('/d.md', 'The sign <!-- stands in the sentence.').problems).toEqual([]);
  });

  it('hold for findings that begin inside them', () => {
    const [one] = [{ span: { start: 10, end: 20 }, comment: { start: 0, end: 9 }, rules: ['misquote'], reason: null }];
    expect(isIgnored([one], 'misquote', { start: 12, end: 40 })).toBe(true);
    expect(isIgnored([one], 'misquote', { start: 20, end: 40 })).toBe(false);
    expect(isIgnored([one], 'wrong-citation', { start: 12, end: 13 })).toBe(false);
  });
});
