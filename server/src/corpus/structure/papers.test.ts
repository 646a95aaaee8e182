/** Heads of papers as journals print them, all invented, and of what only looks like one. */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../memory.ts';
import { isoDate } from './dates.ts';
import { structureSource } from './structure.ts';

function described(...paragraphs: readonly string[]) {
  const [document] = structureSource(sourceOf('paper.txt', paragraphs.join('\n\n'))).documents;
  if (document === undefined) throw new Error('A text has a document.');
  const { title, author, publisher, date, kind, blocks } = document;
  return { title, author, publisher, date: date === null ? null : isoDate(date), kind, first: blocks[1]?.span.start };
}

const ABSTRACT = [
  'Abstract',
  'We counted collisions on 40 roads before and after lamps had been put up. There were fewer of them afterwards.',
];

describe('the head of a paper', () => {
  it('is read from the journal with its volume to the date of publication', () => {
    expect(
      described(
        'Journal of Roads and Lighting, vol. 12, no. 2 (2019), pp. 44-58',
        'Do street lamps reduce collisions at night? An interrupted time series from\nthree counties',
        'Ana Mendes, Karl Oberg and Siân Rees',
        'School of Transport, University of Harbourne',
        'Published 4 March 2019',
        ...ABSTRACT,
      ),
    ).toMatchObject({
      title: 'Do street lamps reduce collisions at night? An interrupted time series from three counties',
      author: 'Ana Mendes, Karl Oberg and Siân Rees',
      publisher: 'Journal of Roads and Lighting',
      date: '2019-03-04',
      kind: 'academic',
    });
  });

  it('may have the journal below, names over two lines with marks and degrees, and labels above the title', () => {
    expect(
      described(
        'RESEARCH ARTICLE',
        'Open Access',
        'Do street lamps reduce collisions? A natural experiment',
        'Ana Mendes1*, MD, Karl-Heinz van der Berg2,3, J. P. O’Dowd1 and\nSiân Rees4',
        '1 School of Transport, University of Harbourne\n2 Institute for Road Research, Delftmond',
        'Roads and Safety (2021) 12:44 https://doi.org/10.9999/rs.2021.0044',
        'Received: 3 March 2020; Accepted: 9 January 2021; Published online: 2 February 2021',
        ...ABSTRACT,
      ),
    ).toMatchObject({
      title: 'Do street lamps reduce collisions? A natural experiment',
      author: 'Ana Mendes, Karl-Heinz van der Berg, J. P. O’Dowd and Siân Rees',
      publisher: 'Roads and Safety',
      date: '2021-02-02',
    });
  });

  it('takes the year of the issue before the day on which the manuscript was accepted', () => {
    expect(
      described(
        'Coastal Review of Transport, 2016, volume 31, pages 455-463',
        'Night buses and assaults in one city',
        'Maeve Okafor (1), Tom Lind (2)',
        '(1) Institute of Night Studies, Harbourne\n(2) Brill College',
        'Accepted 3 June 2015',
        ...ABSTRACT,
      ),
    ).toMatchObject({ date: '2016', author: 'Maeve Okafor and Tom Lind', publisher: 'Coastal Review of Transport' });
  });

  it('may name its authors by initials and have no abstract', () => {
    expect(
      described(
        'Mendes A, Rees S. Northern Roads 2019;364:l112. doi: 10.9999/nr.l112',
        'Night buses and assaults: a natural experiment',
        'Mendes A, Rees S',
        'Introduction',
        'Night buses came to Harbourne in 2016. We asked whether assaults in the city centre became rarer after they had been introduced.',
      ),
    ).toMatchObject({
      title: 'Night buses and assaults: a natural experiment',
      author: 'A Mendes and S Rees',
      publisher: 'Northern Roads',
      date: '2019',
    });
  });

  it('has one author and a title in quotation marks', () => {
    expect(
      described(
        'Studies of Travel, vol. 6 (2018), pp. 17-34',
        '"I never take the bus": why older people drive at night',
        'Maeve Okafor',
        'University of Brill',
        'First published 22 January 2018',
        'Summary',
        'I interviewed 41 drivers between March and October. Three themes emerged from what they told me about their roads.',
      ),
    ).toMatchObject({ title: '"I never take the bus": why older people drive at night', author: 'Maeve Okafor', date: '2018-01-22' });
  });

  it('may say what its authors are, and how to cite it', () => {
    expect(
      described(
        'Cite this as: Northern Review 2016;353:i3305',
        'RESEARCH',
        'Screening for tired drivers: cluster randomised controlled trial',
        'Jane Hollis, senior lecturer,1 Peter Marsh, professor of night work,2 Ruth Ojo, statistician1',
        '1 Department of Roads, University of Harbourne, Harbourne HB1 2AA, UK\n2 Institute of Travel, Brill',
        'Accepted: 3 June 2016',
        'ABSTRACT',
        'OBJECTIVE To find out whether screening for tired drivers works.',
      ),
    ).toMatchObject({ author: 'Jane Hollis, Peter Marsh and Ruth Ojo', publisher: 'Northern Review', date: '2016' });
  });

  it('may have the journal above its figures, and an abstract that nothing announces', () => {
    expect(
      described(
        'Psychology of Travel\nVol. 22, No. 4, October 2011, 301–318',
        'ORIGINAL ARTICLE',
        'Why do cyclists jump red lights?',
        'K. A. Whitmore* & B. Lund',
        'Department of Psychology, Brill College, UK',
        'This paper reports two studies of cyclists at junctions in three towns. In the first, 900 cyclists were filmed; in the second, 40 were asked.',
        'Introduction',
        'Cyclists are often said to jump red lights.',
      ),
    ).toMatchObject({ title: 'Why do cyclists jump red lights?', author: 'K. A. Whitmore and B. Lund', publisher: 'Psychology of Travel' });
  });

  it('leaves its matter whole, headings and all', () => {
    const text = [
      'Journal of Roads 2018; 14(4): 310-322',
      'Are lamps good value? Costs in three counties',
      'Ana Mendes and Karl Oberg',
      ...ABSTRACT,
      'Costs',
      'A lamp cost £218 a year. The hire of ladders made up a fifth of it.',
    ];
    const [document] = structureSource(sourceOf('paper.txt', text.join('\n\n'))).documents;
    const whole = text.join('\n\n');
    const words = document?.blocks.map(({ span }) => whole.slice(span.start, span.end)) ?? [];
    expect(words).toContain('Costs');
    expect(words.join(' ')).toContain('We counted collisions on 40 roads');
    expect(words.join(' ')).not.toContain('310-322');
  });
});

describe('what is no paper', () => {
  it.each([
    ['a report in volumes', ['Report of the Independent Review into the Harbourne Ferry\nVolume 2 (2015)', 'Chapter One', 'Summary']],
    ['a report with its authors', ['The Harbourne ferry: what was known', 'Ann Hale and Tom Lind', 'May 2015', 'Summary']],
    ['a page of news', ['Lamps cut collisions by a third', 'By Ann Hale', '4 March 2019']],
  ])('%s', (_, head) => {
    const matter =
      'The ferry left at nine. The review found that nobody had checked the doors before she sailed from the quay on that morning.';
    expect(described(...head, matter).kind).not.toBe('academic');
  });
});

describe('who publishes a page', () => {
  const MATTER = [
    'Lamps cut collisions by a third, study shows',
    'For immediate release: 2 September 2014',
    'Roads with lamps had a third fewer collisions at night than those without, according to research published today.',
    'Dr Ana Mendes said: "We were surprised. Nobody had looked before."',
  ];
  it('is the body whose letterhead opens it', () => {
    expect(described('University of Harbourne', 'News | Study here | Research | Visit us', 'Press office', ...MATTER)).toMatchObject({
      publisher: 'University of Harbourne',
      title: MATTER[0],
      date: '2014-09-02',
    });
  });
  it('is the site whose menu stands below its name', () => {
    expect(described('The Numerator: a blog about figures', 'About me | All posts | Glossary', ...MATTER)).toMatchObject({
      publisher: 'The Numerator',
      title: MATTER[0],
    });
    expect(described('The Numerator', 'Home | Archive | About | Subscribe', ...MATTER).publisher).toBe('The Numerator');
  });
  it('opens its own menu, where no row of controls is the title', () => {
    expect(described('Harbourne Radio | Listen live | News | Weather', ...MATTER)).toMatchObject({
      publisher: 'Harbourne Radio',
      title: MATTER[0],
    });
  });
});
