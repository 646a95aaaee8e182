/** Mail quotes what it answers: lines that begin with ">", or all that follows a line such as "Original Message". */
import { firstWhere } from '../../text/halving.ts';
import type { Block, StructuredSource } from '../domain.ts';
import { type Line, readLines } from './lines.ts';

const WROTE = /^(?:on\b|le\b|am\b)?(?<before>.{0,200}?)\s+(?:wrote|writes|said):$/iu;
const NAME = /(?<name>\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,4})$/u;
const ORIGINAL = /^[-_ ]{0,40}(?:begin )?(?:original|forwarded) message\s?:?[-_ ]{0,40}$/iu;
const SENDER = /^\*?from:\*? +(?<name>.{1,120})$/iu;
const FIELD = /^\*?(?:from|sent|date|to|cc|subject|reply-to):\*? /iu;

/** Whether a text is a message as mail programs print it: its sender, and when or to whom it went, stand at its top. */
export function isMail(lines: readonly Line[]): boolean {
  const top = lines.slice(0, 6);
  return (
    SENDER.test(top[0]?.text ?? '') &&
    top.some(({ text }) => /^\*?(?:sent|date):\*? /iu.test(text)) &&
    top.some(({ text }) => /^\*?(?:to|subject):\*? /iu.test(text))
  );
}

/** Whose words a line of the message is: null for the sender's own. */
interface Voice {
  readonly line: Line;
  readonly quoted: boolean;
  readonly speaker: string | null;
  /** A line that says who is quoted, and is no evidence itself. */
  readonly header: boolean;
}

/** The message with the words of others given to them, as far as the quotes say who they are. `head` lines at its top are no words of it. */
export function withReplies(structured: StructuredSource, head: number): StructuredSource {
  const voices = readVoices(readLines(structured.source.text).slice(head));
  const revoiced = (block: Block): readonly Block[] => {
    const voice = voiceAt(voices, block.span.start);
    if (voice === undefined || (!voice.quoted && !voice.header)) {
      return [block];
    }
    return voice.header ? [] : [{ ...block, kind: 'post', voice: 'quoted-poster', speaker: voice.speaker }];
  };
  return {
    ...structured,
    documents: structured.documents.map((document) => ({ ...document, blocks: document.blocks.flatMap(revoiced) })),
  };
}

/** The voice of the line that holds the offset, by halving. */
function voiceAt(voices: readonly Voice[], offset: number): Voice | undefined {
  return voices[firstWhere(voices.length, (index) => (voices[index]?.line.start ?? 0) > offset) - 1];
}

function readVoices(lines: readonly Line[]): readonly Voice[] {
  const voices: Voice[] = [];
  /** Who is quoted at each depth; depth 0 is the message itself until an original message is pasted below it. */
  const speakers = new Map<number, string | null>();
  /** Whose pasted message it is; undefined above the first one. */
  let original: string | null | undefined;
  let headed = false;
  let worded = false;
  lines.forEach((line, i) => {
    const depth = quoteDepth(line.text);
    const words = line.text.replace(/^[>\s]+/, '');
    const wrote = attributed(words);
    const sender = SENDER.exec(words)?.groups?.['name'];
    const opens = sender !== undefined && FIELD.test((lines[i + 1]?.text ?? '').replace(/^[>\s]+/, ''));
    if (ORIGINAL.test(words) || (opens && worded)) {
      original = sender === undefined ? null : plainName(sender);
      headed = true;
      voices.push({ line, quoted: true, speaker: null, header: true });
    } else if (headed && FIELD.test(words)) {
      original = sender === undefined ? original : plainName(sender);
      voices.push({ line, quoted: true, speaker: null, header: true });
    } else if (wrote !== undefined) {
      speakers.set(depth + 1, wrote);
      voices.push({ line, quoted: depth > 0, speaker: null, header: true });
    } else {
      headed = false;
      worded = true;
      const quoted = depth > 0 || original !== undefined;
      voices.push({ line, quoted, speaker: depth > 0 ? (speakers.get(depth) ?? null) : (original ?? null), header: false });
    }
  });
  return voices;
}

function quoteDepth(text: string): number {
  return (/^[>\s]+/.exec(text)?.[0] ?? '').replace(/\s/g, '').length;
}

/** Who wrote, by "On 3 May 2011 at 10:31, Ann Lee <ann@example.org> wrote:"; undefined for other lines, null where only an address is given. */
function attributed(words: string): string | null | undefined {
  const before = words.length > 260 ? undefined : WROTE.exec(words)?.groups?.['before'];
  return before === undefined || !/\d{4}|<|\p{Lu}/u.test(before) ? undefined : plainName(before);
}

function plainName(text: string): string | null {
  const name = NAME.exec(text.replace(/<[^>]{0,200}>|\([^)]{0,200}\)|\[[^\]]{0,200}\]|["*]/g, ' ').trim())?.groups?.['name'];
  return name?.replace(/^(?:AM|PM|On)\s+/u, '').trim() ?? null;
}
