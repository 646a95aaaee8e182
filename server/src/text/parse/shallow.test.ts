import { describe, expect, test } from 'vitest';
import { tokenize } from '../tokens.ts';
import type { Analysis, Predicate } from '../types.ts';
import { shallowPredicates } from './shallow.ts';

function analysisOf(text: string): Analysis {
  return { text, tokens: tokenize(text), quantities: [], dates: [], names: [], quotations: [], negations: [], reporting: [] };
}

/** One line a predicate: `lemma voice [not] role=words …`. */
function read(text: string): readonly string[] {
  const line = (one: Predicate): string => {
    const slots = one.slots.map(
      (slot) => `${slot.preposition === null ? '' : `${slot.preposition} `}${slot.role}=${text.slice(slot.span.start, slot.span.end)}`,
    );
    return [one.lemma, one.voice, ...(one.negated ? ['not'] : []), ...(one.modality === 'fact' ? [] : [one.modality]), ...slots].join(
      ' | ',
    );
  };
  return shallowPredicates(analysisOf(text)).map(line);
}

describe('shallow predicates', () => {
  test.each([
    ['The council was told by inspectors.', ['tell | passive | recipient=The council | by agent=inspectors']],
    ['He was found guilty of theft.', ['find | passive | patient=He | complement=guilty | of oblique=theft']],
    ['The head of the council did not apologise.', ['apologise | active | not | agent=The head of the council']],
    ['The company should have told its customers.', ['tell | active | obligation | agent=The company | recipient=its customers']],
    ['No inspector visited the plant.', ['visit | active | not | agent=No inspector | patient=the plant']],
    ['She was given a formal warning.', ['give | passive | recipient=She | patient=a formal warning']],
    [
      'Jane Hill, who had led the team, resigned.',
      ['lead | active | agent=Jane Hill | patient=the team', 'resign | active | agent=Jane Hill'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a joined participle keeps the auxiliary and the subject of the first', () => {
    expect(read('Two men were arrested by officers and charged with theft.')).toEqual([
      'arrest | passive | patient=Two men | by agent=officers',
      'charge | passive | patient=Two men | with oblique=theft',
    ]);
  });

  test('a joined past tense with an object of its own is active', () => {
    expect(read('The committee was not persuaded by the evidence and rejected the appeal.')[1]).toBe(
      'reject | active | agent=The committee | patient=the appeal',
    );
  });

  test('a noun of a deed is a predicate of its verb', () => {
    expect(read('The conviction of Peter Smith was quashed.')[0]).toBe('convict | nominal | of patient=Peter Smith');
    expect(read("Smith's resignation surprised the board.")[0]).toBe('resign | nominal | agent=Smith');
  });

  test('an empty text has none', () => {
    expect(read('')).toEqual([]);
  });
});
