import { expect, test } from 'vitest';
import { parseDraft } from '../../draft/parse.ts';
import { plainCorpus } from '../citations/corpus.fixture.ts';
import { checkQuotations } from './check.ts';

const WORDS = 'We asked for new ropes in March.';
const TWICE = `The plan\n\nHe said: “${WORDS}”\n\nThe quay was shut.\n\nShe said: “${WORDS}”\n`;
const corpus = plainCorpus(
  { 'log.txt': TWICE, 'annex-log.txt': TWICE, 'plan.pdf': TWICE },
  {
    'plan.pdf': [
      { start: 0, page: 1 },
      { start: TWICE.indexOf('The quay'), page: 2 },
    ],
  },
);

/** Source and line of the first place that the quotation is said to come from. */
function firstPlace(citation: string): string | null {
  const [sentence] = parseDraft('/corpus/drafts/pier.md', `He said: “${WORDS}” ${citation}\n`).sentences;
  const [result] = sentence === undefined ? [] : checkQuotations(sentence, corpus);
  const place = result?.kind === 'exact' ? result.places[0] : undefined;
  return place === undefined ? null : `${place.source}:${place.line}`;
}

test('of several places with the same words the cited one comes first', () => {
  expect(firstPlace('')).toBe('annex-log.txt:3');
  expect(firstPlace('([log](../seeds/log.txt#L7))')).toBe('log.txt:7');
  expect(firstPlace('([plan](../seeds/plan.pdf#page=2))')).toBe('plan.pdf:7');
  expect(firstPlace('[@annex-log]')).toBe('annex-log.txt:3');
});

test('a file whose name only ends like the cited one is another file', () => {
  expect(firstPlace('([annex](../seeds/annex-log.txt))')).toBe('annex-log.txt:3');
  expect(firstPlace('([log](../seeds/log.txt))')).toBe('log.txt:3');
});
