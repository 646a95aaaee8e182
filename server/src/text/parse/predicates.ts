/** Who did what to whom: the tree's reading, weighed against the shallow one; the shallow one alone where there is no model. */
import { contains } from '../span.ts';
import type { Analysis, Predicate, Slot } from '../types.ts';
import { treePredicates } from './frames.ts';
import type { ParserModel } from './model/model-file.ts';
import { createTreeParser } from './model/nlp.ts';
import { shallowPredicates, shallowReading } from './shallow.ts';

/** The predicates of one analysed sentence, in the order of their verbs. */
export type PredicateReader = (analysis: Analysis) => readonly Predicate[];

/** How a second, independent reading bears on the confidence of the first. */
const AGREED = 1;
const UNSEEN = 0.8;
const OPPOSED = 0.55;

/**
 * Makes a reader. With a model, `confidence` is the sureness of the least sure arc to a participant, lowered where the shallow
 * reading of the same verb is absent or names other participants. Never throws.
 */
export function createPredicateReader(model: ParserModel | null): PredicateReader {
  if (model === null) return shallowPredicates;
  const parse = createTreeParser(model);
  return (analysis) => {
    if (analysis.tokens.length === 0) return [];
    const tree = parse(analysis.tokens);
    const shallow = shallowReading(analysis, tree.tags);
    const byHead = new Map(shallow.filter((one) => one.voice !== 'nominal').map((one) => [one.head, one]));
    const read = treePredicates(analysis, tree).map((one) => weighed(analysis, one, byHead.get(one.head) ?? null));
    return [...read, ...shallow.filter((one) => one.voice === 'nominal')].sort((a, b) => a.head - b.head);
  };
}

function weighed(analysis: Analysis, tree: Predicate, shallow: Predicate | null): Predicate {
  if (shallow === null) return { ...tree, confidence: tree.confidence * UNSEEN };
  if (tree.negated !== shallow.negated || tree.voice !== shallow.voice) return { ...tree, confidence: tree.confidence * OPPOSED };
  const roles = (['agent', 'patient', 'recipient'] as const).map((role) => sameSlot(analysis, find(tree, role), find(shallow, role)));
  if (roles.includes('other')) return { ...tree, confidence: tree.confidence * OPPOSED };
  return { ...tree, confidence: tree.confidence * (roles.includes('one-sided') ? UNSEEN : AGREED) };
}

function find(predicate: Predicate, role: Slot['role']): Slot | null {
  return predicate.slots.find((slot) => slot.role === role) ?? null;
}

function sameSlot(analysis: Analysis, one: Slot | null, other: Slot | null): 'same' | 'other' | 'one-sided' {
  if (one === null && other === null) return 'same';
  if (one === null || other === null) return 'one-sided';
  const head = analysis.tokens[one.head];
  const otherHead = analysis.tokens[other.head];
  if (head === undefined || otherHead === undefined) return 'other';
  return one.head === other.head || (contains(other.span, head) && contains(one.span, otherHead)) ? 'same' : 'other';
}
