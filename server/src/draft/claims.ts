/** What stands around a claim: the words that say who "he" is and which spring "that spring" was. */
import type { Draft, DraftSentence } from './types.ts';

/** How many sentences of earlier blocks are read: further back a pronoun no longer leads. */
const EARLIER_BLOCKS = 3;

export interface ClaimContext {
  /** Sentences before the claim in its section, in reading order: all of its own block, and the last few of the blocks before. */
  readonly before: readonly DraftSentence[];
  /** How many of `before`, counted from the end, stand in the claim's own block. */
  readonly sameBlock: number;
  /** The sentence that leads a list in, for a list item whose list follows one ("The review found:"); else null. */
  readonly leadIn: DraftSentence | null;
  /** Headings over the claim, the nearest first; the title of the draft is the last. */
  readonly headings: readonly DraftSentence[];
}

const READ: ReadonlySet<DraftSentence['place']> = new Set(['paragraph', 'list-item', 'blockquote']);

/** The context of the sentence at `index` of `draft.sentences`; empty for an index that does not exist. */
export function claimContext(draft: Draft, index: number): ClaimContext {
  const claim = draft.sentences[index];
  if (claim === undefined) return { before: [], sameBlock: 0, leadIn: null, headings: [] };
  const own: DraftSentence[] = [];
  const earlier: DraftSentence[] = [];
  const headings: DraftSentence[] = [];
  let leadIn: DraftSentence | null = null;
  for (let i = index - 1; i >= 0; i--) {
    const sentence = draft.sentences[i];
    if (sentence === undefined) break;
    if (sentence.place === 'heading') {
      if (isOver(draft, sentence, headings.at(-1))) headings.push(sentence);
    } else if (sentence.block === claim.block) own.unshift(sentence);
    else if (headings.length === 0 && READ.has(sentence.place)) {
      if (earlier.length < EARLIER_BLOCKS) earlier.unshift(sentence);
      if (leadIn === null && claim.place === 'list-item' && sentence.place === 'paragraph' && sentence.text.trimEnd().endsWith(':'))
        leadIn = sentence;
    }
  }
  return { before: [...earlier, ...own], sameBlock: own.length, leadIn, headings };
}

/** Whether a heading stands higher than the one found below it. */
function isOver(draft: Draft, heading: DraftSentence, below: DraftSentence | undefined): boolean {
  return below === undefined || level(draft, heading) < level(draft, below);
}

/** 1–6 by the number signs before the heading; underlined headings are 1 (`===`) or 2. */
function level(draft: Draft, heading: DraftSentence): number {
  const lineStart = draft.text.lastIndexOf('\n', Math.max(0, heading.span.start - 1)) + 1;
  const signs = /^[\s>]*(#{1,6})\s/.exec(draft.text.slice(lineStart, heading.span.start));
  if (signs?.[1] !== undefined) return signs[1].length;
  return /^[^\n]*\n[\s>]*=/.test(draft.text.slice(heading.span.end, heading.span.end + 200)) ? 1 : 2;
}
