import { expect, test } from 'vitest';
import { readFingerprint } from '../../text/fingerprint.ts';
import { markBehind } from './bracket.ts';

const WORDS = readFingerprint('3-0k3f9ac2e1-a7x2');

/** The draft once a citation is put in the place of `|…|`, with its mark. */
function marked(draft: string): string {
  const start = draft.indexOf('|');
  const end = draft.indexOf('|', start + 1) - 1;
  const text = draft.replaceAll('|', '');
  const { behind, also } = markBehind(text, { start, end }, WORDS);
  const edits = [{ span: { start, end }, newText: `b, l. 5${behind}` }, ...also].sort((x, y) => y.span.start - x.span.start);
  return edits.reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}

test.each([
  ['alone in its bracket', 'So [@||].', 'So [@b, l. 5]<!--words=3-0k3f9ac2e1-a7x2-->.'],
  ['in the place of another', 'So [@|a|]<!--words=9-0000000000-0000-->.', 'So [@b, l. 5]<!--words=3-0k3f9ac2e1-a7x2-->.'],
  ['in a bracket that nobody closed', 'So [@||', 'So [@b, l. 5]<!--words=3-0k3f9ac2e1-a7x2-->'],
  [
    'among others, whose marks stay',
    'So [@a, l. 1; @||; @c]<!--words=9-0000000000-0000;;-->.',
    'So [@a, l. 1; @b, l. 5; @c]<!--words=9-0000000000-0000;3-0k3f9ac2e1-a7x2;-->.',
  ],
  ['behind others in an open bracket', 'So [@a; @|| it is', 'So [@a; @b, l. 5]<!--words=;3-0k3f9ac2e1-a7x2--> it is'],
  ['before words that are not its own', 'So [@||, chapter 2].', 'So [@b, l. 5, chapter 2].'],
  ['before a link of its line', 'So [@|| ([x](y)).', 'So [@b, l. 5]<!--words=3-0k3f9ac2e1-a7x2--> ([x](y)).'],
])('a citation %s', (_, before, after) => {
  expect(marked(before)).toBe(after);
});
