/** Denials beside a telling, which do not say what they deny: which sentences deny, and what verdict follows. */
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus/memory.ts';
import { parseDraft } from '../draft/parse.ts';
import { loadLanguage } from '../language.ts';
import { analyse } from '../text/analyse.ts';
import { bareDenial } from './bare-denials.ts';
import { createEngine } from './engine.ts';
import { judge } from './judge.ts';
import { readSentence } from './reading.ts';
import type { Judgement } from './types.ts';

const language = loadLanguage();

function denial(text: string): ReturnType<typeof bareDenial> {
  const analysis = analyse(text);
  return bareDenial(readSentence(analysis, language.predicates(analysis), []));
}

describe('bare denials', () => {
  it.each([
    'She denied it.',
    'Kelby Rail has always denied the allegations.',
    'The board rejects that account.',
    'Mr Marl dismissed the claim as nonsense.',
    'Mr Marl denied having said so.',
    'The company called the allegation false.',
    'Ms Voss said that this was not so.',
    'Ms Voss said that was not the case.',
    '“That is simply not true,” said Ms Voss.',
    'She insisted that it never happened.',
    'There was no truth in the story, she said.',
    'That account was wrong.',
    'The allegation is denied by the company.',
    'It did not.',
    'Anglia Rail say that they never were.',
    'No, I did not.',
    'He told us that he had said so, but Ms Voss disputes this.',
  ])('denies: %s', (text) => expect(denial(text)).not.toBeNull());

  it.each([
    'She did not deny it.',
    'Nobody disputes this.',
    'The panel rejected the appeal.',
    'The board dismissed its director.',
    'This was wrong.',
    'It did not rain that night.',
    'They never were asked to leave.',
    'He denied that the box was unsafe.',
    'The dispute over this lasted for years.',
    'She said that she had done nothing wrong.',
  ])('denies nothing that stands before it: %s', (text) => expect(denial(text)).toBeNull());
});

const COURIER = `The Kelby Courier

By Anna Stoddard
3 March 2013

The signalman, Arthur Dunn, told the Courier that the lamp had failed twice in May. The company denied it.

Mr Dunn said that the depot was locked on Sundays. The foreman, Peter Hale, agreed with him.

A porter claimed that the clock in the hall was slow. “That is simply not true,” said the stationmaster.

It has been said that the railway proposed in 1961 to close the crossing. It did not.

The guard said that the whistle would be replaced. It was not.

A driver claimed that the points were greased in March. He also said that the gate stood open. The company rejects all the allegations.

A fireman said that the tender leaked. The inspector disputes nothing of the kind.

The police said that the clerk had been charged with theft. He denies it.`;

const HEARING = `THE KELBY SIGNAL INQUIRY

Day 3: Wednesday, 18 September 2013

Before: Dame Ruth Ellery, Chair

MS CLARA VOSS (sworn)

Examination by MR STEEL

Q. You were the superintendent from 2010?

A. Yes, I was.

Q. Mr Dunn says that he reported the broken lamp to you twice in August. Did he?

A. No. He never came to me.

Q. And you did not enter the box?

A. No.

Q. How was the crossing looked after?

A. I was told that the gates had been inspected in June.

Q. The inspectors say that they never were.

A. I cannot speak for them.`;

function judged(claim: string, files: Readonly<Record<string, string>>): Judgement {
  const sentence = parseDraft('/draft.md', claim).sentences[0];
  if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
  return judge(sentence, [], createEngine(corpusOf(files), language));
}

describe('tellings that are answered', () => {
  it.each([
    ['disputed', 'The lamp had failed twice in May.'],
    ['supported', 'Mr Dunn told the Courier that the lamp had failed twice in May.'],
    ['supported', 'The depot was locked on Sundays.'],
    ['disputed', 'The clock in the hall was slow.'],
    ['disputed', 'The railway proposed in 1961 to close the crossing.'],
    ['disputed', 'The points were greased in March.'],
    ['disputed', 'The gate stood open.'],
    ['supported', 'The tender leaked.'],
    ['supported', 'The clerk had been charged with theft.'],
  ])('in a newspaper, %s: %s', (verdict, claim) => expect(judged(claim, { 'courier.txt': COURIER }).verdict).toBe(verdict));

  it.each([
    ['disputed', 'Mr Dunn twice reported the broken lamp to the superintendent in August.'],
    ['disputed', 'The gates had been inspected in June.'],
    ['supported', 'Ms Voss did not enter the box.'],
  ])('in a hearing, %s: %s', (verdict, claim) => expect(judged(claim, { 'hearing.txt': HEARING }).verdict).toBe(verdict));

  it('shows the denial beside the telling', () => {
    const { evidence } = judged('The lamp had failed twice in May.', { 'courier.txt': COURIER });
    expect(evidence.map(({ stance, quote }) => `${stance}: ${quote}`)).toEqual([
      'supports: The signalman, Arthur Dunn, told the Courier that the lamp had failed twice in May.',
      'contradicts: The company denied it.',
    ]);
  });
});

describe('tellings that are denied in another document', () => {
  const files = {
    'union.txt':
      'The signalmen’s union\n\nA statement, 3 June 2013\n\nWe say that the Railway Authority waved the longer inspection interval through. A clerk told us that the depot manager ordered the lamps to be put out. The foreman was found guilty of forging the log.',
    'authority.txt':
      'Railway Authority answers its critics\n\nBy Tom Reeve\n5 June 2013\n\nIt has been said that the Authority agreed to the longer interval for inspections. It did not. The depot manager denied that he ordered the lamps to be put out. The foreman denied forging the log.',
  };
  it.each([
    ['disputed', 'The Railway Authority waved the longer inspection interval through.'],
    ['disputed', 'The depot manager ordered the lamps to be put out.'],
    ['supported', 'The foreman was found guilty of forging the log.'],
    ['supported', 'The foreman denied forging the log.'],
  ])('%s: %s', (verdict, claim) => expect(judged(claim, files).verdict).toBe(verdict));
});
