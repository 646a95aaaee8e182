/**
 * What English words have to do with each other: same meaning, opposite, broader, or the same thing as another part of
 * speech. Read from the table that scripts/lexicon/build.ts makes from WordNet; words are keyed by their Porter2 stems.
 */

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

interface Tables {
  readonly senses: Map<string, readonly string[]>;
  readonly category: Map<string, NounCategory>;
  readonly commonness: Map<string, number>;
  readonly broader: Map<string, readonly string[]>;
  readonly members: Map<string, string[]>;
  readonly antonyms: Map<string, string[]>;
  readonly derived: Map<string, string[]>;
}

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
  const tables: Tables = {
    senses: new Map(),
    category: new Map(),
    commonness: new Map(),
    broader: new Map(),
    members: new Map(),
    antonyms: new Map(),
    derived: new Map(),
  };
  let section = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) section = line.slice(2);
    else if (line !== '') readLine(tables, section, line.split(' '));
  }
  return lexiconOver(tables);
}

function readLine(tables: Tables, section: string, fields: readonly string[]): void {
  const [first = '', second = '', ...rest] = fields;
  if (section === 'words') {
    tables.senses.set(first, rest);
    tables.category.set(first, CATEGORY[second.charAt(0)] ?? 'other');
    tables.commonness.set(first, Math.min(1, Number.parseInt(second.slice(1), 36) / MOST_USED));
    for (const id of rest) push(tables.members, id, first);
  } else if (section === 'broader') tables.broader.set(first, [second, ...rest]);
  else if (section === 'antonyms' || section === 'derived') {
    push(tables[section], first, second);
    push(tables[section], second, first);
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
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

/** Makes an entry of each stem that is asked for. Every claim's words are held against every candidate's, so that no pair is kept. */
function entriesOf(tables: Tables): (stem: string) => Entry | null {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const above = (ids: readonly string[]): string[] => ids.flatMap((id) => tables.broader.get(id) ?? []);
  const entries = new Map<string, Entry>();
  return (stem) => {
    const known = entries.get(stem);
    if (known !== undefined) return known;
    const senses = tables.senses.get(stem) ?? NONE;
    const antonyms = tables.antonyms.get(stem) ?? NONE;
    if (senses.length === 0 && antonyms.length === 0) return null;
    const one = above(senses.slice(0, 2));
    const own = senses.map(numberOf);
    const higher = [...new Set([...one, ...above(one)])].map(numberOf);
    const derived = tables.derived.get(stem) ?? NONE;
    const fresh: Entry = { senses: own, senseBits: bitsOf(own), above: higher, aboveBits: bitsOf(higher), antonyms, derived };
    entries.set(stem, fresh);
    return fresh;
  };
}

function lexiconOver(tables: Tables): Lexicon {
  const sensesOf = (a: string): readonly string[] => tables.senses.get(a) ?? [];
  const entryOf = entriesOf(tables);
  const relate = (a: string, b: string): WordRelation | null => {
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
  return {
    relate,
    relatives(a, limit) {
      const found = new Set<string>(tables.derived.get(a) ?? []);
      for (const id of sensesOf(a).slice(0, 2)) for (const word of tables.members.get(id) ?? []) if (word !== a) found.add(word);
      return [...found].slice(0, limit);
    },
    antonyms: (a) => tables.antonyms.get(a) ?? [],
    commonness: (a) => tables.commonness.get(a) ?? 0,
    category: (a) => tables.category.get(a) ?? null,
    has: (a) => tables.senses.has(a),
  };
}
