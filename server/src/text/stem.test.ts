import { describe, expect, it } from 'vitest';
import { stem } from './stem.ts';

describe('stem', () => {
  // From the vocabulary published with the algorithm.
  it.each([
    ['consign', 'consign'],
    ['consistency', 'consist'],
    ['consolations', 'consol'],
    ['consolidated', 'consolid'],
    ['consonant', 'conson'],
    ['conspicuous', 'conspicu'],
    ['conspiracy', 'conspiraci'],
    ['kneeling', 'kneel'],
    ['knightly', 'knight'],
    ['knack', 'knack'],
    ['knocks', 'knock'],
    // Its rules one by one.
    ['ties', 'tie'],
    ['cries', 'cri'],
    ['gas', 'gas'],
    ['gaps', 'gap'],
    ['kiwis', 'kiwi'],
    ['caresses', 'caress'],
    ['luxuriated', 'luxuri'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['agreed', 'agre'],
    ['proceedings', 'proceed'],
    ['proceed', 'proceed'],
    ['cry', 'cri'],
    ['by', 'by'],
    ['say', 'say'],
    ['youthful', 'youth'],
    ['generally', 'general'],
    ['communication', 'communic'],
    ['nationalisation', 'nationalis'],
    ['relational', 'relat'],
    ['possibly', 'possibl'],
    ['hopefulness', 'hope'],
    ['rolled', 'roll'],
    ['dying', 'die'],
    ['news', 'news'],
    ["boy's", 'boy'],
  ])('%s → %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('leaves what is no English word alone', () => {
    expect(stem('1200')).toBe('1200');
    expect(stem('x'.repeat(60))).toBe('x'.repeat(60));
    expect(stem('dvořáks')).toBe('dvořáks');
  });

  it('gives the same answer when asked again', () => {
    expect([stem('inspections'), stem('inspections')]).toEqual(['inspect', 'inspect']);
  });
});
