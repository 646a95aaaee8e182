/** How findings speak: where something stands, what stands there, dates as a reviewer writes them. Faces escape; nothing is escaped here. */
import type { Corpus } from '../corpus/corpus.ts';
import { placeInWords } from '../corpus/places.ts';
import { dateInWords } from '../corpus/words.ts';
import { memoised } from '../text/memo.ts';

const LONGEST_QUOTE = 160;
const LONGEST_TITLE = 80;

/** What `sayWhere` needs of a piece of evidence or a quoted place. */
export interface SaidAt {
  readonly citekey: string;
  readonly source: string;
  readonly span: { readonly start: number };
  /** 1-based line of the source's text. */
  readonly line: number;
}

/** `“Title” (Publisher, 12 March 2009, line 12)`, or the page of a PDF; what is not known is left out, and an untitled document is its file. */
export function sayWhere(at: SaidAt, corpus: Corpus): string {
  const ofCorpus = where.get(corpus) ?? new WeakMap<SaidAt, string>();
  where.set(corpus, ofCorpus);
  const known = ofCorpus.get(at) ?? saidWhere(at, corpus);
  ofCorpus.set(at, known);
  return known;
}

/** Evidence is the same from one keystroke to the next, and so are the words for it. */
const where = new WeakMap<Corpus, WeakMap<SaidAt, string>>();

function saidWhere(at: SaidAt, corpus: Corpus): string {
  const document = corpus.documents.get(at.citekey);
  const title = document?.title.trim() || at.source;
  const publisher = document?.publisher ?? null;
  const date = dateInWords(document?.date ?? null);
  const place = placeInWords(corpus.sources.get(at.source)?.source, at);
  const details = [publisher === title ? null : publisher, date, place].filter((detail) => detail !== null && detail !== '');
  return `${titleInMarks(document?.title, at.source)}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}

/**
 * The words in quotation marks, on one line, cut at a word's end when long; inner double marks become single ones. Marks
 * around the whole and a full stop at its end are the source's punctuation, and left out.
 */
export function quoteShort(words: string, longest = LONGEST_QUOTE): string {
  return longest === LONGEST_QUOTE ? quotedUsually(words) : quoted(words, longest);
}

/** Words quoted to the usual length, of some dozens of drafts. */
const MOST_QUOTED = 2000;
const quotedUsually = memoised(MOST_QUOTED, (words: string) => quoted(words, LONGEST_QUOTE));

function quoted(words: string, longest: number): string {
  return `“${shorten(bare(onOneLine(words)), longest)
    .replace(/[“"]/g, (mark) => (mark === '“' ? '‘' : "'"))
    .replaceAll('”', '’')}”`;
}

function bare(words: string): string {
  const whole = /^["“]([^"“”]*)["”]?([.,]?)$/.exec(words) ?? /^‘([^‘]*[.,!?])’$/.exec(words);
  return (whole?.[1] ?? words).replace(/(?<!\.)[.,]$/, '');
}

/** A document's title in quotation marks, those inside it made single; an untitled document is its file. */
export function titleInMarks(title: string | undefined, source: string): string {
  return `“${shorten(title?.trim() || source, LONGEST_TITLE).replace(/[“”"]([^“”"]*)[”"]/g, '‘$1’')}”`;
}

/** White space made single spaces, and light markup of plain-text formats taken out. */
export function onOneLine(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/(^|[\s(“‘"'])[*_`]{1,3}(?=\S)|(\S)[*_`]{1,3}(?=$|[\s).,;:!?”’"'])/g, '$1$2')
    .trim();
}

/** `a, b and c`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `1 draft`, `2 drafts`; `many` where the plural is another one. */
export function counted(n: number, noun: string, many = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : many}`;
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest - 1);
  return `${text.slice(0, space > longest / 2 ? space : longest - 1).trimEnd()}…`;
}
