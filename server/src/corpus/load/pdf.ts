/** Reads PDF files, page by page. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { type Doubt, type Extraction, refused, TextWriter } from './extraction.ts';
import { withoutLineNumbers } from './pdf/numbered.ts';
import { type PdfPage, pageLines, type TextRun } from './pdf/page-lines.ts';
import { pdfParagraphs } from './pdf/paragraphs.ts';
import { withoutRunningHeads } from './pdf/running-heads.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Letters that a page of text has at least; a scan may hold a stamp. */
const FEWEST_LETTERS = 12;
/** A page is a picture where few pages are looked at for pictures: the first that hold no text. */
const LOOKED_AT = 5;

/** Reads the bytes of a PDF; each paragraph leads back to its page. */
export async function readPdf(bytes: Uint8Array): Promise<Extraction> {
  const cut = !new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF');
  let document: PdfDocument;
  try {
    // PDF.js takes the bytes that it is given away, and wants no Buffer; hence the copy.
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
    });
  } catch (error) {
    return whyNot(error, cut);
  }
  try {
    const { pages, broken } = await readPages(document);
    return await writePages(document, pages, broken, cut);
  } finally {
    await document.destroy();
  }
}

function whyNot(error: unknown, cut: boolean): Extraction {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return refused('is protected by a password', 'Save a copy without password protection.');
  }
  return cut
    ? refused('is cut off: the end of the PDF is missing', 'Fetch the file again.')
    : refused('is damaged and cannot be read as a PDF', 'Fetch the file again, or open it in a viewer and print it to a new PDF.');
}

interface ReadPages {
  readonly pages: readonly PdfPage[];
  /** 1-based numbers of pages that could not be read. */
  readonly broken: readonly number[];
}

async function readPages(document: PdfDocument): Promise<ReadPages> {
  const pages: PdfPage[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push({ lines: pageLines(items.flatMap((item): readonly TextRun[] => ('str' in item ? [item] : []))) });
      page.cleanup();
    } catch {
      pages.push({ lines: [] });
      broken.push(number);
    }
  }
  return { pages, broken };
}

async function writePages(document: PdfDocument, pages: readonly PdfPage[], broken: readonly number[], cut: boolean): Promise<Extraction> {
  const silent = pages.flatMap((page, p) => (lettersOf(page) < FEWEST_LETTERS && !broken.includes(p + 1) ? [p + 1] : []));
  const pictures = await withPictures(document, silent);
  if (silent.length + broken.length === pages.length) {
    return pictures.length > 0
      ? refused('holds pictures of pages and no text (a scan)', 'Run text recognition (OCR) over it and save the result.')
      : cut || broken.length > 0
        ? refused('is cut off or damaged: none of its pages can be read', 'Fetch the file again.')
        : refused('holds no text', 'Remove the file, or put its text in.');
  }
  const doubts: Doubt[] = [];
  if (cut) {
    doubts.push({ message: 'seems to be cut off; what could be read was', remedy: 'Fetch the file again.' });
  }
  if (broken.length > 0) {
    doubts.push({ message: `is damaged: ${listed(broken)} cannot be read`, remedy: 'Fetch the file again.' });
  }
  if (pictures.length > 0) {
    const those = pictures.length === silent.length ? listed(pictures) : `${listed(silent)} (some of them)`;
    doubts.push({ message: `holds pictures without text on ${those}`, remedy: 'Run text recognition (OCR) over it and save the result.' });
  }
  return textOf(pages).finish(null, doubts);
}

function textOf(pages: readonly PdfPage[]): TextWriter {
  const writer = new TextWriter();
  const numbered = pages.map(withoutLineNumbers);
  if (numbered.filter((page) => page !== null).length > pages.length / 2) {
    // Turns and their lines stay as printed: what reads transcripts knows how they continue.
    withoutRunningHeads(pages.map((page, p) => numbered[p] ?? page)).forEach(({ lines }, p) => {
      for (const { text } of lines) {
        writer.line(text, { page: p + 1 });
      }
    });
    return writer;
  }
  const matter = withoutRunningHeads(pages);
  for (const { parts } of pdfParagraphs(matter)) {
    for (const { text, page } of parts) {
      writer.write(text, { page });
    }
    writer.gap();
  }
  return writer;
}

function lettersOf(page: PdfPage): number {
  return page.lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}

/** Which of the pages paint pictures; only the first few are looked at. */
async function withPictures(document: PdfDocument, numbers: readonly number[]): Promise<readonly number[]> {
  const { OPS } = await getResolvedPDFJS();
  const paints: ReadonlySet<number> = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const found: number[] = [];
  for (const number of numbers.slice(0, LOOKED_AT)) {
    try {
      const { fnArray } = await (await document.getPage(number)).getOperatorList();
      if (fnArray.some((op: number) => paints.has(op))) {
        found.push(number);
      }
    } catch {
      // A page that cannot be painted shows no picture.
    }
  }
  return found;
}

/** "page 3", "pages 3, 4 and 9", "pages 1, 2, 3 and 40 more". */
function listed(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 3).join(', ');
  const more = numbers.length - 3;
  return `${numbers.length === 1 ? 'page' : 'pages'} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
