import { expect, it } from 'vitest';
import { claimContext } from './claims.ts';
import { parseDraft } from './parse.ts';

const draft = parseDraft(
  '/d.md',
  '# The pier\n\nA preface stands here.\n\n## The fire\n\nThe fire broke out in May. The watch slept. He woke at noon.\n\nThe court found:\n\n- The lamp was out.\n- The bell was cracked.\n\n### After\n\nIt rained.\n',
);
const at = (text: string) =>
  claimContext(
    draft,
    draft.sentences.findIndex((one) => one.text === text),
  );
const texts = (sentences: readonly { readonly text: string }[]) => sentences.map((one) => one.text);

it('a claim is read with what stands before it in its paragraph', () => {
  const context = at('He woke at noon.');
  expect(texts(context.before)).toEqual(['The fire broke out in May.', 'The watch slept.']);
  expect(context.sameBlock).toBe(2);
  expect(texts(context.headings)).toEqual(['The fire', 'The pier']);
});

it('a list item is read with the sentence that leads the list in', () => {
  const context = at('The bell was cracked.');
  expect(context.leadIn?.text).toBe('The court found:');
  expect(texts(context.before)).toEqual(['He woke at noon.', 'The court found:', 'The lamp was out.']);
});

it('nothing before a heading is read', () => {
  const context = at('It rained.');
  expect(context.before).toEqual([]);
  expect(texts(context.headings)).toEqual(['After', 'The fire', 'The pier']);
});

it('an index that does not exist has no context', () => {
  expect(claimContext(draft, 999)).toEqual({ before: [], sameBlock: 0, leadIn: null, headings: [] });
});
