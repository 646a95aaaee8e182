import { describe, expect, it } from 'vitest';
import { findNegations } from './negation.ts';
import { tokenize } from './tokens.ts';

const show = (text: string): readonly string[] =>
  findNegations(text, tokenize(text)).map(
    ({ kind, span, scope }) => `${kind} ${text.slice(span.start, span.end)} > ${text.slice(scope.start, scope.end)}`,
  );

describe('findNegations', () => {
  it.each([
    ['The crew did not check the brakes, but the driver did.', 'not not > check the brakes'],
    ["They didn't call because it was late.", "not n't > call"],
    ['Nobody had seen the report.', 'no Nobody > had seen the report'],
    ['There was no evidence of fraud.', 'no no > evidence of fraud'],
    ['She never met the board.', 'never never > met the board'],
    ['He left without telling the nurse.', 'without without > telling the nurse'],
    ['The council failed to inspect the bridge.', 'failed failed to > inspect the bridge'],
    ['Their failure to act was criticised.', 'failed failure to > act was criticised'],
    ['The bank refused to pay and he sued.', 'refused refused to > pay'],
    ['The firm denied any fault.', 'denied denied > any fault'],
    ['It was a non-fatal injury.', 'prefix non- > fatal injury'],
    ['The search was unlawful.', 'prefix unlawful > unlawful'],
    ['They barely spoke.', 'barely barely > spoke'],
    ['There was a lack of staff.', 'no lack of > staff'],
    ['The line is no longer open.', 'no no longer > open'],
    ['He is not guilty, and she cannot appeal.', 'not not > guilty', 'not not > appeal'],
    ['Neither the pilot nor the crew knew.', 'no Neither > the pilot nor the crew knew', 'no nor > the crew knew'],
    // What only looks negative.
    ['Not only did they call, they came.'],
    ['No fewer than nine nurses spoke.'],
    ['There was nothing but dirt.'],
    ['It is no doubt true.'],
    ['They did not fail to act.'],
    ['It is not uncommon.'],
    ['It was not without risk.'],
    ['It is late, isn’t it?'],
    ['No, they came.'],
    ['See no. 5 and No. 10.'],
    ['He asked whether or not they came.'],
    ['The treatment failed.'],
    ['The union understood under unusual pressure.', 'prefix unusual > unusual pressure'],
  ])('%s', (text, ...expected) => {
    expect(show(text)).toEqual(expected);
  });
});
