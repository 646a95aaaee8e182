import { describe, expect, test } from 'vitest';
import { misattribution } from './misattribution.ts';
import { mended, tell } from './speech-rules.fixture.ts';

const SOURCE = `The Larne ferry inquiry

Anna Brandt, the chief engineer, told the panel that the crew had never tested the pumps before the voyage. “We asked for new pumps three times,” she said.

Olaf Lind, the owner, said: “The captain decides when a ship leaves the harbour.”

An anonymous deckhand said: “Everybody on board knew that the hull was leaking.”

In June 2004 a review of ferry safety led by Sir Hugh Tarrant found that too few inspectors had been trained in hull surveys.
`;

describe('misattribution tells', () => {
  test.each([
    ['speech given to another', 'Olaf Lind said: “We asked for new pumps three times.”', 'Olaf Lind'],
    ['a quotation first', '“We asked for new pumps three times,” Olaf Lind told the panel.', 'Olaf Lind'],
    ['a subject before a colon', 'Mr Lind put it more strongly: “We asked for new pumps three times.”', 'Mr Lind'],
    ['a noun of saying', 'Olaf Lind’s reaction was that “we asked for new pumps three times”.', 'Olaf Lind'],
    ['a noun of saying behind', '“We asked for new pumps three times” was Olaf Lind’s complaint.', 'Olaf Lind'],
    ['an apposition', 'Olaf Lind, the owner, remarked: “We asked for new pumps three times.”', 'Olaf Lind, the owner'],
    ['somebody the corpus does not know', 'Petra Moss said: “We asked for new pumps three times.”', 'Petra Moss'],
    ['a pronoun with one name before it', 'Olaf Lind spoke next. He said: “We asked for new pumps three times.”', 'He'],
    ['a description kept apart from the speaker', '“We asked for new pumps three times” was the deckhand’s complaint.', 'the deckhand'],
  ])('%s', (_what, draft, words) => {
    expect(tell(misattribution, SOURCE, draft).underlined).toEqual([words]);
  });

  test('reported speech', () => {
    const { underlined } = tell(misattribution, SOURCE, 'Olaf Lind told the panel that the crew had never tested the pumps.', [
      'never tested',
    ]);
    expect(underlined).toEqual(['Olaf Lind']);
  });

  test('a finding of a review led by somebody else', () => {
    const draft = 'A review of ferry safety led by Dame Jane Orr found that too few inspectors had been trained in hull surveys.';
    expect(tell(misattribution, SOURCE, draft, ['too few inspectors']).underlined).toEqual(['Dame Jane Orr']);
  });
});

describe('misattribution is silent', () => {
  test.each([
    ['for the right speaker', 'Anna Brandt said: “We asked for new pumps three times.”'],
    ['for her surname', 'Ms Brandt said: “We asked for new pumps three times.”'],
    ['for her role', 'The chief engineer said: “We asked for new pumps three times.”'],
    ['for a description that may be hers', 'A witness said: “We asked for new pumps three times.”'],
    ['for a pronoun that may be hers', 'Anna Brandt followed Olaf Lind. She said: “We asked for new pumps three times.”'],
    ['where nobody is said to speak', 'Some remember that “we asked for new pumps three times”.'],
    ['for words that she only heard', 'Olaf Lind heard that “we asked for new pumps three times” was her answer.'],
  ])('%s', (_why, draft) => {
    expect(tell(misattribution, SOURCE, draft).underlined).toEqual([]);
  });

  test('for reported speech of the right one', () => {
    const { underlined } = tell(misattribution, SOURCE, 'Ms Brandt told the panel that the crew had never tested the pumps.', [
      'never tested',
    ]);
    expect(underlined).toEqual([]);
  });
});

test('the fix gives the words to their speaker', () => {
  expect(mended(tell(misattribution, SOURCE, 'Olaf Lind, the owner, remarked: “We asked for new pumps three times.”'))).toBe(
    'Anna Brandt remarked: “We asked for new pumps three times.”',
  );
  expect(mended(tell(misattribution, SOURCE, 'Olaf Lind said: “Everybody on board knew that the hull was leaking.”'))).toMatch(
    /^(?:An|The) anonymous deckhand said/,
  );
});

test('two quoted words tell whose they are', () => {
  const source =
    'The ferry report\n\nThe judge, Helen Marsh, called the inspection “rushed” and “shallow”.\n\nOlaf Lind, the owner, left the court without a word.';
  expect(tell(misattribution, source, 'Olaf Lind called the inspection “rushed” and “shallow”.').underlined).toEqual(['Olaf Lind']);
  expect(tell(misattribution, source, 'Helen Marsh called the inspection “rushed” and “shallow”.').underlined).toEqual([]);
  expect(tell(misattribution, source, 'Olaf Lind called the inspection “rushed” and “costly”.').underlined).toEqual([]);
});
