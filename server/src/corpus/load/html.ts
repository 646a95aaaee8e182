/** Reads web pages. */
import { decode } from './decode.ts';
import { type Extraction, refused, TextWriter } from './extraction.ts';
import { aboutPage } from './html/about.ts';
import { findBoilerplate } from './html/boilerplate.ts';
import { htmlLines } from './html/lines.ts';
import { attribute, type Element, elementsIn, type HtmlDocument, parseHtml, TooDeep, textIn } from './html/tree.ts';

/** Reads the bytes of a saved page; each line leads back to the offset of its element. */
export function readHtml(bytes: Uint8Array): Extraction {
  const html = decodeHtml(bytes);
  if (html === null) {
    return refused('is not text', 'Save the page again as HTML.');
  }
  try {
    return pageText(parseHtml(html), html);
  } catch (error) {
    if (error instanceof TooDeep) {
      return refused('is nested too deep to be a page', 'Open it in a browser and save its text as a .txt file.');
    }
    throw error;
  }
}

function pageText(document: HtmlDocument, html: string): Extraction {
  const writer = new TextWriter();
  const lines = htmlLines(mainOf(document), findBoilerplate(document));
  const { title, author, publisher, date, url } = aboutPage(document);
  writer.fields([
    ['Title', title],
    ['Author', author],
    ['Publisher', publisher],
    ['Date', date],
    ['URL', url],
  ]);
  for (const { text, gap, origin } of lines) {
    if (gap) {
      writer.gap();
    }
    writer.line(text, origin === null ? null : { origin });
  }
  const extracted = writer.finish(html);
  return lines.length === 0
    ? refused('is a page without text; a program in it may fetch its words', 'Open it in a browser and save its text as a .txt file.')
    : extracted;
}

/** Where the matter is: the only `main` where it holds much of the page and readers comment inside it, else the body. */
function mainOf(document: HtmlDocument): Element {
  const elements = [...elementsIn(document)];
  const body = elements.find(({ tagName }) => tagName === 'body') ?? elements[0];
  if (body === undefined) {
    throw new Error('a parsed page has a body');
  }
  const [main, second] = elements.filter((one) => one.tagName === 'main');
  if (main === undefined || second !== undefined) {
    return body;
  }
  const inside = new Set(elementsIn(main));
  const commented = elements.some((one) => /^(?:comments?|respond|responses|disqus)/i.test(attribute(one, 'id') ?? '') && !inside.has(one));
  return !commented && textIn(main, WHOLE).length > textIn(body, WHOLE).length * 0.3 ? main : body;
}

/** Characters; more text than pages have. */
const WHOLE = 2_000_000;

/** A page that is not UTF-8 says its encoding in its head; without that, as for plain text. */
function decodeHtml(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(start)?.[1] ?? 'utf-8';
  if (!/^(?:utf-?8|utf-?16(?:le|be)?|iso-?8859-?1|windows-1252|ascii|us-ascii)$/i.test(label)) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // A wrong label is common; the bytes decide then.
    }
  }
  const decoded = decode(bytes);
  return decoded.kind === 'binary' ? null : decoded.text;
}
