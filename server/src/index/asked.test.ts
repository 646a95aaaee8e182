/** An index that is asked ahead notes what it cannot answer, and otherwise answers what it was given. */
import { expect, test, vi } from 'vitest';
import { AskedIndex, NotYetAnswered } from './asked.ts';
import { createMemoryIndex } from './memory.ts';

function ferry() {
  const own = createMemoryIndex();
  own.add(1, ['ferry', 'harbour']);
  own.add(2, ['storm']);
  return { own, asked: new AskedIndex(own) };
}
const query = [{ term: 'ferry', weight: 1 }];

test('the own index answers whatever nobody asks ahead', () => {
  const { own, asked } = ferry();
  expect([asked.size, asked.documentFrequency('storm'), asked.search(query, 5)]).toEqual([2, 1, own.search(query, 5)]);
  expect(asked.take()).toBeNull();
});

test('a question that is asked ahead is noted once, and answered by what is fetched', () => {
  const { own, asked } = ferry();
  const search = vi.spyOn(own, 'search');
  for (let n = 0; n < 2; n++) {
    expect(() => asked.asking(() => asked.search(query, 5))).toThrow(NotYetAnswered);
    expect(() => asked.asking(() => asked.documentFrequency('ferry'))).toThrow(NotYetAnswered);
  }
  asked.expect(['ferry', 'storm']);
  const questions = asked.take();
  expect(questions).toEqual({ terms: ['ferry', 'storm'], searches: [{ query, limit: 5 }] });
  expect(asked.take()).toBeNull();
  if (questions !== null) asked.answer(questions, [7, 8], [[{ id: 9, score: 3 }]]);
  expect(asked.asking(() => [asked.search(query, 5), asked.documentFrequency('ferry'), asked.documentFrequency('storm')])).toEqual([
    [{ id: 9, score: 3 }],
    7,
    8,
  ]);
  asked.expect(['storm']);
  expect(asked.take()).toBeNull();
  // Another number of hits, or another weight, is another question.
  expect(() => asked.asking(() => asked.search(query, 6))).toThrow(NotYetAnswered);
  expect(() => asked.asking(() => asked.search([{ term: 'ferry', weight: 0.5 }], 5))).toThrow(NotYetAnswered);
  expect(search).not.toHaveBeenCalled();
});

test('work that fails leaves nobody asking', () => {
  const { asked } = ferry();
  expect(() =>
    asked.asking(() => {
      throw new Error('x');
    }),
  ).toThrow('x');
  expect(asked.search(query, 5)).toHaveLength(1);
});
