/** Words of a source as a quotation in a draft: which words, whose they are, and how the sentence that quotes them reads. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, Passage } from '../../corpus/domain.ts';
import { escapeMarkdown } from '../../draft/citation-text.ts';
import { findQuotations } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';

export interface Quotable {
  /** Of the words that are quoted, in the source's text. */
  readonly span: Span<'source'>;
  /** `Marion Teale said`, `Community Care reported`: what leads the words in. */
  readonly lead: string;
}

/** Fewer quoted words inside a sentence are a name or a phrase, not what somebody said. */
const FEWEST = 4;

/**
 * What to quote of a passage that somebody chose as a whole: the words in quotation marks in it, where the corpus gives
 * them to a speaker; else all of it.
 */
export function quotableOf(passage: Passage, document: CorpusDocument, corpus: Corpus): Quotable {
  const { start } = passage.span;
  const longest = spokenIn(passage, corpus).sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))[0];
  if (longest === undefined) return { span: passage.span, lead: leadOf(passage, passage.span, document, corpus) };
  const span = { start: start + longest.span.start, end: start + longest.span.end };
  return { span, lead: `${named(longest.speaker, corpus)} said` };
}

/** What leads in words of a passage: who said or wrote them; nothing where they say themselves whose report they are. */
export function leadOf(passage: Passage, span: Span<'source'>, document: CorpusDocument, corpus: Corpus): string {
  const { block } = passage;
  if (block.voice !== 'document' && block.speaker !== null) return `${capital(block.speaker)} ${block.voice === 'turn' ? 'said' : 'wrote'}`;
  const inside = ({ start, end }: Span) => start <= span.start - passage.span.start && span.end - passage.span.start <= end;
  const spoken = spokenIn(passage, corpus).find(({ span: words }) => inside(words));
  if (spoken !== undefined) return `${named(spoken.speaker, corpus)} said`;
  const { standing, speaker } = corpus.standing(passage.id);
  if (standing === 'attributed') return speaker !== null && isQuoted(passage, corpus) ? `${named(speaker, corpus)} said` : '';
  if (standing === 'comment') return `${speaker === null ? 'A reader' : capital(speaker)} wrote`;
  if (document.author !== null) return `${document.author} wrote`;
  const who = document.publisher;
  if (who === null) return `“${document.title.trim() || document.citekey}” says`;
  return `${who} ${document.kind === 'news' ? 'reported' : document.kind === 'report' || document.kind === 'guidance' ? 'stated' : 'wrote'}`;
}

interface Spoken {
  /** Of the words inside the marks, in the passage's text. */
  readonly span: Span<'text'>;
  readonly speaker: string;
}

/** Words in quotation marks that the corpus gives to a speaker. */
function spokenIn({ id, text }: Passage, corpus: Corpus): Spoken[] {
  const { parts } = corpus.standing(id);
  return findQuotations(text, [])
    .filter(({ depth, inner }) => depth === 0 && wordCount(text.slice(inner.start, inner.end)) >= FEWEST)
    .flatMap(({ inner }) => {
      const part = parts.find(({ span, standing }) => standing === 'attributed' && span.start <= inner.start && inner.end <= span.end + 2);
      return part?.speaker == null ? [] : [{ span: inner, speaker: part.speaker }];
    });
}

/** Whether a passage stands within quotation marks that its paragraph opened before it. */
function isQuoted({ block, source, span }: Passage, corpus: Corpus): boolean {
  const paragraph = corpus.sources.get(source)?.source.text.slice(block.span.start, block.span.end) ?? '';
  const [start, end] = [span.start - block.span.start, span.end - block.span.start];
  return findQuotations(paragraph, []).some(({ span: marks }) => marks.start <= start && end <= marks.end);
}

/** `“The words as they are”`, on one line, inner marks made single, and nothing in them that Markdown or Pandoc would read. */
export function quoted(words: string): string {
  const line = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/["“”„«»]/g, (mark, at: number, whole: string) => {
      if (mark === '“' || mark === '„' || mark === '«') return '‘';
      if (mark === '”' || mark === '»') return '’';
      return at === 0 || /[\s([{—–-]/.test(whole[at - 1] ?? '') ? '‘' : '’';
    });
  return `“${escapeMarkdown(line).replace(/@(?=[\p{L}\p{N}_{])/gu, '\\@')}”`;
}

/** The quotation with its citation behind it. The stop of the words goes, and that of the sentence comes behind the citation. */
export function quotedAndCited(words: string, citation: string, style: 'inline' | 'marker', ends: boolean): string {
  const bare = words.trim().replace(/(?<![.…])[.,;:]$/, '');
  // What ends with a question mark or an ellipsis keeps it; the sentence still needs a stop of its own.
  const stop = ends ? '.' : '';
  return style === 'marker' ? `${quoted(bare)}${stop}${citation}` : `${quoted(bare)} ${citation}${stop}`;
}

/** A speaker by name where the sources have just one person who is described so, else as the passage says it. */
function named(speaker: string, { gazetteer }: Corpus): string {
  const [only, ...others] = gazetteer.lookup(speaker);
  return only !== undefined && others.length === 0 && only.kind === 'person' ? only.name : capital(speaker);
}

function wordCount(words: string): number {
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
