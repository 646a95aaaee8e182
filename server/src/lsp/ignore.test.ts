import { describe, expect, test } from 'vitest';
import { LineMap } from '../text/lines.ts';
import { ignoreEdit } from './ignore.ts';

/** The draft after the finding under `words` was ignored. */
function ignored(text: string, words: string, lineEnd = '\n'): string {
  const start = text.indexOf(words);
  const { span, newText } = ignoreEdit({ start, end: start + words.length }, 'misquote', new LineMap(text), lineEnd);
  return text.slice(0, span.start) + newText + text.slice(span.end);
}

describe('a comment line before a paragraph', () => {
  test.each([
    ['at the beginning of the draft', 'It sank.', 'sank', '<!-- corroborate-disable-next-line misquote -->\nIt sank.'],
    ['after an empty line', 'One.\n\nIt sank.', 'sank', 'One.\n\n<!-- corroborate-disable-next-line misquote -->\nIt sank.'],
    ['after a heading', '# One\nIt sank.', 'sank', '# One\n<!-- corroborate-disable-next-line misquote -->\nIt sank.'],
  ])('%s', (_, text, words, expected) => {
    expect(ignored(text, words)).toBe(expected);
  });

  test('with the draft’s own line end', () => {
    expect(ignored('It sank.\r\n', 'sank', '\r\n')).toBe('<!-- corroborate-disable-next-line misquote -->\r\nIt sank.\r\n');
  });
});

describe('a comment at the end of the line, where a line of its own would cut the text in two', () => {
  test.each([
    [
      'in the middle of a paragraph',
      'It was old.\nIt sank.\nIt rests.',
      'It was old.\nIt sank. <!-- corroborate-disable-line misquote -->\nIt rests.',
    ],
    ['in a list', '- It sank.\n- It rests.', '- It sank. <!-- corroborate-disable-line misquote -->\n- It rests.'],
    ['in a numbered list', '1. It sank.', '1. It sank. <!-- corroborate-disable-line misquote -->'],
    ['in a block quotation', '> It sank.', '> It sank. <!-- corroborate-disable-line misquote -->'],
    [
      'before spaces and a Windows line end',
      'Old.\r\nIt sank.  \r\nNew.',
      'Old.\r\nIt sank. <!-- corroborate-disable-line misquote -->  \r\nNew.',
    ],
  ])('%s', (_, text, expected) => {
    expect(ignored(text, 'sank')).toBe(expected);
  });
});
