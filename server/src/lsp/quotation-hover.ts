/** For a hover on a quotation: the quoted words marked in their sentence, with the sentence before it and the one after it. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Passage } from '../corpus/domain.ts';
import type { Judgement, QuotedPlace } from '../verify/types.ts';
import { escapeMarkdown } from './markdown.ts';

export interface QuotedInContext {
  readonly place: QuotedPlace;
  /** Markdown of one line. */
  readonly words: string;
}

/** The place of the quotation that stands at an offset of the draft; null where none does, or the source has none like it. */
export function quotedInContext(judgement: Judgement, offset: number, corpus: Corpus): QuotedInContext | null {
  for (const result of judgement.quotations) {
    if (result.kind !== 'exact' && result.kind !== 'changed') continue;
    const { span } = result.quotation;
    const [place] = result.places;
    if (place === undefined || offset < span.start || offset > span.end) continue;
    const words = inContext(place, corpus);
    if (words !== null) return { place, words };
  }
  return null;
}

function inContext({ source, span, passages }: QuotedPlace, corpus: Corpus): string | null {
  const text = corpus.sources.get(source)?.source.text;
  const first = corpus.passage(passages[0] ?? -1);
  const last = corpus.passage(passages.at(-1) ?? -1);
  if (text === undefined || first === null || last === null) return null;
  const head = spaced(text.slice(first.span.start, span.start));
  const tail = spaced(text.slice(span.end, last.span.end));
  const quoted = `${head}**${escapeMarkdown(text.slice(span.start, span.end))}**${tail}`;
  return [neighbour(first, 'before', corpus), quoted, neighbour(last, 'after', corpus)].filter((part) => part !== '').join(' ');
}

/** The next sentence of the same document; where another speaks it, with the name. */
function neighbour(core: Passage, side: 'before' | 'after', corpus: Corpus): string {
  const passage = core[side] === null ? null : corpus.passage(core[side]);
  if (passage === null || passage.citekey !== core.citekey) return '';
  const { speaker } = passage.block;
  const name = speaker === null || speaker === core.block.speaker ? '' : `_${escapeMarkdown(speaker)}:_ `;
  return name + escapeMarkdown(passage.text);
}

/** Escaped words that keep a space at either edge. */
function spaced(text: string): string {
  const escaped = escapeMarkdown(text);
  if (escaped === '') return /\s/.test(text) ? ' ' : '';
  return `${/^\s/.test(text) ? ' ' : ''}${escaped}${/\s$/.test(text) ? ' ' : ''}`;
}
