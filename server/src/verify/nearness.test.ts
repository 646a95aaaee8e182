import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../language.ts';
import { parseVectors } from './nearness.ts';

describe('nearness of words', () => {
  const { nearness } = loadLanguage();

  it.each([
    ['inquiri', 'investig', 'banana'],
    ['soldier', 'armi', 'teacup'],
    ['falsifi', 'fabric', 'garden'],
  ])('%s lies nearer to %s than to %s', (word, near, far) => {
    expect(nearness(word, near)).toBeGreaterThan(nearness(word, far) + 0.2);
  });

  it('knows nothing of words that are not in the table, and a word is nearest to itself', () => {
    expect(nearness('zzyzx', 'inquiri')).toBe(0);
    expect(nearness('inquiri', 'inquiri')).toBe(1);
  });

  it.each([
    ['nothing', ''],
    ['no head', 'rubbish\nword\n'],
    ['a head of another shape', '{"dimensions":"four","scale":[]}\nword\n'],
    ['too few bytes', '{"version":1,"dimensions":4,"scale":[1,1,1,1]}\none two three\n'],
  ])('a table with %s is none', (_, text) => {
    expect(parseVectors(new TextEncoder().encode(text))).toBe(null);
  });
});
