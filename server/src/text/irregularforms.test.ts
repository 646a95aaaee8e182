import { expect, it } from 'vitest';
import { baseForm } from './irregularforms.ts';
import { tokenize } from './tokens.ts';

it.each([
  ['found', 'find'],
  ['told', 'tell'],
  ['gone', 'go'],
  ['goes', 'go'],
  ['withheld', 'withhold'],
  ['rewritten', 'rewrite'],
  ['children', 'child'],
  ['policemen', 'policeman'],
  ['grandchildren', 'grandchild'],
])('%s is a form of %s', (form, base) => {
  expect(baseForm(form)).toBe(base);
});

it.each(['put', 'lay', 'founded', 'specimen', 'lives', 'inspected', 'men-of-war', ''])('%s stays as it is', (word) => {
  expect(baseForm(word)).toBe(word);
});

it('gives the forms of one verb one stem', () => {
  const stems = (text: string) => tokenize(text).map((token) => token.stem);
  expect(stems('found took held told gave chosen left')).toEqual(stems('find takes holding tells giving chooses leaves'));
});
