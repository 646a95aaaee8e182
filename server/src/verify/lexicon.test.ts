import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../language.ts';
import { stem } from '../text/stem.ts';
import { emptyLexicon, parseLexicon } from './lexicon.ts';

const TABLE = [
  '# words',
  'boy p1 a',
  'child p1 b',
  'lad p0 a',
  'rise -6 c',
  'fall -6 d',
  'die -7 e',
  'death e6 f',
  '# broader',
  'a b',
  '# antonyms',
  'fall rise',
  '# derived',
  'death die',
].join('\n');

describe('a small table', () => {
  const lexicon = parseLexicon(TABLE);

  it.each([
    ['boy', 'lad', 'synonym'],
    ['child', 'boy', 'narrower'],
    ['boy', 'child', 'broader'],
    ['rise', 'fall', 'antonym'],
    ['die', 'death', 'derived'],
    ['boy', 'rise', null],
    ['boy', 'unknown', null],
  ] as const)('%s, %s: %s', (a, b, relation) => {
    expect(lexicon.relate(a, b)).toBe(relation);
  });

  it('knows kinds, relatives and common words', () => {
    expect(lexicon.category('boy')).toBe('person');
    expect(lexicon.category('rise')).toBe('other');
    expect(lexicon.category('unknown')).toBe(null);
    expect(lexicon.relatives('die', 4)).toEqual(['death']);
    expect(lexicon.commonness('die')).toBeGreaterThan(lexicon.commonness('boy'));
    expect(lexicon.antonyms('fall')).toEqual(['rise']);
  });

  it('passes over lines that it does not understand', () => {
    expect(parseLexicon('nonsense\n# words\n\n').has('nonsense')).toBe(false);
    expect(emptyLexicon.relate('a', 'a')).toBe(null);
  });
});

describe('the table that ships', () => {
  const { lexicon } = loadLanguage();

  it.each([
    ['acquit', 'convict', 'antonym'],
    ['accept', 'reject', 'antonym'],
    ['doctor', 'physician', 'synonym'],
    ['resign', 'resignation', 'derived'],
  ] as const)('%s, %s: %s', (a, b, relation) => {
    if (stem(a) !== stem(b)) expect(lexicon.relate(stem(a), stem(b))).toBe(relation);
  });
});
