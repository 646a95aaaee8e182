/** Lines to stretches of the file: what belongs to a document, and what is left over. */
import type { SourceSpan } from '../domain.ts';
import type { Line } from './lines.ts';

/** One span for each run of lines that nothing but blank lines part. `lines` are in the file's order. */
export function rangesOf(lines: readonly Line[]): readonly SourceSpan[] {
  const ranges: { start: number; end: number }[] = [];
  let below = -1;
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line.index - line.gap === below) {
      last.end = line.end;
    } else {
      ranges.push({ start: line.start, end: line.end });
    }
    below = line.index + line.height;
  }
  return ranges;
}
