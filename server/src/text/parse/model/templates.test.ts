import { expect, test } from 'vitest';
import { ARC_TEMPLATES } from './arc-features.ts';
import { LABEL_TEMPLATES } from './label-features.ts';
import { TAGGER_TEMPLATES } from './tagger.ts';
import { compileTemplates, fillFeatures } from './templates.ts';

test.each([
  ['tagger', TAGGER_TEMPLATES],
  ['actions', ARC_TEMPLATES],
  ['labels', LABEL_TEMPLATES],
])('the templates of the %s name only atoms there are', (_, templates) => {
  expect(templates.unknown).toEqual([]);
});

test('a slip in a template is told', () => {
  expect(compileTemplates('a b | c', ['a', 'b']).unknown).toEqual(['c']);
});

test('a feature depends on its template, on its atoms and on their order', () => {
  const templates = compileTemplates('a b | b a | a b', ['a', 'b']);
  const features = new Int32Array(3);
  fillFeatures(templates, Int32Array.of(1, 2), features);
  expect(new Set(features).size).toBe(3);
  const again = new Int32Array(3);
  fillFeatures(templates, Int32Array.of(1, 2), again);
  expect(again).toEqual(features);
});
