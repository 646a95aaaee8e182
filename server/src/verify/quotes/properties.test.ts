/** Any span of a source, quoted with allowed marks, is accepted; with one word altered it is a misquotation that the fix mends. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpusOf } from '../../corpus/memory.ts';
import type { Draft } from '../../draft/types.ts';
import { exactEdits, openEdits } from '../../rules/misquote-fixes.ts';
import type { TextEdit } from '../../rules/types.ts';
import { checkQuotations } from './check.ts';
import { sentenceOf } from './sentence.testing.ts';

const SOURCE = `The lighthouse keepers’ inquest

The relief boat left Stromness at dawn on 20 December with provisions for eleven weeks and two replacement keepers aboard. Captain Harvie logged a moderate swell, patches of fog and an unlit beacon west of the landing stage. Nobody answered the steam whistle or the signal rocket that his mate fired over the gully.

Assistant keeper Moorland climbed the hundred and sixty steps alone because the derrick ropes had fouled the crane. He found cold ashes in the grate, clean lamps, a stopped clock and three unmade bunks. One set of oilskins still hung behind the kitchen door, which puzzled every commissioner who later examined him.

The superintendent’s report blamed an exceptional wave that swept the western platform while the crew secured a tool chest. His critics replied that experienced men would never have abandoned the lantern together during such weather. A carpenter testified that iron railings twenty metres above the tide were twisted like wire, and that turf had been ripped from the cliff.

Relatives asked whether the district office had ignored repeated letters about the crane’s rusted brake. The secretary admitted that four letters arrived between March and October but insisted that none described immediate danger. He could not explain why the maintenance ledger for that quarter was missing its final page.
`;
const corpus = corpusOf({ 'lighthouse.txt': SOURCE });
const WORDS = [...SOURCE.slice(SOURCE.indexOf('The relief')).matchAll(/[\p{L}\p{N}’]+/gu)];
const BODY = SOURCE.indexOf('The relief');
const STRANGERS = ['marmalade', 'parliament', 'seventeen', 'quietly', 'yellow'];

const spanOf = (least: number) =>
  fc
    .tuple(fc.nat(WORDS.length - least - 1), fc.integer({ min: least, max: 60 }))
    .map(([from, length]) => ({ from, to: Math.min(from + length, WORDS.length) - 1 }))
    // A quotation that breaks off before its negation is none of the source's.
    .filter(({ to }) => !/^(?:not|never)$/.test(WORDS[to + 1]?.[0] ?? ''));
const span = spanOf(4);
/** Three common words beside an altered one are no quotation of anything; six say where they stand. */
const telling = spanOf(7);
const place = fc.nat(1000);

/** The source's words `from`…`to`, on one line. */
function words(from: number, to: number): string {
  const first = WORDS[from];
  const last = WORDS[to];
  if (first === undefined || last === undefined) return '';
  return SOURCE.slice(BODY + first.index, BODY + last.index + last[0].length).replace(/\s+/g, ' ');
}

function draftOf(quoted: string): string {
  return `The inquest heard: “${quoted}”.`;
}

function check(text: string) {
  const [result] = checkQuotations(sentenceOf(text), corpus);
  if (result === undefined) throw new Error(`no quotation in ${text}`);
  return result;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span: { start, end }, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

/** Fails unless the quotation is taken as a misquotation, and is accepted after either fix. */
function expectMended(quoted: string): void {
  const text = draftOf(quoted);
  const result = check(text);
  if (result.kind !== 'changed') throw new Error(`${result.kind}: ${quoted}`);
  const draft: Draft = { path: 'draft.md', text, sentences: [], citations: [], ignores: [], problems: [], frontMatter: {} };
  const exact = apply(text, exactEdits(result.changes, result.quotation, draft));
  expect([exact, check(exact).kind]).toEqual([exact, 'exact']);
  // Words in brackets are the writer's own, so a marked quotation of four words may be left with too few to check.
  const open = apply(text, openEdits(result.changes, result.quotation, draft));
  expect(['exact', 'not-checked'].includes(check(open).kind) ? 'accepted' : open).toBe('accepted');
}

test('any span with allowed marks is accepted', () => {
  const marked = fc.tuple(span, place, fc.constantFrom('plain', 'straight', 'capital', '…', '[...]', '[the man]', '[sic]', 'comma'));
  fc.assert(
    fc.property(marked, ([{ from, to }, at, how]) => {
      const middle = from + 1 + (at % Math.max(1, to - from - 1));
      const whole = words(from, to);
      const head = words(from, middle - 1);
      const tail = words(middle, to);
      const later = words(Math.min(to, middle + 1), to);
      const quoted = {
        plain: whole,
        straight: whole.replace(/’/g, "'"),
        capital: whole.charAt(0).toUpperCase() + whole.slice(1),
        '…': `${head} … ${later}`,
        '[...]': `${head} [...] ${later}`,
        '[the man]': `${head} [the man] ${later}`,
        '[sic]': `${head} [sic] ${tail}`,
        comma: `${whole},`,
      }[how];
      const kind = check(draftOf(quoted)).kind;
      expect([quoted, kind]).toEqual([quoted, kind === 'not-checked' ? kind : 'exact']);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('one word changed', () => {
  fc.assert(
    fc.property(telling, place, fc.constantFrom(...STRANGERS), ({ from, to }, at, stranger) => {
      const quoted = words(from, to).split(' ');
      const index = at % quoted.length;
      expectMended(quoted.map((word, i) => (i === index ? stranger : word)).join(' '));
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('one word left out', () => {
  fc.assert(
    fc.property(telling, place, ({ from, to }, at) => {
      const middle = from + 1 + (at % (to - from - 1));
      expectMended(`${words(from, middle - 1)} ${words(middle + 1, to)}`);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('one word put in', () => {
  fc.assert(
    fc.property(telling, place, fc.constantFrom(...STRANGERS), ({ from, to }, at, stranger) => {
      const middle = from + 1 + (at % (to - from));
      expectMended(`${words(from, middle - 1)} ${stranger} ${words(middle, to)}`);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('one word moved', () => {
  fc.assert(
    fc.property(telling, place, place, ({ from, to }, a, b) => {
      const quoted = words(from, to).split(' ');
      const [moved = ''] = quoted.splice(a % quoted.length, 1);
      quoted.splice(b % (quoted.length + 1), 0, moved);
      const text = quoted.join(' ');
      if (check(draftOf(text)).kind === 'exact') return;
      expectMended(text);
    }),
    { numRuns: 60, seed: 1 },
  );
});
