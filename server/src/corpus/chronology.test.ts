import { describe, expect, it } from 'vitest';
import { corpusOf } from './memory.ts';
import { isoDate } from './structure/dates.ts';

/** Each dated passage of a text as `words → date`, one line a date. */
function days(text: string, id = 'a.txt'): readonly string[] {
  const corpus = corpusOf({ [id]: text });
  return [...corpus.documents.keys()].flatMap((citekey) =>
    corpus
      .passagesOf(citekey)
      .flatMap((passage) =>
        corpus
          .dates(passage.id)
          .map(({ span, date }) => `${passage.text.slice(span.start, span.end)} → ${isoDate(date) || `--${date.month}`}`),
      ),
  );
}

/** An article of Thursday 14 March 2019. */
const article = (words: string) =>
  `Pier closes after storm\n\nBy Ann Hale, 14 March 2019\n\n${words}\n\nThe council said that it would act. Traders said nothing.\n`;

describe('words that count from the publication', () => {
  it.each([
    ['The pier closed on Tuesday after an inspection.', 'Tuesday → 2019-03-12'],
    ['The pier closed on Thursday after an inspection.', 'Thursday → 2019-03-14'],
    ['The pier closed last Thursday after an inspection.', 'last Thursday → 2019-03-07'],
    ['The pier will close on Monday for an inspection.', 'Monday → 2019-03-18'],
    ['The pier closed yesterday after an inspection.', 'yesterday → 2019-03-13'],
    ['The pier was inspected last year by two engineers.', 'last year → 2018'],
    ['The pier was inspected last November by two engineers.', 'last November → 2018-11'],
    ['The pier was inspected two years ago by an engineer.', 'two years ago → 2017'],
    ['The pier was inspected on 4 November by two engineers.', '4 November → 2018-11-04'],
    ['The pier was inspected on 4 February by two engineers.', '4 February → 2019-02-04'],
  ])('%s', (words, expected) => {
    expect(days(article(words))).toEqual([expected]);
  });

  it('stay open where a narrative may count from its own days', () => {
    expect(days(article('Ben Ward fell from the pier on 4 November 2017. On Tuesday he was found.'))).toEqual([
      '4 November 2017 → 2017-11-04',
    ]);
    expect(days('The pier\n\nThe pier closed last Tuesday. It was rotten.\n\nNobody knew why it had been left open.\n')).toEqual([]);
  });
});

describe('words that count from the day told before', () => {
  it.each([
    ['He fell on 4 November 2017. The following day he was found.', 'The following day → 2017-11-05'],
    ['He fell in November 2017. A month later he was found.', 'A month later → 2017-12'],
    ['He fell on 31 December 2017. Two days later he was found.', 'Two days later → 2018-01-02'],
    ['He fell on 4 November 2017. The previous month he had left.', 'The previous month → 2017-10'],
    ['He fell on 4 November 2017. In March of that year he had left.', 'March of that year → 2017-03'],
    ['He had left in March 2017. On 4 November he fell from it.', '4 November → 2017-11-04'],
    ['He died the day after he was seen on 4 November 2017.', 'the day after → 2017-11-05'],
  ])('%s', (words, expected) => {
    expect(days(article(words))).toContain(expected);
  });

  it('reach no further than the next paragraph', () => {
    const text = 'He fell on 4 November 2017.\n\nThe pier was built long ago.\n\nIt was rotten.\n\nThe following day it rained.';
    expect(days(article(text)).filter((day) => day.includes('following'))).toEqual([]);
  });
});

it('takes the month of a work cited from the words behind its year', () => {
  expect(days(article('Harbour Board (2009) Inspection of the piers, 3 July, London: Harbour Press.'))[0]).toBe('2009 → 2009-07-03');
});

it('gives the entries of a timeline the year that heads them', () => {
  const timeline =
    '# The pier\n\nIt has a history.\n\n### 2010\n\n- 12 March: Ben Ward takes the chair.\n- June: The inspection is put off.\n\n### 2011\n\n- 14 February: The report is made.\n';
  expect(days(timeline, 'a.md')).toEqual(['12 March → 2010-03-12', 'June → 2010-06', '14 February → 2011-02-14']);
});
