import { expect, test } from 'vitest';
import { firstWhere } from './halving.ts';

test('finds the first of some that holds, the end where none does, and asks few', () => {
  for (let count = 0; count < 20; count++) {
    for (let first = 0; first <= count; first++) expect(firstWhere(count, (index) => index >= first)).toBe(first);
  }
  let asked = 0;
  expect(firstWhere(1_000_000, (index) => ++asked > 0 && index >= 765_432)).toBe(765_432);
  expect(asked).toBeLessThanOrEqual(20);
});
