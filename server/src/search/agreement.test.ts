/** What a search server gives is what the index that ships gives, to the last bit of the scores, also while it counts what is gone. */
import { expect, test } from 'vitest';
import { SearchServer } from '../../../test/support/search-server.ts';
import { accessTo } from '../../../test/support/searched.ts';
import { createMemoryIndex } from '../index/memory.ts';
import { Connection } from './connection.ts';
import { ServerIndex } from './server-index.ts';
import { textOf, wordOf } from './terms.ts';

/** Numbers from 0 up to 1 that look like chance and are always the same. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Words as often as in a language: the first of some thousand very often, the last hardly ever. */
function passagesOf(count: number, random: () => number): readonly (readonly string[])[] {
  const word = (): string => `w${Math.floor(3000 ** random())}`;
  // Mostly sentences; now and then a text without full stops.
  return Array.from({ length: count }, () => Array.from({ length: random() < 0.01 ? 700 : 3 + Math.floor(random() ** 2 * 60) }, word));
}

test('two thousand passages, changed and removed, give the hits and scores of the memory index', { timeout: 60_000 }, async () => {
  const server = await new SearchServer({}).start();
  const connection = await Connection.to(accessTo(server.url));
  const index = new ServerIndex(connection, 'test');
  await index.create();
  const memory = createMemoryIndex();
  const random = chance(7);
  const add = (id: number, terms: readonly string[]): void => {
    index.add(id, terms);
    memory.add(id, terms);
  };
  for (const [id, terms] of passagesOf(2000, random).entries()) add(id, terms);
  await index.flush();
  for (const [id, terms] of passagesOf(300, random).entries()) add(id, terms);
  for (let id = 300; id < 700; id++) {
    index.remove(id);
    memory.remove(id);
  }
  await index.flush();
  await index.refresh();
  const asked = server.asked.length;
  const searches = Array.from({ length: 120 }, (_, n) => ({
    query: Array.from({ length: 1 + Math.floor(random() * 25) }, () => ({
      term: `w${Math.floor(3000 ** random())}`,
      weight: [1, 0.5, 0.3][Math.floor(random() * 3)] ?? 1,
    })),
    limit: [24, 100, 2000][n % 3] ?? 24,
  }));
  const { hits } = await index.answer({ terms: [], searches });
  for (const [i, { query, limit }] of searches.entries()) expect(hits[i]).toEqual(memory.search(query, limit));
  // All of them together cost a few requests, not one each.
  expect(server.asked.length - asked).toBeLessThan(20);
  await connection.close();
  await server.stop();
});

test('terms are sent so that the server cuts them apart as they were, whatever they hold', () => {
  const odd = ['', ' ', '%', '%20;', 'a b', 'zoë\n', '\u00a0', '\u2028', '\ud800', 'x'.repeat(300), `${'x'.repeat(300)}y`, 'constructor'];
  expect(new Set(odd.map(wordOf)).size).toBe(odd.length);
  for (const word of odd.map(wordOf)) expect(word).toMatch(/^[^\s\p{C}]{1,200}$/u);
  expect(textOf(['the', 'ferry', 'the'])).toBe('the ferry the');
});
