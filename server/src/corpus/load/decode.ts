/** Bytes of a file to text: UTF-8 and UTF-16 by their marks or their shape, Windows-1252 where it is neither. */

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly doubt: { readonly line: number; readonly message: string } | null }
  | { readonly kind: 'binary' };

/** How much of a text file may be control bytes before it is taken for binary: one in a thousand. */
const CONTROL_SHARE = 1000;

/** Never throws. A byte-order mark is not part of the text. */
export function decode(bytes: Uint8Array): Decoded {
  const sixteen = utf16(bytes);
  if (sixteen !== null) {
    return { kind: 'text', text: new TextDecoder(sixteen).decode(bytes), doubt: null };
  }
  const controls = countControls(bytes);
  if (controls > 0 && controls * CONTROL_SHARE > bytes.length) {
    return { kind: 'binary' };
  }
  const nul = controls > 0 ? 'holds control characters, which were kept as they are' : null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'text', text, doubt: nul === null ? null : { line: 1, message: nul } };
  } catch {
    return lineByLine(bytes);
  }
}

/** The byte order of UTF-16, by its mark, or by zero bytes that stand on one side only; else null. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    even += bytes[i] === 0 ? 1 : 0;
    odd += bytes[i + 1] === 0 ? 1 : 0;
  }
  const pairs = length / 2;
  if (pairs >= 8 && odd > pairs * 0.4 && even < pairs * 0.05) {
    return 'utf-16le';
  }
  return pairs >= 8 && even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

/** Control bytes that no text holds (tab, line feed, vertical tab, form feed and carriage return are fine). */
function countControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) {
      count++;
    }
  }
  return count;
}

/** Each line that is not UTF-8 is read as Windows-1252. Only a file that mixes both is told. */
function lineByLine(bytes: Uint8Array): Decoded {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  let utf8 = false;
  let firstOdd = 0;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    try {
      const text = strict.decode(line);
      utf8 ||= text.length < line.length;
      lines.push(text);
    } catch {
      firstOdd ||= lines.length + 1;
      lines.push(windows1252(line));
    }
    start = end;
  }
  const text = lines.join('').replace(/^\uFEFF/, '');
  const message = 'mixes UTF-8 with another encoding; lines that are not UTF-8 were read as Windows-1252';
  return { kind: 'text', text, doubt: utf8 ? { line: firstOdd, message } : null };
}

/** Windows-1252 beyond Latin-1: what the bytes 0x80 to 0x9f mean; the five that mean nothing stay as they are. */
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Decoded by hand, for some Node versions decode "windows-1252" as Latin-1. */
function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char);
}
