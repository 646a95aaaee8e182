import type { CorpusDocument, Entity, Gazetteer, Passage } from './domain.ts';
import { collect } from './gazetteer/collect.ts';
import { buildRoster, nameKey, type Roster } from './gazetteer/entities.ts';
import { findMentions } from './gazetteer/mentions.ts';
import { isBodyNoun, isRoleNoun } from './gazetteer/words.ts';

type Comparison = ReturnType<Gazetteer['compare']>;

/**
 * Who is who in a corpus, from its own words: full and short names, titles, initials, nicknames and abbreviations that the text
 * gives, and the roles in apposition. One pass over the passages, linear in their length.
 */
export function buildGazetteer(passages: Iterable<Passage>, documents: Iterable<CorpusDocument>): Gazetteer {
  const roster = buildRoster(collect(passages, documents));
  const lookup = (name: string): readonly Entity[] => find(roster, name);
  return { entities: roster.entities, lookup, compare: (a, b) => compareNames(a, b, lookup) };
}

/** The name by which a speaker's description is best looked up: "Children’s Minister Tim Loughton" → "Tim Loughton". */
export function principalName(description: string): string {
  const text = description.trim().replace(/['’]s?$/, '');
  const mentions = findMentions(text);
  const last = mentions.at(-1);
  const first = mentions[0];
  if (last !== undefined && last.form !== 'place' && text.length - last.end <= 1 && !/\b(?:of|for|to|from|by|with|at|in|and)\s+(?:the\s+)?$/i.test(text.slice(0, last.start))) return last.name;
  if (first === undefined) return text;
  const rest = text.slice(first.end);
  const lead = text.slice(0, first.start);
  return /^(?:,|\s+\(|\s+(?:of|from|at|who)\b)/.test(rest) && !/\b(?:of|for|to|from|by)\s+(?:the\s+)?$/i.test(lead) ? first.name : text;
}

/** Entities that a speaker's description may mean, best first: by the name in it, else by the role it gives. */
export function resolveSpeaker(gazetteer: Gazetteer, description: string): readonly Entity[] {
  const named = gazetteer.lookup(principalName(description));
  return named.length > 0 ? named : gazetteer.lookup(description);
}

/** Whether two descriptions of speakers may mean one person or body; nobody named is always `unsure`. */
export function compareSpeakers(gazetteer: Gazetteer, a: string | null, b: string | null): Comparison {
  if (a === null || b === null) return 'unsure';
  const whole = gazetteer.compare(a, b);
  if (whole === 'same') return whole;
  const [x, y] = [principalName(a), principalName(b)];
  return x === a && y === b ? whole : gazetteer.compare(x, y);
}

function find(roster: Roster, name: string): readonly Entity[] {
  const key = nameKey(name);
  const words = key.split(' ');
  const direct = roster.byName.get(key);
  // "T. Loughton", "Timothy Loughton" of a corpus that has "Tim Loughton": by surname, where given names allow it.
  const surname = direct ?? (words.length > 1 ? roster.byName.get(words.at(-1) ?? '')?.filter((id) => fits(roster.entities[id], words)) : undefined);
  const ids = surname !== undefined && surname.length > 0 ? surname : roster.byRole.get(key);
  return (ids ?? []).map((id) => roster.entities[id]).filter((entity) => entity !== undefined);
}

/** Whether a person's known given names allow for these: equal, an initial, or one beginning the other (Tim, Timothy). */
function fits(entity: Entity | undefined, words: readonly string[]): boolean {
  if (entity === undefined || entity.kind !== 'person') return false;
  const known = nameKey(entity.name).split(' ');
  if (known.length < 2 || known.at(-1) !== words.at(-1)) return false;
  const [a, b] = [known[0] ?? '', words[0] ?? ''];
  return a.startsWith(b) || b.startsWith(a);
}

function compareNames(a: string, b: string, lookup: (name: string) => readonly Entity[]): Comparison {
  const [x, y] = [nameKey(a), nameKey(b)];
  if (x === '' || y === '') return 'unsure';
  const [left, right] = [lookup(a), lookup(b)];
  if (x === y) return left.length > 1 ? 'unsure' : 'same';
  const [one] = left;
  const [other] = right;
  if (one === undefined || other === undefined) return 'unsure';
  if (left.length === 1 && right.length === 1 && one.id === other.id) return 'same';
  if (left.some((entity) => right.some((second) => second.id === entity.id))) return 'unsure';
  const persons = [...left, ...right].every(isKnownPerson);
  if (persons) return describesOnly(a) || describesOnly(b) ? 'unsure' : 'different';
  const bodies = [...left, ...right].every((entity) => entity.kind === 'organisation');
  return bodies && !related(one, other) ? 'different' : 'unsure';
}

/** A role may be held by several; only names set people apart. */
function describesOnly(text: string): boolean {
  return !/\p{Lu}/u.test(text) || /^(?:the|a|an|his|her|their)\s+\p{Ll}/u.test(text.trim());
}

function isKnownPerson(entity: Entity): boolean {
  return entity.kind === 'person' && !entity.name.split(' ').some((word) => isBodyNoun(word.toLowerCase()) || isRoleNoun(word.toLowerCase()));
}

/** Bodies whose names share a telling word, or abbreviate each other, may be parts of one another. */
function related(a: Entity, b: Entity): boolean {
  const words = (entity: Entity): ReadonlySet<string> => new Set(entity.aliases.flatMap((alias) => nameKey(alias).split(' ')).filter((word) => word.length > 3 && !isBodyNoun(word)));
  const left = words(a);
  for (const word of words(b)) if (left.has(word)) return true;
  return [a, b].some((entity) => entity.aliases.every((alias) => /^\p{Lu}+$/u.test(alias)));
}
