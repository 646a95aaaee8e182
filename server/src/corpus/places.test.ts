import { expect, test } from 'vitest';
import { sourceOf } from './memory.ts';
import { placeAt, placeName } from './places.ts';

test('a place holds up to the next one, and plain text has none', () => {
  const source = {
    ...sourceOf('report.pdf', 'First page. Second page.'),
    places: [
      { start: 0, page: 1 },
      { start: 12, page: 2 },
    ],
  };
  expect([0, 11, 12, 23].map((offset) => placeName(placeAt(source, offset)))).toEqual(['page 1', 'page 1', 'page 2', 'page 2']);
  expect(placeName(placeAt({ ...source, places: [{ start: 5, paragraph: 7 }] }, 6))).toBe('paragraph 7');
  expect(placeAt({ ...source, places: [{ start: 5, page: 7 }] }, 4)).toBeNull();
  expect(placeAt(sourceOf('notes.txt', 'Words.'), 3)).toBeNull();
});
