/** Verdicts on a small invented corpus, as a table: what a reviewer may write, and what must be said of it. */
import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus/memory.ts';
import { parseDraft } from '../draft/parse.ts';
import { loadLanguage } from '../language.ts';
import { createEngine } from './engine.ts';
import { judge } from './judge.ts';
import type { Judgement, Verdict } from './types.ts';

const REPORT = `The Sandhaven ferry inquiry

Inspectors found 14 cracked valves on the ferry in May 2011. The harbour master, Elaine Porter, closed the northern pier on 3 June 2011.

The owner sold the ferry to Northern Lines for £2.5 million. A court convicted the chief engineer of forging the service records.

Porter accused the owner of hiding the survey. The council did not renew the licence. The appeal panel rejected the owner's complaint in March 2012.

At least 60 passengers were treated at Sandhaven Hospital after the collision. The lifeboat reached the ferry twenty minutes after the first call.

The mate, Tom Reeve, pleaded guilty to falsifying a log. The review was published in June 2013, after the trial of the engineer. Two surgeons found that the mate’s injuries were non-accidental.

Passengers were taken to Sandhaven Hospital on 9 May 2011. Divers were taken to Kelby Hospital on 10 May 2011. Kelby Hospital and Sandhaven Hospital both closed in 2014.

A former driver claims that managers of Harbour Lines altered the brake records. Harbour Lines denies that managers altered the brake records.`;

const engine = createEngine(corpusOf({ 'report.txt': REPORT }), loadLanguage());

function judged(claim: string): Judgement {
  const sentence = parseDraft('/draft.md', claim).sentences[0];
  if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
  return judge(sentence, [], engine);
}

const CASES: readonly (readonly [Verdict, string, string | null])[] = [
  ['supported', 'Inspectors found fourteen cracked valves on the ferry in May 2011.', null],
  ['supported', 'In May 2011 fourteen cracked valves were found on the ferry by inspectors.', null],
  ['contradicted', 'Inspectors found 41 cracked valves on the ferry in May 2011.', '41'],
  ['contradicted', 'Inspectors found 14 cracked valves on the ferry in August 2011.', 'August 2011'],
  ['supported', 'The northern pier was closed by the harbour master on 3 June 2011.', null],
  ['contradicted', 'The harbour master closed the northern pier on 13 June 2011.', '13 June 2011'],
  ['supported', 'The ferry was sold to Northern Lines for £2.5m.', null],
  ['contradicted', 'The owner sold the ferry to Northern Lines for £3.5 million.', '£3.5 million'],
  ['contradicted', 'The owner sold the ferry to Baltic Freight for £2.5 million.', 'Baltic Freight'],
  ['contradicted', 'A court acquitted the chief engineer of forging the service records.', 'acquitted'],
  ['contradicted', 'The owner accused Porter of hiding the survey.', null],
  ['contradicted', 'The council renewed the licence.', null],
  ['supported', 'The council did not renew the licence.', null],
  ['contradicted', "The appeal panel accepted the owner's complaint in March 2012.", 'accepted'],
  ['supported', 'More than 50 passengers were treated at Sandhaven Hospital after the collision.', null],
  ['contradicted', 'The mate pleaded not guilty to falsifying a log.', 'not guilty'],
  ['contradicted', 'The review was published in June 2013, before the trial of the engineer.', 'before'],
  ['contradicted', 'Two surgeons found that the mate’s injuries were accidental.', 'accidental'],
  ['contradicted', 'On 9 May 2011 passengers were taken to Kelby Hospital.', null],
  ['disputed', 'Managers of Harbour Lines altered the brake records.', null],
  ['supported', 'Harbour Lines denies that managers altered the brake records.', null],
  ['unsupported', 'The harbour master resigned after the collision.', null],
  ['unsupported', 'The owner paid the passengers £400 each.', null],
  ['unsupported', 'Divers searched the harbour for two days.', null],
];

describe('verdicts on the ferry inquiry', () => {
  it.each(CASES)('%s: %s', (verdict, claim, focus) => {
    const judgement = judged(claim);
    const clashes = judgement.parts.flatMap((p) => p.clashes.map((c) => claim.slice(c.claim.start, c.claim.end)));
    expect({ verdict: judgement.verdict, summary: judgement.parts.map((p) => p.summary).join(' ') }).toMatchObject({ verdict });
    if (focus !== null) expect(clashes).toContain(focus);
  });
});

const HEARING = `The Kelby signal inquiry

Kelby Halt was opened in April 1961 and closed in September 1963. The signalman, Arthur Dunn, 62, was rated competent in 1962. The box was owned by Anglia Rail and maintained by a contractor, Wold Services.

The inquiry heard from 64 witnesses over 23 days. The wait for help was longer at night than by day. Some 1,340 letters were read.

We do not find that Mr Dunn was careless of the rules. Neither the company nor the inspector asked to see the log. Nobody in the control room asked whether the line was clear.

The superintendent, Clara Voss, told us that she had warned the director, Henry Marl, in June 1962 that the box was unsafe. Mr Marl told us that he had received no such warning.

The notice was served on 7 June. The station was shut to the public on 1 July.`;

const hearing = createEngine(corpusOf({ 'hearing.txt': HEARING }), loadLanguage());

describe('verdicts on the signal inquiry', () => {
  it.each<readonly [Verdict, string, readonly Verdict[]]>([
    ['supported', 'For nearly two and a half years Kelby Halt was open: it was opened in April 1961 and closed in September 1963.', []],
    ['supported', 'More than 1,300 letters were read.', []],
    ['supported', 'The signalman, who was 62, was Arthur Dunn.', []],
    // Each clause is told by another sentence, or the sentence fills the slot with something else: words in common are no support.
    ['contradicted', 'The signalman was rated outstanding in 1962.', ['unsupported']],
    ['contradicted', 'The box was owned by Wold Services.', ['unsupported']],
    ['contradicted', 'The inquiry heard from 23 witnesses over 64 days.', []],
    ['contradicted', 'The wait for help was longer by day than at night.', []],
    ['contradicted', 'The inquiry found that Mr Dunn was careless of the rules.', []],
    ['contradicted', 'The inspector asked to see the log.', []],
    ['contradicted', 'Somebody in the control room asked whether the line was clear.', ['unsupported']],
    ['contradicted', 'The notice was served on 1 July.', ['unsupported']],
    // Told by one side, denied by the other.
    ['disputed', 'In June 1962 the superintendent warned Mr Marl that the box was unsafe.', []],
    ['supported', 'The superintendent said that she had warned Mr Marl in June 1962 that the box was unsafe.', []],
  ])('%s: %s', (verdict, claim, alsoRight) => {
    const sentence = parseDraft('/draft.md', claim).sentences[0];
    if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
    expect([verdict, ...alsoRight]).toContain(judge(sentence, [], hearing).verdict);
  });
});

const DOSSIER = `The Marsh Lane clinic

The clinic at Marsh Lane opened in June 2012. It is the third smallest clinic in the county. The board approved the second ward in September 2013.

At twenty to two Ms Oduya was on the ward. Mr Sethna rang Ms Oduya at ten past two. An internal panel had cleared Mr Pell of misconduct in January.

The older wing was unsafe. In May 2014 the boiler was inspected by Ms Hart. The panel counted 300 visits and 26 complaints.

Ann Roth (born 14 May 1961) is the matron of the clinic. She was born in Naples. The trust has yet to publish the second report.

The regulator inspected the trust in May 2015, rated its services inadequate and issued a warning notice on 7 June. There was no difference in calls for an ambulance.`;

const dossier = createEngine(corpusOf({ 'dossier.txt': DOSSIER }), loadLanguage());

describe('verdicts on the clinic', () => {
  it.each<readonly [Verdict, string]>([
    // Before, after and by a day.
    ['supported', 'The clinic at Marsh Lane opened after March 2011.'],
    ['contradicted', 'The clinic at Marsh Lane opened before March 2011.'],
    ['contradicted', 'By June 2013 the board had approved the second ward.'],
    ['supported', 'By December 2013 the board had approved the second ward.'],
    ['contradicted', 'It was on 1 July that the regulator issued a warning notice to the trust.'],
    // Degrees of opposites, and what has not come about yet.
    ['contradicted', 'It is the third largest clinic in the county.'],
    ['contradicted', 'The trust has published the second report.'],
    ['contradicted', 'A panel had found Mr Pell guilty of misconduct in January.'],
    // Times of day in words.
    ['supported', 'Mr Sethna rang Ms Oduya at 2.10 pm.'],
    ['contradicted', 'Ms Oduya rang Mr Sethna at ten past two.'],
    // An act told by a noun is the same act.
    ['supported', 'Ms Hart carried out the inspection of the boiler in May 2014.'],
    // A bound is no figure that lies on it.
    ['contradicted', 'The panel counted more than 300 visits.'],
    ['supported', 'The panel counted more than 250 visits.'],
    // What stands in brackets is no part of the sentence around it.
    ['supported', 'The matron of the clinic is Ann Roth.'],
    // What did not differ was not fewer.
    ['unsupported', 'There were fewer calls for an ambulance.'],
    // Nobody is accused of another's doing.
    ['unsupported', 'Mr Pell inspected the clinic for the county in 2010.'],
    ['unsupported', 'The trust closed the clinic in 2016.'],
  ])('%s: %s', (verdict, claim) => {
    const sentence = parseDraft('/draft.md', claim).sentences[0];
    if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
    const judgement = judge(sentence, [], dossier);
    expect([judgement.verdict, judgement.parts.map((p) => p.summary).join(' ')]).toEqual([verdict, expect.any(String)]);
  });
});

const TRIAL = `The Marram trial

The course cost £218 for each pupil when it was led by a nurse and £94 when it was led by a volunteer. Of the 612 pupils, 143 had died and 67 could not be traced.

Mr Smith was acquitted and Mr Jones was convicted. The governors voted for the plan and met every Tuesday. All of the twelve governors were present at the hearing. The left chimney of Marram House fell in 1987. A white van was seen at the gate. Some of the windows were broken. Fourteen schools met the terms, nine of them in Norway.

Ofsted called the first review inadequate and the second good. The study was funded by the Upland Health Trust. No training in the code had been given to governors since 2015. The school ran without a working boiler that winter.

The warden resigned seven months after a tribunal ruled that he had suspended the head, Lorna Pike.

The nurse who did the home visits also took up loose rugs. The council said that it had not been warned of the leak. Nobody from the board had visited Marram House.`;

const trial = createEngine(corpusOf({ 'trial.txt': TRIAL }), loadLanguage());

describe('verdicts on the trial', () => {
  it.each<readonly [Verdict, string]>([
    // All values are there, and each belongs to the other's words.
    ['contradicted', 'The course cost £94 when it was led by a nurse, and £218 when a volunteer led it.'],
    ['supported', 'The course cost £94 when it was led by a volunteer, and £218 when a nurse led it.'],
    ['contradicted', 'By then 67 of the pupils were dead, while 143 could not be traced.'],
    ['supported', 'By then 143 of the pupils were dead, while 67 could not be traced.'],
    ['contradicted', 'Mr Jones was acquitted and Mr Smith was convicted.'],
    ['supported', 'Mr Jones was convicted and Mr Smith was acquitted.'],
    ['contradicted', 'Ofsted called the first review good and the second inadequate.'],
    // Words of a closed set.
    ['contradicted', 'The right chimney of Marram House fell in 1987.'],
    ['unsupported', 'The governors met every Thursday.'],
    ['unsupported', 'A red van was seen at the gate.'],
    ['contradicted', 'All of the twelve governors were absent from the hearing.'],
    // Some are not all.
    ['unsupported', 'All of the windows were broken.'],
    // Prepositions of opposite meaning.
    ['contradicted', 'The governors voted against the plan.'],
    ['supported', 'The governors voted in favour of the plan.'],
    ['contradicted', 'Nine of the schools were outside Norway.'],
    // Somebody else paid: no support, and no accusation where neither is named.
    ['unsupported', 'The study was funded by the ambulance service.'],
    // Said in the negative in another way.
    ['supported', 'The school had no working boiler that winter.'],
    ['supported', 'The council denied that it had been warned of the leak.'],
    ['contradicted', 'Two people from the board had visited Marram House.'],
    // No contradictions: another act, another time, another sense of a word.
    ['unsupported', 'The governors had last been trained in the code in 2015.'],
    ['unsupported', 'Lorna Pike had been the head for almost six years.'],
    ['supported', 'She took away loose rugs while she was about it.'],
  ])('%s: %s', (verdict, claim) => {
    const sentence = parseDraft('/draft.md', claim).sentences[0];
    if (sentence === undefined) throw new Error(`no sentence in: ${claim}`);
    const judgement = judge(sentence, [], trial);
    expect([judgement.verdict, judgement.parts.map((p) => p.summary).join(' ')]).toEqual([verdict, expect.any(String)]);
  });
});
