import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citingContext } from './context.ts';

/** `|` is the cursor; what would be replaced comes back in braces with the kind and what was typed. */
function at(marked: string): string | null {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const context = citingContext(text, offset);
  if (context === null) return null;
  const { start, end } = context.span;
  return `${context.kind} “${context.typed}” ${text.slice(0, start)}{${text.slice(start, end)}}${text.slice(end)}`.replace(
    /^(?:.*\n)*(?=\w+ “)/,
    '',
  );
}

describe('citingContext', () => {
  test.each([
    ['It sank [@|].', 'citekey “” It sank [@{}].'],
    ['It sank [@lam|ing-2009].', 'citekey “lam” It sank [@{laming-2009}].'],
    ['It sank [see @a, p. 3; -@b|].', 'citekey “b” It sank [see @a, p. 3; -@{b}].'],
    ['As @lam|ing.', 'citekey “lam” As @{laming}.'],
    ['It sank [@{odd |', null],
    ['It sank [@{odd|}].', 'citekey “odd” It sank [@{odd}}].'.replace('@{odd}}', '@{{odd}}')],
    ['It sank [@a, |].', 'locator “” It sank [@a, {}].'],
    ['It sank [@a, l. 1|2].', 'locator “l. 1” It sank [@a, {l. 12}].'],
    ['It sank ([x](|)).', 'path “” It sank ([x]({})).'],
    ['It sank ([x](../so|urces/a.txt#L3)).', 'path “../so” It sank ([x]({../sources/a.txt}#L3)).'],
    ['It sank ([x](<../my so|urces/a.txt>)).', 'path “../my so” It sank ([x](<{../my sources/a.txt}>)).'],
    ['It sank ([x](../a.txt?words=1-a#L|3)).', 'place “L” It sank ([x](../a.txt?words=1-a#{L3})).'],
    ['It sank ([x](../a.pdf#|)).', 'place “” It sank ([x](../a.pdf#{})).'],
    ['[ref]: ../so|', 'path “../so” [ref]: {../so}'],
    ['It sank.[^a|bc] So.', 'footnote “a” It sank.[^{abc]} So.'],
    ['It sank.[^| So.', 'footnote “” It sank.[^{} So.'],
    ['[^a]: Com|', 'definition “Com” [^a]: {Com}'],
    ['[^a]: see [x](../|)', 'path “../” [^a]: see [x]({../})'],
  ])('%s', (marked, expected) => {
    expect(at(marked)).toBe(expected);
  });

  test.each([
    'a@b|',
    'Write to someone@example.or|g',
    '![x](pic|)',
    '![a [b] c](pic|)',
    '[x](https://exam|)',
    'Code `[@|` here',
    '```\n[@|',
    '~~~~ text\n```\n[@|',
    '---\ntitle: [@|\n---',
    '[^a]: See [@b] and more |',
    'Nothing|',
    '|',
  ])('%s is none', (marked) => {
    expect(at(marked)).toBeNull();
  });

  test('behind a closed fence and the front matter there are citations again', () => {
    expect(at('---\na: b\n---\n\n```\ncode\n```\n[@|')).toContain('citekey');
    expect(at('---\r\na: b\r\n---\r\n\r\n~~~\r\ncode\r\n~~~\r\nSo [@x|].\r\n')).toContain('citekey');
  });

  test('never throws, and its spans hold the cursor on one line', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '@',
      '{',
      '}',
      '#',
      '^',
      ':',
      '`',
      '\n',
      '\r\n',
      '<',
      '>',
      'a',
      'L1',
      '../',
      ' ',
      ';',
      ',',
      '-',
      '~~~',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(), (parts, seed) => {
        const text = parts.join('');
        const offset = seed % (text.length + 1);
        const context = citingContext(text, offset);
        if (context === null) return;
        const { start, end } = context.span;
        expect(start <= offset && offset <= end && end <= text.length).toBe(true);
        expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
