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
  readonly columns?: number;
}

/** One array of paragraphs a page; a paragraph that begins with "# " is a heading, "\n" in a paragraph ends a line as it stands. */
export function writePdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Promise<Buffer> {
  const { head, foot, password, width = 420, columns = 1 } = options;
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
      if (columns === 1 || heading) {
        pdf.text(heading ? paragraph.slice(2) : paragraph, { width });
        pdf.moveDown(0.8);
      }
    }
    if (columns > 1) {
      const matter = paragraphs.filter((paragraph) => !paragraph.startsWith('# ')).join('\n');
      pdf.text(matter, { columns, width, columnGap: 24, height: 150, indent: 12 });
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

export interface Article {
  readonly title: string;
  readonly site: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly paragraphs: readonly string[];
}

function page(head: string, body: string): string {
  return `<!doctype html>\n<html><head><meta charset="utf-8">${head}</head>\n<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<div class="cookie-banner">We use cookies to make this site better. <button>Accept</button></div>
${body}
<footer>All rights reserved</footer><script>track("page")</script></body></html>`;
}

/** A news page with what such pages say of themselves in their heads. */
export function articlePage({ title, site, author, published, paragraphs }: Article): string {
  const meta = (key: string, value: string | null) => (value === null ? '' : `<meta property="${key}" content="${value}">`);
  const head = `<title>${title}${site === null ? '' : ` | ${site}`}</title>${meta('og:site_name', site)}${meta('article:published_time', published)}${meta('author', author)}`;
  const by = author === null ? '' : `<p class="byline">By ${author}</p>`;
  const related = '<aside><h2>Related</h2><ul><li><a href="/a">Ferry fares rise</a></li></ul></aside>';
  return page(
    head,
    `<main><article><h1>${title}</h1>${by}${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article>${related}</main>`,
  );
}

type Posted = readonly [name: string, date: string, words: string];

/** An article with comments below it, each an item of a list, as blog programs write them. */
export function blogPage(title: string, paragraphs: readonly string[], comments: readonly Posted[]): string {
  const items = comments.map(
    ([name, date, words]) =>
      `<li class="comment"><div class="body"><div class="author"><cite>${name}</cite> <span>says:</span></div><div class="meta"><a href="#">${date}</a></div><p>${words}</p><div class="reply"><a href="#">Reply</a></div></div></li>`,
  );
  const article = `<div class="post"><h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</div>`;
  return page(`<title>${title}</title>`, `${article}<h3>${comments.length} Responses to “${title}”</h3><ol>${items.join('')}</ol>`);
}

/** A forum page of tables, a post each, with the member at its left. */
export function forumPage(title: string, posts: readonly Posted[]): string {
  const tables = posts.map(
    ([name, date, words], i) =>
      `<table><tr><td>${date}</td><td><a href="#">#${i + 1}</a></td></tr><tr><td><div><a href="#">${name}</a></div><div>Member</div><div>Posts: 4${i}</div></td><td><div>${words}</div></td></tr></table>`,
  );
  return page(`<title>${title}</title>`, `<h1>${title}</h1>${tables.join('\n')}`);
}
