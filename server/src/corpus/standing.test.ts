import { describe, expect, it } from 'vitest';
import { splitSentences } from '../text/sentences.ts';
import type { Block, CorpusDocument, DocumentKind, Passage } from './domain.ts';
import { corpusOf } from './memory.ts';
import { attributeDocument } from './standing.ts';

interface Piece {
  readonly text: string;
  readonly kind?: Block['kind'];
  readonly voice?: Block['voice'];
  readonly speaker?: string;
  readonly role?: NonNullable<Block['turnRole']>;
}

/** Reads pieces (paragraphs, turns, posts) as one document: each passage as `standing speaker: words`, part by part, `!` for a denial. */
function read(pieces: readonly (string | Piece)[], kind: DocumentKind = 'news'): readonly string[] {
  const passages: Passage[] = [];
  let at = 0;
  for (const [blockIndex, given] of pieces.entries()) {
    const piece: Piece = typeof given === 'string' ? { text: given } : given;
    const block: Block = {
      kind: piece.kind ?? 'paragraph',
      span: { start: at, end: at + piece.text.length },
      voice: piece.voice ?? 'document',
      speaker: piece.speaker ?? null,
      turnRole: piece.role ?? null,
      date: null,
    };
    for (const { start, end } of splitSentences(piece.text)) {
      const id = passages.length;
      passages.push({
        id,
        source: 's',
        citekey: 'k',
        span: { start: at + start, end: at + end },
        text: piece.text.slice(start, end),
        block,
        blockIndex,
        before: null,
        after: null,
      });
    }
    at += piece.text.length + 2;
  }
  const document: CorpusDocument = {
    citekey: 'k',
    source: 's',
    title: 'T',
    publisher: null,
    author: null,
    date: null,
    kind,
    url: null,
    parent: null,
    ranges: [],
    blocks: passages.map((passage) => passage.block),
  };
  const standings = attributeDocument(document, passages);
  for (const [index, { parts }] of standings.entries()) {
    expect(parts.at(0)?.span.start).toBe(0);
    expect(parts.at(-1)?.span.end).toBe(passages[index]?.text.length);
  }
  return standings.map(({ standing, speaker, parts }) => {
    const mixed =
      parts.length > 1 ? ` (${parts.map((part) => `${part.standing}${part.denied ? '!' : ''} ${part.speaker ?? '–'}`).join(', ')})` : '';
    return `${standing}${parts.length === 1 && parts[0]?.denied ? '!' : ''} ${speaker ?? '–'}${mixed}`;
  });
}

describe('standing of edited prose', () => {
  it('gives quotations over several paragraphs to their speaker, and takes the voice back', () => {
    expect(
      read([
        'Ruth Dale, a nurse at the hostel, said: “The lift was broken. Nobody came.',
        '“We wrote to the council in May.',
        '“They did not answer.”',
        'The council was founded in 1974.',
      ]),
    ).toEqual(['attributed Ruth Dale', 'attributed Ruth Dale', 'attributed Ruth Dale', 'attributed Ruth Dale', 'stated –']);
  });

  it('finds the speaker of a quotation that stands alone in the paragraph before', () => {
    expect(read(['Ms Dale claimed that the lift had been broken for years.', '“It was never repaired in all that time.”'])).toEqual([
      'attributed Dale',
      'attributed Dale',
    ]);
  });

  it('resolves pronouns and roles to the person spoken of', () => {
    expect(
      read([
        'Children’s Minister Peter Hall visited the hostel on Monday.',
        'He said the lift would be repaired.',
        'The minister also confirmed that it had been broken for a year.',
      ]),
    ).toEqual(['stated –', 'attributed Peter Hall', 'attributed Peter Hall']);
  });

  it('leaves a pronoun open after a surname that two people bear', () => {
    expect(read(['Anna Reed and Tom Reed lived there. Police interviewed Reed in May.', 'She denies hitting him.'])).toEqual([
      'stated –',
      'stated –',
      'attributed! –',
    ]);
  });

  it('tells bearers of one surname apart by title or by who spoke last', () => {
    expect(
      read([
        'Bill Reed and Anna Reed ran the shop.',
        'Bill Reed said the till was empty.',
        'Reed said: “I had counted the money twice.”',
        'Anna Reed and Tom Hall said the till was full.',
      ]),
    ).toEqual(['stated –', 'attributed Bill Reed', 'attributed Bill Reed', 'attributed Anna Reed and Tom Hall']);
  });

  it('covers a statement printed without quotation marks until the release speaks again', () => {
    expect(
      read([
        'Leader of the council, Ruth Dale, said:',
        'We have accepted that things went wrong.',
        'Our services have improved since.',
        'Notes on the reports follow below and were written by independent authors.',
      ]),
    ).toEqual(['stated –', 'attributed Ruth Dale', 'attributed Ruth Dale', 'stated –']);
  });

  it('states what a body found, and attributes what a person or a party says', () => {
    expect(
      read([
        'A serious case review found that the ward was unsafe.',
        'The ward was unsafe, the inquiry concluded.',
        'Inspectors warned that the ward was still unsafe.',
        'According to the regulator’s first survey of wards, half were unsafe.',
        'The hospital said that the ward was safe.',
        'The review’s author, Tom Reed, argues that the ward was unsafe.',
        'Judge Anna Price described the ward as “squalid”.',
      ]),
    ).toEqual(['stated –', 'stated –', 'stated –', 'stated –', 'attributed the hospital', 'attributed Tom Reed', 'attributed Anna Price']);
  });

  it('keeps orders, scare quotes and what somebody was told apart from speech', () => {
    expect(
      read([
        'The minister ordered the council to publish the report.',
        'The lift was graded ‘inadequate’ by the council.',
        'The residents of the hostel were advised by the council’s own lawyers that the lease had ended.',
      ]),
    ).toEqual(['stated –', 'stated –', 'stated – (stated –, attributed the council’s own lawyers)']);
  });

  it('leaves accusations without a speaker, and marks denials', () => {
    expect(
      read([
        'The firm has been accused of hiding the files.',
        'The firm denies that it hid the files.',
        'It was claimed that the files were burnt.',
      ]),
    ).toEqual(['attributed –', 'attributed! the firm', 'attributed –']);
  });

  it('keeps what describes the speaker for the document', () => {
    expect(read(['Ms Dale, who has lived in the hostel for years, said the lift was never once repaired by anybody.'])).toEqual([
      'attributed Dale (attributed Dale, stated –, attributed Dale)',
    ]);
  });

  it('lets a letter speak for its writer', () => {
    expect(
      read(['Dear Sir,', 'The lift was broken in May.', 'Yours faithfully,', 'Ruth Dale', 'The letter was filed.'], 'report').slice(1, 2),
    ).toEqual(['attributed Ruth Dale']);
  });
});

describe('standing of posts', () => {
  it('gives a post to its poster, and quoted words to the third person named', () => {
    expect(
      read(
        [{ text: 'The council lied. Ruth Dale said “the lift was never broken”.', kind: 'post', voice: 'poster', speaker: 'kestrel9' }],
        'comments',
      ),
    ).toEqual(['comment kestrel9', 'comment Ruth Dale (comment kestrel9, comment Ruth Dale, comment kestrel9)']);
  });
});

/** A day of a hearing in which this is asked and answered. */
function hearing(asked: string, told: string): string {
  const turns = ['Q.  You are Alan Reed?', 'A.  Yes.', 'Q.  You live in Hull?', 'A.  Yes.', `Q.  ${asked}`, `A.  ${told}`];
  return ['MR ALAN REED (sworn)', 'Questions by MS PRICE', ...turns, ...turns.slice(0, 4), ...turns.slice(0, 4)].join('\n');
}

describe('a role that stands for a name', () => {
  const speakers = (text: string): readonly (readonly [string | null, string])[] => {
    const corpus = corpusOf({ 'a.txt': text });
    return [...corpus.documents.keys()].flatMap((key) =>
      corpus.passagesOf(key).map(({ id, text: words }) => [corpus.standing(id).speaker, words] as const),
    );
  };
  const told = `The death of Sam Hale

By Ann Lee, 3 May 2011

Sam lived with his mother, Carol Hale, and her boyfriend, Dean Moss. Nurse Kelly Obi saw him in March. Nurse Jane Poole saw him in April.

The boyfriend told police that he had been asleep. He said he heard nothing. The mother said that she was out.

The nurse said that the boy was well.
`;

  it('is that person’s where one alone has it, and so is the “he” behind it', () => {
    expect(
      speakers(told)
        .slice(3, 6)
        .map(([speaker]) => speaker),
    ).toEqual(['Dean Moss', 'Dean Moss', 'Carol Hale']);
  });

  it('stays open where two have it', () => {
    expect(speakers(told).at(-1)).toEqual(['the nurse', 'The nurse said that the boy was well.']);
  });
});

describe('standing of hearings', () => {
  const question = (text: string): Piece => ({ text, kind: 'turn', voice: 'turn', speaker: 'MS PRICE', role: 'questioner' });
  const answer = (text: string): Piece => ({ text, kind: 'turn', voice: 'turn', speaker: 'MR REED', role: 'witness' });

  it('makes a fact that counsel puts and the witness confirms the witness’s too', () => {
    expect(read([question('You ran the branch from 1998. Is that right?'), answer('Yes, that’s right.')], 'transcript')).toEqual([
      'attributed MR REED (attributed MS PRICE, attributed MR REED)',
      'attributed MS PRICE',
      'attributed MR REED',
    ]);
  });

  it('marks what the witness denies, and sees agreement with a negative', () => {
    expect(read([question('You took the money, didn’t you?'), answer('No, I did not.')], 'transcript')[0]).toBe(
      'attributed MS PRICE (attributed MS PRICE, attributed! MR REED)',
    );
    expect(read([question('You were never trained, were you?'), answer('No.')], 'transcript')[0]).toBe(
      'attributed MR REED (attributed MS PRICE, attributed MR REED)',
    );
  });

  it('takes no answer to an open question, a request or a doubt for assent', () => {
    for (const [asked, told] of [
      ['When did you start there?', 'Yes, in May.'],
      ['Can we look at page 4 of the statement?', 'Yes.'],
      ['You knew about the fault, did you?', 'Yes and no.'],
    ] as const) {
      expect(read([question(asked), answer(told)], 'transcript')[0]).toBe('attributed MS PRICE');
    }
  });

  it.each([
    ['Did you see the warning?', 'No.', 'no'],
    ['Did you see the warning?', 'I did, yes.', 'yes'],
    ['Did you see the warning?', 'I was in Leeds that week.', 'open'],
    ['So it was never refused?', 'It was refused every time.', 'open'],
    ['So it was never refused?', 'It was.', 'no'],
    ['So it was never refused?', 'It was not.', 'yes'],
    ['You saw the warning?', 'I was in Leeds that week.', null],
    ['When did you see the warning?', 'In May.', null],
  ])('tells how “%s” is answered by “%s”', (asked, told, expected) => {
    const corpus = corpusOf({ 'day.txt': hearing(asked, told) });
    const [passage] = [...corpus.documents.keys()].flatMap((key) => corpus.passagesOf(key)).filter(({ text }) => text === asked);
    expect(passage === undefined ? undefined : (corpus.standing(passage.id).answer ?? null)).toBe(expected);
  });

  it('states headings and stage directions', () => {
    expect(read([{ text: '(The short adjournment)', kind: 'stage-direction' }, answer('I was there.')], 'transcript')).toEqual([
      'stated –',
      'attributed MR REED',
    ]);
  });
});
