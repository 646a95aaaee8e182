/** All the fixes of a draft at once lead back to the draft as it was before its quotations were altered. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misquote } from './misquote.ts';
import { type Told, tell } from './speech-rules.fixture.ts';

const SAID = [
  'The warehouse manager ignored eleven letters about the leaking ammonia pipes',
  'Firemen arrived without breathing masks because the depot had sold them',
  'Our union begged the ministry for an independent chemist every single winter',
  'Neighbouring schools were evacuated only after the second explosion shook their windows',
] as const;
const SOURCE = `The cold store fire\n\n${SAID.map((words) => `${words}.`).join('\n\n')}\n`;
const LEADS = [
  'The first witness said: “@”.',
  '- One of them wrote that "@," and left.',
  'It reads:\n\n> @.',
  'He *insisted* that “@” ([fire](x.md)).',
];
const STRANGERS = ['marmalade', 'parliamentary', 'seventeen'];

/** A quotation and the same with one word changed, left out or put in; neither at an edge, where leaving out is only a shorter quotation. */
const altered = fc
  .record({
    which: fc.nat(SAID.length - 1),
    lead: fc.constantFrom(...LEADS),
    how: fc.nat(3),
    at: fc.nat(100),
    stranger: fc.constantFrom(...STRANGERS),
  })
  .map(({ which, lead, how, at, stranger }) => {
    const words = (SAID[which] ?? '').split(' ');
    const index = 2 + (at % (words.length - 4));
    const wrong = [...words];
    if (how === 1) wrong[index] = stranger;
    if (how === 2) wrong.splice(index, 1);
    if (how === 3) wrong.splice(index, 0, stranger);
    return { right: lead.replace('@', words.join(' ')), wrong: lead.replace('@', wrong.join(' ')) };
  });

/** The draft after the first fix of every finding. */
function allMended({ draft, findings }: Told): string {
  return findings
    .flatMap(({ fixes }) => fixes[0]?.edits ?? [])
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end), draft.text);
}

test('every fix of a generated draft', () => {
  fc.assert(
    fc.property(fc.array(altered, { minLength: 1, maxLength: 5 }), (pieces) => {
      const wrong = pieces.map((piece) => piece.wrong).join('\n\n');
      const mended = allMended(tell(misquote, SOURCE, wrong));
      expect(mended).toBe(pieces.map((piece) => piece.right).join('\n\n'));
      expect(tell(misquote, SOURCE, mended).findings).toEqual([]);
    }),
    { numRuns: 40, seed: 1 },
  );
});
