import { describe, expect, it } from 'vitest';
import { findNames } from './names.ts';
import { tokenize } from './tokens.ts';

/** `Title Name` with a letter for its form: p(erson), o(rganisation), l (place), ? (unknown). */
function show(text: string): readonly string[] {
  const letters = { person: 'p', organisation: 'o', place: 'l', unknown: '?' };
  return findNames(text, tokenize(text)).map(
    (name) => `${letters[name.form]}:${name.title === null ? '' : `<${name.title}> `}${name.name}`,
  );
}

describe('findNames', () => {
  it.each([
    // People.
    ['The chairman thanked Ms Shaw and Dr Al-Harbi.', 'p:<Ms> Shaw', 'p:<Dr> Al-Harbi'],
    ["Mr O'Brien's letter reached Fiona McDonald.", "p:<Mr> O'Brien", 'p:Fiona McDonald'],
    ['Judge Helen Marlow sat with Sir Ian Vance.', 'p:<Judge> Helen Marlow', 'p:<Sir> Ian Vance'],
    [
      'Detective Chief Inspector Paul Reed arrested Jennifer M. Anderson.',
      'p:<Detective Chief Inspector> Paul Reed',
      'p:Jennifer M. Anderson',
    ],
    ['Ludwig van der Berg met Osama bin Tariq.', 'p:Ludwig van der Berg', 'p:Osama bin Tariq'],
    ['Professor Lamb and Cllr Dunn disagreed.', 'p:<Professor> Lamb', 'p:<Cllr> Dunn'],
    ['Marlow was told by Reed.', '?:Marlow', '?:Reed'],
    ['Baby P was seen.', 'p:Baby P'],
    // Bodies.
    ['He worked for Northtown Council and Acme Ltd.', 'o:Northtown Council', 'o:Acme Ltd'],
    ['The Department of Health wrote to the Ministry of Defence.', 'o:Department of Health', 'o:Ministry of Defence'],
    ['The Department for Children, Schools and Families replied.', 'o:Department for Children, Schools and Families'],
    ['The Health and Safety Executive closed it.', 'o:Health and Safety Executive'],
    ['She trained at St Ann’s Hospital and King’s College.', 'o:St Ann’s Hospital', 'o:King’s College'],
    ["Staff told the University of the West that the BBC's report erred.", 'o:University of the West', 'o:BBC'],
    ['The Care Quality Commission fined Rowe & Sons.', 'o:Care Quality Commission', 'o:Rowe & Sons'],
    ["Northtown's Director of Services resigned.", '?:Northtown', 'o:Director of Services'],
    ['NHS England said so.', 'o:NHS England'],
    // Places.
    ['The train left York for Mill Street and High Wycombe Station.', '?:York', 'l:Mill Street', 'l:High Wycombe Station'],
    ['It happened in Leeds.', 'l:Leeds'],
    // No names.
    ['Inspectors found that Monday in May was wet.'],
    ['However, staff were late. Evidence was heard. Yesterday it rained.'],
    ['They speak French and I speak English.'],
    ['The police arrived. Police were late.'],
    ['On 3 August 2007 he left.'],
    ['Yesterday Northtown was quiet.', '?:Northtown'],
    ['“Nothing works,” she said. “Training failed.”'],
  ])('%s', (text, ...expected) => {
    expect(show(text)).toEqual(expected);
  });

  it('leaves out the possessive and keeps the title in the span', () => {
    const text = 'They read Ms Shaw’s note.';
    const [name] = findNames(text, tokenize(text));
    expect(name && text.slice(name.span.start, name.span.end)).toBe('Ms Shaw');
  });
});
