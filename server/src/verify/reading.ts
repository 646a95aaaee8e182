/**
 * A sentence prepared for comparison: its content words, each with the part it plays (name, number, date, verb, other), what
 * is negated, and the predicates with their slots. Claims and passages are read alike.
 */
import { possibleLemmas } from '../text/parse/possible-lemmas.ts';
import { contains, overlap, type Span } from '../text/span.ts';
import type { Analysis, Predicate, Token } from '../text/types.ts';

export type WordClass = 'name' | 'number' | 'date' | 'verb' | 'word' | 'attribution';

/** A word that says something of what the sentence is about. */
export interface ContentWord {
  /** Index among the analysis's tokens. */
  readonly index: number;
  readonly token: Token;
  readonly class: WordClass;
  /** Index of the name, quantity or date that the word belongs to; -1 for other words. */
  readonly mention: number;
  /** A verb with its particle as the lexicon writes it (`carri_out`), or null. */
  readonly phrasal: string | null;
}

export interface Reading {
  readonly analysis: Analysis;
  readonly predicates: readonly Predicate[];
  /** Whether a predicate of this lemma may stand in it: where not, nobody need ask for the predicates, which are dear to read. */
  readonly mayTell: (lemma: string) => boolean;
  readonly words: readonly ContentWord[];
  /** Whether the text names nobody itself but speaks of "I" or "we". */
  readonly firstPerson: boolean;
  /** Whether it addresses a "you". */
  readonly secondPerson: boolean;
  /** Whether it has a "he", "she", "it", "they" that needs a sentence before it. */
  readonly anaphoric: boolean;
}

const FIRST_PERSON = new Set(['i', 'we', 'my', 'our', 'me', 'us', 'myself', 'ourselves']);
const SECOND_PERSON = new Set(['you', 'your', 'yours', 'yourself']);
export const ANAPHORS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'it',
  'they',
  'him',
  'her',
  'his',
  'its',
  'their',
  'them',
  'this',
  'these',
  'those',
  'both',
]);

const PARTICLES = new Set([
  'up',
  'out',
  'off',
  'down',
  'on',
  'in',
  'away',
  'back',
  'over',
  'through',
  'aside',
  'forward',
  'together',
  'about',
]);
/** "Gave their posts up": so far may a particle stand behind its verb. */
const PARTICLE_REACH = 3;

/** The word with the particle that stands behind it, if one does before the clause ends. */
function phrasalAt(tokens: readonly Token[], index: number): string | null {
  for (let i = index + 1; i <= index + PARTICLE_REACH; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punct') return null;
    if (PARTICLES.has(token.lower)) return `${tokens[index]?.stem ?? ''}_${token.lower}`;
  }
  return null;
}

/** "Mrs" of "Mrs Porter" says nothing that the name does not; another passage may call her otherwise. */
function isTitle(token: Token, title: string | null): boolean {
  const words = (title ?? '').toLowerCase().split(/[\s.]+/);
  return title !== null && words.includes(token.lower.replace(/\.$/, ''));
}

/**
 * Reads a sentence. `attribution` are the stretches that only say who speaks ("the inspector told the film that"): their
 * words do not count as matter to be found.
 */
export function readSentence(analysis: Analysis, predicates: readonly Predicate[], attribution: readonly Span<'text'>[] = []): Reading {
  const lemmas = new Set(predicates.map((p) => p.lemma));
  return read(analysis, { predicates: () => predicates, lemmas: () => lemmas }, new Set(predicates.map((p) => p.head)), attribution);
}

/** Reads a passage: its predicates are worked out when a comparer first asks, for most passages are never asked. */
export function readPassageText(analysis: Analysis, predicates: (analysis: Analysis) => readonly Predicate[]): Reading {
  let known: readonly Predicate[] | null = null;
  let possible: ReadonlySet<string> | null = null;
  const told: Told = {
    predicates() {
      known ??= predicates(analysis);
      return known;
    },
    lemmas() {
      possible ??= possibleLemmas(analysis.tokens);
      return possible;
    },
  };
  return read(analysis, told, NO_HEADS, []);
}

const NO_HEADS: ReadonlySet<number> = new Set();

/** What a sentence tells, each worked out when first asked for. */
interface Told {
  predicates(): readonly Predicate[];
  /** The lemmas that its predicates have, or at least all that they can have. */
  lemmas(): ReadonlySet<string>;
}

function read(analysis: Analysis, told: Told, heads: ReadonlySet<number>, attribution: readonly Span<'text'>[]): Reading {
  const words: ContentWord[] = [];
  let firstPerson = false;
  let secondPerson = false;
  let anaphoric = false;
  analysis.tokens.forEach((token, index) => {
    if (FIRST_PERSON.has(token.lower)) firstPerson = true;
    if (SECOND_PERSON.has(token.lower)) secondPerson = true;
    if (ANAPHORS.has(token.lower)) anaphoric = true;
    if (token.kind === 'punct' || token.kind === 'symbol') return;
    const name = analysis.names.findIndex((n) => contains(n.span, token));
    // Words that count from another day ("last Friday") are compared as words, for their day is not known here.
    const date = analysis.dates.findIndex((d) => d.relative === null && contains(d.span, token));
    const quantity = analysis.quantities.findIndex((q) => contains(q.span, token));
    if (attribution.some((span) => overlap(span, token) > 0))
      words.push({ index, token, class: 'attribution', mention: -1, phrasal: null });
    else if (date >= 0) words.push({ index, token, class: 'date', mention: date, phrasal: null });
    else if (quantity >= 0) words.push({ index, token, class: 'number', mention: quantity, phrasal: null });
    else if (name >= 0 && isTitle(token, analysis.names[name]?.title ?? null)) return;
    else if (name >= 0) words.push({ index, token, class: 'name', mention: name, phrasal: null });
    else if (!token.stop)
      words.push({ index, token, class: heads.has(index) ? 'verb' : 'word', mention: -1, phrasal: phrasalAt(analysis.tokens, index) });
  });
  return {
    analysis,
    words,
    firstPerson,
    secondPerson,
    anaphoric,
    get predicates() {
      return told.predicates();
    },
    mayTell: (lemma) => told.lemmas().has(lemma),
  };
}
