/** Reads mail (.eml): sender, date and subject as fields above the words, quoted replies as lines that begin with ">". */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { decode } from './decode.ts';
import { type Doubt, type Extraction, refused, TextWriter } from './extraction.ts';
import { readHtml } from './html.ts';
import { forwardFinder } from './locate.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DEEPEST = 32;

/** Reads the bytes of a message; each line leads back to its offset in the file, as far as the file is not encoded. */
export async function readEmail(bytes: Uint8Array): Promise<Extraction> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST });
  if (mail.from === undefined && mail.date === undefined && mail.subject === undefined) {
    return refused('is no mail: it has no sender, date or subject', 'Save the message again from the mail program.');
  }
  const body = bodyOf(mail);
  if (body.trim() === '') {
    return refused('is a message without text', 'Save what is attached to it as files of their own.');
  }
  const decoded = decode(bytes);
  const raw = decoded.kind === 'text' ? decoded.text : '';
  const find = forwardFinder(raw);
  const writer = new TextWriter();
  writer.fields([
    ['From', mail.from === undefined ? null : nameOf(mail.from)],
    ['To', oneLine((mail.to ?? []).slice(0, 10).map(nameOf).join(', '))],
    ['Date', dateOf(mail)],
    ['Subject', oneLine(mail.subject ?? '')],
  ]);
  let depth = 0;
  for (const line of body.split(/\r?\n/)) {
    const quote = normal(quoteOf(line));
    // Each depth of quotes is a paragraph of its own, for its words are another's.
    if (quote.length !== depth || line.slice(quoteOf(line).length).trim() === '') {
      writer.gap();
    }
    depth = quote.length;
    if (line.slice(quoteOf(line).length).trim() !== '') {
      writer.line(line.trimEnd(), { origin: find(line.slice(quoteOf(line).length)) });
    }
  }
  return writer.finish(raw, attachmentDoubts(mail));
}

function nameOf(address: Address): string {
  return oneLine(address.name === '' ? (address.address ?? '') : address.name);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 250);
}

/** The day as the sender's clock showed it: what the header writes, not what it is elsewhere. */
function dateOf(mail: Email): string {
  const header = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const [, day, month, year] = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})/.exec(header) ?? [];
  const name = MONTHS.find((one) => one.toLowerCase().startsWith(month?.toLowerCase() ?? '?'));
  return name === undefined ? (mail.date ?? '').slice(0, 10) : `${Number(day)} ${name} ${year}`;
}

/** The plain words; where there is only HTML, those of the page. */
function bodyOf(mail: Email): string {
  if (mail.text !== undefined && mail.text.trim() !== '') {
    return unwrapped(mail.text.replace(/\n-- \r?\n[\s\S]{0,1500}$/, '\n'));
  }
  const page = mail.html === undefined ? null : readHtml(new TextEncoder().encode(mail.html));
  return page?.kind === 'text' ? page.text : '';
}

/** Lines that mail programs broke at about 75 characters are joined, quoted ones with quoted ones of the same depth. */
function unwrapped(text: string): string {
  /** The lines that each joined line is made of. */
  const joined: string[][] = [];
  let above = '';
  let quoteAbove = '';
  for (const line of text.split(/\r?\n/)) {
    const written = quoteOf(line);
    const quote = normal(written);
    const words = line.slice(written.length).trim();
    const full = above.length >= 55 && above.length <= 80 && quoteAbove === quote && !/:$/.test(above);
    const open = joined.at(-1);
    if (open !== undefined && full && /^[\p{L}\p{N}("'“‘£$€]/u.test(words)) {
      open.push(words);
    } else {
      joined.push([quote === '' ? line.trimEnd() : `${quote} ${words}`]);
    }
    above = words === '' ? '' : line.trimEnd();
    quoteAbove = quote;
  }
  return joined.map((lines) => lines.join(' ')).join('\n');
}

function quoteOf(line: string): string {
  return /^(?:>[ \t]?)*/.exec(line)?.[0] ?? '';
}

function normal(quote: string): string {
  return quote.replace(/\s/g, '');
}

function attachmentDoubts(mail: Email): readonly Doubt[] {
  const files = mail.attachments.filter(({ disposition, related }) => disposition === 'attachment' && related !== true);
  const [first] = files;
  return first === undefined
    ? []
    : [
        {
          message: `has ${files.length === 1 ? `a file attached (${first.filename ?? first.mimeType})` : `${files.length} files attached`}, which ${files.length === 1 ? 'was' : 'were'} not read`,
          remedy: 'Save what is attached as files of their own.',
        },
      ];
}
