import { describe, expect, it } from 'vitest';
import { findNames } from './names.ts';
import { findQuotations } from './quotations.ts';
import { findReporting } from './reporting.ts';
import { tokenize } from './tokens.ts';

/** Each report as `speaker | verb > hearer | content // content`. */
function shown(text: string): readonly string[] {
  const tokens = tokenize(text);
  const cut = (span: { readonly start: number; readonly end: number } | null): string =>
    span === null ? '–' : text.slice(span.start, span.end);
  return findReporting(text, tokens, findQuotations(text, tokens), findNames(text, tokens)).map(
    (one) =>
      `${cut(one.speaker)} | ${one.verb}${one.hearer === null ? '' : ` > ${cut(one.hearer)}`} | ${one.content.map(cut).join(' // ')}`,
  );
}

describe('who says it, and whether it is said at all', () => {
  it.each([
    [
      'I asked the investigators of the trial, who told me that they had checked it.',
      'the investigators of the trial | tell > me | they had checked it',
    ],
    ['A lift that nobody mends, the inspectors remark, “is a cupboard”.', 'the inspectors | remark | “is a cupboard”'],
    ['Brandt and Sorley calculate that nine lifts were out of use.', 'Brandt and Sorley | calculate | nine lifts were out of use'],
    ['He suggested the lift had been left open.', 'He | suggest | the lift had been left open'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toContain(expected);
  });
  it('who asks is not who is asked about', () => {
    expect(shown('Asked by Councillor Moss who had told her that it was safe, she said that it had been Mr Reed.')).toEqual([
      'she | say | it had been Mr Reed',
    ]);
  });
  it('nothing is said where a change is suggested', () => {
    expect(shown('The company was shown the plans and suggested changes to the lift, some of which we accepted.')).toEqual([]);
  });
});

describe('direct speech', () => {
  it.each([
    ['Ruth Dale said: “The lift was broken.”', 'Ruth Dale | say | “The lift was broken.”'],
    ['“The lift was broken,” said Ruth Dale, the caretaker.', 'Ruth Dale | say | “The lift was broken,”'],
    ['“It was broken,” she said. “Nobody came.”', 'she | say | “It was broken,” // “Nobody came.”'],
    ['“It was broken,” Ms Dale told the inquiry on Monday.', 'Ms Dale | tell > the inquiry | “It was broken,”'],
    ['Asked whether he knew, Mr Reed replied: “No comment.”', 'Mr Reed | reply | “No comment.”'],
    ['The chair of the board, Ruth Dale, said, “We are sorry.”', 'Ruth Dale | say | “We are sorry.”'],
    ['As Ruth Dale, a nurse, observed in her diary, “nobody came”.', 'Ruth Dale | observe | “nobody came”'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toContain(expected);
  });
});

describe('indirect speech', () => {
  it.each([
    ['Ms Dale, who runs the hostel, said she had written twice.', 'Ms Dale | say | she had written twice'],
    ['The lift, he said, was broken.', 'he | say | The lift // was broken'],
    ['The lift was broken, the caretaker said.', 'the caretaker | say | The lift was broken'],
    ['Ms Dale told the inquiry that the lift was broken.', 'Ms Dale | tell > the inquiry | the lift was broken'],
    ['In a letter dated 3 May the ombudsman says the council was at fault.', 'the ombudsman | say | the council was at fault'],
    ['The minister argued during the debate on Tuesday that the law was clear.', 'The minister | argue | the law was clear'],
    ['The minister also confirmed, as the letter had, that the law was clear.', 'The minister | confirm | the law was clear'],
    ['The police have statements from two nurses saying the ward was cold.', 'two nurses | say | the ward was cold'],
    ['He was told by the manager that the ward was full.', 'the manager | tell > He | the ward was full'],
    ['Ms Dale’s view was that the ward was safe.', 'Ms Dale | view | the ward was safe'],
    ['The review found that the ward was unsafe.', 'The review | find | the ward was unsafe'],
    ['The inspector claimed to have seen the file.', 'The inspector | claim | to have seen the file'],
    ['The council accepts that it changed the grade and says this was an error.', 'The council | accept | it changed the grade'],
    ['The judge described the men as “callous” and “greedy”.', 'The judge | describe | the men as “callous” and “greedy”'],
    ['The judge described the men as callous as he jailed them.', 'The judge | describe | the men as callous'],
    ['The judge described the men as being as bold as they come.', 'The judge | describe | the men as being as bold as they come'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toContain(expected);
  });
});

describe('denials, orders, accusations and hearsay', () => {
  it.each([
    ['The company denies that it knew.', 'The company | deny | it knew'],
    ['She denied taking the money.', 'She | deny | taking the money'],
    ['The mayor rejected claims that the road was unsafe.', 'The mayor | reject | the road was unsafe'],
    ['When Ms Dale denied it all, the men left.', 'Ms Dale | deny | it all'],
    ['The court ordered the firm to pay.', 'The court | order > the firm | to pay'],
    ['The minister instructed the regulator, along with others, to report.', 'The minister | instruct > the regulator | to report'],
    ['The mayor apologised to the residents for the delay.', 'The mayor | apologise > the residents | to the residents for the delay'],
    ['The firm has been accused of hiding the files.', '– | accuse | hiding the files'],
    ['Mr Ali was accused by the auditor of falsifying the accounts.', 'the auditor | accuse | falsifying the accounts'],
    ['Mr Reed is alleged to have taken the money.', '– | allege | Mr Reed // to have taken the money'],
    ['It was claimed that the bridge was unsafe.', '– | claim | the bridge was unsafe'],
    ['The film includes claims that the firm knew.', '– | claim | the firm knew'],
    ['According to the coroner, the driver was asleep.', 'the coroner | according to | the driver was asleep'],
    ['The driver was asleep, according to the coroner.', 'the coroner | according to | The driver was asleep'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toContain(expected);
  });
});

describe('no report', () => {
  it.each([
    'The company did not say that it knew.',
    'Nobody would argue that the ward was safe.',
    'The claims team read the report on Monday.',
    'Remember that the file is lost.',
    'He called the police.',
    'The road was closed for a week.',
    '',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('reads any text without failing', () => {
    for (const text of [
      'said',
      'said said said',
      '“',
      'according to',
      ', said ,',
      'that that that',
      'He said',
      'told',
      '( said )',
      'X said: “',
    ]) {
      expect(() => shown(text)).not.toThrow();
    }
  });
});

describe('words without "that" behind circumstances', () => {
  it.each([
    ['Ms Dale said on Friday she had written twice.', 'Ms Dale | say | she had written twice'],
    ['The board said in a statement the lift was broken.', 'The board | say | the lift was broken'],
    ['Ms Dale told the inquiry on Monday the lift was broken.', 'Ms Dale | tell > the inquiry | the lift was broken'],
    ['Dr Reed warned the lift would fail.', 'Dr Reed | warn | the lift would fail'],
    ['Dr Reed warned the board that it would fail.', 'Dr Reed | warn > the board | it would fail'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toContain(expected);
  });
});

describe('what somebody believes, fears or complains of', () => {
  it.each([
    ['The doctor thought that the boy was well.', 'The doctor | think | the boy was well'],
    ['Police believe he was alone.', 'Police | believe | he was alone'],
    ['The man is believed to have drowned.', '– | believe | The man // to have drowned'],
    ['Families complained about the delay.', 'Families | complain | the delay'],
    ['Neighbours spoke of screams in the night.', 'Neighbours | speak | screams in the night'],
    ['It was her belief that the boy was safe.', 'her | belief | the boy was safe'],
    ['The manager raised concerns that the boy was not eating.', '– | concern | the boy was not eating'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toContain(expected);
  });

  it.each(['He did not believe her.', 'She thought of her mother.', 'He felt the cold.', 'They hoped for rain.', 'He spoke quietly.'])(
    'is none in: %s',
    (text) => {
      expect(shown(text)).toEqual([]);
    },
  );
});

describe('nouns of saying', () => {
  it.each([
    ['There were claims that staff slept on duty.', '– | claim | staff slept on duty'],
    ['Despite warnings that the seal was worn, the boat sailed.', '– | warning | the seal was worn'],
    ['The inquiry heard evidence that the door was locked.', '– | evidence | the door was locked'],
    ['Mr Hale gave evidence that the door was locked.', 'Mr Hale | evidence | the door was locked'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toContain(expected);
  });

  it('is none where there is no evidence', () => {
    expect(shown('There is no evidence that he was told.')).toEqual([]);
  });
});
