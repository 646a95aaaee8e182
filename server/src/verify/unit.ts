/**
 * What a claim is held against: one passage, or adjoining passages of one document read together, with what surrounds
 * them (who speaks, the day that holds for the entry, the names a pronoun may stand for).
 */
import type { Corpus } from '../corpus/corpus.ts';
import type { EventDate, Passage, PassageStanding } from '../corpus/domain.ts';
import { memoised } from '../text/memo.ts';
import type { PartialDate, Quantity } from '../text/types.ts';
import type { Reading } from './reading.ts';
import { surroundingsOf } from './surroundings.ts';

export interface ReadPassage {
  readonly passage: Passage;
  readonly reading: Reading;
  /** Days that its words count from others ("the following day", "last Monday"). */
  readonly countedDates: readonly EventDate[];
}

export interface Unit {
  /** The passage that was found, then those read with it, nearest first. */
  readonly members: readonly ReadPassage[];
  readonly core: ReadPassage;
  readonly standing: PassageStanding;
  /** Members that are questions to which the answer is no. */
  readonly answeredNo: ReadonlySet<number>;
  /** Who "I" (and, in a question, "you") is. */
  readonly speakers: readonly string[];
  /** Names that stand outside the words but belong to them: the speaker's, and those a pronoun may mean. */
  readonly contextNames: readonly string[];
  /** Content stems of the surroundings (heading, title, sentence before), which only ever help a little. */
  readonly contextStems: ReadonlySet<string>;
  /** Figures of the sentences right before and after the passage, when these are not read with it. */
  readonly besides: readonly Quantity[];
  /** Dates of the sentences before it in its paragraph: a story tells its day once. */
  readonly contextDates: readonly PartialDate[];
  /** A "he", "it" or bare "the film" at the very beginning of a document, where no name stands before it: it may mean what the document is about. */
  readonly opensWithPronoun: boolean;
  /** The entry's or the post's day, or null. */
  readonly date: PartialDate | null;
}

/** Whether a passage asks; what it asks is said by nobody until somebody assents. */
export function isQuestion({ passage }: ReadPassage): boolean {
  return passage.text.trimEnd().endsWith('?');
}

/**
 * Passages that stay read: those of some sixty sentences, at more than ten kilobytes each. A draft of thousands of words reads more
 * of a large corpus, but it is the sentences last worked on whose passages are asked for again.
 */
const MOST_READ = 4000;

/** Reads passages, remembering the last ones that it read. */
export function createPassageReader(
  corpus: Corpus,
  read: (text: string) => Reading,
  limit = MOST_READ,
): (id: number) => ReadPassage | null {
  return memoised(limit, (id: number): ReadPassage | null => {
    const passage = corpus.passage(id);
    if (passage === null) return null;
    return { passage, reading: read(passage.text), countedDates: corpus.dates(id).filter(({ by }) => by === 'count') };
  });
}

/** Which neighbours are read with a passage; `wide` takes two on either side. */
export type Neighbours = 'none' | 'before' | 'after' | 'both' | 'wide';

/** The units that were made around a passage: every claim that finds it reads it with the same neighbours. */
const made = new WeakMap<ReadPassage, Partial<Record<Neighbours, Unit>>>();

/** The unit around passage `id`; `neighbours` says which of its neighbours are read as part of it. */
export function unitAround(
  corpus: Corpus,
  reader: (id: number) => ReadPassage | null,
  id: number,
  neighbours: Neighbours | readonly ReadPassage[],
): Unit | null {
  const core = reader(id);
  if (core === null) return null;
  if (typeof neighbours !== 'string') return unitOf(corpus, reader, core, neighbours);
  const known = made.get(core) ?? {};
  made.set(core, known);
  const unit = known[neighbours] ?? unitOf(corpus, reader, core, neighbours);
  known[neighbours] = unit;
  return unit;
}

function unitOf(
  corpus: Corpus,
  reader: (id: number) => ReadPassage | null,
  core: ReadPassage,
  neighbours: Neighbours | readonly ReadPassage[],
): Unit {
  const members = [core];
  const join = (side: 'before' | 'after', steps: number): void => {
    let from = core.passage;
    for (let step = 0; step < steps; step++) {
      const next = from[side];
      const neighbour = next === null ? null : reader(next);
      if (neighbour === null || !adjoins(from, neighbour.passage)) return;
      members.push(neighbour);
      from = neighbour.passage;
    }
  };
  if (typeof neighbours !== 'string') members.push(...neighbours);
  else {
    const steps = neighbours === 'wide' ? 2 : 1;
    if (neighbours !== 'none' && neighbours !== 'after') join('before', steps);
    if (neighbours !== 'none' && neighbours !== 'before') join('after', steps);
  }
  const answeredNo = new Set<number>();
  members.forEach((member, m) => {
    if (isQuestion(member) && corpus.standing(member.passage.id).answer === 'no') answeredNo.add(m);
  });
  const around = surroundingsOf(corpus, reader, core);
  return {
    members,
    core,
    answeredNo,
    standing: around.standing,
    date: around.date,
    opensWithPronoun: around.opensWithPronoun,
    // Read when first asked for: most passages are put aside before their surroundings matter.
    get speakers() {
      return around.speakers();
    },
    get contextNames() {
      return around.names();
    },
    get contextStems() {
      return around.stems();
    },
    get contextDates() {
      return around.dates();
    },
    get besides() {
      return around.besides();
    },
  };
}

/** Passages near `id` in the same telling (same voice, next blocks), nearest first; at most `reach` sentences on either side. */
export function nearby(reader: (id: number) => ReadPassage | null, id: number, reach: number): readonly ReadPassage[] {
  const found: ReadPassage[] = [];
  const start = reader(id);
  if (start === null) return found;
  const edges = { before: start.passage, after: start.passage };
  const open = { before: true, after: true };
  for (let step = 0; step < reach; step++)
    for (const side of ['before', 'after'] as const) {
      const next = open[side] ? edges[side][side] : null;
      const neighbour = next === null ? null : reader(next);
      if (neighbour === null || !adjoins(edges[side], neighbour.passage)) open[side] = false;
      else {
        edges[side] = neighbour.passage;
        found.push(neighbour);
      }
    }
  return found;
}

/** Neighbours may be read together when no other voice stands between them, or when one asks and the other answers. */
function adjoins(a: Passage, b: Passage): boolean {
  if (a.citekey !== b.citekey || Math.abs(a.blockIndex - b.blockIndex) > 1) return false;
  if (a.block.speaker === b.block.speaker) return true;
  const roles = [a.block.turnRole, b.block.turnRole];
  return roles.includes('questioner') && roles.includes('witness');
}
