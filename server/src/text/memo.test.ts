import { expect, test } from 'vitest';
import { Memo, memoised } from './memo.ts';

test('works a value out once, however often it is asked for', () => {
  const asked: string[] = [];
  const length = memoised(10, (word: string) => {
    asked.push(word);
    return word.length;
  });
  expect([length('one'), length('three'), length('one')]).toEqual([3, 5, 3]);
  expect(asked).toEqual(['one', 'three']);
});

test('null is an answer that is remembered too', () => {
  let asked = 0;
  const nothing = memoised(10, (): null => {
    asked++;
    return null;
  });
  expect([nothing('a'), nothing('a')]).toEqual([null, null]);
  expect(asked).toBe(1);
});

test('never holds more than it may', () => {
  const memo = new Memo<number, number>(8);
  for (let i = 0; i < 100; i++) {
    expect(memo.get(i, (key) => key * 2)).toBe(i * 2);
    expect(memo.size).toBeLessThanOrEqual(8);
  }
});

test('keeps what is asked for again and again, and lets go what is not', () => {
  const made: string[] = [];
  const memo = new Memo<string, string>(6);
  const ask = (key: string): string =>
    memo.get(key, () => {
      made.push(key);
      return key;
    });
  for (let i = 0; i < 50; i++) {
    ask('always');
    ask(`once ${i}`);
  }
  expect(made.filter((key) => key === 'always')).toHaveLength(1);
  ask('once 0');
  expect(made.filter((key) => key === 'once 0')).toHaveLength(2);
});

test('what is asked for while another value is made is found again', () => {
  const memo = new Memo<number, number>(100);
  const factorial = (n: number): number => (n < 2 ? 1 : n * memo.get(n - 1, factorial));
  expect(memo.get(5, factorial)).toBe(120);
  expect(memo.get(4, () => -1)).toBe(24);
});

test('a memory for one value still gives right answers', () => {
  const memo = new Memo<string, string>(1);
  expect(['a', 'b', 'a', 'b'].map((key) => memo.get(key, () => key.toUpperCase()))).toEqual(['A', 'B', 'A', 'B']);
});
