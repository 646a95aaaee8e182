import { describe, expect, test } from 'vitest';
import { misquote } from './misquote.ts';
import { mended, tell } from './speech-rules.fixture.ts';

const SOURCE = `The Larne ferry inquiry

Anna Brandt, the chief engineer, said: “We asked for new pumps three times, and three times we were told to wait. It wasn't our decision to sail in such weather.”

The harbour master never asked the crew to close the quay before the tide had turned.
`;

describe('misquote underlines what differs', () => {
  test.each([
    ['a word', 'She said: “three times we were ordered to wait”.', 'ordered'],
    ['a word left out, with its neighbours', 'He never did: “The harbour master asked the crew to close the quay”.', 'master asked'],
    ['a particle with its verb', 'It says that “the harbour master never asked the crew to close up the quay”.', 'close up'],
    [
      'two words near each other',
      'She said: “We begged for old pumps three times, and three times we were told to wait”.',
      'begged for old',
    ],
    [
      'several words, the first where the others are far',
      'She said: “We begged for new pumps three times, and three times we were told to wait. It wasn’t our decision to walk in such weather”.',
      'begged',
    ],
  ])('%s', (_what, draft, words) => {
    expect(tell(misquote, SOURCE, draft).underlined).toEqual([words]);
  });
});

test('misquote says what the source has, and where', () => {
  const [finding] = tell(misquote, SOURCE, 'She said: “three times we were ordered to wait”.').findings;
  expect(finding?.message).toMatch(/^The source has “told”, not “ordered”; “.+” \(.*line 3\) has “three times we were told to wait”\.$/);
});

describe('misquote mends', () => {
  test.each([
    ['with the exact words', 0, 'She said: “three times we were ordered to wait”.', 'She said: “three times we were told to wait”.'],
    ['openly', 1, 'She said: “three times we were ordered to wait”.', 'She said: “three times we were [ordered] to wait”.'],
    [
      'in the draft’s typography',
      0,
      'She said, ‘it was our decision to sail in such weather’.',
      'She said, ‘it wasn’t our decision to sail in such weather’.',
    ],
    [
      'keeping ellipses',
      0,
      'She said: “We begged for new pumps … and three times we were told to wait”.',
      'She said: “We asked for new pumps … and three times we were told to wait”.',
    ],
    ['keeping emphasis', 0, 'She said: “*three* times we were ordered to wait”.', 'She said: “*three* times we were told to wait”.'],
    ['with the draft’s own ellipsis', 1, 'She said … “We asked for pumps three times”.', 'She said … “We asked for … pumps three times”.'],
    [
      'a capital at the beginning',
      0,
      'She said: “Engineers asked for new pumps three times”.',
      'She said: “We asked for new pumps three times”.',
    ],
  ])('%s', (_how, fix, draft, result) => {
    expect(mended(tell(misquote, SOURCE, draft), fix)).toBe(result);
  });

  test('and leaves nothing to mend', () => {
    const told = tell(misquote, SOURCE, 'She said: “We begged for old pumps three times, and three times we were ordered to wait”.');
    expect(tell(misquote, SOURCE, mended(told)).findings).toEqual([]);
  });

  test('a negation that is left out only with the exact words', () => {
    const { findings } = tell(misquote, SOURCE, 'It says that “the harbour master asked the crew to close the quay”.');
    expect(findings[0]?.fixes).toHaveLength(1);
  });
});

test('block quotations are checked sentence by sentence', () => {
  const draft =
    'She was blunt:\n\n> We asked for new pumps three times, and three times we were told to wait. It was our decision to sail in such weather.\n';
  expect(tell(misquote, SOURCE, draft).underlined).toEqual(['was']);
});

describe('a block quotation that leaves out a sentence', () => {
  const LOG = `The wreck of the Larne ferry

Olaf Lind told the court: “The pumps were tested on Monday. They failed on Monday night. We sailed on Tuesday with the tide. Nobody stopped us at the quay.”
`;
  const tellOf = (quoted: string) => tell(misquote, LOG, `He told the court:\n\n> ${quoted}\n`);

  test('tells that it joins two places, and puts the ellipsis or the sentence in', () => {
    const told = tellOf('The pumps were tested on Monday. We sailed on Tuesday with the tide.');
    expect(told.findings.map((finding) => finding.message)).toEqual([expect.stringMatching(/^The quotation joins two places/)]);
    expect(mended(told)).toContain('tested on Monday. […] We sailed on Tuesday');
    expect(mended(told, 1)).toContain('tested on Monday. They failed on Monday night. We sailed on Tuesday');
    expect(tell(misquote, LOG, mended(told)).findings).toEqual([]);
    expect(tell(misquote, LOG, mended(told, 1)).findings).toEqual([]);
  });

  test.each([
    ['where the sentences follow each other', 'The pumps were tested on Monday. They failed on Monday night.'],
    ['where an ellipsis marks it', 'The pumps were tested on Monday … We sailed on Tuesday with the tide.'],
    ['where one in brackets marks it', 'The pumps were tested on Monday. [...] We sailed on Tuesday with the tide.'],
    ['where each stands in its own paragraph', 'The pumps were tested on Monday.\n>\n> We sailed on Tuesday with the tide.'],
  ])('is silent %s', (_why, quoted) => {
    expect(tellOf(quoted).findings).toEqual([]);
  });
});

describe('a quotation that breaks off before a negation', () => {
  const VERDICT = `The verdict

The clerk asked whether the captain was guilty or not of the charge. He said that the owners had never been told, not once.
`;

  test('is a misquote, mended with the negation', () => {
    const told = tell(misquote, VERDICT, 'They asked whether “the captain was guilty or”.');
    expect(told.findings).toHaveLength(1);
    expect(mended(told)).toBe('They asked whether “the captain was guilty or not”.');
  });

  test('is none where it ends before another clause', () => {
    expect(tell(misquote, VERDICT, 'He said “the owners had never been told”.').findings).toEqual([]);
    expect(tell(misquote, VERDICT, 'They asked whether “the captain was guilty”.').findings).toEqual([]);
    expect(tell(misquote, VERDICT, 'They asked whether “the captain was guilty or …”.').findings).toEqual([]);
  });
});
