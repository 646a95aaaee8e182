/** `--fix`: sure fixes written into a draft, with its own encoding and line ends, and every change told. */
import { readFile } from 'node:fs/promises';
import { decode } from '../corpus/load/decode.ts';
import { reason } from '../corpus/load/reason.ts';
import type { Finding } from '../rules/types.ts';
import { type AppliedFix, fixText } from './fix.ts';
import type { Session } from './session.ts';
import { shortened } from './terminal.ts';
import { replaceFile } from './write-file.ts';

/** Words longer than this are cut where a change is told. */
const SHOWN = 160;

/** The text of the draft on disk afterwards. What cannot be written is told, and leaves the draft as it was. */
export async function fixDraft(
  path: string,
  text: string,
  mode: 'write' | 'tell',
  findingsOf: (text: string) => readonly Finding[],
  session: Session,
): Promise<string> {
  const fixed = fixText(text, findingsOf);
  if (fixed.applied.length === 0) return text;
  const name = session.shown(path);
  if (mode === 'write') {
    const problem = await write(path, text, fixed.text);
    if (problem !== null) {
      session.failed(`${name} was not changed: ${problem}.`);
      return text;
    }
  }
  for (const one of fixed.applied) session.say(`${name}:${one.line} ${inWords(one, mode)} (${one.rule})`);
  return mode === 'write' ? fixed.text : text;
}

function inWords({ title, changes }: AppliedFix, mode: 'write' | 'tell'): string {
  const [changed, added, removed] = mode === 'write' ? ['changed', 'added', 'took out'] : ['would change', 'would add', 'would take out'];
  const told = changes.map(({ before, after }) => {
    if (before === '') return `${added} “${short(after)}”`;
    return after === '' ? `${removed} “${short(before)}”` : `${changed} “${short(before)}” to “${short(after)}”`;
  });
  return `${title}: ${told.join(', ')}`;
}

function short(text: string): string {
  return shortened(text.replace(/\s+/g, ' '), SHOWN);
}

/** Null where it was written, else why it was not. */
async function write(path: string, before: string, after: string): Promise<string | null> {
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
