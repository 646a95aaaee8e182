/**
 * The list of sources in a draft, between two comments that mark it as written by the program: the first also keeps it from
 * being checked, for a list of titles claims nothing. What stands outside the comments (the heading too) is the writer's.
 */
import type { DraftEdit } from '../draft/citation-style.ts';
import type { Draft, DraftSpan } from '../draft/types.ts';

const OPENING = '<!-- corroborate-disable -- list of sources, written by Corroborate -->';
const CLOSING = '<!-- corroborate-enable -- end of the list of sources -->';
const MARKS =
  /^<!-- corroborate-disable -- list of sources\b[^\n]*-->[ \t]*$|^<!-- corroborate-enable -- end of the list of sources\b[^\n]*-->/gm;
/** Headings under which writers put such a list. */
const HEADING = /^(?:sources|references|bibliography|works cited|list of (?:sources|references|works cited))[.:]?$/i;

export interface SourcesSection {
  /** Both comments and what stands between them. */
  readonly span: DraftSpan;
}

/** The list of sources of a draft, or null. One that was opened and never closed is none, so that nothing behind it is lost. */
export function findSection(text: string): SourcesSection | null {
  let start: number | null = null;
  for (const match of text.matchAll(MARKS)) {
    if (match[0].startsWith('<!-- corroborate-disable')) start = match.index;
    else if (start !== null) return { span: { start, end: match.index + match[0].length } };
  }
  return null;
}

/**
 * The edits that write the list of sources, or bring it up to date; none where it says what it should. `entries` are
 * Markdown, one a source, in their order. A new list goes under a heading of its kind that has nothing below it, else
 * under a new one at the end of the draft, but for a draft that cites nothing.
 */
export function sectionEdits(draft: Draft, entries: readonly string[]): readonly DraftEdit[] {
  const eol = /\r\n/.test(draft.text) ? '\r\n' : '\n';
  const list = entries.map((entry) => `- ${entry.replace(/\s+/g, ' ').trim()}`);
  const lines = [OPENING, '', ...(list.length === 0 ? ['*No sources are cited.*'] : list), '', CLOSING];
  const written = lines.join(eol);
  const section = findSection(draft.text);
  if (section !== null) {
    const same = draft.text.slice(section.span.start, section.span.end) === written;
    return same ? [] : [{ span: section.span, newText: written }];
  }
  const heading = emptyHeading(draft);
  // A draft that cites nothing and asks for no list gets none.
  if (heading === null && list.length === 0) return [];
  if (heading !== null) return [{ span: { start: heading, end: heading }, newText: `${eol}${eol}${written}` }];
  const end = draft.text.length;
  const gap = end === 0 || draft.text.endsWith(eol + eol) ? '' : draft.text.endsWith(eol) ? eol : eol + eol;
  return [{ span: { start: end, end }, newText: `${gap}## Sources${eol}${eol}${written}${eol}` }];
}

/** The end of the last heading for such a list under which nothing stands; null where there is none. */
function emptyHeading({ sentences, text }: Draft): number | null {
  const heading = sentences.findLast((one) => one.place === 'heading' && HEADING.test(one.text.replace(/\{[^{}]*\}\s*$/, '').trim()));
  if (heading === undefined) return null;
  const lineEnd = /[^\r\n]*/.exec(text.slice(heading.span.end))?.[0].length ?? 0;
  const end = heading.span.end + lineEnd;
  const below = text.slice(end);
  return /^\s*(?:$|#{1,6}\s|\[\^[^\]]+\]:)/.test(below) ? end : null;
}
