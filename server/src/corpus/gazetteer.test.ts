import { describe, expect, it } from 'vitest';
import type { Block, Passage } from './domain.ts';
import { buildGazetteer } from './gazetteer.ts';

function gazetteerOf(texts: readonly string[], speaker: string | null = null) {
  const block: Block = {
    kind: 'paragraph',
    span: { start: 0, end: 0 },
    voice: speaker === null ? 'document' : 'turn',
    speaker,
    turnRole: null,
    date: null,
  };
  const passages = texts.map(
    (text, id): Passage => ({
      id,
      source: 's',
      citekey: 'k',
      span: { start: 0, end: text.length },
      text,
      block,
      blockIndex: id,
      before: null,
      after: null,
    }),
  );
  return buildGazetteer(passages, []);
}

const TEXTS = [
  'Ruth Dale, executive director of the hostel, said the lift was broken.',
  'Ms Dale said so again. The director said nothing more to Dale.',
  'The General Medical Council (GMC) suspended Dr Anwar Siddiq, a paediatrician, in May.',
  'Peter Moss (Baby M) died in 2001. The inquiry heard from Moss’s sister, Anna Moss, and Mr Tom Reed.',
  'Mrs Hall and Mr Hall ran the shop. Jane Hall kept the books, said Mrs Hall.',
  'The Fair Housing Commission wrote to Northfield Council. The council replied to Judge Laura Price.',
  'Mr Reed met Tracy Felt and Tracey Felt, who said hello, and Ms Felt.',
];

describe('the gazetteer', () => {
  const gazetteer = gazetteerOf(TEXTS);

  it.each([
    ['Ms Dale', 'Ruth Dale', 'same'],
    ['R. Dale', 'Ruth Dale', 'same'],
    ['Baby M', 'Peter Moss', 'same'],
    ['GMC', 'the General Medical Council', 'same'],
    ['FHC', 'Fair Housing Commission', 'same'],
    ['Dr Siddiq', 'the paediatrician', 'same'],
    ['Mr Reed', 'Tom Reed', 'same'],
    ['Ruth Dale', 'Tom Reed', 'different'],
    ['Peter Moss', 'Anna Moss', 'different'],
    ['Moss', 'Anna Moss', 'unsure'],
    ['Mr Hall', 'Mrs Hall', 'different'],
    ['Mrs Hall', 'Jane Hall', 'same'],
    ['Tracy Felt', 'Tracey Felt', 'unsure'],
    ['Northfield Council', 'the leader of Northfield Council', 'unsure'],
    ['Northfield Council', 'Northfield', 'unsure'],
    ['the General Medical Council', 'Northfield Council', 'different'],
    ['Ruth Dale', 'somebody else', 'unsure'],
    ['Ruth Dale', 'the inspector', 'unsure'],
    ['', 'Ruth Dale', 'unsure'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(gazetteer.compare(a, b)).toBe(expected);
    expect(gazetteer.compare(b, a)).toBe(expected);
  });

  it('keeps the fullest form with its short forms and roles', () => {
    const [dale] = gazetteer.lookup('Dale');
    expect(dale?.name).toBe('Ruth Dale');
    expect(dale?.kind).toBe('person');
    expect(dale?.roles).toContain('executive director');
  });

  it('knows speakers of turns, however they are written', () => {
    const hearing = gazetteerOf(['I was there.'], 'MR THOMAS BEER');
    expect(hearing.compare('Mr Beer', 'Thomas Beer')).toBe('same');
  });

  it('is silent on an empty corpus', () => {
    expect(gazetteerOf([]).lookup('Anybody')).toEqual([]);
  });
});
