/** From the lines of an edited document to its blocks: paragraphs, list items, headings, references, timeline entries. */
import type { Block } from '../domain.ts';
import { isReference } from './furniture.ts';
import { countWords, endsSentence, type Line } from './lines.ts';
import { timelineBlocks } from './timeline.ts';

/** A block in the document's own voice. */
export function documentBlock(kind: Block['kind'], start: number, end: number, date: Block['date'] = null): Block {
  return { kind, span: { start, end }, voice: 'document', speaker: null, turnRole: null, date };
}

const NUMBERED = /^(?:\d+(?:\.\d+)+\.?|\[\d+\])[ \t]+/u;
/** Lines no longer than this may be lines of one wrapped paragraph. */
const WRAPPED = 130;

/** Blocks of body lines in reading order; `text` is the whole source. */
export function documentBlocks(lines: readonly Line[], text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) {
      break;
    }
    const end = paragraphEnd(lines, i);
    const last = lines[end - 1] ?? line;
    blocks.push(...withHeadingsApart(withoutTail(blockOf(line, last, lines[end], text), text), text));
    i = end;
  }
  return timelineBlocks(blocks, text);
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

function blockOf(first: Line, last: Line, below: Line | undefined, text: string): Block {
  const marked = first.bullet !== null;
  const start = first.bodyStart;
  const words = text.slice(start, last.end);
  const quoted = /^(?:>[ \t]*)+/u.exec(words)?.[0] ?? '';
  if (quoted !== '') {
    return documentBlock('paragraph', start + quoted.length, last.end);
  }
  const hashes = /^#{1,6}[ \t]+/u.exec(words)?.[0] ?? '';
  if (hashes !== '') {
    return documentBlock('heading', start + hashes.length, last.end);
  }
  if (/^\[\^?\d+\]:?\s|^\d{1,3}\s+(?:ibid|see|cf)\b/iu.test(words)) {
    return documentBlock('footnote', start, last.end);
  }
  const number = NUMBERED.exec(words)?.[0] ?? '';
  if (marked) {
    const heading = /^\d+[.)]$/.test(first.bullet ?? '') && below?.bullet === null && below.gap > 0 && isHeading(words, first, below);
    return documentBlock(heading ? 'heading' : 'list-item', start, last.end);
  }
  if (isReference(words) && (first === last || words.length < 400) && !/\b(?:was|were|had|has|is|are)\b/u.test(words)) {
    return documentBlock('reference', start, last.end);
  }
  if (first === last && isHeading(words.slice(number.length), first, below)) {
    return documentBlock('heading', start + number.length, last.end);
  }
  return documentBlock('paragraph', start + number.length, last.end);
}

/** A short line without a sentence's end, or one that only asks, above further words. */
function isHeading(words: string, line: Line, below: Line | undefined): boolean {
  if (below === undefined || words.length > 140 || countWords(words) > 14 || /^["'“‘]?\p{Ll}/u.test(words)) {
    return false;
  }
  if (/^[^.!]{3,}\?$/u.test(words)) {
    return line.gap > 0 && countWords(words) <= 14;
  }
  const opens = below.bullet !== null || below.gap === 0 || endsSentence(below.text) || countWords(below.text, 12) >= 9;
  return opens && !endsSentence(words) && !/[:,;]$/.test(words) && (line.gap > 0 || line.index === 0);
}

/** Index behind the last line of the paragraph that starts at `from`. */
function paragraphEnd(lines: readonly Line[], from: number): number {
  let end = from + 1;
  while (end < lines.length && lines[end]?.gap === 0 && lines[end]?.bullet === null) {
    end++;
  }
  if (end - from < 2) {
    return from + 1;
  }
  const group = lines.slice(from, end);
  const longest = Math.max(...group.map((line) => line.text.length));
  const wrapped =
    longest <= WRAPPED &&
    group.slice(0, -1).every((line) => line.text.length >= longest * 0.55) &&
    group.slice(0, -1).some((line) => !endsSentence(line.text));
  if (wrapped) {
    return end;
  }
  let stop = from + 1;
  for (; stop < end; stop++) {
    const above = lines[stop - 1];
    const line = lines[stop];
    if (above === undefined || line === undefined || endsSentence(above.text) || !/^\p{Ll}/u.test(line.text)) {
      break;
    }
  }
  return stop;
}
