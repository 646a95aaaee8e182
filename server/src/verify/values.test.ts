/** Times, lengths of time, dates and figures that a reviewer tells in other words than the source, or reckons from it. */
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus/memory.ts';
import { parseDraft } from '../draft/parse.ts';
import { loadLanguage } from '../language.ts';
import { createEngine } from './engine.ts';
import { judge } from './judge.ts';
import type { Judgement, Verdict } from './types.ts';

const LOG = `The Wick harbour review

The pump was checked every fifteen minutes until 12.30 am on 4 March 2019. The tug reached the quay at 19:09 and the last diver was landed by 20:40.

The barge lay in the lock for two hours and ten minutes. The mast light had been out since 28 September 2018. The owners inspected the crane in October 2017.

The claim of the diver was settled in January 2018 for £4,000. The secretary said that claims would be met within thirty days.`;

const engine = createEngine(corpusOf({ 'log.txt': LOG }), loadLanguage());

function judged(claim: string): Judgement {
  const sentence = parseDraft('/draft.md', claim).sentences[0];
  if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
  return judge(sentence, [], engine);
}

describe('values told in other words', () => {
  it.each<readonly [Verdict, string]>([
    ['supported', 'Until half past midnight the pump was checked every quarter of an hour.'],
    ['unsupported', 'Until half past two the pump was checked every fifteen minutes.'],
    // An equal time of the passage is worth more than another one there that differs.
    ['supported', 'The last diver was landed by twenty to nine.'],
    ['contradicted', 'The last diver was landed by twenty to eight.'],
    ['supported', 'The tug reached the quay shortly after 7 pm.'],
    ['supported', 'The barge lay in the lock for more than two hours.'],
    ['contradicted', 'The barge lay in the lock for more than three hours.'],
    // Neither the same nor another.
    ['unsupported', 'The barge lay in the lock for two hours.'],
    ['supported', 'The owners inspected the crane one day in the autumn of 2017.'],
    ['contradicted', 'The owners inspected the crane one day in the autumn of 2016.'],
    ['unsupported', 'The owners inspected the crane in the spring of 2017.'],
    ['supported', 'The claim of the diver was settled in the winter of 2017 for £4,000.'],
    ['unsupported', 'The mast light had been out since early September 2018.'],
    ['supported', 'The secretary said that claims would be met inside a month.'],
  ])('%s: %s', (verdict, claim) => {
    const judgement = judged(claim);
    expect([judgement.verdict, judgement.parts.map((p) => p.summary).join(' ')]).toEqual([verdict, expect.any(String)]);
  });
});
