/** Authors of papers as the speakers of what they state; all texts invented. */
import { describe, expect, it } from 'vitest';
import { misattribution } from '../../rules/misattribution.ts';
import { tell } from '../../rules/speech-rules.fixture.ts';

const LAMPS = `Journal of Roads and Lighting, vol. 12, no. 2 (2019), pp. 44-58

Street lamps and collisions at night: the Harbourne lighting experiment

Ana Mendes, Karl Oberg and Siân Rees

School of Transport, University of Brill

Published 4 March 2019

Abstract

We counted collisions on 40 roads before and after lamps had been put up. There were fewer of them afterwards. A lamp that nobody repairs is a post in the dark.
`;
const COSTS = `Transport Economics 2021; 14(4): 310-322

Is lighting good value? Costs and collisions in four counties

Folasade Ojo and Daniel Firth

Unit for Transport Economics, Castlemoor

Published 5 November 2021

Abstract

We estimated what it costs to prevent a collision. A measure that prevents nothing cannot be cheap at any price. Lamps cost £218 a year.
`;
const RELEASE = `University of Brill

News | Study here | Research | Visit us

Lamps make roads safer, study shows

For immediate release: 4 March 2019

Roads with lamps had fewer collisions, according to research published today by the University of Brill.

Professor Siân Rees, who led the research, said: "We had not expected it." Sir Edwin Lacy, the vice-chancellor, said that he was proud of it. "Every county should have them," he said.
`;
const SOURCES = { 'mendes-2019-harbourne-lighting.txt': LAMPS, 'ojo-firth-2021-costs.txt': COSTS, 'brill-release.txt': RELEASE };

describe('words that a paper states are not', () => {
  it.each([
    [
      'another paper’s investigators',
      'A measure that prevents nothing, the Harbourne investigators remark, “cannot be cheap at any price”.',
      'the Harbourne investigators',
    ],
    [
      'another paper’s first author and others',
      'Mendes and colleagues write that “a measure that prevents nothing cannot be cheap at any price”.',
      'Mendes and colleagues',
    ],
    ['another paper’s author by surname', '“A measure that prevents nothing cannot be cheap at any price,” Rees writes.', 'Rees'],
    [
      'somebody whom the corpus knows as another',
      '“A lamp that nobody repairs is a post in the dark” is how Sir Edwin Lacy put it.',
      'Sir Edwin Lacy',
    ],
  ])('%s', (_who, draft, words) => {
    expect(tell(misattribution, SOURCES, draft).underlined).toEqual([words]);
  });

  it('and the message names the authors', () => {
    const [finding] = tell(
      misattribution,
      SOURCES,
      'Mendes and colleagues write that “a measure that prevents nothing cannot be cheap at any price”.',
    ).findings;
    expect(finding?.message).toContain('gives this to Folasade Ojo and Daniel Firth, not to Mendes and colleagues');
  });
});

describe('nothing is said of', () => {
  it.each([
    ['its authors', 'A measure that prevents nothing, Ojo and Firth remark, “cannot be cheap at any price”.'],
    ['its first author and others', 'Ojo et al. (2021) say that “a measure that prevents nothing cannot be cheap at any price”.'],
    ['one of its authors with a title', '“A lamp that nobody repairs is a post in the dark” is how Professor Rees put it.'],
    ['its authors, described by its place', 'The Harbourne team wrote that “a lamp that nobody repairs is a post in the dark”.'],
    ['its authors, not described at all', 'The authors write that “a measure that prevents nothing cannot be cheap at any price”.'],
    ['a body that nothing tells apart', 'The university says that “a lamp that nobody repairs is a post in the dark”.'],
    ['somebody whom no source knows', 'One reader put it well: “a lamp that nobody repairs is a post in the dark”.'],
  ])('%s', (_who, draft) => {
    expect(tell(misattribution, SOURCES, draft).underlined).toEqual([]);
  });
});

describe('a speaker named by how they put it', () => {
  it.each([
    ['“Every county should have them” is how Professor Siân Rees put it.', 'Professor Siân Rees'],
    ['“Every county should have them”, as Professor Siân Rees put it.', 'Professor Siân Rees'],
    ['As Professor Siân Rees puts it, “every county should have them”.', 'Professor Siân Rees'],
  ])('%s', (draft, words) => {
    expect(tell(misattribution, SOURCES, draft).underlined).toEqual([words]);
  });
  it('is let be where it is right', () => {
    expect(tell(misattribution, SOURCES, '“Every county should have them” is how Sir Edwin Lacy put it.').underlined).toEqual([]);
  });
});

describe('a finding without quotation marks', () => {
  const FOUND = 'Lamps cost £218 a year.';
  it('given to the authors of another paper is theirs who found it', () => {
    const draft = 'Mendes and colleagues found that a lamp costs £218 a year to run.';
    const { underlined, findings } = tell(
      misattribution,
      { ...SOURCES, 'ojo-firth-2021-costs.txt': COSTS.replace(FOUND, 'A lamp costs £218 a year to run.') },
      draft,
      ['£218'],
    );
    expect(underlined).toEqual(['Mendes and colleagues']);
    expect(findings[0]?.message).toContain('Folasade Ojo and Daniel Firth');
  });
  it.each([
    ['is its authors’', 'Ojo and Firth found that lamps cost £218 a year to run.', ['£218']],
    ['may be of both', 'Mendes and colleagues found that there were fewer collisions on roads with lamps afterwards.', ['fewer of them']],
  ])('%s', (_what, draft, support) => {
    expect(tell(misattribution, SOURCES, draft, support).underlined).toEqual([]);
  });
  it('that a paper tells of others, whom it names, is theirs', () => {
    const told = {
      ...SOURCES,
      'ojo-firth-2021-costs.txt': COSTS.replace(FOUND, 'Mendes and colleagues put up lamps. A lamp costs £218 a year to run.'),
    };
    expect(tell(misattribution, told, 'Mendes and colleagues found that a lamp costs £218 a year to run.', ['£218']).underlined).toEqual(
      [],
    );
  });
});

describe('somebody described', () => {
  const STUDY = `Studies of Travel, vol. 6 (2018), pp. 17-34

Why drivers leave the railway

Maeve Okafor

Published 22 January 2018

Abstract

I interviewed nine drivers. "Two days is not enough," said Driver 4, a former lighthouse keeper.
`;
  const both = {
    'okafor-2018.txt': STUDY,
    'brill-release.txt': `${RELEASE}
Rosa Kemp, 79, from Nether Alder, crosses the road every night. "I have not been afraid since," she said.
`,
  };
  it('as another publication describes another is not the one who spoke', () => {
    expect(tell(misattribution, both, '“I have not been afraid since,” said a former lighthouse keeper.').underlined).toEqual([
      'a former lighthouse keeper',
    ]);
  });
  it('as the speaker may be is let be', () => {
    expect(tell(misattribution, both, '“I have not been afraid since,” said a former teacher.').underlined).toEqual([]);
    const known = { ...both, 'brill-release.txt': `${both['brill-release.txt']}\nShe had been a lighthouse keeper.\n` };
    expect(tell(misattribution, known, '“I have not been afraid since,” said a former lighthouse keeper.').underlined).toEqual([]);
  });
});

describe('in a report of a meeting', () => {
  const MEETING = `Castle Board

Statement on the pumps

3 May 2018

Lady Fenner, chair of the board since 2015, will step down in March. She said: "The board asked too few questions about the pumps." Amrit Sandhu, its treasurer, stays.

Stubbs told the court that he had raised the late delivery of the pumps with Mr Pike and had been told to get them up before the weather turned.
`;
  it('a surname that a title goes with is nobody’s nickname', () => {
    const draft = '“The board asked too few questions about the pumps,” Amrit Sandhu conceded.';
    expect(tell(misattribution, MEETING, draft).underlined).toEqual(['Amrit Sandhu']);
    expect(tell(misattribution, MEETING, draft.replace('Amrit Sandhu', 'Lady Fenner')).underlined).toEqual([]);
  });
  it('what somebody says that he was told may have been said by anybody', () => {
    const draft = 'Mr Pike told him to get the pumps up before the weather turned.';
    expect(tell(misattribution, MEETING, draft, ['Stubbs told']).underlined).toEqual([]);
  });
});

describe('a comment given to another name', () => {
  const THREAD = `The Numerator

Home | Archive | About

A third of what?

Posted by Petra Lund on 14 September 2014

The release says that lamps cut collisions by a third. The paper says that they cut them by a quarter. That is a large difference for a county.

Comments (2)

lamp_lover, 14 September 2014, 18:22
A quarter is still a lot. You are nit-picking, if you ask me.

T. Oberg, 16 September 2014, 09:10
I am one of the authors. Seven in a hundred is right. I wish that we had put it in the abstract.
`;
  it('is read as one post', () => {
    const draft = 'It was Professor Rees who conceded in a comment that seven in a hundred was right and belonged in the abstract.';
    const told = tell(misattribution, { ...SOURCES, 'lund-2014-blog.txt': THREAD }, draft, ['Seven in a hundred']);
    expect(told.underlined).toEqual(['Professor Rees']);
    expect(told.findings[0]?.message).toContain('T. Oberg');
  });
});
