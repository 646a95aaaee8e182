import { expect, test } from 'vitest';
import { correctCapitals } from './capitals.ts';

const TAGS = [
  { upos: 'VERB', xpos: 'VBD' },
  { upos: 'PROPN', xpos: 'NNP' },
] as const;

/** All words are tagged as verbs at first; the result says which stay so. */
function verbsOf(text: string): readonly string[] {
  const forms = ['', ...text.split(' ')];
  const numbers = new Int16Array(forms.length + 1);
  correctCapitals(forms, numbers, TAGS, 1);
  return forms.filter((_, i) => i > 0 && numbers[i] === 0);
}

test('a capitalised word inside a sentence is a name', () => {
  expect(verbsOf('when Ofsted came they left')).toEqual(['when', 'came', 'they', 'left']);
});

test('the first word and one after a mark keep their tag', () => {
  expect(verbsOf('Asked why , he said : " Ended is ended')).toContain('Ended');
  expect(verbsOf('Asked why he left')).toContain('Asked');
});

test('in a headline capitals say nothing', () => {
  expect(verbsOf('Mayor Charged With Fraud')).toContain('Charged');
});
