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

const ACCOUNTS = `The Wick ferry inquiry

The ferry struck the pier at 18:52. The first lifeboat was alongside the ferry at 19:09. On the evening of the accident the ferry carried 143 passengers and a crew of 11.

The ambulance reached the pier at 1.58 am, 46 minutes after the call. It left the pier again at 2.09 am.

In 2018 the company spent £1.4 million on agency crews against a budget of £600,000. The number of sailings fell from 342 in the first year to 118 in the last.

Of the 88 officers 63 answered the survey of the union. In the survey 41 of the 63 officers had slept on watch. Three of the four members of the board were appointed by Mr Marl.

The filter of the pump is to be renewed every 1,500 hours. At the time of the accident the filter had served for 2,310 hours. Of 40 groundings the anchor saved the ship in 17.`;

const accounts = createEngine(corpusOf({ 'accounts.txt': ACCOUNTS }), loadLanguage());

function reckoned(claim: string): readonly [Verdict, string] {
  const sentence = parseDraft('/draft.md', claim).sentences[0];
  if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
  const { verdict, parts } = judge(sentence, [], accounts);
  return [verdict, parts.map((p) => p.summary).join(' ')];
}

describe('figures reckoned from two of the source', () => {
  it.each<readonly [string, string]>([
    ['Seventeen minutes after the ferry struck the pier the first lifeboat was alongside.', '“18:52” and “19:09”'],
    ['The ambulance reached the pier at 1.58 am and left it again eleven minutes later.', '“1.58 am” and “2.09 am”'],
    ['In all the ferry carried 154 people on the evening of the accident.', '“143” and “11”'],
    ['In 2018 the budget for agency crews was overspent by some £800,000 by the company.', '“£1.4 million” and “£600,000”'],
    ['The number of sailings fell to roughly a third by the last year.', '“118” and “342”'],
    ['The number of sailings fell by 65 per cent from the first year to the last.', '“118” and “342”'],
    ['Roughly two in three officers in the survey had slept on watch.', '“41” and “63”'],
    ['In the survey 65 per cent of the officers had slept on watch.', '“41” and “63”'],
    ['All but 25 of the officers answered the survey of the union.', '“63” and “88”'],
    [
      'At the time of the accident the filter had served 810 hours longer than the time at which it is to be renewed.',
      '“2,310 hours” and “1,500 hours”',
    ],
    ['In fewer than half of 40 groundings the anchor saved the ship.', '“17” and “40”'],
  ])('supported: %s', (claim, from) => {
    expect(reckoned(claim)).toEqual(['supported', expect.stringContaining(from)]);
  });

  it.each([
    'Eighteen minutes after the ferry struck the pier the first lifeboat was alongside.',
    'The ambulance reached the pier at 1.58 am, eleven minutes after the call.',
    'In all the ferry carried 164 people on the evening of the accident.',
    'In 2018 the budget for agency crews was overspent by some £600,000 by the company.',
    'The number of sailings fell by a third from the first year to the last.',
    'In the survey 72 per cent of the officers had slept on watch.',
    'All but two of the members of the board were appointed by Mr Marl.',
    'At the time of the accident the filter had served 710 hours longer than the time at which it is to be renewed.',
    'In more than half of 40 groundings the anchor saved the ship.',
  ])('not supported: %s', (claim) => {
    expect(reckoned(claim)[0]).not.toBe('supported');
  });
});
