/** The sentence at a place of a draft that is being written, without parsing the draft: completion has no time for that. */
import { splitSentences } from '../../text/sentences.ts';
import { indexTerms, isStop } from '../../text/terms.ts';

/** Characters that a sentence may reach back. */
const REACH = 2000;

/** The sentence that the offset stands in or behind, without the citations in it; empty where there is none. */
export function sentenceNear(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  const paragraph = before.slice(lastBreak(before));
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + REACH))?.[0] ?? '';
  const here = withoutCitations(paragraph);
  const words = here + withoutCitations(after);
  const sentences = splitSentences(words);
  const at = here.trimEnd().length;
  const holding = sentences.find(({ start, end }) => start < at && at <= end) ?? sentences.findLast(({ end }) => end <= at);
  return holding === undefined ? '' : words.slice(holding.start, holding.end);
}

/** The query of a text: its words that tell something, each once. */
export function queryTerms(text: string): readonly { readonly term: string; readonly weight: number }[] {
  return [...new Set(indexTerms(text))].filter((term) => !isStop(term)).map((term) => ({ term, weight: 1 }));
}

function lastBreak(text: string): number {
  let last = 0;
  for (const match of text.matchAll(/(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/g)) last = match.index + match[0].length;
  return last;
}

/** Citations, finished or not, with a mark in their place that keeps the words around them apart. */
function withoutCitations(text: string): string {
  return text
    .replace(/\[\^[^\]\s]*\]?:?/g, ' ')
    .replace(/\(?\[([^[\]]*)\]\([^()]*\)?\)?/g, ' ')
    .replace(/\(?\[[^[\]]*@[^[\]]*\]?/g, ' ')
    .replace(/-?@[^\s]*$/, ' ');
}
