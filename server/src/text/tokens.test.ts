import { describe, expect, it } from 'vitest';
import { tokenize } from './tokens.ts';

/** Tokens with a space between; a glued one with no space of its own in the text is joined by `·`. */
const cut = (text: string): string =>
  tokenize(text)
    .map((token) => (token.glued ? '·' : ' ') + token.text)
    .join('')
    .trim();

describe('tokenize', () => {
  it.each([
    ['Peter’s dog didn’t eat.', 'Peter·’s dog did·n’t eat·.'],
    ["They can't, cannot and won't.", "They ca·n't·, can·not and wo·n't·."],
    ["I'd say we've seen the parents' car.", "I·'d say we·'ve seen the parents·' car·."],
    ['A 17-month-old girl.', 'A 17·-·month·-·old girl·.'],
    ['It cost £120,000 or £1.2m (45%).', 'It cost £·120,000 or £·1.2m (·45·%·)·.'],
    ['At 11.36am, 4pm and 15:40.', 'At 11.36·am·, 4·pm and 15:40·.'],
    ['On 3rd May 2009, 22/5/2009 or 2009-04-30.', 'On 3rd May 2009·, 22/5/2009 or 2009-04-30·.'],
    ['1,2,3 and 1,234,567.89', '1·,·2·,·3 and 1,234,567.89'],
    ['Dr. J. Smith-Jones of the U.S. Navy.', 'Dr. J. Smith·-·Jones of the U.S. Navy·.'],
    ['This is Baby P.', 'This is Baby P·.'],
    [
      'See https://example.org/a(1), www.example.org. Write to a.b@example.org.',
      'See https://example.org/a(1)·, www.example.org·. Write to a.b@example.org·.',
    ],
    ['O’Brien, M&S; R&D – “what?!”', 'O’Brien·, M&S·; R&D – “·what·?!·”'],
    ['Wait... 5kg, 96 mph, 1990s, ½.', 'Wait·... 5·kg·, 96 mph·, 1990s·, ½·.'],
    ['Dvořák\u00a0café naïve 東京 😀!', 'Dvořák café naïve 東京 😀·!'],
    ['He said no. Yes.', 'He said no·. Yes·.'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it('gives kinds, stems and function words', () => {
    const shown = tokenize('The seventeen reports cost £1.2m, 34th of 1,000; first inspected').map(
      (token) => `${token.kind}:${token.stem}${token.stop ? '*' : ''}`,
    );
    expect(shown).toEqual([
      'word:the*',
      'word:17',
      'word:report',
      'word:cost',
      'symbol:£',
      'number:1200000',
      'punct:,',
      'number:34',
      'word:of*',
      'number:1000',
      'punct:;',
      'word:first',
      'word:inspect',
    ]);
  });

  it('covers every visible character of any text once and in order', () => {
    const text = 'Zoë’s 3½-inch “nails”—cost… £€$5k @x #1 a_b c++ <i>\ud800 \u200bend\u00ad-ing ’tis';
    let at = 0;
    for (const token of tokenize(text)) {
      expect(text.slice(token.start, token.end)).toBe(token.text);
      expect(text.slice(at, token.start).replace(/[\s\u200b]/g, '')).toBe('');
      at = token.end;
    }
    expect(at).toBe(text.length);
  });
});
