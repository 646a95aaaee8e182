import { describe, expect, it } from 'vitest';
import { slice } from '../text/span.ts';
import { parseDraft } from './parse.ts';
import type { Draft } from './types.ts';

const parse = (text: string): Draft => parseDraft('/review/drafts/harbour.md', text);
const written = (text: string): readonly string[] => parse(text).sentences.map((one) => slice(text, one.span));
const read = (text: string): readonly string[] => parse(text).sentences.map((one) => one.text);

/** Every character that a reader sees stands in the draft at its origin, unless it is written as an escape or reference. */
function expectExactOrigins(draft: Draft): void {
  for (const sentence of draft.sentences) {
    expect(sentence.origin.length).toBe(sentence.text.length);
    for (let i = 0; i < sentence.text.length; i++) {
      const at = sentence.origin[i] ?? -1;
      expect(at).toBeGreaterThanOrEqual(i === 0 ? sentence.span.start : (sentence.origin[i - 1] ?? 0));
      expect(at).toBeLessThan(sentence.span.end);
      const there = draft.text[at] ?? '';
      if (!/[\s\\&]/.test(there)) expect(there).toBe(sentence.text[i]);
    }
  }
}

describe('sentences of a draft', () => {
  it('are cut within paragraphs, list items, headings and block quotations', () => {
    const text = '# Harbour\n\nThe pier burnt. Nobody was hurt.\n\n- The crew left.\n- The cook stayed.\n\n> It was dark. We ran.\n';
    expect(parse(text).sentences.map((one) => [one.place, one.text])).toEqual([
      ['heading', 'Harbour'],
      ['paragraph', 'The pier burnt.'],
      ['paragraph', 'Nobody was hurt.'],
      ['list-item', 'The crew left.'],
      ['list-item', 'The cook stayed.'],
      ['blockquote', 'It was dark.'],
      ['blockquote', 'We ran.'],
    ]);
  });

  it('lose their markup, and keep its place', () => {
    const text = '**The pier** burnt in *May*. Nobody ~~ever~~ typed `rm -rf` but [the clerk](https://example.org/clerk).';
    expect(read(text)).toEqual(['The pier burnt in May.', 'Nobody ever typed rm -rf but the clerk.']);
    expect(written(text)).toEqual([
      '**The pier** burnt in *May*.',
      'Nobody ~~ever~~ typed `rm -rf` but [the clerk](https://example.org/clerk).',
    ]);
    expectExactOrigins(parse(text));
  });

  it('run over soft and hard line breaks, block quotation marks and indentation', () => {
    const text = '> The pier\n> burnt in  \n> May 1911.\n\n1. The crew\r\n   left at noon.\n';
    expect(read(text)).toEqual(['The pier burnt in May 1911.', 'The crew left at noon.']);
    expectExactOrigins(parse(text));
  });

  it('keep exact offsets behind escapes and character references', () => {
    const text = 'Smith \\& Sons paid &pound;40 &amp; left &#x201C;at once&#x201D; in 1911.';
    expect(read(text)).toEqual(['Smith & Sons paid £40 & left “at once” in 1911.']);
    expectExactOrigins(parse(text));
    const [sentence] = parse(text).sentences;
    const at = sentence?.text.indexOf('1911') ?? -1;
    expect(text.slice(sentence?.origin[at], (sentence?.origin[at] ?? 0) + 4)).toBe('1911');
  });

  it('take their citation with them, also behind the full stop', () => {
    const text =
      'The pier burnt in May ([Clerk, 1911](../seeds/log.txt#L3)). Nobody was hurt.[^a] All left. ([Log](../seeds/log.txt#L9)) They wept.\n\n[^a]: [Log](../seeds/log.txt#L4)\n';
    expect(read(text).slice(0, 4)).toEqual(['The pier burnt in May.', 'Nobody was hurt.', 'All left.', 'They wept.']);
    expect(written(text).slice(0, 4)).toEqual([
      'The pier burnt in May ([Clerk, 1911](../seeds/log.txt#L3)).',
      'Nobody was hurt.[^a]',
      'All left. ([Log](../seeds/log.txt#L9))',
      'They wept.',
    ]);
    expect(
      parse(text)
        .sentences.map((one) => one.citations.length)
        .slice(0, 4),
    ).toEqual([1, 1, 1, 0]);
    expectExactOrigins(parse(text));
  });

  it('keep the words of a citation that belong to the sentence', () => {
    expect(read('As [the log](../seeds/log.txt#L3) shows, the pier burnt.')).toEqual(['As the log shows, the pier burnt.']);
    expect(read('The pier burnt (see [the log](../seeds/log.txt#L3), p. 4; [Clerk](../seeds/c.txt)).')).toEqual(['The pier burnt.']);
    expect(read('The pier (built by [Clerk](../seeds/c.txt)) burnt.')).toEqual(['The pier (built by Clerk) burnt.']);
  });

  it('are not made from code, link definitions, front matter or raw HTML', () => {
    const text = '---\ntitle: Harbour\n---\n\n```\nThe pier burnt.\n```\n\n<div>The pier burnt.</div>\n\n[log]: ../seeds/log.txt\n';
    expect(read(text)).toEqual([]);
    expect(parse(text).frontMatter).toEqual({ title: 'Harbour' });
  });

  it('in table cells are checked only when they are sentences', () => {
    const text = '| Measure | Note |\n| --- | --- |\n| Ships lost | 14 |\n| Cause | The boiler of the tug exploded at noon. |\n';
    expect(
      parse(text)
        .sentences.filter((one) => one.checkable.check)
        .map((one) => one.text),
    ).toEqual(['The boiler of the tug exploded at noon.']);
  });

  it('in HTML comments are there, and are not checked', () => {
    const [sentence] = parse('<!-- The pier burnt in May. -->').sentences;
    expect([sentence?.text, sentence?.place, sentence?.checkable]).toEqual([
      'The pier burnt in May.',
      'comment',
      { check: false, why: 'not-prose' },
    ]);
  });
});

describe('quotations of a draft', () => {
  const quotations = (text: string) => parse(text).sentences.flatMap((one, i) => one.quotations.map((quotation) => ({ i, ...quotation })));

  it('belong to the sentence that they begin in, and hold all their words', () => {
    const text = 'The cook said: “It was *dark*. We ran.” Nobody answered.';
    const [quotation] = quotations(text);
    expect(quotation?.text).toBe('It was dark. We ran.');
    expect(quotation?.i).toBe(0);
    expect(slice(text, quotation?.span ?? { start: 0, end: 0 })).toBe('“It was *dark*. We ran.”');
    expect(quotation?.origin[quotation.text.indexOf('ran')]).toBe(text.indexOf('ran'));
  });

  it('in block form are the words in marks where the paragraph tells who says them', () => {
    const text = '> “I want one of them to say, it was me,” said Jean Innis.';
    expect(quotations(text).map((one) => [one.kind, one.text])).toEqual([['inline', 'I want one of them to say, it was me,']]);
  });

  it('in block form are one quotation without the line that names the speaker', () => {
    const text = 'She wrote:\n\n> It was dark. We ran.\n>\n> Nobody came.\n>\n> — The cook, 1911\n';
    const block = quotations(text).filter((one) => one.kind === 'block');
    expect(block.map((one) => one.text)).toEqual(['It was dark. We ran.\n\nNobody came.']);
    expect(slice(text, block[0]?.span ?? { start: 0, end: 0 })).toContain('Nobody came.');
  });

  it('are not made from alerts', () => {
    expect(quotations('> [!NOTE]\n> The pier burnt in May.\n')).toEqual([]);
  });
});

describe('any input', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['an unclosed fence', 'The pier burnt.\n\n```\nThe crew left.'],
    ['NUL bytes', 'The\u0000 pier burnt.\n\u0000'],
    ['CR line ends', '# Harbour\rThe pier burnt.\r\rThe crew left.\r'],
    ['half a surrogate', 'The \ud800 pier burnt.'],
    ['a byte order mark', '\ufeff# Harbour\n\nThe pier burnt.'],
    ['broken front matter', '---\ntitle: [unclosed\n---\n\nThe pier burnt.'],
    ['footnotes that refer to each other', 'A tale.[^a]\n\n[^a]: See [^b].\n[^b]: See [^a].\n'],
    ['brackets without end', `${'[a]('.repeat(3000)}\n`],
    ['a table without rows', '| a |\n| - |'],
  ];
  it.each(hostile)('is read without a fault: %s', (_, text) => {
    const draft = parse(text);
    for (const sentence of draft.sentences) {
      expect(sentence.span.start).toBeLessThanOrEqual(sentence.span.end);
      expect(sentence.span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('says which draft is too large or too tangled to read, and where the front matter is broken', () => {
    const problems = (text: string): string =>
      parse(text)
        .problems.map((one) => one.message)
        .join(' ');
    expect(problems('word '.repeat(1_000_000))).toMatch(/5000000 characters.*not checked/);
    expect(problems('['.repeat(20_000))).toMatch(/line 1 has more than 4000 brackets/);
    expect(problems('>'.repeat(5000))).toMatch(/nested more than 200 levels/);
    expect(problems('---\ntitle: [unclosed\n---\n')).toMatch(/not valid YAML/);
    expect(problems('---\n- a list\n---\n')).toMatch(/not a list of names and values/);
    expect(problems('---\ntitle: Harbour\n\nThe pier burnt.')).toMatch(/has no end/);
    expect(problems('---\n\nThe pier: burnt.')).toBe('');
  });
});

it('a reference in a footnote claims nothing; a sentence there does', () => {
  const checked = (note: string) =>
    parseDraft('/d/a.md', `So it was.[^n]\n\n[^n]: ${note}\n`)
      .sentences.filter(({ place }) => place === 'footnote')
      .map(({ checkable }) => checkable.check);
  expect(checked('Community Care, [Baby P: the untold story](../s/a.txt#L3).')).toEqual([false]);
  expect(checked('See [A story that was told](../s/a.txt#L3), p. 4, and [@doe-2009].')).toEqual([false]);
  expect(checked('Inspectors found 17 cracked bolts in May 2009 ([the inquiry](../s/a.txt#L3)).')).toEqual([true]);
});

describe('a line that names who is quoted', () => {
  const sentences = (text: string) => parseDraft('/drafts/draft.md', text).sentences;

  it.each([
    ['behind the words', '> We asked for ropes.\n> — the harbour master, 2009\n', 'the harbour master, 2009'],
    ['in a paragraph of its own', '> We asked for ropes.\n>\n> — Anna Brandt\n', 'Anna Brandt'],
    ['after words in quotation marks', '“We asked for ropes.” — Anna Brandt\n', 'Anna Brandt'],
    ['not where the dash goes on', '> We asked for ropes.\n> — and nobody said a word to us.\n', null],
  ])('%s', (_, text, attributedTo) => {
    const [quotation] = sentences(text).flatMap((sentence) => sentence.quotations);
    expect(quotation?.attributedTo ?? null).toBe(attributedTo);
    if (attributedTo !== null) {
      expect(quotation?.text).toBe('We asked for ropes.');
      expect(sentences(text).at(-1)).toMatchObject({ text: attributedTo, checkable: { check: false, why: 'fragment' } });
    }
  });

  it('under the quotation', () => {
    expect(sentences('> We asked for ropes.\n\n— Anna Brandt, 2009\n').at(-1)?.checkable).toEqual({ check: false, why: 'fragment' });
    expect(sentences('The quay was shut.\n\n— Anna Brandt asked for ropes in 2009.\n').at(-1)?.checkable.check).toBe(true);
  });
});

it('a sentence inside a quotation that began before it is part of that quotation', () => {
  const check = (text: string) => parse(text).sentences.map((sentence) => sentence.checkable.check);
  expect(check('She said: “The crew knew. The owners closed the pier in May 1998.” Nobody wrote it down in 1998.\n')).toEqual([
    true,
    false,
    true,
  ]);
  expect(check('She said: “The crew knew. The owners closed the pier in May 1998.” ([log](../seeds/log.txt#L3))\n')).toEqual([true, true]);
});
