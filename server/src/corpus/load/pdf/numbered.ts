/** Pages of transcripts number their lines in the margin ("1 Q. Where were you?"). The numbers are no words of theirs. */
import type { PdfLine, PdfPage } from './page-lines.ts';

const NUMBERED = /^(\d{1,2})(?:\s+|$)/;
/** Numbered lines that a page must have at least. */
const FEWEST = 8;

/** The page without its line numbers, or null where its lines are not numbered. */
export function withoutLineNumbers(page: PdfPage): PdfPage | null {
  const numbers = page.lines.map((line) => Number(NUMBERED.exec(line.text)?.[1] ?? Number.NaN));
  let next = 1;
  const counted = numbers.map((number) => {
    const expected = number === next || number === next + 1;
    next = expected ? number + 1 : next;
    return expected;
  });
  const count = counted.filter(Boolean).length;
  if (count < FEWEST || count < page.lines.length * 0.6) {
    return null;
  }
  const lines = page.lines.flatMap((line, i): readonly PdfLine[] => {
    const text = counted[i] === true ? line.text.replace(NUMBERED, '') : line.text;
    return text === '' ? [] : [{ ...line, text }];
  });
  return { lines };
}
