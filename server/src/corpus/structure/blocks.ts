/** From the lines of an edited document to its blocks: paragraphs, list items, headings, references, timeline entries. */
import type { Block } from '../domain.ts';
import { datedByHeadings } from './dateheadings.ts';
import { isReference } from './furniture.ts';
import { countWords, endsSentence, type Line } from './lines.ts';
import { timelineBlocks } from './timeline.ts';

/** A block in the document's own voice. */
export function documentBlock(kind: Block['kind'], start: number, end: number, date: Block['date'] = null): Block {
  return { kind, span: { start, end }, voice: 'document', speaker: null, turnRole: null, date };
}

const NUMBERED = /^(?:\d+(?:\.\d+)+\.?(?!\s*[ap]\.?m\b)|\[\d+\])[ \t]+/iu;
/** Marks that send to a note: figures in brackets, or glued to the end of a word or sentence. */
const MARKS = /\[\^?(\d{1,3})\]|(?<=\p{L}|[.,;:”’"')])(\d{1,3})(?=[\s.,;:]|$)/gu;

/**
 * Notes: lines that a number opens to which a mark before them sends. Numbered paragraphs, as judgments have them, have
 * no such mark before them.
 */
function noteLines(lines: readonly Line[]): ReadonlySet<Line> {
  const marks = new Set<string>();
  const notes = new Set<Line>();
  for (const line of lines) {
    const number = /^(?:\[\^?(?<a>\d{1,3})\]:?|(?<b>\d{1,3}))\s+(?=[\p{Lu}“‘"'(]|https?:|ibid|see|cf|pp?\.)/u.exec(line.text)?.groups;
    const sent = number?.['a'] ?? number?.['b'];
    if (sent !== undefined && marks.has(sent) && line.text.length < 600) {
      notes.add(line);
      continue;
    }
    for (const mark of line.text.slice(line.text.length > 20_000 ? -20_000 : 0).matchAll(MARKS)) {
      const at = mark[1] ?? mark[2];
      if (at !== undefined && mark.index > 0) {
        marks.add(at);
      }
    }
  }
  return notes;
}

/** Blocks of body lines, wrapped paragraphs joined, in reading order; `text` is the whole source. */
export function documentBlocks(lines: readonly Line[], text: string): readonly Block[] {
  const notes = noteLines(lines);
  const blocks = lines.flatMap((line, i) =>
    notes.has(line)
      ? [documentBlock('footnote', line.bodyStart, line.end)]
      : withHeadingsApart(withoutTail(blockOf(line, lines[i + 1], text), text), text),
  );
  return timelineBlocks(datedByHeadings(blocks, text), text);
}

/** A list of links that a scraper glued to the end of a paragraph is cut off: titles without a sentence among them. */
function withoutTail(block: Block, text: string): Block {
  const words = text.slice(block.span.start, block.span.end);
  const tail = words.search(
    /(?<=[.!?]["'’”)]?\s)(?:More information|Related (?:articles|stories|links|content)|Read more|Further reading)\b/u,
  );
  const cut = block.kind === 'paragraph' && tail > 200 && words.length - tail < 600 && !/\.\s\p{Lu}/u.test(words.slice(tail));
  return cut ? { ...block, span: { start: block.span.start, end: block.span.start + words.slice(0, tail).trimEnd().length } } : block;
}

/** Words that begin sentences and are not capitalised inside one, when the word behind them is not capitalised either. */
const OPENER =
  '(?:A|An|The|This|That|These|Those|Few|Many|Some|Most|Several|All|Both|Each|No|He|She|It|They|We|His|Her|Its|Their|There|In|On|At|By|For|From|After|Before|When|While|As|If|Although|However|But|Yesterday|Today|Last|Following|During|Under|According)';
const GLUED = new RegExp(
  `(?<=[.!?]["'’”]? )(?<heading>\\p{Lu}[\\p{L}’'-]*(?: [‘“'"]?[\\p{Ll}\\d][\\p{L}\\d’'”"-]*){1,4}) (?=${OPENER}(?:,| [\\p{Ll}\\d]))`,
  'gu',
);

/**
 * A page scraped into one long paragraph keeps its headings between the sentences ("… of risk. Missed chances The report
 * …"). One such place may be chance, several are headings.
 */
function withHeadingsApart(block: Block, text: string): readonly Block[] {
  const { start, end } = block.span;
  const words = text.slice(start, end);
  const glued = block.kind === 'paragraph' && words.length > 600 ? [...words.matchAll(GLUED)] : [];
  if (glued.length < 2) {
    return [block];
  }
  const blocks: Block[] = [];
  let from = 0;
  for (const match of glued) {
    const heading = match.groups?.['heading'] ?? '';
    blocks.push({ ...block, span: { start: start + from, end: start + words.slice(0, match.index).trimEnd().length } });
    blocks.push({ ...block, kind: 'heading', span: { start: start + match.index, end: start + match.index + heading.length } });
    from = match.index + match[0].length;
  }
  return [...blocks, { ...block, span: { start: start + from, end } }];
}

function blockOf(first: Line, below: Line | undefined, text: string): Block {
  const marked = first.bullet !== null;
  const start = first.bodyStart;
  const words = text.slice(start, first.end);
  const quoted = /^(?:>[ \t]*)+/u.exec(words)?.[0] ?? '';
  if (quoted !== '') {
    return documentBlock('paragraph', start + quoted.length, first.end);
  }
  const hashes = /^#{1,6}[ \t]+/u.exec(words)?.[0] ?? '';
  if (hashes !== '') {
    return documentBlock('heading', start + hashes.length, first.end);
  }
  if (/^\[\^\d+\]:?\s|^\d{1,3}\s+(?:ibid|see|cf)\b/iu.test(words)) {
    return documentBlock('footnote', start, first.end);
  }
  const number = NUMBERED.exec(words)?.[0] ?? '';
  if (marked) {
    const heading = /^\d+[.)]$/.test(first.bullet ?? '') && below?.bullet === null && below.gap > 0 && isHeading(words, first, below);
    return documentBlock(heading ? 'heading' : 'list-item', start, first.end);
  }
  if (isReference(words) && words.length < 400 && !/\b(?:was|were|had|has|is|are)\b/u.test(words)) {
    return documentBlock('reference', start, first.end);
  }
  if (first.height === 1 && isHeading(words.slice(number.length), first, below)) {
    return documentBlock('heading', start + number.length, first.end);
  }
  return documentBlock('paragraph', start + number.length, first.end);
}

/** A short line without a sentence's end, or one that only asks, above further words. */
function isHeading(words: string, line: Line, below: Line | undefined): boolean {
  if (below === undefined || words.length > 140 || countWords(words) > 14 || /^["'“‘]?\p{Ll}/u.test(words)) {
    return false;
  }
  if (/^[^.!]{3,}\?$/u.test(words)) {
    return line.gap > 0 && countWords(words) <= 14;
  }
  const opens =
    below.bullet !== null || (below.gap === 0 && !/:\s/.test(words)) || endsSentence(below.text) || countWords(below.text, 12) >= 9;
  return opens && !endsSentence(words) && !/[:,;]$/.test(words) && (line.gap > 0 || line.index === 0);
}
