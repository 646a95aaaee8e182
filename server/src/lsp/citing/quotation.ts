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
 * What to quote of a passage. Where it holds words in quotation marks that the corpus gives to a speaker, those are quoted,
 * with the speaker; else the passage is, as the words of its document or poster.
 */
export function quotableOf(passage: Passage, document: CorpusDocument, corpus: Corpus): Quotable {
  const { parts } = corpus.standing(passage.id);
  const spoken = findQuotations(passage.text, [])
    .filter(({ depth, inner }) => depth === 0 && wordCount(passage.text.slice(inner.start, inner.end)) >= FEWEST)
    .flatMap(({ inner }) => {
      const part = parts.find(({ span, standing }) => standing === 'attributed' && span.start <= inner.start && inner.end <= span.end + 2);
      return part?.speaker == null ? [] : [{ inner, speaker: part.speaker }];
    })
    .sort((a, b) => b.inner.end - b.inner.start - (a.inner.end - a.inner.start))[0];
  if (spoken === undefined) return { span: passage.span, lead: leadOf(passage, document, corpus) };
  const { start } = passage.span;
  return { span: { start: start + spoken.inner.start, end: start + spoken.inner.end }, lead: `${named(spoken.speaker, corpus)} said` };
}

/** What leads in words that a person has selected in a passage. */
export function leadOf(passage: Passage, document: CorpusDocument, corpus: Corpus): string {
  const { block, id } = passage;
  if (block.voice !== 'document' && block.speaker !== null) return `${capital(block.speaker)} ${block.voice === 'turn' ? 'said' : 'wrote'}`;
  if (document.kind === 'comments' || document.kind === 'forum') {
    const { speaker } = corpus.standing(id);
    return `${speaker === null ? 'A reader' : capital(speaker)} wrote`;
  }
  if (document.author !== null) return `${document.author} wrote`;
  const who = document.publisher;
  if (who === null) return `“${document.title.trim() || document.citekey}” says`;
  return `${who} ${document.kind === 'news' ? 'reported' : document.kind === 'report' || document.kind === 'guidance' ? 'stated' : 'wrote'}`;
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
