import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLanguage } from '../../language.ts';
import { analyse } from '../analyse.ts';
import { splitSentences } from '../sentences.ts';
import { possibleLemmas } from './possible-lemmas.ts';
import { shallowPredicates } from './shallow.ts';

const { predicates } = loadLanguage();

const SOURCE = new URL('../../../../seeds/000_f85c5f85b3eee172.txt', import.meta.url);
const sentences = readFileSync(SOURCE, 'utf8')
  .split('\n')
  .flatMap((line) => splitSentences(line).map(({ start, end }) => line.slice(start, end)));

test('no predicate of a sentence has a lemma that its words cannot have', () => {
  expect(sentences.length).toBeGreaterThan(50);
  for (const sentence of sentences) {
    const analysis = analyse(sentence);
    const possible = possibleLemmas(analysis.tokens);
    for (const read of [predicates(analysis), shallowPredicates(analysis)])
      expect(
        read.map((p) => p.lemma).filter((lemma) => !possible.has(lemma)),
        sentence,
      ).toEqual([]);
  }
});

test('verbs, deeds named by nouns and the copula are possible; other words are not', () => {
  const possible = possibleLemmas(analyse('The councils wrote of two arrests.').tokens);
  expect(['write', 'arrest', 'be'].every((lemma) => possible.has(lemma))).toBe(true);
  expect(possible.has('convict')).toBe(false);
});
