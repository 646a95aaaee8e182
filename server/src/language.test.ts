import { describe, expect, test } from 'vitest';
import { loadLanguage } from './language.ts';
import { analyse } from './text/analyse.ts';

const { predicates } = loadLanguage();

/** The predicates of a sentence that are held to be sure, one line each. */
function sure(text: string): readonly string[] {
  return predicates(analyse(text))
    .filter((one) => one.confidence >= 0.75)
    .map((one) => {
      const slots = one.slots.filter((slot) => slot.role !== 'oblique' && slot.role !== 'complement');
      const written = slots.map((slot) => `${slot.role}=${text.slice(slot.span.start, slot.span.end)}`);
      return [one.lemma, one.voice, ...(one.negated ? ['not'] : []), ...written].join(' | ');
    });
}

describe('predicates with the shipped weights', () => {
  test.each([
    ['The bank closed forty branches in June 1998.', ['close | active | agent=The bank | patient=forty branches | time=June 1998']],
    ['The tribunal found that the airline had unfairly dismissed her.', ['dismiss | active | agent=the airline | patient=her']],
    ['The pilot was cleared of blame by investigators.', ['clear | passive | patient=The pilot | agent=investigators']],
    ['No warning was given to the residents.', ['give | passive | not | patient=No warning']],
    [
      'She did not resign but was removed from her post by the mayor.',
      ['resign | active | not | agent=She', 'remove | passive | patient=She | agent=the mayor'],
    ],
    [
      'The company denied that it had ignored the warnings.',
      ['deny | active | agent=The company', 'ignore | active | agent=it | patient=the warnings'],
    ],
  ])('%s', (text, expected) => {
    expect(sure(text)).toEqual(expect.arrayContaining([...expected]));
  });

  test('the passive and the active of one deed name the same doer and the same done-to', () => {
    const parts = (text: string): readonly string[] =>
      predicates(analyse(text))
        .flatMap((one) => one.slots.map((slot) => `${slot.role} ${text.slice(slot.span.start, slot.span.end).toLowerCase()}`))
        .sort();
    expect(parts('The court fined the brewery.')).toEqual(parts('The brewery was fined by the court.'));
  });

  test.each(['', ' ', '— “ ” …', 'of of of of', 'not not never', 'x'.repeat(5000)])('hostile text gives values: %j', (text) => {
    expect(Array.isArray(predicates(analyse(text)))).toBe(true);
  });
});
