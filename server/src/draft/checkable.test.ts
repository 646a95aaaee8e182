import { describe, expect, it } from 'vitest';
import { checkable } from './checkable.ts';
import { parseDraft } from './parse.ts';
import type { DraftSentence, UncheckedWhy } from './types.ts';

function why(text: string, place: DraftSentence['place'] = 'paragraph'): UncheckedWhy | 'checked' {
  const found = checkable(text, place);
  return found.check ? 'checked' : found.why;
}

const claims = [
  'The harbour board dismissed nine pilots in May 1911.',
  'The inspector said that the board should have closed the pier.',
  'The court found that masters must report every collision.',
  'The inspectors recommended that the budget be doubled.',
  'The board was clear that the fire could and should have been prevented.',
  'Staff must refresh their training every two years.',
  'Under the bye-laws, masters should carry two lamps.',
  'Pilots are required to hold a licence.',
  'The tug is owned by the railway.',
  'He was lying in the hold, and his lamp was out.',
  'Few of the pilots questioned the order.',
  'It was the cook, John Reed, who raised the alarm.',
  'It is clear that they lost the log.',
  'It is hard to believe that the crew lost the log.',
  'This report, which the minister had ordered, appeared in 1912.',
  'The first part of the pier burnt.',
  'A boiler exploded on the tug.',
  'The captain asked: “Who gave the order?”',
  '“Who gave the order?” he asked.',
  'It drew a crowd of four thousand.',
  'In a shocking passage the witness admitted that he had burnt the log.',
  'The largest of the tugs is the Ajax.',
  'Inspectors could report only limited progress.',
  'Staff employed by the board left in June.',
  'As noted above, the board dismissed nine pilots.',
  'Sadly, two of the crew drowned.',
  'We interviewed no one, but the log shows that the pier burnt at noon on 3 May.',
];

const others: readonly (readonly [UncheckedWhy, string])[] = [
  ['question', 'Who gave the order?'],
  ['question', '“Who gave the order?”'],
  ['norm', 'The board should publish its log.'],
  ['norm', 'All pilots ought to carry two lamps.'],
  ['norm', 'Staff employed by the board should carry two lamps.'],
  ['norm', 'If a fire breaks out, the master must sound the bell.'],
  ['norm', 'It is essential that the log be kept.'],
  ['norm', 'We recommend that the pier be rebuilt.'],
  ['norm', 'Ensure that the log is kept.'],
  ['norm', 'There is an urgent need for a second lamp.'],
  ['norm', 'More inspectors are needed.'],
  ['opinion', 'It is hard to read the log without anger.'],
  ['opinion', 'It is hard not to pity the men who sailed on her.'],
  ['opinion', 'It was a bleak and needless affair.'],
  ['opinion', 'The silence of the board was shameful.'],
  ['opinion', 'Never has a board looked more foolish.'],
  ['opinion', 'The log is the most moving of these papers.'],
  ['opinion', 'We find the conduct of the board deeply troubling.'],
  ['opinion', 'In our view the board had lost its way.'],
  ['opinion', 'One can only wonder what they were thinking.'],
  ['opinion', 'What a dreadful muddle!'],
  ['opinion', 'The noise was out of all proportion to the fire.'],
  ['meta', 'This chapter considers the fire and its causes.'],
  ['meta', 'Table 2 sets out the losses.'],
  ['meta', 'The next section turns to the inquiry.'],
  ['meta', 'The losses are listed below.'],
  ['meta', 'In this section we look at the causes of the fire.'],
  ['meta', 'Quotations are taken from the printed log.'],
  ['definition', 'By a pilot we mean a person who holds a licence.'],
  ['definition', 'A lighter is a flat boat that carries cargo to a ship.'],
  ['definition', 'The term “lighter” refers to a flat boat.'],
  ['fragment', 'Losses by year'],
];

describe('what is a claim', () => {
  it.each(claims)('%s', (text) => {
    expect(why(text)).toBe('checked');
  });
});

describe('what is none', () => {
  it.each(others)('%s: %s', (expected, text) => {
    expect(why(text)).toBe(expected);
  });
});

describe('the place of a sentence', () => {
  it('decides for headings, comments and cells', () => {
    expect(why('The pier burnt in May.', 'heading')).toBe('heading');
    expect(why('The pier burnt in May.', 'comment')).toBe('not-prose');
    expect(why('14 tugs', 'table-cell')).toBe('fragment');
    expect(why('The boiler of the tug exploded at noon.', 'table-cell')).toBe('checked');
    expect(why('Harbour Board, Annual report.', 'footnote')).toBe('fragment');
    expect(why('The board denied it in June.', 'footnote')).toBe('checked');
  });

  it('makes the words of a block quotation somebody else’s', () => {
    expect(why('Boards should publish their logs.', 'blockquote')).toBe('checked');
  });
});

it('a quotation of four words or more is checked in whatever sentence it stands', () => {
  expect(why('Boards should heed the words “no lamp was ever lit” of the cook.')).toBe('checked');
});

it('what goes on about the draft is about the draft', () => {
  const draft = parseDraft(
    '/d.md',
    'This chapter considers the fire. It leaves the inquiry to the next.\n\nThe pier burnt. It leaves a gap.',
  );
  expect(draft.sentences.map((one) => (one.checkable.check ? 'checked' : one.checkable.why))).toEqual([
    'meta',
    'meta',
    'checked',
    'checked',
  ]);
});

it('any text is judged', () => {
  for (const text of ['', '…', '?', '“', 'should', 'It is', 'that that that', 'must '.repeat(5000)])
    expect(() => checkable(text, 'paragraph')).not.toThrow();
});
