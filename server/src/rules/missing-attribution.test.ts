import { describe, expect, test } from 'vitest';
import { asNamed } from './attributing.ts';
import { missingAttribution } from './missing-attribution.ts';
import { mended, tell } from './speech-rules.fixture.ts';

const SOURCE = `The Larne ferry inquiry

Anna Brandt claimed that the owners had hidden the survey of the hull from the inspectors.

The survey of the hull was dated 3 March 2004.
`;
const CLAIMED = ['had hidden the survey'];

describe('missing-attribution', () => {
  test('tells of an allegation given as fact', () => {
    const { underlined, findings } = tell(missingAttribution, SOURCE, 'The owners had hidden the survey of the hull.', CLAIMED);
    expect(underlined).toEqual(['The owners had hidden the survey of the hull.']);
    expect(findings[0]?.message).toMatch(/^The draft states as fact what only Anna Brandt says, in “/);
  });

  test.each([
    ['where the draft attributes it', 'Anna Brandt claimed that the owners had hidden the survey of the hull.', CLAIMED],
    ['where it says so without a verb', 'On her own account the owners had hidden the survey of the hull.', CLAIMED],
    ['where it says so in an aside', 'The owners, as she told it, had hidden the survey of the hull.', CLAIMED],
    ['where a noun says it', 'Anna Brandt’s complaint at the hearing was that the owners had hidden the survey of the hull.', CLAIMED],
    ['where a body heard it', 'The inquiry heard that the owners had hidden the survey of the hull.', CLAIMED],
    ['where it is on somebody’s account', 'The owners had, on Anna Brandt’s account, hidden the survey of the hull.', CLAIMED],
    ['where a body heard from somebody', 'The board heard from Anna Brandt; the owners had hidden the survey of the hull.', CLAIMED],
    ['where a reason is given', 'The reason given was simple: the owners had hidden the survey of the hull.', CLAIMED],
    [
      'where the words say little of it',
      'The owners of the ferry met nine inspectors at breakfast in Larne on the Tuesday after Easter.',
      CLAIMED,
    ],
    ['where it is somebody’s evidence', 'It was the evidence of Anna Brandt that the owners had hidden the survey of the hull.', CLAIMED],
    ['where a passage states it', 'The survey of the hull was dated 3 March 2004.', ['was dated']],
    ['before what a colon introduces', 'The owners hid the survey of the hull:', CLAIMED],
  ])('is silent %s', (_why, draft, support) => {
    expect(tell(missingAttribution, SOURCE, draft, support).underlined).toEqual([]);
  });

  test('a headline that nobody is said to have spoken is nobody’s word', () => {
    const source =
      'The Larne post\n\n"Owners hid the survey of the hull." That was in four newspapers on the Monday, and people rang each other.\n';
    expect(tell(missingAttribution, source, 'The owners hid the survey of the hull.', ['Owners hid']).underlined).toEqual([]);
  });

  test('what an author was told is somebody’s word, an investigator’s too', () => {
    const source =
      'The Larne study\n\nI passed this on to the investigators of the trial, who told me that they had checked the sheets against the books of the halls.\n';
    const draft = 'The sheets had been checked against the books of the halls.';
    const { findings } = tell(missingAttribution, source, draft, ['passed this on']);
    expect(findings[0]?.message).toContain('what only the investigators of the trial say,');
  });

  test('that somebody was told is given as fact', () => {
    const source =
      'The Larne post\n\nAnna Brandt told me that the inspectors had been sent away and that it had been too late for a survey.\n';
    const draft = 'The inspectors had been told that it was too late for a survey.';
    expect(tell(missingAttribution, source, draft, ['too late']).underlined).toEqual([draft]);
  });

  test('a passage that only names the same people does not state the fact', () => {
    const source = `${SOURCE}\nThe owners met the inspectors on Tuesday.\n`;
    expect(
      tell(missingAttribution, source, 'The owners had hidden the survey of the hull.', [...CLAIMED, 'on Tuesday']).findings,
    ).toHaveLength(1);
  });

  test('the fix puts the attribution in front, and lowers only what is no name', () => {
    expect(mended(tell(missingAttribution, SOURCE, 'The owners had hidden the survey of the hull.', CLAIMED))).toBe(
      'According to Anna Brandt, the owners had hidden the survey of the hull.',
    );
    expect(mended(tell(missingAttribution, SOURCE, 'Olaf Lind’s firm had hidden the survey of the hull.', CLAIMED))).toBe(
      'According to Anna Brandt, Olaf Lind’s firm had hidden the survey of the hull.',
    );
  });
});

test('a speaker gets the article that it needs', () => {
  expect(['Anna Brandt', 'anonymous inspector', 'Larne inspector', 'The crew', 'Larne’s mayor', 'retired mate'].map(asNamed)).toEqual([
    'Anna Brandt',
    'an anonymous inspector',
    'the Larne inspector',
    'the crew',
    'Larne’s mayor',
    'a retired mate',
  ]);
});
