/** Writes files of the formats that the loaders read, with the programs that other people write them with. */
import { stringify } from 'csv-stringify/sync';
import { Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import PDFDocument from 'pdfkit';

export interface PdfOptions {
  readonly head?: string;
  readonly foot?: (page: number) => string;
  readonly password?: string;
  /** Width of the column of text, in points; narrow ones break words. */
  readonly width?: number;
}

/** One array of paragraphs a page; a paragraph that begins with "# " is a heading, "\n" in a paragraph ends a line as it stands. */
export function writePdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Promise<Buffer> {
  const { head, foot, password, width = 420 } = options;
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 80,
    ...(password === undefined ? {} : { userPassword: password, ownerPassword: `${password}!` }),
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pages.forEach((paragraphs, p) => {
    pdf.addPage();
    const { top, bottom } = pdf.page.margins;
    pdf.page.margins = { ...pdf.page.margins, top: 0, bottom: 0 };
    pdf.font('Helvetica').fontSize(9);
    if (head !== undefined) pdf.text(head, 80, 36, { lineBreak: false });
    if (foot !== undefined) pdf.text(foot(p + 1), 80, pdf.page.height - 40, { lineBreak: false });
    pdf.page.margins = { ...pdf.page.margins, top, bottom };
    pdf.x = 80;
    pdf.y = 90;
    for (const paragraph of paragraphs) {
      const heading = paragraph.startsWith('# ');
      pdf.font(heading ? 'Helvetica-Bold' : 'Times-Roman').fontSize(heading ? 16 : 11);
      pdf.text(heading ? paragraph.slice(2) : paragraph, { width });
      pdf.moveDown(0.8);
    }
  });
  pdf.end();
  return done;
}

/** A PDF whose pages are a picture each, as scanners make them. */
export function writeScan(pages: number): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
  });
  for (let page = 0; page < pages; page++) {
    pdf.addPage().image(PIXEL, 0, 0, { width: 600 });
  }
  pdf.end();
  return done;
}

/** One black pixel as PNG. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');

export type DocxPart = string | { readonly heading: string } | { readonly item: string } | { readonly text: string; readonly note: string };

/** A string is a paragraph; an empty one stays empty. */
export function writeDocx(parts: readonly DocxPart[]): Promise<Buffer> {
  const footnotes: Record<number, { children: Paragraph[] }> = {};
  const children = parts.map((part) => {
    if (typeof part === 'string') return new Paragraph({ children: part === '' ? [] : [new TextRun(part)] });
    if ('heading' in part) return new Paragraph({ text: part.heading, heading: HeadingLevel.HEADING_1 });
    if ('item' in part) return new Paragraph({ text: part.item, numbering: { reference: 'bullets', level: 0 } });
    const id = Object.keys(footnotes).length + 1;
    footnotes[id] = { children: [new Paragraph(part.note)] };
    return new Paragraph({ children: [new TextRun(part.text), new FootnoteReferenceRun(id)] });
  });
  const numbering = { config: [{ reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] }] };
  return Packer.toBuffer(new Document({ footnotes, numbering, sections: [{ children }] }));
}

export interface Mail {
  readonly from: string;
  readonly to?: string;
  readonly subject: string;
  readonly date: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachment?: string;
}

export function writeMail({ attachment, date, ...mail }: Mail): Promise<Buffer> {
  const attachments = attachment === undefined ? [] : [{ filename: attachment, content: Buffer.from([1, 2, 3]) }];
  return new MailComposer({ ...mail, date: new Date(date), attachments }).compile().build();
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => [...row]));
}

export interface Cue {
  readonly at: number;
  readonly text: string;
}

/** WebVTT, or SubRip with numbers and commas; a cue lasts two seconds. */
export function writeSubtitles(cues: readonly Cue[], form: 'vtt' | 'srt'): string {
  const time = (seconds: number) =>
    new Date(seconds * 1000)
      .toISOString()
      .slice(11, 23)
      .replace('.', form === 'srt' ? ',' : '.');
  const blocks = cues.map(({ at, text }, i) => `${form === 'srt' ? `${i + 1}\n` : ''}${time(at)} --> ${time(at + 2)}\n${text}\n`);
  return `${form === 'vtt' ? 'WEBVTT\n\nNOTE made for a test\n\n' : ''}${blocks.join('\n')}`;
}
