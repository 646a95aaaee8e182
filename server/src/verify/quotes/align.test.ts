/** The alignment of a quotation with a window, and the bound that spares most windows one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreeableWords } from './accept.ts';
import { align } from './align.ts';
import type { PlacedWord } from './window.ts';
import { quoteUnits, sourceWords } from './words.ts';

const windowOf = (text: string): readonly PlacedWord[] =>
  sourceWords(text).map((word, i, all) => ({ ...word, passage: 0, opens: i === 0, closes: i === all.length - 1 }));

const stepsOf = (quoted: string, source: string): string =>
  align(quoteUnits(quoted), windowOf(source))
    .steps.map((step) => (step.kind === 'match' ? `match ${step.units}:${step.words}` : step.kind))
    .join(', ');

test('words that are the same, changed, added and left out are told apart', () => {
  const source = 'They told the board that the keeper had left his post at dawn.';
  expect(stepsOf('the keeper had left his post', source)).toBe('match 1:1, match 1:1, match 1:1, match 1:1, match 1:1, match 1:1');
  expect(stepsOf('the keeper had lost his post', source)).toBe('match 1:1, match 1:1, match 1:1, change, match 1:1, match 1:1');
  expect(stepsOf('the keeper had quietly left his post', source)).toBe(
    'match 1:1, match 1:1, match 1:1, added, match 1:1, match 1:1, match 1:1',
  );
  expect(stepsOf('the keeper left his post', source)).toBe('match 1:1, match 1:1, omitted, match 1:1, match 1:1, match 1:1');
});

test('a hyphened word agrees with its two halves, on either side', () => {
  expect(stepsOf('a co-operative keeper', 'He was a cooperative keeper.')).toBe('match 1:1, match 2:1, match 1:1');
  expect(stepsOf('a cooperative keeper', 'He was a co-operative keeper.')).toBe('match 1:1, match 1:2, match 1:1');
});

test('a number for a number, or a form of the word, is a cheaper change than a stranger', () => {
  const cost = (quoted: string): number => align(quoteUnits(quoted), windowOf('There were 23 keepers waiting there.')).cost;
  expect(cost('There were 31 keepers waiting')).toBeLessThan(cost('There were many keepers waiting'));
  expect(cost('There were 23 keeping waiting')).toBeLessThan(cost('There were 23 sailors waiting'));
});

test('no alignment agrees in more words than can agree', () => {
  const word = fc.constantFrom(
    'the',
    'keeper',
    'cooperative',
    'co-operative',
    'co',
    'operative',
    'left',
    '23',
    '24',
    'post',
    '[he]',
    '…',
    '[3]',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (quoted, source) => {
      const units = quoteUnits(quoted);
      const window = windowOf(source);
      const matched = align(units, window).steps.reduce((sum, step) => sum + (step.kind === 'match' ? step.units : 0), 0);
      expect(matched).toBeLessThanOrEqual(agreeableWords(units, window));
    }),
    { seed: 11, numRuns: 400 },
  );
});
