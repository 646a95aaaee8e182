/**
 * The promises of quotations, over the sources that ship, a hearing and a scan: words quoted from any place are accepted, words
 * changed are not, and a draft whose fixes are all applied has nothing left and nothing else changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../corpus/corpus.ts';
import { corpusOf } from '../../corpus/memory.ts';
import { parseDraft } from '../../draft/parse.ts';
import { exactEdits, openEdits } from '../../rules/misquote-fixes.ts';
import type { TextEdit } from '../../rules/types.ts';
import { checkQuotations } from './check.ts';

const HEARING = `Hearing of 6 June 2014 – Ruth Calder
====================================

**Mr Stone**: When did you first see the cracks in the retaining wall?

**Ruth Calder**: In the spring of that year, I think, when the lower yard was being cleared of old timber. I wrote it in the site diary, and --

**Mr Stone**: Yes.

**Ruth Calder**: -- I showed the foreman two photographs, which he put in the drawer with all the others that nobody ever looked at.

**Mr Stone**: Did anybody answer your letter to the head of engineering before the wall came down?

**Ruth Calder**: Nobody did. A secretary rang in August and asked for the number of the pillar, and after that there was silence until the morning of the collapse.
`;
const SCAN = `REPORT UPON THE COLLAPSE AT THE LOWER YARD

The wall had been built in the year of the great flood upon timber pil-
ing which the surveyors of that time thought suﬃcient for a light ware-
house and for nothing else. When the company raised two further storeys
in brick, no drawing was made of the footing and no person was asked
whether it would bear them.

We examined nineteen witnesses over six days. Their accounts agree that
water stood in the cellar through most of the winter, that the pump was
lent to another depot, and that the night watchman’s complaints were
entered in a book which has since been lost.
`;
const seeds = new URL('../../../../seeds/', import.meta.url);
const shipped = Object.fromEntries(
  readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(new URL(name, seeds), 'utf8')]),
);
const CORPORA: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['the sources that ship', shipped],
  ['a hearing', { 'hearing.rst': HEARING }],
  ['a scan', { 'scan.txt': SCAN }],
];
const STRANGERS = ['marmalade', 'trombone', 'seventeen', 'sideways', 'yellow'];
/** Words that a person can type in a draft without an escape. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}.,;:’'–£%-]*$/u;
const SEEDS = [1, 20, 300];

interface Quoted {
  readonly words: readonly string[];
}

/** Runs of 4 to 60 words of one voice, over the borders of sentences and turns. */
function spansOf(corpus: Corpus): fc.Arbitrary<Quoted> {
  const passages = [...corpus.documents.keys()].flatMap((key) => corpus.passagesOf(key));
  return fc
    .tuple(fc.nat(passages.length - 1), fc.nat(1000), fc.integer({ min: 4, max: 60 }))
    .map(([index, offset, length]) => {
      const first = passages[index];
      const words: string[] = [];
      let at = first ?? null;
      for (let step = 0; at !== null && step < 8 && words.length < 100; step++) {
        const text = at.text.replace(/(\p{L})-\n(?=\p{Ll})/gu, '$1');
        if (at.block.speaker === first?.block.speaker) words.push(...text.split(/\s+/).filter((word) => word !== ''));
        at = at.after === null ? null : corpus.passage(at.after);
      }
      const from = offset % Math.max(1, words.length - 4);
      return { words: words.slice(from, from + length), next: words[from + length] ?? '' };
    })
    .filter(
      ({ words, next }) =>
        // Fewer words, or none but common ones, may stand in any number of places.
        words.length >= 4 &&
        words.filter((word) => word.length > 5).length >= 2 &&
        words.every((word) => PLAIN.test(word)) &&
        !/^(?:not|never)\b/i.test(next),
    );
}

const quote = (words: readonly string[]): string => `“${words.join(' ').replace(/[.,;:]+$/, '')}”`;

function check(text: string, corpus: Corpus) {
  const draft = parseDraft('/drafts/draft.md', text);
  return { draft, results: draft.sentences.flatMap((sentence, i) => checkQuotations(sentence, corpus, draft.sentences.slice(0, i))) };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}

const bare = (words: readonly string[]): string =>
  words
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '');

type Change = 'changed' | 'dropped' | 'added' | 'moved';

function altered({ words }: Quoted, how: Change, a: number, b: number): readonly string[] {
  const at = 1 + (a % (words.length - 2));
  const stranger = STRANGERS[b % STRANGERS.length] ?? '';
  if (how === 'changed') return words.map((word, i) => (i === at ? stranger : word));
  if (how === 'dropped') return words.filter((_, i) => i !== at);
  if (how === 'added') return [...words.slice(0, at), stranger, ...words.slice(at)];
  const rest = words.filter((_, i) => i !== at);
  const to = b % (rest.length + 1);
  return [...rest.slice(0, to), words[at] ?? '', ...rest.slice(to)];
}

describe.each(CORPORA)('%s', (_, files) => {
  const corpus = corpusOf(files);
  const span = spansOf(corpus);
  const long = span.filter(({ words }) => words.length >= 8);

  test.each(SEEDS)('any words quoted as they stand are accepted (%i)', (seed) => {
    fc.assert(
      fc.property(span, ({ words }) => {
        expect([words, check(`They heard ${quote(words)}.\n`, corpus).results.map((one) => one.kind)]).toEqual([words, ['exact']]);
      }),
      { numRuns: 40, seed },
    );
  });

  test.each(SEEDS)('a word changed, dropped, added or moved is found, and either fix makes the quotation accepted (%i)', (seed) => {
    const how = fc.constantFrom<Change>('changed', 'dropped', 'added', 'moved');
    fc.assert(
      fc.property(long, how, fc.nat(1000), fc.nat(1000), (quoted, change, a, b) => {
        const words = altered(quoted, change, a, b);
        // The same words once more are the speaker's stutter, and a word that stands beside its like has not moved.
        if (bare(words) === bare(quoted.words) || /\b(\p{L}+) \1\b/u.test(bare(quoted.words))) return;
        const text = `They heard ${quote(words)}.\n`;
        const { draft, results } = check(text, corpus);
        const [result] = results;
        expect([text, result?.kind]).toEqual([text, 'changed']);
        if (result?.kind !== 'changed') return;
        for (const edits of [exactEdits, openEdits]) {
          const mended = apply(text, edits(result.changes, result.quotation, draft));
          expect([mended, check(mended, corpus).results.map((one) => one.kind)]).toEqual([mended, ['exact']]);
        }
      }),
      { numRuns: 40, seed },
    );
  });

  test.each(SEEDS)('all fixes of a draft together leave no misquotation and change nothing else (%i)', (seed) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(long, fc.nat(1000), fc.nat(1000)), { minLength: 2, maxLength: 5 }), (quotations) => {
        const frame = (i: number, words: readonly string[]): string =>
          `Witness ${i} was heard on *day ${i}* (see [^${i}]): ${quote(words)}, as noted.`;
        const text = `# Review\n\n${quotations.map(([one, a, b], i) => frame(i, altered(one, 'changed', a, b))).join('\n\n')}\n`;
        const { draft, results } = check(text, corpus);
        const edits = results.flatMap((one) => (one.kind === 'changed' ? exactEdits(one.changes, one.quotation, draft) : []));
        const mended = apply(text, edits);
        expect([mended, check(mended, corpus).results.filter((one) => one.kind === 'changed')]).toEqual([mended, []]);
        const outside = (whole: string): string => whole.replace(/“[^”]*”/g, '“”');
        expect(outside(mended)).toBe(outside(text));
        expect(bare(mended.split(' '))).toBe(
          bare(`# Review\n\n${quotations.map(([one], i) => frame(i, one.words)).join('\n\n')}\n`.split(' ')),
        );
      }),
      { numRuns: 10, seed },
    );
  });
});
