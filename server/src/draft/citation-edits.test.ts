/** Every form that a fix writes is read back as the same place, whatever form the citation had before. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fingerprintOf, sumWords } from '../text/fingerprint.ts';
import { type DraftEdit, insertCitation, moveCitation, relocateCitation, replaceCitation } from './citation-style.ts';
import { type CitationStyle, type CitedPlace, type PlaceInSource, writeCitation } from './citation-text.ts';
import { locatorLines, locatorPages, locatorParagraphs } from './pandoc-locator.ts';
import { parseDraft } from './parse.ts';
import { resolvePath } from './paths.ts';
import type { Citation, Draft } from './types.ts';

vi.setConfig({ testTimeout: 30_000 });

const PATH = '/review/drafts/pier.md';
const WORDS = fingerprintOf(sumWords('The pier burnt in May, and nobody was hurt.'), { start: 0, end: 22 });

const place: fc.Arbitrary<CitedPlace> = fc
  .record({
    citekey: fc.constantFrom('log', 'court-1911', 'a_b:c.d', 'odd%%key', 'key.', 'Ärger2'),
    title: fc.constantFrom('The log', 'A [b] *c* `d`_e_ <f> \\ g', 'Pier\nand harbour'),
    author: fc.constantFrom(null, 'Ann Hale', 'A. [Hale]'),
    publisher: fc.constantFrom(null, 'Harbour *News*'),
    year: fc.constantFrom(null, 1911),
    sourcePath: fc.constantFrom('/review/seeds/log.txt', '/review/seeds/a (1) ü#?.txt', '/review/drafts/beside.txt', '/other/far.txt'),
    at: fc.constantFrom<PlaceInSource>(
      ...[
        { lines: [3, 3] as const },
        { lines: [3, 14] as const },
        { page: 7 },
        { paragraph: 9 },
        { textFragment: 'first%20words,last%2C%20words' },
        {},
      ].map((one) => ({ lines: null, page: null, paragraph: null, textFragment: null, words: WORDS, ...one })),
    ),
    marked: fc.boolean(),
  })
  .map(({ at, marked, ...rest }) => ({ ...rest, ...at, words: marked ? at.words : null }));

function edited({ text }: Draft, edits: readonly DraftEdit[]): Draft {
  const written = [...edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
  return parseDraft(PATH, written);
}

/** Whether a citation names the place. */
function leadsTo(citation: Citation | undefined, wanted: CitedPlace): void {
  const target = citation?.target;
  if (target?.kind === 'citekey') {
    expect(target.citekey).toBe(wanted.citekey);
    expect(locatorLines(target.locator)).toEqual(wanted.lines);
    if (wanted.lines === null) expect(locatorPages(target.locator)?.[0] ?? null).toBe(wanted.page);
    if (wanted.lines === null && wanted.page === null) expect(locatorParagraphs(target.locator)?.[0] ?? null).toBe(wanted.paragraph);
    expect(target.words).toEqual(wanted.words);
  } else if (target?.kind === 'path') {
    expect(resolvePath(PATH, target.path)).toBe(wanted.sourcePath);
    expect(target).toMatchObject({ lines: wanted.lines, page: wanted.lines === null ? wanted.page : null, words: wanted.words });
    if (wanted.lines === null && wanted.page === null) expect(target.textFragment).toBe(wanted.textFragment);
  } else expect(target).toBeDefined();
}

const style = fc.constantFrom<CitationStyle>('link', 'footnote', 'pandoc');

describe('a citation that is written', () => {
  it('is read back as its place', () => {
    fc.assert(
      fc.property(place, style, (wanted, form) => {
        const { text, definition } = writeCitation(wanted, form, PATH);
        const draft = parseDraft(PATH, `The pier burnt ${form === 'link' ? `(${text})` : text}.\n\n${definition ?? ''}\n`);
        leadsTo(draft.citations[0], wanted);
        expect(draft.sentences[0]?.text).toBe('The pier burnt.');
      }),
    );
  });

  it('is put into the sentence without a trace in its text', () => {
    fc.assert(
      fc.property(
        place,
        style,
        fc.constantFrom('The pier burnt.', 'The pier burnt', '“The pier burnt.”', 'The **pier** burnt!'),
        (wanted, form, words) => {
          const draft = parseDraft(PATH, `${words} It was May.\n\nNext.\n`);
          const [sentence] = draft.sentences;
          if (sentence === undefined) return;
          const now = edited(draft, insertCitation(sentence, draft, wanted, form));
          leadsTo(now.sentences[0]?.citations[0], wanted);
          expect(now.sentences[0]?.text).toBe(sentence.text);
          expect(now.sentences[0]?.citations).toHaveLength(1);
        },
      ),
    );
  });
});

const BEFORE = [
  'It burnt ([Old](../seeds/old.txt#L1)).',
  'It burnt ([Old](<../seeds/old one.txt#L1> "Title")).',
  'As [the old log](../seeds/old.txt?words=3-0123456789-abcd#L1) says, it burnt.',
  'It burnt ([Old][o]).\n\n[o]: ../seeds/old.txt#L1\n',
  'It burnt.[^o]\n\n[^o]: Harbour, [Old](../seeds/old.txt#L1).\n',
  'It burnt.[^o]\n\n[^o]: ../seeds/old.txt#L1\n',
  'It burnt.[^o]\n\n[^o]: See [@old, l. 1].\n',
  'It burnt (../seeds/old.txt#L1).',
  'It burnt [@old, l. 1].',
  'It burnt [see -@old, p. 3 and elsewhere].',
  'It burnt [@old, l. 1]<!--words=3-0123456789-abcd-->.',
  '@old [l. 1] says that it burnt.',
  '@old says that it burnt.',
];
const OTHERS = 'It burnt [see @first, p. 1; @old, l. 2 and on; @last]<!--words=1-0123456789-abcd;2-0123456789-abcd;-->.';

describe.each(BEFORE)('%s', (text) => {
  const draft = parseDraft(PATH, text);
  const sentence = draft.sentences[0] ?? null;
  const citation = sentence?.citations[0];

  it('is moved within its source', () => {
    fc.assert(
      fc.property(place, (wanted) => {
        if (citation === undefined) return;
        const { target } = citation;
        const own =
          target.kind === 'citekey'
            ? { citekey: target.citekey }
            : target.kind === 'path'
              ? { sourcePath: resolvePath(PATH, target.path) }
              : {};
        const now = edited(draft, moveCitation(citation, draft, wanted));
        leadsTo(now.sentences[0]?.citations[0], { ...wanted, ...own });
        expect(now.sentences[0]?.text).toBe(sentence?.text);
      }),
      { numRuns: 30 },
    );
  });

  it('is made to lead to another document, and relocated with its words', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(replaceCitation, null), (wanted, replace) => {
        if (citation === undefined) return;
        const edits = replace === null ? relocateCitation(citation, draft, wanted) : replace(citation, sentence, draft, wanted);
        const now = edited(draft, edits);
        leadsTo(now.sentences[0]?.citations[0], wanted);
        if (!text.startsWith('@') && !text.startsWith('As')) expect(now.sentences[0]?.text).toBe(sentence?.text);
      }),
      { numRuns: 30 },
    );
  });
});

it('of several in a bracket the others stay as they are', () => {
  const draft = parseDraft(PATH, OTHERS);
  fc.assert(
    fc.property(place, (wanted) => {
      const citation = draft.citations[1];
      if (citation === undefined) return;
      const now = edited(draft, moveCitation(citation, draft, wanted)).citations;
      leadsTo(now[1], { ...wanted, citekey: 'old' });
      expect(now[1]?.target).toMatchObject({ suffix: 'and on' });
      expect([now[0]?.target, now[2]?.target]).toEqual([draft.citations[0]?.target, draft.citations[2]?.target]);
    }),
  );
});

it('a mark behind the full stop stays with its citation when a footnote is added', () => {
  const draft = parseDraft(PATH, 'It burnt. [@old, l. 1]<!--words=3-0123456789-abcd-->\n');
  const [sentence] = draft.sentences;
  const [citation] = draft.citations;
  expect(sentence?.text).toBe('It burnt.');
  expect(sentence?.span.end).toBe(citation?.pandoc?.marks?.end);
});
