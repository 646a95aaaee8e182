/**
 * What a claim is held against: one passage, or adjoining passages of one document read together, with what surrounds
 * them (who speaks, the day that holds for the entry, the names a pronoun may stand for).
 */
import type { Corpus } from '../corpus/corpus.ts';
import type { Passage, PassageStanding } from '../corpus/domain.ts';
import type { PartialDate } from '../text/types.ts';
import type { Reading } from './reading.ts';

export interface ReadPassage {
  readonly passage: Passage;
  readonly reading: Reading;
}

export interface Unit {
  /** The passage that was found, then those read with it, nearest first. */
  readonly members: readonly ReadPassage[];
  readonly core: ReadPassage;
  readonly standing: PassageStanding;
  /** Names that stand outside the words but belong to them: the speaker's, and those a pronoun may mean. */
  readonly contextNames: readonly string[];
  /** Content stems of the surroundings (heading, title, sentence before), which only ever help a little. */
  readonly contextStems: ReadonlySet<string>;
  /** The entry's or the post's day, or null. */
  readonly date: PartialDate | null;
}

/** Reads passages, remembering what it read; a bounded memory, emptied when full so that it never grows without end. */
export function createPassageReader(corpus: Corpus, read: (text: string) => Reading, limit = 20_000): (id: number) => ReadPassage | null {
  const known = new Map<number, ReadPassage>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const passage = corpus.passage(id);
    if (passage === null) return null;
    if (known.size >= limit) known.clear();
    const fresh = { passage, reading: read(passage.text) };
    known.set(id, fresh);
    return fresh;
  };
}

/** How many sentences back a pronoun's name is looked for, within one block. */
const REACH = 3;

/** The unit around passage `id`; `neighbours` says which of its neighbours are read as part of it. */
export function unitAround(corpus: Corpus, reader: (id: number) => ReadPassage | null, id: number, neighbours: 'none' | 'before' | 'after' | 'both'): Unit | null {
  const core = reader(id);
  if (core === null) return null;
  const members = [core];
  const join = (other: number | null): void => {
    const neighbour = other === null ? null : reader(other);
    if (neighbour !== null && adjoins(core.passage, neighbour.passage)) members.push(neighbour);
  };
  if (neighbours === 'before' || neighbours === 'both') join(core.passage.before);
  if (neighbours === 'after' || neighbours === 'both') join(core.passage.after);
  const standing = corpus.standing(id);
  const contextNames: string[] = [];
  const contextStems = new Set<string>();
  for (const part of standing.parts) if (part.speaker !== null) contextNames.push(part.speaker);
  if (core.passage.block.speaker !== null) contextNames.push(core.passage.block.speaker);
  // A sentence that names nobody, or speaks of "he" and "they", takes its names from what stands before it.
  const elliptic = core.reading.anaphoric || core.reading.analysis.names.length === 0;
  let previous = core.passage.before;
  for (let step = 0; step < REACH && previous !== null; step++) {
    const before = reader(previous);
    if (before === null || Math.abs(before.passage.blockIndex - core.passage.blockIndex) > 1) break;
    if (elliptic) for (const name of before.reading.analysis.names) contextNames.push(name.name);
    if (elliptic && step === 0) for (const word of before.reading.words) contextStems.add(word.token.stem);
    previous = before.passage.before;
  }
  const document = corpus.documents.get(core.passage.citekey);
  if (document !== undefined) contextNames.push(document.title);
  return { members, core, standing, contextNames, contextStems, date: core.passage.block.date };
}

/** Neighbours may be read together when no other voice stands between them. */
function adjoins(a: Passage, b: Passage): boolean {
  return a.citekey === b.citekey && Math.abs(a.blockIndex - b.blockIndex) <= 1 && a.block.speaker === b.block.speaker;
}
