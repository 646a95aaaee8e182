/** Forms of pages, subtitles, mail and lists that the folder of all formats does not show. */
import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';
import { readEmail } from './email.ts';
import type { Extraction } from './extraction.ts';
import { readHtml } from './html.ts';
import { readPosts } from './posts.ts';
import { readSubtitles } from './subtitles.ts';
import { writeMail, writeSubtitles } from './testing/writers.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (extraction: Extraction) => (extraction.kind === 'text' ? extraction.text.trim() : extraction.message);
const page = (body: string) => textOf(readHtml(bytes(`<body>${body}</body>`)));

test('lists, quotations, tables and line breaks of a page keep their form', () => {
  expect(page('<p>One<ul><li>first<ul><li>inner</li></ul><li>second</ul><ol start=3><li>third</ol>')).toBe(
    'One\n\n  • first\n    • inner\n  • second\n\n  3. third',
  );
  expect(page('<p>He wrote:<blockquote><p>No.<blockquote>Yes?</blockquote></blockquote><p>Done.')).toBe(
    'He wrote:\n\n> No.\n\n> > Yes?\n\nDone.',
  );
  expect(page('<table><tr><th>Year<th>Boats<tr><td>2009<td>34</table>')).toBe('Year  Boats\n2009  34');
  expect(page('one<br>two<br><br>three<div>four</div><pre>a\n  b</pre>')).toBe('one\ntwo\n\nthree\nfour\n\na\n  b');
});

test('marks of notes do not grow into their words, and what nobody sees is left out', () => {
  expect(
    page(
      '<p>In 2009<sup><a href="#n1">1</a></sup> it <q>closed</q>.</p><h2>Costs<a href="#costs">¶</a></h2><p hidden>secret</p><p style="display: none">too</p><template>x</template>',
    ),
  ).toBe('In 2009[1] it “closed”.\n\nCosts');
});

test('bars and notices go by their names only where they look like bars and notices', () => {
  expect(
    page(
      '<div class="share-bar"><a href=/f>Share on a network</a></div><p>Words.</p><div class="related"><p>The related matter was long and had no links in it.</p></div>',
    ),
  ).toBe('Words.\n\nThe related matter was long and had no links in it.');
  expect(page('<div class="cookie-consent"><p>We value your privacy.</p></div><p>Words.</p>')).toBe('Words.');
});

test('a page says of itself what its head says', () => {
  const head =
    '<title>Bridge closed | Gazette</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2011-05-03","author":[{"name":"Jane Roe"}],"publisher":{"name":"Gazette"}}]}</script><link rel=canonical href="https://example.org/bridge">';
  expect(textOf(readHtml(bytes(`<head>${head}</head><body><p>Words.</p>`)))).toBe(
    '---\nTitle: Bridge closed\nAuthor: Jane Roe\nPublisher: Gazette\nDate: 3 May 2011\nURL: https://example.org/bridge\n---\n\nWords.',
  );
});

test('captions that roll up are read once, and sounds stand alone', () => {
  const rolling = ['The bridge was', 'The bridge was\nclosed in 2009.', 'closed in 2009.\nNobody knew why.'].map((text, i) => ({
    at: i * 2,
    text,
  }));
  expect(textOf(readSubtitles(bytes(writeSubtitles(rolling, 'srt'))))).toBe('The bridge was closed in 2009. Nobody knew why.');
  const marked = ['>> ANN: It closed.', '[applause]', '>> No.', '- Yes &amp; no.'].map((text, i) => ({ at: i * 2, text }));
  expect(textOf(readSubtitles(bytes(writeSubtitles(marked, 'vtt'))))).toBe('ANN: It closed.\n\n[applause]\n\nNo.\n\nYes & no.');
  expect(textOf(readSubtitles(bytes('WEBVTT - Hearing of 3 May 2011\n\n00:01.000 --> 00:02.000\nIt closed.\n')))).toBe(
    '---\nTitle: Hearing of 3 May 2011\n---\n\nIt closed.',
  );
});

test('lines that a mail program broke are joined, those of different writers are not', async () => {
  const text =
    'The board was told of the worn cables in the spring of 2009 by\nthe engineers.\n\nOn 3 May 2011, Ann Lee wrote:\n> Was the board told of the worn cables, and if it was told, when\n> was that?\nYes.';
  const mail = await readEmail(await writeMail({ from: 'Bob Ray <b@example.org>', subject: 'Cables', date: '2011-05-04', text }));
  expect(textOf(mail).split('---\n')[2]).toBe(
    '\nThe board was told of the worn cables in the spring of 2009 by the engineers.\n\nOn 3 May 2011, Ann Lee wrote:\n\n> Was the board told of the worn cables, and if it was told, when was that?\n\nYes.',
  );
});

test('fields of a table may hold separators, quotes and line ends', () => {
  expect(parseCsv('a;b\r\n"x;\n""y""";z\n').map(({ fields }) => fields)).toEqual([
    ['a', 'b'],
    ['x;\n"y"', 'z'],
  ]);
  expect(parseCsv('a,"b"c,d').map(({ fields }) => fields)).toEqual([['a', 'bc', 'd']]);
});

test('a list of other things, a single post and posts without dates are no list of posts', () => {
  for (const value of [
    [1, 2],
    [{ author: 'Ann', date: '2011-05-03', text: 'x' }],
    [
      { author: 'Ann', text: 'x' },
      { author: 'Bob', text: 'y' },
    ],
    { a: [{ x: 1 }], b: [{ y: 2 }] },
    null,
  ]) {
    expect(readPosts(bytes(JSON.stringify(value)), false).kind).toBe('refused');
  }
});

test('a message of very many broken lines is read in one go', async () => {
  const mail = await readEmail(
    bytes(`From: a@example.org\nSubject: x\n\n${'word word word word word word word word word word word word wo\n'.repeat(50_000)}`),
  );
  expect(textOf(mail).length).toBeGreaterThan(3_000_000);
});
