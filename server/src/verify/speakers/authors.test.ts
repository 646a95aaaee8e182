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
