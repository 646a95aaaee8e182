/** Whose verb it is: the noun phrase that a verb group's subject is, found by walking left from it. */
import type { Token } from '../types.ts';
import type { Chunk, Chunks } from './chunks.ts';
import { RELATIVE_PRONOUNS } from './closed-class.ts';
import { NO_TAG, type Tag } from './tags.ts';
import type { VerbGroup } from './verb-group.ts';

export interface Subject {
  readonly chunk: Chunk;
  /** `near` stands directly before the verb; `far` was reached over phrases, a relative pronoun or a comma. */
  readonly reach: 'near' | 'far';
  /** Set where the subject is the noun that a relative pronoun takes up. */
  readonly relative: boolean;
}

const MAX_STEPS = 8;

/** The chunk that a relative pronoun at `pronoun` takes up: the one before it, over a comma. */
export function antecedent(chunks: Chunks, tokens: readonly Token[], pronoun: number): Chunk | null {
  const before = tokens[pronoun - 1]?.text === ',' ? pronoun - 2 : pronoun - 1;
  return chunks.at(before);
}

/** Leftwards over "of the council", "in 2008": the chunk that prepositional phrases hang on. Null where they hang on nothing. */
function overPhrases(chunks: Chunks, tags: readonly Tag[], chunk: Chunk): { readonly chunk: Chunk; readonly moved: boolean } | null {
  let here = chunk;
  let moved = false;
  for (let step = 0; step < MAX_STEPS; step++) {
    if (tags[here.from - 1]?.upos !== 'ADP') return { chunk: here, moved };
    const outer = chunks.at(here.from - 2);
    if (outer === null) return null;
    here = outer;
    moved = true;
  }
  return null;
}

/** Before a comma that closes an insertion ("X, who had left, resigned"): the token before the comma that opens it. */
function beforeInsertion(tokens: readonly Token[], comma: number): number | null {
  for (let i = comma - 1; i > 0; i--) {
    const text = tokens[i]?.text;
    if (text === ',') return i - 1;
    if (text === ';' || text === '.') return null;
  }
  return null;
}

/** The subject of a verb group, or null where none is found or the verb is an infinitive, gerund or bare participle. */
export function subjectOf(tokens: readonly Token[], tags: readonly Tag[], chunks: Chunks, group: VerbGroup): Subject | null {
  if (group.form === 'infinitive' || group.form === 'gerund') return null;
  let at = group.from - 1;
  let far = false;
  for (let step = 0; step < MAX_STEPS && at >= 0; step++) {
    const chunk = chunks.at(at);
    if (chunk !== null) {
      const lower = tokens[chunk.head]?.lower ?? '';
      if (RELATIVE_PRONOUNS.has(lower) && tags[chunk.head]?.upos === 'PRON') {
        const taken = antecedent(chunks, tokens, chunk.head);
        return taken === null ? null : { chunk: taken, reach: 'far', relative: true };
      }
      const found = overPhrases(chunks, tags, chunk);
      return found === null ? null : { chunk: found.chunk, reach: far || found.moved ? 'far' : 'near', relative: false };
    }
    const { upos } = tags[at] ?? NO_TAG;
    if (upos === 'ADV') at--;
    else if (tokens[at]?.text === ',') {
      const opened = beforeInsertion(tokens, at);
      if (opened === null || chunks.at(opened) === null) return null;
      at = opened;
      far = true;
    } else if (tokens[at]?.lower === 'that' && chunks.at(at - 1) !== null) {
      const taken = chunks.at(at - 1);
      return taken === null ? null : { chunk: taken, reach: 'far', relative: true };
    } else return null;
  }
  return null;
}
