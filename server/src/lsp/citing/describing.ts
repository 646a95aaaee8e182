/** A document, and a passage of it, as Markdown for the hover of a citation and the documentation of a completion. */

import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, DocumentKind, Passage } from '../../corpus/domain.ts';
import { placeInWords } from '../../corpus/places.ts';
import { dateInWords, standingInWords } from '../../corpus/words.ts';
import { counted } from '../../rules/wording.ts';
import { escapeMarkdown, markdownLink, markdownQuote } from '../markdown.ts';
import { placeInSource } from '../places.ts';
import { pathOf, uriAt } from '../uris.ts';

const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  report: 'report',
  news: 'news article',
  academic: 'academic work',
  guidance: 'guidance',
  blog: 'blog post',
  comments: 'readers’ comments',
  forum: 'forum thread',
  transcript: 'transcript',
};

/** More passages of one place than this make a hover that nobody reads. */
const SHOWN = 3;
/** Characters of a passage in a hover or documentation. */
const LONGEST = 600;

/** `**[Title](…)**`, and under it author, publisher, date, kind and citekey. */
export function describeDocument(document: CorpusDocument, corpus: Corpus): string {
  const at = document.ranges[0]?.start ?? 0;
  const title = sourceLink(document.title.trim() || document.citekey, corpus, document.source, at);
  const about = [document.author, document.publisher, dateInWords(document.date), KIND_WORDS[document.kind]];
  const known = about.filter((part) => part !== null && part !== '').map((part) => escapeMarkdown(String(part)));
  return `**${title}**  \n${known.join(' · ')} · \`@${document.citekey.replace(/[`\s]+/g, '')}\``;
}

/** Passages of one place: where, whose words they are, and the words. */
export function describePassages(passages: readonly Passage[], corpus: Corpus): string {
  const blocks = passages.slice(0, SHOWN).map((passage) => describePassage(passage, corpus));
  const left = passages.length - SHOWN;
  return [...blocks, ...(left > 0 ? [`… and ${counted(left, 'more sentence')} there.`] : [])].join('\n\n');
}

export function describePassage({ id, source, span, text }: Passage, corpus: Corpus): string {
  const { standing, speaker } = corpus.standing(id);
  const place = placeInWords(corpus.sources.get(source)?.source, { span, line: corpus.lineOf(source, span.start) });
  const words = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const where = place === null ? '' : `${sourceLink(capital(place), corpus, source, span.start)} · `;
  return `${where}_${escapeMarkdown(standingInWords(standing, speaker))}_\n\n${markdownQuote(escapeMarkdown(words))}`;
}

function sourceLink(label: string, corpus: Corpus, source: string, at: number): string {
  const place = placeInSource(corpus, source, { start: at, end: at });
  const file = place === null ? null : pathOf(place.uri);
  if (place === null || file === null) return escapeMarkdown(label);
  const { line, character } = place.range.start;
  return markdownLink(label, line === 0 && character === 0 ? place.uri : uriAt(file, line + 1, character + 1));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
