/** reStructuredText as layout: headings, directives, footnotes, stage directions, turns and paragraphs, in order. */
import type { SourceSpan } from '../domain.ts';
import type { Line } from './lines.ts';

export type Element =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly span: SourceSpan }
  | { readonly kind: 'stage' | 'footnote' | 'list-item' | 'paragraph'; readonly text: string; readonly span: SourceSpan }
  /** `asks` where the transcript numbers the turn as a question. */
  | { readonly kind: 'turn'; readonly speaker: string; readonly text: string; readonly span: SourceSpan; readonly asks?: boolean }
  | { readonly kind: 'furniture'; readonly text: string; readonly span: SourceSpan };

const UNDERLINE = /^([=\-~^"'`#*+.:_])\1{2,}$/;
/** Directives whose indented lines are words of the document; all others describe its outside. */
const WORDED = /^\.\. (?:note|admonition|important|warning|tip|epigraph|pull-quote|highlights|topic|sidebar|container|compound)::/;
const FOOTNOTE = /^\.\. \[(?:#?[\w-]+|\*)\]\s+/;
const TURN = /^\*\*(?<speaker>[^*\n]{1,80}?):?\*\*:?\s+/u;
const STAGE = /^\*(?!\*).*\*\.?$/su;

/** The elements of a text; every line with words belongs to exactly one. */
export function readRst(lines: readonly Line[], text: string): readonly Element[] {
  const elements: Element[] = [];
  const levels: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) {
      break;
    }
    const heading = headingAt(lines, i);
    if (heading !== null) {
      const title = lines[heading.title] ?? line;
      const mark = `${heading.title > i ? 'over' : ''}${heading.mark}`;
      if (!levels.includes(mark)) {
        levels.push(mark);
      }
      elements.push({ kind: 'heading', level: levels.indexOf(mark), text: title.text, span: { start: title.start, end: title.end } });
      i = heading.next;
    } else if (/^\.\.(?:\s|$)/.test(line.text)) {
      i = readDirective(lines, i, text, elements);
    } else if (UNDERLINE.test(line.text) || /^[+|=\-\s]{5,}$/.test(line.text)) {
      elements.push({ kind: 'furniture', text: line.text, span: { start: line.start, end: line.end } });
      i++;
    } else {
      i = readParagraph(lines, i, text, elements);
    }
  }
  return elements;
}

function headingAt(lines: readonly Line[], i: number): { readonly title: number; readonly mark: string; readonly next: number } | null {
  const line = lines[i];
  const below = lines[i + 1];
  if (line === undefined || below === undefined || below.gap > 0) {
    return null;
  }
  const over = UNDERLINE.exec(line.text)?.[1];
  const third = lines[i + 2];
  if (over !== undefined && third !== undefined && third.gap === 0 && third.text.startsWith(over) && UNDERLINE.test(third.text)) {
    return { title: i + 1, mark: over, next: i + 3 };
  }
  const under = line.indent === 0 ? UNDERLINE.exec(below.text)?.[1] : undefined;
  return under === undefined || over !== undefined ? null : { title: i, mark: under, next: i + 2 };
}

/** A directive, footnote, target or comment, with the indented lines below it. */
function readDirective(lines: readonly Line[], i: number, text: string, elements: Element[]): number {
  const line = lines[i];
  if (line === undefined) {
    return i + 1;
  }
  const footnote = FOOTNOTE.exec(line.text);
  let end = i + 1;
  while (end < lines.length && (lines[end]?.indent ?? 0) > line.indent) {
    end++;
  }
  const last = lines[end - 1] ?? line;
  if (footnote !== null) {
    const start = line.start + footnote[0].length;
    elements.push({ kind: 'footnote', text: text.slice(start, last.end), span: { start, end: last.end } });
    return end;
  }
  if (WORDED.test(line.text)) {
    elements.push({ kind: 'furniture', text: line.text, span: { start: line.start, end: line.end } });
    return i + 1;
  }
  elements.push({ kind: 'furniture', text: line.text, span: { start: line.start, end: last.end } });
  return end;
}

function readParagraph(lines: readonly Line[], i: number, text: string, elements: Element[]): number {
  const first = lines[i];
  if (first === undefined) {
    return i + 1;
  }
  let end = i + 1;
  while (end < lines.length && lines[end]?.gap === 0 && !opensItem(lines[end], first) && headingAt(lines, end) === null) {
    end++;
  }
  const last = lines[end - 1] ?? first;
  const words = text.slice(first.start, last.end);
  const turn = TURN.exec(words);
  if (turn?.groups !== undefined) {
    const start = first.start + turn[0].length;
    const speaker = (turn.groups['speaker'] ?? '').trim();
    elements.push({ kind: 'turn', speaker, text: text.slice(start, last.end), span: { start, end: last.end } });
  } else if (words.length < 300 && STAGE.test(words)) {
    elements.push({ kind: 'stage', text: words.replace(/^\*+|\*+\.?$/g, ''), span: { start: first.start, end: last.end } });
  } else {
    const mark = /^(?:\| |(?:\d+(?:\.\d+)+\.?|\(?\d{1,3}[.)]|\(?[a-z]{1,3}\)|\([ivx]{1,5}\)|[-*•+])(?=\s)\s+)/u.exec(words)?.[0] ?? '';
    const item = mark !== '' && !mark.startsWith('|') && !/^\d+\.\d/.test(mark) && !/^\d+\.\s*$/.test(mark);
    const start = first.start + mark.length;
    elements.push({ kind: item ? 'list-item' : 'paragraph', text: text.slice(start, last.end), span: { start, end: last.end } });
  }
  return end;
}

/** An item of a list, or a line of a line block, starts an element of its own. */
function opensItem(line: Line | undefined, first: Line): boolean {
  return (
    line !== undefined &&
    (/^\| /.test(line.text) || /^\.\. /.test(line.text) || (line.bullet !== null && first.bullet !== null && line.indent <= first.indent))
  );
}
