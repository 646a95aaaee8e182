/** Reads Word documents (.docx): mammoth makes HTML of them, which is laid out like a page. */
import mammoth from 'mammoth';
import { type Doubt, type Extraction, refused, TextWriter } from './extraction.ts';
import { findBoilerplate } from './html/boilerplate.ts';
import { type HtmlLine, htmlLines } from './html/lines.ts';
import { attribute, type Element, elementsIn, type HtmlDocument, parseHtml } from './html/tree.ts';
import { zipEntries } from './zip.ts';

/** What a document may unpack to. The parts with words are small; pictures are packed already. */
const MOST_BYTES = 256 * 1024 * 1024;
const MAIN_PART = /^word\/document\d*\.xml$/;
const DAMAGED = 'Open it in a word processor, which may repair it, and save it again.';

/** Reads the bytes of a document; each line leads back to the ordinal of its paragraph, empty ones counted. */
export async function readDocx(bytes: Uint8Array): Promise<Extraction> {
  const unfit = checkArchive(bytes);
  if (unfit !== null) {
    return unfit;
  }
  let html: string;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        ignoreEmptyParagraphs: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => p:fresh",
          "p[style-name='Quote'] => blockquote > p:fresh",
          "p[style-name='Intense Quote'] => blockquote > p:fresh",
        ],
      },
    );
    html = result.value;
  } catch {
    return refused('is a damaged Word document: a part of it cannot be read', DAMAGED);
  }
  return documentText(parseHtml(html), attachedDoubts(bytes));
}

/** Word documents from before 2007, and encrypted ones, are no archives but OLE containers. */
function checkArchive(bytes: Uint8Array): Extraction | null {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return refused('is encrypted, or a Word document of the old kind', 'Save it as .docx without password protection.');
  }
  const entries = zipEntries(bytes);
  if (entries === null) {
    return refused('is a damaged Word document: it is cut off or no archive', 'Fetch the file again.');
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > MOST_BYTES) {
    return refused(`would unpack to more than ${MOST_BYTES / 1024 / 1024} MB and was not opened`, 'Save its text as a .txt file.');
  }
  if (entries.some(({ encrypted }) => encrypted)) {
    return refused('is encrypted', 'Save a copy without password protection.');
  }
  return entries.some(({ name }) => MAIN_PART.test(name) || name.endsWith('.rels'))
    ? null
    : refused('is no Word document', 'Give it the ending of its true format.');
}

function attachedDoubts(bytes: Uint8Array): readonly Doubt[] {
  const comments = zipEntries(bytes)?.some(({ name }) => name === 'word/comments.xml') ?? false;
  return comments
    ? [{ message: 'holds comments in its margin, which were not read', remedy: 'Put them into the text where they matter.' }]
    : [];
}

function documentText(document: HtmlDocument, doubts: readonly Doubt[]): Extraction {
  const body = [...elementsIn(document)].find(({ tagName }) => tagName === 'body');
  const lines = body === undefined ? [] : htmlLines(body, findBoilerplate(document));
  if (lines.length === 0) {
    return refused('holds no text', 'Remove the file, or put its text in.');
  }
  const ordinals = paragraphOrdinals(document);
  const writer = new TextWriter();
  for (const line of lines) {
    if (line.gap) {
      writer.gap();
    }
    const paragraph = ordinals.get(line.element);
    writer.line(footnoted(line), paragraph === undefined ? null : { paragraph });
  }
  return writer.finish(null, doubts);
}

/** mammoth writes one of these elements for each paragraph of the document. */
function paragraphOrdinals(document: HtmlDocument): ReadonlyMap<Element, number> {
  const ordinals = new Map<Element, number>();
  for (const element of elementsIn(document)) {
    if (/^(?:p|h[1-6]|li)$/.test(element.tagName) && !(element.tagName === 'p' && ordinals.has(element.parentNode as Element))) {
      ordinals.set(element, ordinals.size + 1);
    }
  }
  return ordinals;
}

/** Notes are items of a list behind the text, each with an arrow back to its mark: "  1. Minutes, p. 4. ↑". */
function footnoted(line: HtmlLine): string {
  const item = line.element.tagName === 'p' ? line.element.parentNode : line.element;
  const id = item !== null && 'tagName' in item ? (attribute(item, 'id') ?? '') : '';
  const number = /(?:foot|end)note-(\d+)$/.exec(id)?.[1];
  return number === undefined ? line.text : line.text.replace(/^\s*\d+\.\s*/, `[${number}] `).replace(/\s*↑$/, '');
}
