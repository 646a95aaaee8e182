import { describe, expect, test } from 'vitest';
import { corpusOf } from '../../corpus/memory.ts';
import { checkQuotations } from './check.ts';
import { sentenceOf } from './sentence.testing.ts';

const FERRY = `The Larne ferry inquiry

The chief engineer, Anna Brandt, told the panel that the pumps had never been tested. "We asked for new pumps three times, and three times we were told to wait," she said.

"The crew knew. The owners knew. Nobody wrote it down," Ms Brandt added.

The harbour master did not close the quay until the tide had turned. He said that co-operation between the two companies was "frankly non-existent" and that the warn-
ings of 1998 had been ignored by everybody in the port.

A spokesman for the owners said: “It wasn’t our decision to sail in such weather; the captain decides when a ship leaves the harbour.”
`;
const corpus = corpusOf({
  'the-larne-ferry-inquiry.txt': FERRY,
  'other.txt': 'A short history of the port\n\nThe tide tables were first printed in 1871 by a local chandler.\n',
});

/** What becomes of the one quotation of a sentence. */
function check(text: string) {
  const [result] = checkQuotations(sentenceOf(text), corpus);
  if (result === undefined) throw new Error('no quotation');
  return result;
}

/** The changes as `said → source`. */
function changes(text: string): readonly string[] {
  const result = check(text);
  return result.kind === 'changed' ? result.changes.map(({ said, source }) => `${said} → ${source}`) : [result.kind];
}

describe('words that stand in the source', () => {
  test.each([
    ['as they are', 'She said: “We asked for new pumps three times, and three times we were told to wait”.'],
    ['with straight marks and a comma of the draft', 'She said: "three times we were told to wait," and left.'],
    ['with another first letter', 'She said that “Three times we were told to wait”.'],
    ['with a first letter in brackets', 'She said “[T]hree times we were told to wait”.'],
    ['with an ellipsis', 'She said: “We asked for new pumps … and three times we were told to wait”.'],
    ['with dots in brackets', 'She said: “We asked for new pumps [...] we were told to wait”.'],
    ['with a bracket in place of a word', 'She said: “[The crew] asked for new pumps three times”.'],
    ['with a bracket that bears the ending of a word', 'He said: “[this was]n’t our decision to sail in such weather”.'],
    ['with a bracket put in', 'She said: “We asked for new pumps [sic] three times”.'],
    ['over the ends of sentences', 'She said: “The crew knew. The owners knew. Nobody wrote it down”.'],
    ['with the other apostrophe', "He said: “It wasn't our decision to sail in such weather”."],
    ['with a word that a line end cuts in the source', 'He recalled that “the warnings of 1998 had been ignored”.'],
    ['with a hyphen less', 'He said that “cooperation between the two companies was frankly non existent”.'],
    ['over an ellipsis that leaves out paragraphs', 'She said: “the pumps had never been tested … the tide had turned”.'],
  ])('%s', (_how, text) => {
    expect(check(text).kind).toBe('exact');
  });

  test('are read back from the source, with their place', () => {
    const result = check('He said that “the warnings of 1998 had been ignored”.');
    expect(result).toMatchObject({
      kind: 'exact',
      places: [{ source: 'the-larne-ferry-inquiry.txt', quote: 'the warn-\nings of 1998 had been ignored' }],
    });
  });
});

describe('words that were changed', () => {
  test.each([
    ['one word for another', 'She said: “three times we were ordered to wait”.', ['ordered → told']],
    ['the last word', 'She said: “We asked for new pumps three weeks”.', ['weeks → times']],
    ['the first word', 'She said: “Engineers asked for new pumps three times”.', ['Engineers → We']],
    ['a word left out', 'She said: “We asked for pumps three times, and three times we were told to wait”.', [' → new']],
    ['a negation turned', 'He said: “It was our decision to sail in such weather”.', ['was → wasn’t']],
    ['a word put in', 'She said: “We asked for brand new pumps three times”.', ['brand → ']],
    [
      'two words',
      'She said: “We begged for new pumps five times, and three times we were told to wait”.',
      ['begged → asked', 'five → three'],
    ],
  ])('%s', (_how, text, expected) => {
    expect(changes(text)).toEqual(expected);
  });

  test('are underlined where they stand in the draft', () => {
    const text = 'She said: “three times we were ordered to wait”.';
    const result = check(text);
    const [change] = result.kind === 'changed' ? result.changes : [];
    expect(text.slice(change?.draft.start, change?.draft.end)).toBe('ordered');
  });

  test('a quotation that joins two places says so', () => {
    const near = check('She said: “We asked for new pumps three times, and nobody wrote it down”.');
    expect(near).toMatchObject({ kind: 'changed', joined: true });
    const far = check('She said: “We asked for new pumps three times the captain decides when a ship leaves the harbour”.');
    expect(far).toMatchObject({ kind: 'changed', joined: true });
  });
});

describe('what is no misquotation', () => {
  test.each([
    ['a paraphrase', 'She said: “We wanted better pumps again and again but had to be patient”.', 'not-found'],
    ['invented words', 'She said: “the whole port ought to be ashamed of itself”.', 'not-found'],
    ['common words in another order', 'She said: “the decision of the owners was to wait for the tide”.', 'not-found'],
    ['three words', 'She called it “frankly quite non-existent”.', 'not-checked'],
    ['the title of a source', 'This is told in “The Larne ferry inquiry”.', 'not-checked'],
    ['the title of another work', 'His article “The Long Night at the Harbour” tells more.', 'not-checked'],
  ])('%s', (_what, text, kind) => {
    expect(check(text).kind).toBe(kind);
  });

  test('what somebody called a thing is quoted, not named', () => {
    expect(check('She deplored what she called “three times we were ordered to wait”.').kind).toBe('changed');
  });
});

test('parts in another order than the source’s are no quotation of it', () => {
  const result = check('She said: “Nobody wrote it down … The crew knew. The owners knew.”');
  expect(result).toMatchObject({ kind: 'changed', joined: true, changes: [] });
});

test('a quotation of nothing, or of marks alone, is not checked', () => {
  for (const text of ['“”', '“… […] —”', '“[all of this is the writer’s own]”']) expect(check(text)).toMatchObject({ kind: 'not-checked' });
});

describe('hostile quotations', () => {
  test('very long ones are checked in pieces', () => {
    const log = Array.from({ length: 90 }, (_, i) => `At bell ${i} the mate logged ${i * 7} fathoms under the keel.`).join(' ');
    const long = corpusOf({ 'log.txt': `The log\n\n${log}\n` });
    const kind = (words: string) => checkQuotations(sentenceOf(`It reads: “${words}”`), long).map((result) => result.kind);
    expect(kind(log)).toEqual(['exact']);
    expect(kind(log.replace('bell 40 the mate', 'bell 40 the captain'))).toEqual(['changed']);
    expect(check(`She said: “${'nobody knows anything at all of this whole matter '.repeat(2000)}”`).kind).toBe('not-found');
  });

  test('endless words, ellipses and brackets end', () => {
    for (const part of ['a', '… ', '[', '[a] ', '.', '. ', "'", '1,', 'we … ', '-\n']) {
      expect(['not-checked', 'not-found', 'exact']).toContain(check(`She said: “${part.repeat(20000)}”`).kind);
    }
  });
});
