/**
 * Words that a draft hides from the checker without its writer seeing it: a code block or a piece of HTML that was never
 * closed takes what follows for itself, and a paragraph directly under an HTML tag belongs to that tag.
 */
import type { DraftProblem, DraftSpan } from './types.ts';

/** A code block with its contents, without its fences. */
export interface CodeBlock {
  readonly span: DraftSpan;
  readonly value: string;
}

const FENCE = /^(`{3,}|~{3,})/;
const LINE_END = /\r\n|\r|\n/;

export function hiddenWords(text: string, code: readonly CodeBlock[], html: readonly DraftSpan[]): readonly DraftProblem[] {
  return [...code.flatMap((block) => hiddenByCode(text, block)), ...html.flatMap((span) => hiddenByHtml(text, span))];
}

function hiddenByCode(text: string, { span, value }: CodeBlock): readonly DraftProblem[] {
  const lines = text.slice(span.start, span.end).split(LINE_END);
  const fence = FENCE.exec(lines[0] ?? '')?.[1];
  // Indented code has no fence, and ends with its indentation.
  if (fence === undefined || value.trim() === '') return [];
  const inside = value.split(LINE_END);
  // Behind what stands before it in a list or a block quotation, the last line is a fence that is none of the contents.
  const ended = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(lines.at(-1) ?? '') && lines.length > inside.length + 1;
  if (!ended) {
    const message = `The code block that begins here has no end, so that what follows is read as code and not checked. Put a line with ${fence} under its last line.`;
    return [{ span: firstLine(span, lines), message, hides: true }];
  }
  // A second opening fence inside: the first block's end was forgotten, and the second's ends both.
  const second = inside.findIndex((line) => line.startsWith(fence) && /^(`{3,}|~{3,})[ \t]*[^`~\s][^`]*$/.test(line));
  if (second < 0) return [];
  const message = `The code block that begins here holds the beginning of another, ${second + 1} ${second === 0 ? 'line' : 'lines'} below; all between them is read as code and not checked. Where it is text, put a line with ${fence} under the last line of the first block; where it is code, begin and end the block with ${fence}${fence[0]}.`;
  return [{ span: firstLine(span, lines), message }];
}

/** How HTML that goes on over empty lines begins, how it ends, and what to write there. Comments have a reader of their own. */
const LONG_HTML = [
  { opens: /^<(script|pre|style|textarea)(?=[\s>])/i, closes: /<\/(?:script|pre|style|textarea)>/i },
  { opens: /^<\?/, closes: /\?>/, end: '?>' },
  { opens: /^<!\[CDATA\[/, closes: /\]\]>/, end: ']]>' },
  { opens: /^<![a-z]/i, closes: />/, end: '>' },
] as const;

function hiddenByHtml(text: string, span: DraftSpan): readonly DraftProblem[] {
  const html = text.slice(span.start, span.end);
  if (html.startsWith('<!--')) return [];
  const lines = html.split(LINE_END);
  const where = firstLine(span, lines);
  for (const long of LONG_HTML) {
    const opened = long.opens.exec(html);
    if (opened === null) continue;
    if (long.closes.test(html)) return [];
    const end = 'end' in long ? long.end : `</${opened[1]?.toLowerCase()}>`;
    const message = `The HTML that begins here has no end, so that what follows is read as part of it and not checked. Close it with ${end}`;
    return [{ span: where, message: `${message}.`, hides: true }];
  }
  if (!holdsSentence(html)) return [];
  const message =
    'The text under this HTML tag is read as part of it, up to the next empty line, and not checked. Put an empty line under the tag to have it checked.';
  return [{ span: where, message }];
}

/** Code units of an HTML block that are looked at. */
const LONGEST = 4000;

/** Whether somebody reads a whole sentence there: some words in lower case before a full stop, outside all tags. */
function holdsSentence(html: string): boolean {
  const words = html
    .slice(0, LONGEST)
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^<>]*>/g, ' ');
  const ended = words.split(/[.!?](?=\s|$)/).slice(0, -1);
  return ended.some((sentence) => (sentence.match(/(?<=\s)\p{Ll}+(?=[\s,;]|$)/gu) ?? []).length > 3);
}

function firstLine({ start }: DraftSpan, lines: readonly string[]): DraftSpan {
  return { start, end: start + (lines[0]?.trimEnd().length ?? 0) };
}
