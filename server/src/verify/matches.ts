/**
 * Which word of one passage carries a word of a claim best. The same passage is read alone, with its neighbours and as the
 * neighbour of others; what its own words say to the claim is the same each time, and is worked out once.
 */
import type { AlignTools } from './align.ts';
import { areOpposites } from './compare/opposites.ts';
import type { Lexicon, WordRelation } from './lexicon.ts';
import type { ContentWord, Reading } from './reading.ts';
import type { MatchHow } from './types.ts';

/** The passage's word that carries a claim's word best: its token, how, and the share it keeps of the credit for that. */
export interface OwnMatch {
  readonly index: number;
  readonly how: MatchHow;
  readonly share: number;
}

export interface Matches {
  /** The first of the closest, or null where no word of the passage is related. */
  ownWord(word: ContentWord): OwnMatch | null;
  /** The token of the first name that means whom a claim's name means, or null. */
  alias(word: ContentWord): number | null;
  /** The passage's words that are used like the word, and are not its opposites. */
  near(word: ContentWord): readonly NearWord[];
}

/** A word of the passage with how near it lies, above 0. */
export interface NearWord {
  readonly index: number;
  readonly nearness: number;
}

/** How each relation carries, the closest first; the same stem comes before them all. */
const CARRIES: Readonly<Record<Exclude<WordRelation, 'antonym'>, Omit<OwnMatch, 'index'> & { readonly rank: number }>> = {
  derived: { rank: 2, how: 'derived', share: 1 },
  synonym: { rank: 3, how: 'synonym', share: 1 },
  narrower: { rank: 4, how: 'synonym', share: 0.85 },
  broader: { rank: 5, how: 'synonym', share: 0.5 },
};

const known = new WeakMap<AlignTools, WeakMap<Reading, Map<Reading, Matches>>>();

/** What the words of a passage say to those of a claim; forgotten with the claim. */
export function matchesOf(claim: Reading, passage: Reading, tools: AlignTools): Matches {
  let claims = known.get(tools);
  if (claims === undefined) {
    claims = new WeakMap();
    known.set(tools, claims);
  }
  let passages = claims.get(claim);
  if (passages === undefined) {
    passages = new Map();
    claims.set(claim, passages);
  }
  const found = passages.get(passage);
  if (found !== undefined) return found;
  const fresh = createMatches(claim, passage, tools);
  passages.set(passage, fresh);
  return fresh;
}

function createMatches(claim: Reading, passage: Reading, tools: AlignTools): Matches {
  const words = new Map<ContentWord, OwnMatch | null>();
  const aliases = new Map<string, number | null>();
  const near = new Map<ContentWord, readonly NearWord[]>();
  return {
    ownWord(word) {
      const found = words.get(word);
      if (found !== undefined) return found;
      const fresh = closest(word, passage, tools.lexicon);
      words.set(word, fresh);
      return fresh;
    },
    alias(word) {
      const name = nameOf(claim, word);
      const found = aliases.get(name);
      if (found !== undefined) return found;
      const other = passage.analysis.names.find((n) => tools.gazetteer.compare(name, n.name) === 'same');
      const fresh = other === undefined ? null : passage.analysis.tokens.findIndex((t) => t.start >= other.span.start);
      aliases.set(name, fresh);
      return fresh;
    },
    near(word) {
      const found = near.get(word);
      if (found !== undefined) return found;
      const fresh = nearWords(word, passage, tools);
      near.set(word, fresh);
      return fresh;
    },
  };
}

/** The name that a word belongs to, or the word itself. */
export function nameOf(claim: Reading, word: ContentWord): string {
  return claim.analysis.names[word.mention]?.name ?? word.token.text;
}

function closest(word: ContentWord, passage: Reading, lexicon: Lexicon): OwnMatch | null {
  let best: OwnMatch | null = null;
  let rank = Infinity;
  for (const other of passage.words) {
    if (other.token.stem === word.token.stem) {
      if (other.token.lower === word.token.lower) return { index: other.index, how: 'exact', share: 1 };
      if (rank > 1) [rank, best] = [1, { index: other.index, how: 'inflected', share: 1 }];
    } else if (word.class !== 'name' && rank > 2) {
      const relation = relationOf(word, other, lexicon);
      const carries = relation === null || relation === 'antonym' ? null : CARRIES[relation];
      if (carries !== null && carries.rank < rank)
        [rank, best] = [carries.rank, { index: other.index, how: carries.how, share: carries.share }];
    }
  }
  return best;
}

function nearWords({ token }: ContentWord, passage: Reading, { lexicon, nearness }: AlignTools): readonly NearWord[] {
  const found: NearWord[] = [];
  for (const { index, class: kind, token: other } of passage.words) {
    if (kind !== 'word' && kind !== 'verb') continue;
    const near = nearness(token.stem, other.stem);
    if (near > 0 && !areOpposites(token, other, lexicon)) found.push({ index, nearness: near });
  }
  return found;
}

/** How two words relate, each with its particle where it has one: "carried out" and "implemented". */
function relationOf(word: ContentWord, other: ContentWord, lexicon: Lexicon): WordRelation | null {
  const plain = lexicon.relate(word.token.stem, other.token.stem);
  if (plain === 'synonym' || (word.phrasal === null && other.phrasal === null)) return plain;
  const forms = (w: ContentWord): readonly string[] => (w.phrasal === null ? [w.token.stem] : [w.phrasal, w.token.stem]);
  for (const mine of forms(word))
    for (const theirs of forms(other))
      if ((mine !== word.token.stem || theirs !== other.token.stem) && lexicon.relate(mine, theirs) === 'synonym') return 'synonym';
  return plain;
}
