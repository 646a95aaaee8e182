import { describe, expect, test } from 'vitest';
import { tokenize } from '../tokens.ts';
import type { Analysis } from '../types.ts';
import { parseModel } from './model/model-file.ts';
import { createPredicateReader } from './predicates.ts';
import { shallowPredicates } from './shallow.ts';

const analysisOf = (text: string): Analysis => ({
  text,
  tokens: tokenize(text),
  quantities: [],
  dates: [],
  names: [],
  quotations: [],
  negations: [],
  reporting: [],
});

describe('a predicate reader without a model', () => {
  test('reads by rules alone', () => {
    const analysis = analysisOf('The bank was warned by the regulator.');
    expect(createPredicateReader(null)(analysis)).toEqual(shallowPredicates(analysis));
  });
});

describe('bytes that are no model', () => {
  const header = (json: string): Uint8Array => {
    const text = new TextEncoder().encode(json);
    return Uint8Array.from([...new TextEncoder().encode('CPM1'), text.length, 0, 0, 0, ...text]);
  };
  test.each([
    ['nothing', new Uint8Array(0), 'The file is not a parser model.'],
    ['other bytes', new TextEncoder().encode('PK and so on'), 'The file is not a parser model.'],
    ['a broken header', header('{"tags"'), 'The header of the parser model cannot be read.'],
    [
      'a header with a table too many to hold',
      header('{"tags":[],"labels":[],"dictionary":"","classes":"","margins":[],"calibration":[],"tables":[{"classes":9999}]}'),
      'The header of the parser model cannot be read.',
    ],
    [
      'a file cut short',
      header(
        '{"tags":[],"labels":[],"dictionary":"","classes":"","margins":[],"calibration":[],"tables":[{"classes":4,"bits":8,"cells":4,"values":4}]}',
      ),
      'The parser model is cut short.',
    ],
  ])('%s', (_, bytes, message) => {
    expect(parseModel(bytes)).toEqual({ kind: 'model-problem', message });
  });
});
