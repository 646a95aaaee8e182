/** From painted runs to paragraphs: what the places on the page say. Heights count from the foot, in points. */
import { expect, test } from 'vitest';
import { withoutLineNumbers } from './numbered.ts';
import { type PdfLine, pageLines } from './page-lines.ts';
import { pdfParagraphs } from './paragraphs.ts';
import { withoutRunningHeads } from './running-heads.ts';

interface At {
  readonly left?: number;
  readonly right?: number;
  readonly size?: number;
}

function line(text: string, y: number, { left = 80, right = 500, size = 11 }: At = {}): PdfLine {
  return { text, y, left, right, size, font: 'f' };
}

function paragraphs(...pages: readonly (readonly PdfLine[])[]): readonly string[] {
  return pdfParagraphs(pages.map((lines) => ({ lines }))).map(({ parts }) => parts.map(({ text }) => text).join(''));
}

test('words broken at the end of a line are joined, compounds keep their hyphen', () => {
  expect(
    paragraphs([
      line('The inves-', 700),
      line('tigation of the well-known harbour found a well-', 688),
      line('known fault in the years 2010-', 676),
      line('11, as Anglo-', 664),
      line('Irish engineers said.', 652, { right: 200 }),
    ]),
  ).toEqual(['The investigation of the well-known harbour found a well-known fault in the years 2010-11, as Anglo-Irish engineers said.']);
});

test('a sentence runs on over the end of a page and of a column, a heading does not', () => {
  expect(paragraphs([line('The board closed the', 100)], [line('bridge in 2009.', 700, { right: 200 })])).toEqual([
    'The board closed the bridge in 2009.',
  ]);
  expect(paragraphs([line('It closed the', 100, { left: 40, right: 280 }), line('bridge.', 700, { left: 320, right: 560 })])).toEqual([
    'It closed the bridge.',
  ]);
  expect(paragraphs([line('Costs', 700, { size: 16, right: 120 }), line('The repair was dear.', 680)])).toEqual([
    'Costs',
    'The repair was dear.',
  ]);
});

test('notes at the foot of a page do not cut the sentence that runs on over them', () => {
  const first = [line('The board was told in the spring of[1]', 100), line('[1] Minutes of 2 May.', 60, { size: 8, right: 200 })];
  const second = [line('that year by the engineers.', 700, { right: 250 }), line('Nobody answered them.', 670)];
  expect(paragraphs(first, second)).toEqual([
    'The board was told in the spring of[1] that year by the engineers.',
    '[1] Minutes of 2 May.',
    'Nobody answered them.',
  ]);
});

test('a gap, an indent below a full stop and the mark of an item open paragraphs', () => {
  const body = [
    line('One line of words that fill the column', 700),
    line('and end.', 688, { right: 150 }),
    line('An indent opens this one, which goes on', 676, { left: 95 }),
    line('to here.', 664, { right: 140 }),
    line('• An item', 652, { right: 160 }),
    line('After a gap.', 620, { right: 170 }),
  ];
  expect(paragraphs(body)).toEqual([
    'One line of words that fill the column and end.',
    'An indent opens this one, which goes on to here.',
    '  • An item',
    'After a gap.',
  ]);
});

test('heads, feet and page numbers go, what stands once at the top of a page stays', () => {
  const page = (p: number, first: string) => ({
    lines: [
      line(p % 2 === 0 ? `${p} Harbour Inquiry` : `Chapter ${1 + Math.floor(p / 4)} ${p}`, 760),
      line(first, 700),
      line('Words of the matter.', 688),
      line('More of them.', 676),
      line(`- ${p} -`, 30),
    ],
  });
  const pages = withoutRunningHeads(
    Array.from({ length: 8 }, (_, i) => page(i + 5, `Question ${['one', 'two', 'three'][i % 3]} was asked of ${i}.`)),
  );
  expect(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).filter((text) => /Harbour|Chapter|^-/.test(text))).toEqual([]);
  expect(pages.every(({ lines }) => lines.length === 3)).toBe(true);
});

test('two pages that say the same keep their words', () => {
  const pages = [0, 1].map(() => ({ lines: [line('The bridge was closed.', 700)] }));
  expect(withoutRunningHeads(pages)).toEqual(pages);
});

test('numbers of lines go where they count the lines', () => {
  const numbered = Array.from({ length: 10 }, (_, i) => line(`${i + 1}  Q. Were you there on day ${i}?`, 700 - i * 20));
  expect(withoutLineNumbers({ lines: numbered })?.lines[3]?.text).toBe('Q. Were you there on day 3?');
  expect(withoutLineNumbers({ lines: [line('1 Introduction', 700), line('It was dear.', 680)] })).toBeNull();
});

test('runs become lines: raised marks are told from words, stamps along the margin go, far columns keep apart', () => {
  const run = (str: string, left: number, y: number, turned = false, size = 10) => ({
    str,
    transform: turned ? [0, size, -size, 0, left, y] : [size, 0, 0, size, left, y],
    width: str.length * 5,
    height: size,
    fontName: 'f',
    hasEOL: false,
  });
  const lines = pageLines([
    run('The bridge', 80, 700),
    run('2', 131, 704, false, 6),
    run('was', 140, 700),
    run('£5', 300, 700),
    run('It closed.', 80, 688),
    run('arXiv', 20, 300, true),
  ]);
  expect(lines.map(({ text }) => text)).toEqual(['The bridge[2] was  £5', 'It closed.']);
});
