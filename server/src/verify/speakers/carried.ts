/** Which words of a passage carry what a stretch of the draft says, and whose words they are. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { StandingPart } from '../../corpus/domain.ts';
import { overlap, type Span } from '../../text/span.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Token } from '../../text/types.ts';
import type { Evidence } from '../types.ts';

/** The meaning words of the spans, by stem. */
export function contentStems(tokens: readonly Token[], spans: readonly Span<'text'>[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const token of tokens) {
    if (token.stop || token.kind === 'punct' || token.kind === 'symbol') continue;
    if (spans.some((span) => overlap(span, token) > 0)) stems.add(token.stem);
  }
  return stems;
}

export interface Carried {
  readonly evidence: Evidence;
  /** Share of the stems that the passage has, 0–1. */
  readonly share: number;
  /** The words that carry them. */
  readonly tokens: readonly Token[];
  /** The part of the passage that most of these words stand in. */
  readonly part: StandingPart;
}

/** What a passage carries of the stems; null where the corpus no longer has it. */
export function carriedBy(evidence: Evidence, stems: ReadonlySet<string>, corpus: Corpus): Carried | null {
  const passage = corpus.passage(evidence.passage);
  if (passage === null || stems.size === 0) return null;
  const tokens = tokenize(passage.text).filter((token) => !token.stop && stems.has(token.stem));
  const standing = corpus.standing(passage.id);
  const whole: StandingPart = {
    span: { start: 0, end: passage.text.length },
    standing: standing.standing,
    speaker: standing.speaker,
    cue: null,
    denied: false,
  };
  let part = whole;
  let most = 0;
  for (const candidate of standing.parts) {
    const words = new Set(tokens.filter((token) => overlap(candidate.span, token) > 0).map((token) => token.stem)).size;
    if (words > most || (words === most && words > 0 && candidate.standing === 'stated')) {
      most = words;
      part = candidate;
    }
  }
  return { evidence, share: new Set(tokens.map((token) => token.stem)).size / stems.size, tokens, part };
}

/** So many sentences on either side of one are read of a post. */
const POST_REACH = 6;

/** The share of the stems that the whole post has which a passage stands in: a post is one poster's words. 0 of any other passage. */
export function sharePosted({ evidence }: Carried, stems: ReadonlySet<string>, corpus: Corpus): number {
  const passage = corpus.passage(evidence.passage);
  if (passage === null || passage.block.voice !== 'poster' || stems.size === 0) return 0;
  const found = new Set<string>();
  for (const side of ['before', 'after'] as const) {
    let at: number | null = passage.id;
    for (let step = 0; step <= POST_REACH && at !== null; step++) {
      const near = corpus.passage(at);
      if (near === null || near.blockIndex !== passage.blockIndex) break;
      for (const token of tokenize(near.text)) if (!token.stop && stems.has(token.stem)) found.add(token.stem);
      at = near[side];
    }
  }
  return found.size / stems.size;
}
