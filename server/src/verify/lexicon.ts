/**
 * What English words have to do with each other: same meaning, opposite, broader, or the same thing as another part of
 * speech. Read from the table that scripts/lexicon/build.ts makes from WordNet; words are keyed by their Porter2 stems.
 */

import { memoised } from '../text/memo.ts';

import { type LexiconTables, readTables } from './lexicon-tables.ts';

export type WordRelation = 'synonym' | 'derived' | 'broader' | 'narrower' | 'antonym';

/** What kind of thing a noun names first of all: person, group, place, time, act, event … */
export type NounCategory = 'person' | 'group' | 'place' | 'time' | 'act' | 'event' | 'communication' | 'other';

export interface Lexicon {
  /** How stem `b` relates to stem `a`, the closest relation first; null where nothing is known. `narrower`: b is a kind of a. */
  relate(a: string, b: string): WordRelation | null;
  /** Stems that mean the same as `a` or derive from it, for queries; at most `limit`, in a fixed order. */
  relatives(a: string, limit: number): readonly string[];
  antonyms(a: string): readonly string[];
  category(a: string): NounCategory | null;
  /** How common the word is in running English, 0 (rare or unknown) to 1 ("say", "make"). */
  commonness(a: string): number;
  has(a: string): boolean;
}

const CATEGORY: Readonly<Record<string, NounCategory>> = {
  p: 'person',
  g: 'group',
  l: 'place',
  t: 'time',
  a: 'act',
  e: 'event',
  c: 'communication',
};

/** The binary logarithm of how often the commonest verbs stand in the texts that the table was counted on. */
const MOST_USED = 11;

/** A lexicon that knows nothing, for tests and for a build without the table. */
export const emptyLexicon: Lexicon = {
  relate: () => null,
  relatives: () => [],
  antonyms: () => [],
  category: () => null,
  commonness: () => 0,
  has: () => false,
};

/** Reads the table's text; lines it does not understand are passed over. */
export function parseLexicon(text: string): Lexicon {
  return lexiconOver(readTables(text));
}

/** What is known of one stem, made ready to be held against others: senses as numbers, with a bit for each to tell quickly that none is shared. */
interface Entry {
  readonly senses: readonly number[];
  readonly senseBits: number;
  /** Senses up to two steps above its first two. */
  readonly above: readonly number[];
  readonly aboveBits: number;
  readonly antonyms: readonly string[];
  readonly derived: readonly string[];
}

function bitsOf(ids: readonly number[]): number {
  let bits = 0;
  for (const id of ids) bits |= 1 << (id & 31);
  return bits;
}

function share(a: readonly number[], aBits: number, b: readonly number[], bBits: number): boolean {
  return (aBits & bBits) !== 0 && a.some((id) => b.includes(id));
}

const NONE: readonly string[] = [];

/** Words of claims whose relations are remembered, and how many words each was held against. */
const MOST_ASKED = 1000;
const MOST_MET = 4000;

/** Makes an entry of each stem that is asked for. */
function entriesOf(tables: LexiconTables): (stem: string) => Entry | null {
  const above = (ids: readonly number[]): readonly number[] => ids.flatMap((id) => tables.broaderThan(id));
  const entries = new Map<string, Entry>();
  return (stem) => {
    const known = entries.get(stem);
    if (known !== undefined) return known;
    const row = tables.row(stem);
    const senses = row === undefined ? [] : tables.sensesOf(row);
    const antonyms = tables.antonyms.get(stem) ?? NONE;
    if (senses.length === 0 && antonyms.length === 0) return null;
    const one = above(senses.slice(0, 2));
    const higher = [...new Set([...one, ...above(one)])];
    const derived = tables.derived.get(stem) ?? NONE;
    const fresh: Entry = { senses, senseBits: bitsOf(senses), above: higher, aboveBits: bitsOf(higher), antonyms, derived };
    entries.set(stem, fresh);
    return fresh;
  };
}

function lexiconOver(tables: LexiconTables): Lexicon {
  const entryOf = entriesOf(tables);
  const related = (a: string, b: string): WordRelation | null => {
    const mine = entryOf(a);
    if (mine === null) return null;
    if (mine.antonyms.includes(b)) return 'antonym';
    const theirs = entryOf(b);
    if (theirs === null || mine.senses.length === 0 || theirs.senses.length === 0) return null;
    if (share(mine.senses, mine.senseBits, theirs.senses, theirs.senseBits)) return 'synonym';
    if (mine.derived.includes(b)) return 'derived';
    if (share(mine.senses, mine.senseBits, theirs.above, theirs.aboveBits)) return 'narrower';
    if (share(theirs.senses, theirs.senseBits, mine.above, mine.aboveBits)) return 'broader';
    return null;
  };
  // A claim's words are held against those of every candidate, in which the same words stand again and again.
  const relatedTo = memoised(MOST_ASKED, (a: string) => memoised(MOST_MET, (b: string) => related(a, b)));
  const relatives = memoised(MOST_ASKED, (a: string): readonly string[] => {
    const found = new Set<string>(tables.derived.get(a) ?? []);
    const row = tables.row(a);
    const senses = row === undefined ? [] : tables.sensesOf(row).slice(0, 2);
    for (const id of senses) {
      for (const member of tables.membersOf(id)) if (member !== row) found.add(tables.stemOf(member));
    }
    return [...found];
  });
  return {
    relate: (a, b) => relatedTo(a)(b),
    relatives: (a, limit) => relatives(a).slice(0, limit),
    antonyms: (a) => tables.antonyms.get(a) ?? [],
    commonness(a) {
      const row = tables.row(a);
      return row === undefined ? 0 : Math.min(1, tables.useOf(row) / MOST_USED);
    },
    category(a) {
      const row = tables.row(a);
      return row === undefined ? null : (CATEGORY[tables.kindOf(row)] ?? 'other');
    },
    has: (a) => tables.row(a) !== undefined,
  };
}
