import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../corpus/corpus.ts';
import { corpusOf } from '../../corpus/memory.ts';
import { parseDraft } from '../../draft/parse.ts';
import { analyse } from '../../text/analyse.ts';
import { slice } from '../../text/span.ts';
import { evidenceOf } from '../evidence.ts';
import { checkQuotations } from '../quotes/check.ts';
import { sentencesOf } from '../quotes/sentence.testing.ts';
import { checkSpeakers } from './check.ts';
import { resolveSpeaker } from './resolve.ts';
import { speakersIn } from './said-by.ts';

const HEARING = `Hearing of 4 March 2019 – Nina Orr and Paul Reed
================================================

**Ms Kay**: Good morning. Please give your full name.

**Nina Orr**: Nina Margaret Orr.

**Ms Kay**: Mrs Orr, you say in your statement, "The alarm on the second floor had been silent since the spring."

**Nina Orr**: Yes, that's right.

**Ms Kay**: And the manager promised you a new panel within the week?

**Nina Orr**: He did. I never saw him again after the fire drill.

**Ms Kay**: Thank you. The next witness is Mr Reed, who ran the repair firm in those years.

**Paul Reed**: We sent two engineers to look at the panel and they found nothing wrong.

**Ms Kay**: Did they open it?

**Paul Reed**: They looked at it from outside, I believe.
`;
const hearing = corpusOf({ 'hearing.rst': HEARING });

/** Whom the last of the sentences wrongly lets speak, and who spoke. */
function wrong(corpus: Corpus, ...texts: readonly string[]): string | null {
  const sentences = sentencesOf(...texts);
  const sentence = sentences.at(-1);
  if (sentence === undefined) return null;
  const quotations = checkQuotations(sentence, corpus);
  const question = { sentence, preceding: sentences.slice(0, -1), quotations, supporting: [], contradicting: [], corpus };
  const { wrongSpeaker } = checkSpeakers(question);
  return wrongSpeaker === null ? null : `${slice(sentence.text, wrongSpeaker.span)} → ${wrongSpeaker.speaker}`;
}

describe('in a hearing', () => {
  test('one witness is not another', () => {
    expect(wrong(hearing, 'Paul Reed told the panel: “I never saw him again after the fire drill.”')).toBe('Paul Reed → Nina Orr');
    expect(wrong(hearing, 'Nina Orr told the panel: “I never saw him again after the fire drill.”')).toBeNull();
  });

  test('the witness is not counsel', () => {
    expect(wrong(hearing, 'Paul Reed said: “Thank you. The next witness is Mr Reed, who ran the repair firm.”')).toBe('Paul Reed → Ms Kay');
  });

  test('words that counsel reads out may be the witness’s', () => {
    expect(wrong(hearing, 'Nina Orr said: “The alarm on the second floor had been silent since the spring.”')).toBeNull();
  });

  test('what a witness is asked and agrees to is the witness’s as reported speech', () => {
    const [sentence] = sentencesOf('Nina Orr said that the manager promised her a new panel within the week.');
    const asked = [...hearing.documents.keys()]
      .flatMap((key) => hearing.passagesOf(key))
      .find((passage) => passage.text.includes('promised you'));
    const evidence = asked === undefined ? null : evidenceOf(asked, 'supports', 1, hearing);
    if (sentence === undefined || evidence === null) throw new Error('the hearing was not read');
    const question = { sentence, preceding: [], quotations: [], supporting: [evidence], contradicting: [], corpus: hearing };
    expect(checkSpeakers(question).wrongSpeaker).toBeNull();
  });
});

describe('who is named beside the words', () => {
  const said = (text: string): string | null => {
    const draft = parseDraft('/drafts/draft.md', text);
    const wrongs = draft.sentences.map((sentence, i) => {
      const preceding = draft.sentences.slice(0, i);
      const quotations = checkQuotations(sentence, hearing, preceding);
      return (
        checkSpeakers({ sentence, preceding, quotations, supporting: [], contradicting: [], corpus: hearing }).wrongSpeaker?.speaker ?? null
      );
    });
    return wrongs.find((one) => one !== null) ?? null;
  };
  const words = 'I never saw him again after the fire drill.';

  test.each([
    [`> ${words}\n> — Nina Orr, 2019`, null],
    [`> ${words}\n> — Paul Reed, 2019`, 'Nina Orr'],
    [`> ${words}\n>\n> — Paul Reed`, 'Nina Orr'],
    [`Paul Reed was plain:\n\n> ${words}`, 'Nina Orr'],
    [`“${words}” — Paul Reed`, 'Nina Orr'],
    [`“${words}” — Nina Orr`, null],
  ])('%s', (text, expected) => {
    expect(said(`${text}\n`)).toBe(expected);
  });

  test('a verb that two quotations share gives each its own speaker', () => {
    const repair = 'We sent two engineers to look at the panel and they found nothing wrong.';
    expect(said(`Paul Reed said: “${repair}”, and Nina Orr: “${words}”\n`)).toBeNull();
    expect(said(`Nina Orr said: “${words}”, and Paul Reed: “${repair}”\n`)).toBeNull();
    expect(said(`Paul Reed said: “${repair}”, and Ms Kay: “${words}”\n`)).toBe('Nina Orr');
  });
});

test('whom a witness quotes by name has said the words', () => {
  const told = corpusOf({
    'hearing.rst': HEARING.replace('I believe.', 'I believe. Mr Voss told me, "Nobody is paying us to open that panel, so leave it shut."'),
  });
  const words = 'Nobody is paying us to open that panel, so leave it shut.';
  expect(wrong(told, `Paul Reed said: “${words}”`)).toBe('Paul Reed → Mr Voss');
  expect(wrong(told, `Nina Orr said: “${words}”`)).toBe('Nina Orr → Mr Voss');
  expect(wrong(told, `Mr Voss said: “${words}”`)).toBeNull();
});

describe('in reported speech', () => {
  const source = `The mill inquiry

The night manager, Nina Orr, told the panel that the sprinklers had been drained two days earlier.

Counsel for the weavers, Mr Noel Bright KC, submitted that the inspectorate had been warned four times.
`;
  const mill = corpusOf({
    'mill.txt': source,
    'hearing.rst': HEARING.replace('I believe.', 'I believe. I told the foreman that it would catch fire one day.'),
  });
  const reported = (text: string, words: string): string | null => {
    const [sentence] = sentencesOf(text);
    const passage = [...mill.documents.keys()].flatMap((key) => mill.passagesOf(key)).find((one) => one.text.includes(words));
    const evidence = passage === undefined ? null : evidenceOf(passage, 'supports', 1, mill);
    if (sentence === undefined || evidence === null) throw new Error(`nothing has ${words}`);
    const question = { sentence, preceding: [], quotations: [], supporting: [evidence], contradicting: [], corpus: mill };
    return checkSpeakers(question).wrongSpeaker?.speaker ?? null;
  };

  test('whoever is told something does not say it', () => {
    expect(reported('The panel found that the sprinklers had been drained two days earlier.', 'sprinklers')).toBe('Nina Orr');
  });

  test('a witness’s “I told” is the witness’s', () => {
    expect(reported('Nina Orr told the foreman that it would catch fire one day.', 'catch fire')).toBe('Paul Reed');
    expect(reported('Paul Reed told the foreman that it would catch fire one day.', 'catch fire')).toBeNull();
  });

  test('somebody may report what the right one said', () => {
    const words = 'that the sprinklers had been drained two days earlier.';
    expect(reported(`Paul Reed told the panel ${words}`, 'sprinklers')).toBe('Nina Orr');
    expect(reported(`Paul Reed reported Nina Orr as saying ${words}`, 'sprinklers')).toBeNull();
    expect(reported(`Paul Reed recalled that Nina Orr had said ${words}`, 'sprinklers')).toBeNull();
  });

  test('letters after a name tell nobody apart', () => {
    expect(reported('Mr Bright submitted that the inspectorate had been warned four times.', 'warned')).toBeNull();
    expect(reported('Mr Reed submitted that the inspectorate had been warned four times.', 'warned')).toBe('Mr Noel Bright KC');
  });
});

describe('who the draft says speaks', () => {
  test.each([
    ['Dr Orr said: “@”', 'Dr Orr'],
    ['“@,” said Dr Orr.', 'Dr Orr'],
    ['According to Dr Orr, “@”.', 'Dr Orr'],
    ['Dr Orr put it more plainly: “@”', 'Dr Orr'],
    ['Dr Orr’s answer was that “@”.', 'Dr Orr'],
    ['“@” was Dr Orr’s answer.', 'Dr Orr'],
    ['“@” were the words of Dr Orr.', 'Dr Orr'],
    ['Her words were “@”.', 'her'],
    ['Sir Ian Moss describes “@” on the way there.', 'Sir Ian Moss'],
    ['The room fell silent at “@”.', null],
    ['Dr Orr was told that “@”.', null],
  ])('%s', (pattern, expected) => {
    const quoted = 'the alarm on the second floor had been silent';
    const analysis = analyse(pattern.replace('@', quoted));
    const start = analysis.text.indexOf(quoted) - 1;
    const [first] = speakersIn(analysis, { start, end: start + quoted.length + 2 });
    expect(first?.name.toLowerCase() ?? null).toBe(expected?.toLowerCase() ?? null);
  });
});

describe('a pronoun', () => {
  const resolved = (...texts: readonly string[]): string | null => {
    const sentences = sentencesOf(...texts);
    const analysis = analyse(sentences.at(-1)?.text ?? '');
    const at = analysis.text.search(/\b(?:he|she)\b/i);
    const speaker = {
      span: { start: at, end: at + 2 },
      name: analysis.text.slice(at).match(/^\p{L}+/u)?.[0] ?? '',
      kind: 'pronoun' as const,
    };
    return resolveSpeaker(speaker, analysis, sentences.slice(0, -1), (a, b) => a === b);
  };

  test('means the one person named before it', () => {
    expect(resolved('Mr Paul Reed ran the firm.', 'He said nothing.')).toBe('Mr Paul Reed');
  });

  test('means nobody where two may be meant', () => {
    expect(resolved('Mr Paul Reed met Mr Tom Hall.', 'He said nothing.')).toBeNull();
    expect(resolved('The firm was closed.', 'He said nothing.')).toBeNull();
  });

  test('goes by titles', () => {
    expect(resolved('Mr Paul Reed met Mrs Nina Orr.', 'She said nothing.')).toBe('Mrs Nina Orr');
  });
});
