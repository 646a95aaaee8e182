/** YAML front matter as a plain object. */
import { parse, YAMLParseError } from 'yaml';
import { LineMap } from '../text/lines.ts';
import type { DraftProblem, DraftSpan } from './types.ts';

export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly DraftProblem[];
}

/** A draft that opens as front matter does: its first line, and a name with a colon under it. */
const OPENED = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)[\p{L}_][\p{L}\p{N}_ -]{0,40}:(?:\s|$)/u;

/** Never throws: what is no valid YAML mapping is a problem at its place, and no values. `block` is null where the draft has none. */
export function readFrontMatter(block: { readonly value: string; readonly span: DraftSpan } | null, text: string): FrontMatter {
  if (block === null) return { values: {}, problems: OPENED.test(text) ? [unclosed(text)] : [] };
  try {
    const values: unknown = parse(block.value, { logLevel: 'error' });
    if (values === null || values === undefined) return { values: {}, problems: [] };
    if (typeof values === 'object' && !Array.isArray(values)) return { values: Object.fromEntries(Object.entries(values)), problems: [] };
    return {
      values: {},
      problems: [
        {
          span: block.span,
          message:
            'The front matter is not a list of names and values, such as “title: My review”. It was passed over; write one to a line.',
        },
      ],
    };
  } catch (error) {
    // The block's first line is the one of hyphens, which its value lacks.
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 0) : 0;
    return { values: {}, problems: [{ span: lineOf(text, block.span, line), message: BROKEN }] };
  }
}

const BROKEN =
  'The front matter is not valid YAML here or just above, and was passed over. Look for a bracket or quotation mark that is not closed, for a value with a colon that needs quotation marks, and for uneven spaces at the beginning of lines.';

function unclosed(text: string): DraftProblem {
  return {
    span: lineOf(text, { start: 0, end: text.length }, 0),
    message: 'The front matter that begins here has no end, and is read as text. Put a line of three hyphens (---) under its last value.',
  };
}

/** The line of a block, counted from 0, without its line end; the block's last one where it has fewer. */
function lineOf(text: string, block: DraftSpan, line: number): DraftSpan {
  const lines = new LineMap(text);
  const at = Math.min(lines.line(block.start) + line, lines.line(block.end));
  return { start: lines.start(at), end: lines.start(at) + lines.content(at).length };
}
