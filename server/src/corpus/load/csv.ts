/** Tables in text (RFC 4180): comma, semicolon or tab between fields, quotes around fields that hold them. */

export interface CsvRow {
  readonly fields: readonly string[];
  /** Offset of the row in the text. */
  readonly origin: number;
}

/** The rows; never throws. A quote that is left open takes the rest of the text. */
export function parseCsv(text: string): readonly CsvRow[] {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let at = 0;
  while (at < text.length) {
    const origin = at;
    const fields: string[] = [];
    for (;;) {
      const field = readField(text, at, separator);
      fields.push(field.value);
      at = field.end;
      if (text[at] !== separator) {
        break;
      }
      at++;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (fields.length > 1 || fields[0] !== '') {
      rows.push({ fields, origin });
    }
  }
  return rows;
}

/** The one of the three that the first line holds most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  return [',', ';', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
}

function readField(text: string, from: number, separator: string): { readonly value: string; readonly end: number } {
  if (text[from] !== '"') {
    const end = plainEnd(text, from, separator);
    return { value: text.slice(from, end), end };
  }
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      return { value: value + text.slice(at), end: text.length };
    }
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = plainEnd(text, quote + 1, separator);
      return { value: value + text.slice(quote + 1, end), end };
    }
    value += '"';
    at = quote + 2;
  }
}

function plainEnd(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    end++;
  }
  return end;
}
