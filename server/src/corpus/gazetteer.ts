import { memoised } from '../text/memo.ts';
import type { CorpusDocument, Entity, Gazetteer, Passage } from './domain.ts';
import { collect } from './gazetteer/collect.ts';
import { buildRoster, nameKey, type Roster } from './gazetteer/entities.ts';
import { isBodyNoun, TITLES } from './gazetteer/words.ts';

type Comparison = ReturnType<Gazetteer['compare']>;

/**
 * Who is who in a corpus, from its own words: full and short names, titles, initials, nicknames and abbreviations that the text
 * gives, and the roles in apposition. One pass over the passages, linear in their length.
 */
export function buildGazetteer(passages: Iterable<Passage>, documents: Iterable<CorpusDocument>): Gazetteer {
  return gazetteerOf(rosterOf(passages, documents));
}

/** Who is who, as data that can be kept. */
export function rosterOf(passages: Iterable<Passage>, documents: Iterable<CorpusDocument>): Roster {
  return buildRoster(collect(passages, documents));
}

/** Answers from a roster. */
export function gazetteerOf(roster: Roster): Gazetteer {
  const lookup = memoised(MOST_NAMES, (name: string): readonly Entity[] => find(roster, name));
  // The same names are held against each other for every claim, and the answer never changes.
  const comparedWith = memoised(MOST_COMPARED, (a: string) =>
    memoised(MOST_PARTNERS, (b: string): Comparison => compareNames(a, b, lookup, roster.told)),
  );
  return { entities: roster.entities, lookup, compare: (a, b) => comparedWith(a)(b) };
}

/** A draft and its corpus have fewer names than this by far. */
const MOST_NAMES = 20_000;
/** Names of drafts whose comparisons are remembered, and how many of each. */
const MOST_COMPARED = 400;
const MOST_PARTNERS = 2000;

function find(roster: Roster, name: string): readonly Entity[] {
  const key = nameKey(name);
  const words = key.split(' ');
  const direct = roster.byName.get(key);
  // "T. Loughton", "Timothy Loughton" of a corpus that has "Tim Loughton": by surname, where given names allow it.
  const surname =
    direct ?? (words.length > 1 ? roster.byName.get(words.at(-1) ?? '')?.filter((id) => fits(roster.entities[id], words)) : undefined);
  const named =
    surname !== undefined && surname.length > 0 ? surname : (roster.byRole.get(key) ?? roster.byInitials.get(name.trim()) ?? []);
  const gender = titleGender(name);
  const ids = gender === null ? named : named.filter((id) => (roster.gender.get(id) ?? gender) === gender);
  return ids.map((id) => roster.entities[id]).filter((entity) => entity !== undefined);
}

/** "Mr Hall" is a man, "Mrs Hall" a woman; other titles do not tell. */
function titleGender(name: string): 'male' | 'female' | null {
  const first = name.trim().split(/\s+/)[0]?.toLowerCase().replace('.', '') ?? '';
  return /^(?:mr|mrs|ms|miss)$/.test(first) ? (TITLES.get(first) ?? null) : null;
}

/** Whether a person's known given names allow for these: equal, an initial, or one beginning the other (Tim, Timothy). */
function fits(entity: Entity | undefined, words: readonly string[]): boolean {
  if (entity === undefined || entity.kind !== 'person') return false;
  const known = nameKey(entity.name).split(' ');
  if (known.length < 2 || known.at(-1) !== words.at(-1)) return false;
  const [a, b] = [known[0] ?? '', words[0] ?? ''];
  return a.startsWith(b) || b.startsWith(a);
}

function compareNames(a: string, b: string, lookup: (name: string) => readonly Entity[], told: ReadonlySet<number>): Comparison {
  const [x, y] = [nameKey(a), nameKey(b)];
  if (x === '' || y === '') return 'unsure';
  const [left, right] = [lookup(a), lookup(b)];
  const [man, woman] = [titleGender(a), titleGender(b)];
  if (man !== null && woman !== null && man !== woman) return 'different';
  if (x === y) return left.length > 1 ? 'unsure' : 'same';
  const [one] = left;
  const [other] = right;
  if (one === undefined || other === undefined) return 'unsure';
  if (left.length === 1 && right.length === 1 && one.id === other.id) return 'same';
  if (left.some((entity) => right.some((second) => second.id === entity.id || mayBeOne(entity, second)))) return 'unsure';
  if ([...left, ...right].every((entity) => entity.kind === 'person' && told.has(entity.id)))
    return describesOnly(a) || describesOnly(b) ? 'unsure' : 'different';
  const bodies = [...left, ...right].every((entity) => entity.kind === 'organisation');
  return bodies && !related(one, other) ? 'different' : 'unsure';
}

/** A role may be held by several; only names set people apart. */
function describesOnly(text: string): boolean {
  return !/\p{Lu}/u.test(text) || /^(?:the|a|an|his|her|their)\s+\p{Ll}/u.test(text.trim());
}

/** Two spellings of one person's name (Tracy and Tracey), or one surname with given names that do not exclude each other. */
function mayBeOne(a: Entity, b: Entity): boolean {
  if (a.kind !== 'person' || b.kind !== 'person') return false;
  const [x, y] = [nameKey(a.name).split(' '), nameKey(b.name).split(' ')];
  if (!isNear(x.at(-1) ?? '', y.at(-1) ?? '')) return false;
  if (x.length < 2 || y.length < 2) return true;
  const [first, second] = [x[0] ?? '', y[0] ?? ''];
  return (
    isNear(first, second) ||
    first.startsWith(second) ||
    second.startsWith(first) ||
    x.slice(0, -1).some((given) => y.slice(0, -1).includes(given))
  );
}

/** Equal, or one letter put in, left out or changed. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return a.length - head - tail <= 1 && b.length - head - tail <= 1;
}

/** Bodies whose names share a telling word, or abbreviate each other, may be parts of one another. */
function related(a: Entity, b: Entity): boolean {
  const words = (entity: Entity): ReadonlySet<string> =>
    new Set(entity.aliases.flatMap((alias) => nameKey(alias).split(' ')).filter((word) => word.length > 3 && !isBodyNoun(word)));
  const left = words(a);
  for (const word of words(b)) if (left.has(word)) return true;
  return [a, b].some((entity) => entity.aliases.every((alias) => /^\p{Lu}+$/u.test(alias)));
}
