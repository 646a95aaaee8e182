/** Where an ignore directive goes, so that it silences one line and leaves the Markdown around it as it was. */
import type { DraftSpan } from '../draft/types.ts';
import type { RuleCode, TextEdit } from '../rules/types.ts';
import type { LineMap } from '../text/lines.ts';

/** Lines before which a comment would end a list, a quotation or a table, or which are no running text. */
const INSIDE_A_BLOCK = /^(?:[ \t]+|[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\|))/;
const BLANK_OR_HEADING = /^[ \t]*(?:#{1,6}(?:[ \t].*)?)?$/;

/**
 * At the beginning of a paragraph a comment line before it; anywhere else a comment at the end of the line itself, for a
 * comment line would cut the paragraph, list or quotation in two. `lineEnd` is the draft's own.
 */
export function ignoreEdit(span: DraftSpan, rule: RuleCode, lines: LineMap, lineEnd: string): TextEdit {
  const line = lines.line(span.start);
  const content = lines.content(line);
  const beginsParagraph = (line === 0 || BLANK_OR_HEADING.test(lines.content(line - 1))) && !INSIDE_A_BLOCK.test(content);
  if (beginsParagraph) return insert(lines.start(line), `<!-- corroborate-disable-next-line ${rule} -->${lineEnd}`);
  return insert(lines.start(line) + content.trimEnd().length, ` <!-- corroborate-disable-line ${rule} -->`);
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
