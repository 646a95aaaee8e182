/** Two publications with two figures for one thing, told in different words. */
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus/memory.ts';
import { parseDraft } from '../draft/parse.ts';
import { loadLanguage } from '../language.ts';
import { createEngine } from './engine.ts';
import { judge } from './judge.ts';

const REPORT = `Report on the collision at Kelby Pier

Harbour Board, 4 July 2012

The ferry Anna Mary struck the pier at a speed of 6.4 knots. Thirty-four people were injured, nine of them seriously. The filter was renewed every 1,500 hours.

Captain Ewan Reeve was dismissed by a panel of governors in August. The mate, Tom Dunn, was relieved by the harbour master.

The lifeboat was launched at 6.52 and the rescue lasted forty minutes.`;

const HERALD = `The Kelby Herald

By Anna Stoddard
5 July 2012

Captain Reeve was dismissed by Mr Marl. Mr Dunn was relieved by Clara Voss.

The Anna Mary hit the pier at about nine knots. Twenty-nine people were hurt. The filter had run for some 800 hours.

The Kvit Orn struck a quay at eleven knots in 2009. Forty-one people were hurt when the Saxon Queen sank in 2003.`;

const engine = createEngine(corpusOf({ 'report.txt': REPORT, 'herald.txt': HERALD }), loadLanguage());

describe('another figure in another publication', () => {
  it.each([
    ['disputed', 'Thirty-four people were injured.'],
    ['disputed', 'The Anna Mary struck the pier at 6.4 knots.'],
    ['disputed', 'Captain Reeve was dismissed by Mr Marl.'],
    ['supported', 'Mr Dunn was relieved by Clara Voss.'],
    ['supported', 'Nine people were seriously injured.'],
    ['supported', 'The filter was renewed every 1,500 hours.'],
    ['supported', 'The rescue lasted forty minutes.'],
  ])('%s: %s', (verdict, claim) => {
    const sentence = parseDraft('/draft.md', claim).sentences[0];
    if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
    const judgement = judge(sentence, [], engine);
    expect(judgement.verdict).toBe(verdict);
    const against = judgement.evidence.filter((e) => e.stance === 'contradicts').map((e) => e.quote);
    // Another ship and another year are no rivals.
    expect(against.filter((quote) => /Kvit|Saxon/.test(quote))).toEqual([]);
  });
});
