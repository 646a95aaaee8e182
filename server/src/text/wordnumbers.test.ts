import { describe, expect, it } from 'vitest';
import { indexTerms, isStop } from './terms.ts';
import { numberOf } from './wordnumbers.ts';

describe('numberOf', () => {
  it.each([
    ['seventeen', 17],
    ['twenty five', 25],
    ['twenty - five', null],
    ['one hundred and twenty', 120],
    ['a hundred', 100],
    ['two thousand and nine', 2009],
    ['three million four hundred thousand', 3_400_000],
    ['half a dozen', 6],
    ['two dozen', 24],
    ['half a million', 500_000],
    ['one and a half million', 1_500_000],
    ['1.2 million', 1_200_000],
    ['1,000', 1000],
    ['680k', 680_000],
    ['two half', null],
    ['twenty thirty', null],
    ['reports', null],
    ['', null],
  ])('%s is %s', (words, expected) => {
    expect(numberOf(words.split(' '))).toBe(expected);
  });
});

describe('indexTerms', () => {
  it.each([
    ['Seventeen reports, 17 reporters', ['17', 'report', '17', 'report']],
    ['£120,000 or 1.2 million', ['120000', 'or', '1200000']],
    ['twenty-five of two dozen', ['25', 'of', '24']],
    ['the 34th, thirty-four', ['the', '34', '34']],
    ['The boy’s file', ['the', 'boy', "'s", 'file']],
    ['…', []],
  ])('%s', (text, expected) => {
    expect(indexTerms(text)).toEqual(expected);
  });

  it('knows function words', () => {
    expect(['the', 'of', "n't", 'pump', '17'].map(isStop)).toEqual([true, true, true, false, false]);
  });
});
