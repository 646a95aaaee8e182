/** A draft put together from pieces is the draft parsed as a whole, whatever stands in it and whatever was parsed before. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, it, vi } from 'vitest';
import { parseDraftMarkdown, parseMarkdown } from './markdown.ts';
import { pieceStarts } from './pieces.ts';
import { createPiecewiseParser } from './piecewise.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A node without lines and columns. */
function plain(node: Nodes): unknown {
  const { position, ...rest } = node;
  const children = 'children' in node ? { children: node.children.map(plain) } : {};
  return { ...rest, ...children, at: [position?.start.offset, position?.end.offset] };
}

function whole(text: string): unknown {
  const tree = parseMarkdown(text);
  return tree.ok ? tree.root.children.map(plain) : tree.message;
}

function piecewise(text: string): unknown {
  const tree = parseDraftMarkdown(text);
  return tree.ok ? tree.root.children.map(plain) : tree.message;
}

const LINES = [
  'The pier burnt in May.',
  'It was rebuilt[^1], says [the log](log.txt#L3) and [Hale][hale].',
  '"It [burnt] down," she said.[^note]',
  '[hale]: log.txt#L4',
  '[Burnt]: <log.txt> "A title"',
  '[^1]: The log, line 3, and [hale].',
  '[^note]: First.',
  '    Second, indented.',
  '  two spaces',
  '# Heading',
  'Underlined',
  '---',
  '===',
  '***',
  '- item',
  '* item with [^1]',
  '1. first',
  '10) tenth',
  '1. ',
  '-',
  '  - nested',
  '> quoted [hale]',
  '> [hale]: other.txt',
  '> ```',
  '- ```',
  '- <!--',
  '```',
  '~~~ text',
  '~~~~',
  ' ```',
  '`code',
  '<!-- note -->',
  '<!-- begins',
  'ends -->',
  '<!-->',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '<?php',
  '| a | b |',
  '| - | - |',
  '| [hale] | [^1] |',
  '~~gone~~ and *stressed* `code`',
  '\ttab',
  '+++',
  'title: x',
  '![image][hale]',
  '\\[hale]',
  '2008 was the year.',
  '2008. was the year.',
];

const draft = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n \n', '\n\n\n', '\r\n', '\r\n\r\n')), {
    maxLength: 24,
  })
  .map((lines) => lines.map(([line, end]) => line + end).join(''));

it('gives the tree of the whole', () => {
  fc.assert(
    fc.property(draft, fc.constantFrom('', '---\ntitle: x\n\n# no\n---\n', '---\nno end\n\n', '---\n---\n'), (text, front) => {
      expect(piecewise(front + text)).toEqual(whole(front + text));
    }),
    { numRuns: 300, seed: 1 },
  );
});

it('goes on doing so while letters come and go', () => {
  fc.assert(
    fc.property(
      draft,
      fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom(...LINES, '', 'e', '\n', '\n\n', '`', '-', '[', ']')), { maxLength: 6 }),
      (text, edits) => {
        let now = text;
        for (const [place, removed, added] of edits) {
          const at = place % (now.length + 1);
          now = now.slice(0, at) + added + now.slice(at + removed);
          expect(piecewise(now)).toEqual(whole(now));
        }
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});

it('parses a paragraph that changed, and not the others', () => {
  const tree = (text: string) => {
    const made = parseMarkdown(text);
    if (!made.ok) throw new Error(made.message);
    return made.root;
  };
  const parser = createPiecewiseParser(tree);
  const paragraphs = Array.from({ length: 50 }, (_, i) => `Paragraph ${i} of the draft[^1].\n\nIts second [part].\n`);
  const text = (second: string) =>
    [...paragraphs.slice(0, 20), second, ...paragraphs.slice(20), '[^1]: log.txt', '[part]: log.txt'].join('\n');
  parser.parse(text('Now.\n'));
  const { parsed } = parser;
  parser.parse(text('Now or then.\n'));
  expect(parser.parsed - parsed).toBe(1);
  parser.parse(text('Now or then, more of it.\n'));
  expect(parser.parsed - parsed).toBe(2);
});

it('cuts where nothing can run on', () => {
  const pieces = (text: string) => pieceStarts(text).map((start, i, all) => text.slice(start, all[i + 1]));
  expect(pieces('One.\n\nTwo\nlines.\n\n- a\n\n- b\n\nThree.\n')).toEqual(['One.\n\n', 'Two\nlines.\n\n- a\n\n- b\n\n', 'Three.\n']);
  expect(pieces('---\na: 1\n\nb: 2\n---\nOne.\n')).toEqual(['---\na: 1\n\nb: 2\n---\n', 'One.\n']);
  expect(pieces('One.\n\n```\nno\n\nno\n```\n\nTwo.\n')).toEqual(['One.\n\n', '```\nno\n\nno\n```\n\n', 'Two.\n']);
  expect(pieces('<!-- a\n\nb -->\n\nTwo.\n')).toEqual(['<!-- a\n\nb -->\n\n', 'Two.\n']);
});
