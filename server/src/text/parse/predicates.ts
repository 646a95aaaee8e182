/** Who did what to whom: the tree's reading, weighed against the shallow one; the shallow one alone where there is no model. */
import { contains, slice } from '../span.ts';
import type { Analysis, Predicate, Slot } from '../types.ts';
import { type Agreement, confidenceOf } from './confidence.ts';
import { type TreeReading, treePredicates } from './frames.ts';
import type { ParserModel } from './model/model-file.ts';
import { createTreeParser } from './model/nlp.ts';
import { shallowPredicates, shallowReading } from './shallow.ts';

const POSSESSIVE = /^(?:['’]s|['’])\s*$/;

/** The predicates of one analysed sentence, in the order of their verbs. */
export type PredicateReader = (analysis: Analysis) => readonly Predicate[];

/**
 * Makes a reader. With a model, `confidence` is the share of such readings that are right: from 0.8 on, tree and shallow
 * reading agree on the participants. Without one it never exceeds 0.7. Never throws.
 */
export function createPredicateReader(model: ParserModel | null): PredicateReader {
  if (model === null) return shallowPredicates;
  const parse = createTreeParser(model);
  const read: PredicateReader = (analysis) => {
    if (analysis.tokens.length === 0) return [];
    const tree = parse(analysis.tokens);
    const shallow = shallowReading(analysis, tree.tags).map((one) => withPossessors(analysis, one));
    const byHead = new Map(shallow.filter((one) => one.voice !== 'nominal').map((one) => [one.head, one]));
    const trees = treePredicates(analysis, tree)
      .map((one) => ({ ...one, predicate: withPossessors(analysis, one.predicate) }))
      .map((one) => weighed(analysis, one, byHead.get(one.predicate.head) ?? null));
    return [...trees, ...shallow.filter((one) => one.voice === 'nominal')].sort((a, b) => a.head - b.head);
  };
  return (analysis) => withoutAsides(analysis, read);
}

/** No aside is longer, in tokens; a bracket that closes later is taken for a sentence of its own. */
const LONGEST_ASIDE = 25;

/**
 * Reads a sentence as if what is no part of it were not there: the day that heads an entry ("December 8 - The council dismisses her") and
 * what stands in brackets ("Ann Roth (born 14 May 1961) is a doctor").
 */
function withoutAsides(analysis: Analysis, read: PredicateReader): readonly Predicate[] {
  const { tokens } = analysis;
  const kept: number[] = [];
  for (let i = afterDay(analysis); i < tokens.length; i++) {
    const close = tokens[i]?.text === '(' && i > 0 ? tokens.findIndex((t, at) => at > i && (t.text === ')' || t.text === '(')) : -1;
    if (close > 0 && tokens[close]?.text === ')' && close - i <= LONGEST_ASIDE && close < tokens.length - 2) i = close;
    else kept.push(i);
  }
  if (kept.length === tokens.length) return read(analysis);
  const at = (index: number): number => kept[index] ?? index;
  return read({ ...analysis, tokens: kept.flatMap((i) => tokens[i] ?? []) }).map((p) => ({
    ...p,
    head: at(p.head),
    slots: p.slots.map((s) => ({ ...s, head: at(s.head) })),
  }));
}

/** Index of the token behind the day and the dash that open an entry; 0 where none do. */
function afterDay({ tokens, dates }: Analysis): number {
  const day = dates.find((d) => d.span.start === 0);
  const from = day === undefined ? -1 : tokens.findIndex((t) => t.start >= day.span.end);
  const dash = tokens[from];
  return dash !== undefined && /^[-–—:]$/.test(dash.text) && from + 1 < tokens.length ? from + 1 : 0;
}

/** "By the children’s secretary": what a slot's words possess stands in the same slot, however it was parsed. */
function withPossessors(analysis: Analysis, predicate: Predicate): Predicate {
  const slots = [...predicate.slots].sort((a, b) => a.span.start - b.span.start);
  for (let i = 0; i + 1 < slots.length; i++) {
    const [owner, owned] = [slots[i], slots[i + 1]];
    if (owner === undefined || owned === undefined || owned.preposition !== null) continue;
    if (!POSSESSIVE.test(slice(analysis.text, { start: owner.span.end, end: owned.span.start }))) continue;
    slots.splice(i, 2, { ...owner, span: { start: owner.span.start, end: owned.span.end }, head: owned.head });
    i--;
  }
  return slots.length === predicate.slots.length ? predicate : { ...predicate, slots };
}

function weighed(analysis: Analysis, reading: TreeReading, shallow: Predicate | null): Predicate {
  const { predicate, subject, sureness, doubtful } = reading;
  return { ...predicate, confidence: confidenceOf(agreementOf(analysis, predicate, shallow), subject, sureness, doubtful) };
}

function agreementOf(analysis: Analysis, tree: Predicate, shallow: Predicate | null): Agreement {
  if (shallow === null) return 'unseen';
  if (tree.negated !== shallow.negated || tree.voice !== shallow.voice) return 'other';
  const roles = (['agent', 'patient', 'recipient'] as const).map((role) => sameSlot(analysis, find(tree, role), find(shallow, role)));
  return roles.includes('other') ? 'other' : roles.includes('one-sided') ? 'one-sided' : 'same';
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
