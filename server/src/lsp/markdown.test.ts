import fc from 'fast-check';
import type { Root } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../draft/markdown.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';

function parse(markdown: string): Root {
  const tree = parseMarkdown(markdown);
  if (!tree.ok) throw new Error(tree.message);
  return tree.root;
}

function kindsIn(markdown: string): readonly string[] {
  const kinds = new Set<string>();
  visit(parse(markdown), (node) => {
    kinds.add(node.type);
  });
  return [...kinds].sort();
}

describe('escaped words', () => {
  test.each([
    '# Not a heading',
    '1. Not a list',
    '> not a quotation',
    '**loud** _and_ `code` ~~gone~~',
    '[click](command:evil) ![x](http://evil.example/x.png)',
    '<script>alert(1)</script> &lt; &#35;',
    'https://evil.example www.evil.example a@evil.example',
    '| a | b |',
    '\\[already\\] $(icon) :smile:',
    '---',
  ])('%s shows as it is written', (words) => {
    const markdown = `> ${escapeMarkdown(words)}`;
    expect(wordsOf(parse(markdown))).toBe(words);
    expect(kindsIn(markdown)).toEqual(['blockquote', 'paragraph', 'root', 'text']);
  });

  test('whatever is written, it is one paragraph of plain text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab \n\t\\`*_{}[]()#+-.!|~<>&$^=:@"\'/1;\u202e\u200b\0'), maxLength: 60 }),
        (words) => {
          expect(kindsIn(`> x${escapeMarkdown(words)}`)).toEqual(['blockquote', 'paragraph', 'root', 'text']);
        },
      ),
    );
  });

  test('characters that turn the direction of writing or hide are left out', () => {
    expect(escapeMarkdown('a\u202eb\u200bc')).toBe('abc');
  });
});

test('a link keeps its address together', () => {
  const tree = parse(markdownLink('A [title]', 'file:///a (b)/c>d "e".txt#L5'));
  const links: string[] = [];
  visit(tree, 'link', ({ url }) => void links.push(url));
  expect(links).toEqual(['file:///a%20%28b%29/c%3Ed%20%22e%22.txt#L5']);
  expect(wordsOf(tree)).toBe('A [title]');
});
