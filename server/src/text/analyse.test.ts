import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { splitSentences } from './sentences.ts';

describe('analyse', () => {
  it('finds everything of a sentence', () => {
    const text = 'On 3 May 2009 Ms Shaw told Northtown Council that “more than 50 letters” were not answered.';
    const found = analyse(text);
    const words = (spans: readonly { readonly span: { readonly start: number; readonly end: number } }[]): readonly string[] =>
      spans.map(({ span }) => text.slice(span.start, span.end));
    expect(words(found.dates)).toEqual(['3 May 2009']);
    expect(words(found.names)).toEqual(['Ms Shaw', 'Northtown Council']);
    expect(words(found.quantities)).toEqual(['more than 50']);
    expect(words(found.quotations)).toEqual(['“more than 50 letters”']);
    expect(words(found.negations)).toEqual(['not']);
    expect(found.reporting).toHaveLength(1);
  });

  it('never fails, and gives spans inside the text, in order', () => {
    const pieces = [
      'Dr', 'St', ' ', '.', '…', '“', '”', "'s", '-', '–', ',', '(', ')', '[2]', '£', '%', '1,234', '1.2m', '2009', 'May', '3rd', 'between', 'and', 'to', 'of',
      'the', 'not', 'only', 'half', 'a', 'dozen', 'twice', 'aged', 'months', 'old', 'last', 'Monday', 'days', 'later', 'said', 'Health', 'Council', 'no', '\n', '\u00a0', '\ud83d', 'é',
    ]; // biome-ignore format: a row of words reads better than a column
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 30 }),
        fc.constantFrom('', ' '),
        (parts, join) => {
          const text = parts.join(join);
          const found = analyse(text);
          for (const spans of [
            found.tokens,
            splitSentences(text),
            ...[found.dates, found.names, found.quantities, found.negations].map((list) => list.map(({ span }) => span)),
          ]) {
            let at = 0;
            for (const span of spans) {
              expect(span.start).toBeGreaterThanOrEqual(at);
              expect(span.end).toBeGreaterThan(span.start);
              expect(span.end).toBeLessThanOrEqual(text.length);
              at = span.start;
            }
          }
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });
});
