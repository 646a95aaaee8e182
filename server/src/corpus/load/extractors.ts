/** Which reader reads which format. Only the child process imports this: the readers are large. */
import type { DearFormat } from '../formats.ts';
import { readDocx } from './docx.ts';
import { readEmail } from './email.ts';
import type { Extractor } from './extraction.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { readPosts } from './posts.ts';
import { readSubtitles } from './subtitles.ts';

/** The reader of a format; `path` tells the kinds of one format apart by its ending. */
export function extractorOf(format: DearFormat, path: string): Extractor {
  switch (format) {
    case 'html':
      return readHtml;
    case 'pdf':
      return readPdf;
    case 'docx':
      return readDocx;
    case 'subtitles':
      return readSubtitles;
    case 'email':
      return readEmail;
    case 'posts':
      return (bytes) => readPosts(bytes, /\.csv$/i.test(path));
  }
}
