/** A changed draft written back, in its own encoding, and only where nobody else has changed it meanwhile. */
import { readFile } from 'node:fs/promises';
import { decode } from '../corpus/load/decode.ts';
import { reason } from '../corpus/load/reason.ts';
import { replaceFile } from './write-file.ts';

/** Puts `after` in the place of a draft that was read as `before`. Null where it was written, else why it was not. */
export async function writeDraft(path: string, before: string, after: string): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    const decoded = decode(bytes);
    if (decoded.kind === 'binary' || decoded.text !== before) return 'it changed on disk while it was checked';
    const encode = encodingOf(bytes, before);
    if (encode === null) return 'it is not saved as UTF-8, and would be damaged. Save it as UTF-8 first';
    await replaceFile(path, encode(after));
    return null;
  } catch (error) {
    return `it cannot be written (${reason(error)})`;
  }
}

type Encode = (text: string) => Uint8Array;

const ENCODINGS: readonly Encode[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
];

/** The encoding that gives back the very bytes of the file, byte-order mark included; null where none does. */
function encodingOf(bytes: Uint8Array, text: string): Encode | null {
  return ENCODINGS.find((encode) => Buffer.compare(encode(text), bytes) === 0) ?? null;
}
