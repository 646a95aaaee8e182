import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

/** Sentences are written with a bar between them; the text is what stands without the bars. */
const cut = (annotated: string): readonly string[] => {
  const text = annotated.replaceAll('|', '');
  return splitSentences(text).map((span) => text.slice(span.start, span.end));
};

describe('splitSentences', () => {
  it.each([
    // Titles, abbreviations, initials.
    'Dr. Green met Mrs. Hall at St. Mary’s. |They spoke.',
    'The clerk, Jennifer M. Anderson, resigned. |J. K. Rowe did not.',
    'She was the mother of Baby P. |Social workers had visited.',
    'They wrote about Child A. |The council replied.',
    'Give him vitamin D. |Then wait.',
    'The vote was on plan B. |Ministers lost.',
    'It happened in the U.S. |The firm moved. |The U.S. Navy came.',
    'They sell pens, ink, etc. |Orders are few.',
    'Acme Inc. |The firm denies it. |Acme Inc. Holdings denies it.',
    'See p. 12, vol. 3, no. 4 and para. 5. |Then stop.',
    'He said no. |They left.',
    'Hare, J. and Moor, D. (2008) Review of practice. |London: Press.',
    'The case of Hill v. Chief Constable was cited. |Nobody objected.',
    'The train left at 9 a.m. |Passengers complained. |It ran at 9 a.m. Monday.',
    'Work is under way, e.g. The Mill and i.e. nothing else.',
    // Quotations and their tags.
    '“It was a mess,” he said. |“We knew.” |She agreed.',
    '“Why did he go?” she asked. |Nobody knew.',
    '“Why did he go?” Marlow asked. |Nobody knew.',
    'They played the “whose fault was it?” game. |It bored them.',
    '“This was never seen. |It should have been.” |The panel rose.',
    'He called it ‘a scandal.’ |Others did not.',
    'It was “safe”. |The pilot agreed.',
    // Stops of all kinds.
    'What next??!! |Ministers like to wait.',
    'He came back! |nobody asked him.',
    'They had layers of managers .. |Nobody counted them.',
    'Which came first . ? |The valve did.',
    'The pump failed… |The crew left.',
    'The pump … did not start. |The crew left.',
    'A plan…that failed. |The crew left.',
    'The files went missing.|The council said nothing.',
    'The line was shut (see the notes etc!). |It reopened.',
    '(It rained all day.) |They stayed.',
    'Care is costly.[3] |Funds are short. [12-14] |They end.',
    'The figure was 39.5 at 11.36am. |It fell to £1.2m. |Then it rose.',
    'See https://example.org/a.b?c=d. |Then stop.',
    // Numbered and listed.
    '1.12. The Council met. |It adjourned.',
    '(i) The pump was old. |(ii) The valve stuck.',
    '1. The pump was old. |It leaked.',
    'Two facts matter – 1. Safety costs money; and 2. It is worth it. |Few agree.',
    'March 1 - The mill opens. |March 9 - It closes at 4.15pm. |May 2 - It burns.',
    // Headings that lost their line break.
    '2006 |March 1 - The mill opens. |It burns.',
    'Guilty verdicts |Yesterday the owner was jailed. |He wept.',
    'Hospital infection A to Z is a book.',
  ])('%s', (annotated) => {
    expect(cut(annotated)).toEqual(annotated.split('|').map((part) => part.trim()));
  });

  it('ends a sentence at a blank line and at a list item, but not at a soft line break', () => {
    expect(cut('The board\nmet twice\n\nIt agreed\n- to wait\n- to pay\n')).toEqual([
      'The board\nmet twice',
      'It agreed',
      'to wait',
      'to pay',
    ]);
  });

  it('takes list items apart that stand behind bullets on one line', () => {
    expect(cut('It involved: • a pump • a valve')).toEqual(['It involved:', 'a pump', 'a valve']);
    expect(cut('It involved: * a pump * a valve')).toEqual(['It involved:', 'a pump', 'a valve']);
    expect(cut('Terms apply * to all.')).toEqual(['Terms apply * to all.']);
  });

  it('finds nothing in nothing, and loses no letter of anything', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n … !! ')).toEqual([]);
    const text = 'A. B? “c” d!e f… (g) 7. H\n\n* i j.K l';
    const kept = splitSentences(text).map((span) => text.slice(span.start, span.end));
    expect(kept.join('').replace(/[^\p{L}\d]/gu, '')).toBe(text.replace(/[^\p{L}\d]/gu, ''));
  });
});
