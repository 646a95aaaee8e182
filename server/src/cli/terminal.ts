/** What may reach a terminal: colours where they are wanted, and no control character that a source or a draft smuggles in. */
import type { Io } from './io.ts';

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
  underline(text: string): string;
}

/** Colours on a terminal only; NO_COLOR and FORCE_COLOR (https://no-color.org, https://force-color.org) decide against that. */
export function paintFor({ env, terminal }: Pick<Io, 'env' | 'terminal'>): Paint {
  const no = env['NO_COLOR'] ?? '';
  const force = env['FORCE_COLOR'] ?? '';
  const wanted = no === '' && (force === '' ? terminal && env['TERM'] !== 'dumb' : force !== '0' && force !== 'false');
  const code = (on: number, off: number) => (text: string) => (wanted ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    red: code(31, 39),
    yellow: code(33, 39),
    blue: code(34, 39),
    green: code(32, 39),
    underline: code(4, 24),
  };
}

/**
 * One line that prints as it is: white space of any kind becomes a blank, and characters that move the cursor, change
 * colours or turn the direction of writing are shown as `\x1b` or `\u202e`.
 */
export function printable(text: string): string {
  const spaced = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ');
  return spaced.replace(/[\p{Cc}\p{Bidi_C}\u200b\u2060\ufeff\ufff9-\ufffb]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** At most `length` characters, cut between words, with an ellipsis where something is left out. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const blank = cut.lastIndexOf(' ');
  const kept = blank > length / 2 ? cut.slice(0, blank) : cut;
  // Half of a surrogate pair would print as a question mark.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Lines of at most `width` characters, cut between words; every line but the first begins with `indent`, and before the
 * first `taken` characters stand already. A width of null leaves the text in one line.
 */
export function wrapped(text: string, width: number | null, indent: string, taken = 0): readonly string[] {
  if (width === null) return [text];
  const lines: string[] = [];
  let line = '';
  let room = width - taken;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > room) {
      lines.push(line.trimEnd());
      line = indent + word;
      room = width;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
