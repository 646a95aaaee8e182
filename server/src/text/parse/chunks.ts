/** Base noun phrases by their tags: "the former head of the council" holds two, "the former head" and "the council". */
import type { Token } from '../types.ts';
import { NO_TAG, type Tag, type Upos } from './tags.ts';

/** A noun phrase without what follows its head. Token indices, both inclusive. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/** Noun phrases in order, and for each token the one it stands in. */
export interface Chunks {
  readonly all: readonly Chunk[];
  readonly at: (token: number) => Chunk | null;
}

const OPENS: ReadonlySet<Upos> = new Set<Upos>(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'SYM']);
const GOES_ON: ReadonlySet<Upos> = new Set<Upos>(['ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM']);
const HEADS: ReadonlySet<Upos> = new Set<Upos>(['NOUN', 'PROPN', 'NUM', 'PRON', 'SYM', 'DET']);
const NAMED: ReadonlySet<Upos> = new Set<Upos>(['NOUN', 'PROPN']);

/** Whether token `at` goes on with the noun phrase that holds its left neighbour. */
function goesOn(tokens: readonly Token[], tags: readonly Tag[], at: number): boolean {
  const here = tags[at] ?? NO_TAG;
  const before = tags[at - 1] ?? NO_TAG;
  if (here.xpos === 'POS') return NAMED.has(before.upos) || before.upos === 'PRON';
  if (before.xpos === 'POS' || before.xpos === 'PRP$') return here.upos !== 'PUNCT' && here.upos !== 'ADP' && here.upos !== 'AUX';
  if (here.upos === 'PUNCT' && tokens[at]?.text === '-') return GOES_ON.has(tags[at + 1]?.upos ?? 'X');
  if (tokens[at - 1]?.text === '-' && before.upos === 'PUNCT') return GOES_ON.has(here.upos);
  if (before.upos === 'DET') return GOES_ON.has(here.upos) || here.upos === 'DET' || attributive(tags, at) || here.upos === 'ADV';
  if (before.upos === 'ADV') return here.upos === 'ADJ' || here.upos === 'NUM' || attributive(tags, at);
  // A proper name after a common noun is one phrase with it ("baby Peter", "chair Jane Hill"); a pronoun starts its own.
  return GOES_ON.has(here.upos) || attributive(tags, at);
}

/** A participle that stands as an adjective: "the injured man", "a growing number". */
function attributive(tags: readonly Tag[], at: number): boolean {
  const { upos, xpos } = tags[at] ?? NO_TAG;
  const before = tags[at - 1]?.upos;
  return (
    upos === 'VERB' &&
    (xpos === 'VBN' || xpos === 'VBG') &&
    (before === 'DET' || before === 'ADJ' || before === 'NUM') &&
    NAMED.has(tags[at + 1]?.upos ?? 'X')
  );
}

function opens(tags: readonly Tag[], at: number): boolean {
  const { upos } = tags[at] ?? NO_TAG;
  if (!OPENS.has(upos)) return false;
  return upos !== 'ADJ' || !isPredicative(tags, at);
}

/** An adjective with no noun to its right is no phrase of its own. */
function isPredicative(tags: readonly Tag[], at: number): boolean {
  let i = at;
  while ((tags[i] ?? NO_TAG).upos === 'ADJ') i++;
  return !GOES_ON.has(tags[i]?.upos ?? 'X');
}

function headOf(tokens: readonly Token[], tags: readonly Tag[], from: number, to: number): number {
  let head = to;
  if (tags[head]?.xpos === 'POS' && head > from) head--;
  while (head > from && !HEADS.has(tags[head]?.upos ?? 'X')) head--;
  // The treebank heads a name by its first word: "Jane" in "Jane Hill".
  if (tags[head]?.upos === 'PROPN') {
    while (
      head > from &&
      tags[head - 1]?.upos === 'PROPN' &&
      !/^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Prof)\.?$/.test(tokens[head - 1]?.text ?? '')
    )
      head--;
  }
  if (tags[head]?.upos === 'NUM' && tags[head - 1]?.upos === 'SYM' && head > from) head--;
  return head;
}

/** Cuts a tagged sentence into base noun phrases. */
export function nounChunks(tokens: readonly Token[], tags: readonly Tag[]): Chunks {
  const all: Chunk[] = [];
  const owner: (Chunk | null)[] = tokens.map(() => null);
  let at = 0;
  while (at < tokens.length) {
    if (!opens(tags, at)) {
      at++;
      continue;
    }
    let to = at;
    const pronoun = tags[at]?.upos === 'PRON' && tags[at]?.xpos !== 'PRP$';
    while (!pronoun && to + 1 < tokens.length && goesOn(tokens, tags, to + 1)) to++;
    while (to > at && (tags[to]?.upos === 'ADV' || tags[to]?.upos === 'PUNCT')) to--;
    const chunk = { from: at, to, head: headOf(tokens, tags, at, to) };
    all.push(chunk);
    owner.fill(chunk, at, to + 1);
    at = to + 1;
  }
  return { all, at: (token) => owner[token] ?? null };
}
