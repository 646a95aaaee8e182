/** Measures of a tagger and parser against gold sentences: tags, arcs, relations, frames. */
import { treePredicates } from '../../server/src/text/parse/frames.ts';
import type { Tree, TreeParser } from '../../server/src/text/parse/model/nlp.ts';
import type { Analysis, Predicate, Token } from '../../server/src/text/types.ts';
import type { GoldSentence } from './conllu.ts';
import { type Relation, relationsOf } from './relations.ts';

export interface Counts {
  gold: number;
  found: number;
  right: number;
}

export interface Scores {
  readonly upos: number;
  readonly uas: number;
  readonly las: number;
  readonly relations: ReadonlyMap<Relation, Counts>;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** Tokens as the analysis gives them, from gold words; offsets as if one space stood between any two. */
export function goldTokens(sentence: GoldSentence): readonly Token[] {
  let at = 0;
  return sentence.forms.slice(1).map((text) => {
    const start = at;
    at += text.length + 1;
    const kind = /^\d/.test(text) ? 'number' : /[\p{L}\p{N}]/u.test(text) ? 'word' : 'punct';
    return {
      text,
      lower: text.toLowerCase().replaceAll('’', "'"),
      stem: text.toLowerCase(),
      kind,
      stop: false,
      glued: false,
      start,
      end: start + text.length,
    };
  });
}

/** The analysis of a gold sentence, with nothing in it but its tokens. */
export function goldAnalysis(sentence: GoldSentence): Analysis {
  const text = sentence.forms.slice(1).join(' ');
  return { text, tokens: goldTokens(sentence), quantities: [], dates: [], names: [], quotations: [], negations: [], reporting: [] };
}

/** The gold tree in the product's form. */
function goldTree(sentence: GoldSentence): Tree {
  return {
    tags: sentence.tags.slice(1),
    heads: sentence.heads.slice(1).map((head) => head - 1),
    labels: sentence.labels.slice(1),
    sureness: sentence.heads.slice(1).map(() => 1),
  };
}

/** Scores on gold tokens; marks do not count for arcs. */
export function score(parse: TreeParser, sentences: readonly GoldSentence[]): Scores {
  const relations = new Map<Relation, Counts>();
  const countsOf = (kind: Relation): Counts => {
    const counts = relations.get(kind) ?? { gold: 0, found: 0, right: 0 };
    relations.set(kind, counts);
    return counts;
  };
  let words = 0;
  let tagged = 0;
  let arcs = 0;
  let headed = 0;
  let labelled = 0;
  for (const sentence of sentences) {
    const tree = parse(goldTokens(sentence));
    for (let i = 1; i < sentence.forms.length; i++) {
      words++;
      if (tree.tags[i - 1]?.upos === sentence.tags[i]?.upos) tagged++;
      if (sentence.tags[i]?.upos === 'PUNCT') continue;
      arcs++;
      if ((tree.heads[i - 1] ?? -1) + 1 !== sentence.heads[i]) continue;
      headed++;
      if (tree.labels[i - 1] === sentence.labels[i]) labelled++;
    }
    const gold = relationsOf(sentence);
    const keys = new Set(gold.map((relation) => relation.key));
    const found = relationsOf({ forms: sentence.forms, heads: [0, ...tree.heads.map((head) => head + 1)], labels: ['', ...tree.labels] });
    for (const { kind } of gold) countsOf(kind).gold++;
    for (const { kind, key } of found) {
      countsOf(kind).found++;
      if (keys.has(key)) countsOf(kind).right++;
    }
  }
  return { upos: percent(tagged, words), uas: percent(headed, arcs), las: percent(labelled, arcs), relations };
}

/** One predicate's verb, voice, polarity and participants, for comparing readings. */
function frameKey(predicate: Predicate): string {
  const head = (role: string): string => String(predicate.slots.find((slot) => slot.role === role)?.head ?? '-');
  return [predicate.head, predicate.voice, predicate.negated, head('agent'), head('patient'), head('recipient')].join(' ');
}

/** How often whole frames are right, in rising bands of confidence. */
export function scoreFrames(
  read: (analysis: Analysis) => readonly Predicate[],
  sentences: readonly GoldSentence[],
  bands: readonly number[],
): readonly Counts[] {
  const counts = bands.map((): Counts => ({ gold: 0, found: 0, right: 0 }));
  for (const sentence of sentences) {
    const analysis = goldAnalysis(sentence);
    const gold = new Set(treePredicates(analysis, goldTree(sentence)).map((reading) => frameKey(reading.predicate)));
    for (const predicate of read(analysis)) {
      if (predicate.voice === 'nominal') continue;
      const band = bands.findLastIndex((least) => predicate.confidence >= least);
      const count = counts[band];
      if (count === undefined) continue;
      count.found++;
      if (gold.has(frameKey(predicate))) count.right++;
    }
    const first = counts[0];
    if (first !== undefined) first.gold += gold.size;
  }
  return counts;
}
