/** Predicates from a dependency tree. */
import type { Analysis, Predicate, Slot } from '../types.ts';
import { type Clause, readClauses } from './clause.ts';
import { NEGATORS, RELATIVE_PRONOUNS } from './closed-class.ts';
import type { SubjectSource } from './confidence.ts';
import { irregularForm } from './irregular.ts';
import type { Tree } from './model/nlp.ts';
import { adjunctRole, objectRole, slotOf, spanOf, withoutRepeats } from './slots.ts';
import { TreeView } from './tree-view.ts';
import { GIVING, TELLING } from './valency.ts';

/** A predicate as the tree alone has it, and what bears on its confidence. */
export interface TreeReading {
  readonly predicate: Predicate;
  readonly subject: SubjectSource;
  /** Sureness of the least sure arc that the reading rests on. */
  readonly sureness: number;
  /** Set where the tree lacks what the verb must have, or looks mistaken. */
  readonly doubtful: boolean;
}

/** The predicates of a tree in the order of their verbs; `confidence` is the mere sureness of their arcs. */
export function treePredicates(analysis: Analysis, tree: Tree): readonly TreeReading[] {
  const view = new TreeView(analysis, tree);
  return [...readClauses(view).values()].map((clause) => readingOf(view, clause)).sort((a, b) => a.predicate.head - b.predicate.head);
}

function readingOf(view: TreeView, clause: Clause): TreeReading {
  const lemma = clause.copular ? 'be' : view.lemma(clause.node);
  const core = coreSlots(view, clause, lemma);
  const slots = withoutRepeats([...core, ...adjunctSlots(view, clause)]);
  const sureness = surenessOf(view, clause);
  const predicate: Predicate = {
    head: clause.verb,
    lemma,
    span: spanOf(view.analysis, groupOf(view, clause)),
    negated: clause.negated,
    modality: clause.modality,
    voice: clause.passive ? 'passive' : 'active',
    slots,
    confidence: sureness,
  };
  const subject = clause.subject < 0 ? 'none' : view.head(clause.subject) === clause.node ? 'own' : 'shared';
  return { predicate, subject, sureness, doubtful: isDoubtful(view, clause, slots) };
}

/**
 * The least sure of the arcs to subject, object and agent. The arc of the verb itself says where the clause belongs, which
 * matters to who did what only where the subject comes from there.
 */
function surenessOf(view: TreeView, clause: Clause): number {
  const own = [clause.subject, clause.object, clause.agent].filter((at) => at >= 0 && view.head(at) === clause.node);
  const least = Math.min(1, ...own.map((at) => view.tree.sureness[at] ?? 0));
  if (own.includes(clause.subject)) return least;
  return Math.min(least, view.tree.sureness[clause.node] ?? 0);
}

function isDoubtful(view: TreeView, clause: Clause, slots: readonly Slot[]): boolean {
  const { xpos } = view.tag(clause.node);
  if (/^(?:WP|PRP)\$$/.test(view.tag(clause.subject).xpos)) return true;
  // A participle with no auxiliary that is no reduced clause is a past tense badly tagged.
  if (xpos === 'VBN' && !clause.passive && !clause.copular && view.child(clause.node, 'aux') < 0) return true;
  const participle =
    xpos === 'VBD' && (view.lower(clause.node).endsWith('ed') || irregularForm(view.lower(clause.node))?.participle === true);
  return participle && !clause.passive && clause.object < 0 && slots.some((one) => one.preposition === 'by' && one.role === 'oblique');
}

function slot(view: TreeView, role: Slot['role'], preposition: string | null, at: number): Slot {
  return slotOf(view.analysis, role, preposition, view.phrase(at), at);
}

function coreSlots(view: TreeView, clause: Clause, lemma: string): readonly Slot[] {
  const { subject, object, second, agent } = clause;
  const slots: Slot[] = [];
  const objectAs = (role: Slot['role']): void => {
    if (object < 0) return;
    const measured = objectRole(view.analysis, view.phrase(object), object);
    slots.push(
      slotOf(
        view.analysis,
        measured === 'patient' ? role : measured,
        null,
        view.phrase(object, [clause.agent, ...datesOn(view, object)]),
        object,
      ),
    );
  };
  if (clause.copular) {
    if (subject >= 0) slots.push(slot(view, 'agent', null, subject));
    slots.push(slot(view, 'complement', view.preposition(clause.node), clause.node));
    return slots;
  }
  if (clause.passive) {
    const receives = TELLING.has(lemma) || (GIVING.has(lemma) && object >= 0 && view.head(object) === clause.node);
    if (subject >= 0) slots.push(slot(view, receives ? 'recipient' : 'patient', null, subject));
    if (agent >= 0) slots.push(slot(view, 'agent', 'by', agent));
    objectAs(receives ? 'patient' : 'complement');
    return slots;
  }
  if (subject >= 0) slots.push(slot(view, 'agent', null, subject));
  if (second >= 0) slots.push(slot(view, 'recipient', null, second));
  objectAs(TELLING.has(lemma) && second < 0 ? 'recipient' : 'patient');
  return slots;
}

/** Prepositional phrases, bare times and complements of the clause; of a noun that it governs, only the dates. */
function adjunctSlots(view: TreeView, clause: Clause): readonly Slot[] {
  const slots: Slot[] = [];
  for (const k of view.children(clause.node)) {
    const label = view.label(k);
    if (k === clause.agent) continue;
    if (label === 'obl' || label === 'obl:unmarked' || label === 'obl:tmod' || (label === 'nmod' && clause.copular)) {
      const at = clause.antecedent >= 0 && RELATIVE_PRONOUNS.has(view.lower(k)) ? clause.antecedent : k;
      const preposition = view.preposition(k);
      const role = adjunctRole(view.analysis, preposition, view.phrase(at), at);
      slots.push(slotOf(view.analysis, role, preposition, view.phrase(at, [clause.agent, ...datesOn(view, k)]), at));
    } else if (label === 'advmod' && adjunctRole(view.analysis, null, view.phrase(k), k) === 'time')
      slots.push(slot(view, 'time', null, k));
    else if (label === 'xcomp' || label === 'ccomp') slots.push(slotOf(view.analysis, 'complement', null, clausePhrase(view, k), k));
  }
  // Parsers hang "in May" on the noun before it as often as on the verb; as the time of the deed it is wanted in both cases.
  for (const noun of view.childrenOf(clause.node, 'obj', 'obl', 'nsubj:pass')) {
    for (const k of datesOn(view, noun)) if (k > clause.verb) slots.push(slot(view, 'time', view.preposition(k), k));
  }
  return slots;
}

/** Dependents of a noun that tell a time in a phrase of their own. */
function datesOn(view: TreeView, noun: number): readonly number[] {
  return view.childrenOf(noun, 'nmod').filter((k) => {
    const preposition = view.preposition(k);
    return preposition !== null && preposition !== 'of' && adjunctRole(view.analysis, preposition, view.phrase(k), k) === 'time';
  });
}

/** All that a complement clause governs, first to last. */
function clausePhrase(view: TreeView, at: number): { readonly from: number; readonly to: number } {
  let from = at;
  let to = at;
  const open = [at];
  for (let step = 0; step < view.size && open.length > 0; step++) {
    const node = open.pop() ?? at;
    from = Math.min(from, node);
    to = Math.max(to, node);
    open.push(...view.children(node).filter((k) => view.label(k) !== 'punct' && !(node === at && view.label(k) === 'parataxis')));
  }
  return { from, to };
}

/** The verb with its auxiliaries, negation and particle, where only adverbs stand between them. */
function groupOf(view: TreeView, clause: Clause): { readonly from: number; readonly to: number } {
  const { node, verb } = clause;
  const belongs = (k: number): boolean =>
    view.head(k) === node && (/^(?:aux|aux:pass|cop)$/.test(view.label(k)) || NEGATORS.has(view.lower(k)));
  let from = verb;
  for (let k = verb - 1; k >= 0; k--) {
    if (belongs(k)) from = k;
    else if (view.tag(k).upos !== 'ADV' && view.tag(k).upos !== 'AUX') break;
  }
  const after = clause.copular && belongs(verb + 1) ? verb + 1 : verb;
  const particle = view.childrenOf(node, 'compound').find((k) => k === verb + 1 && view.tag(k).xpos === 'RP');
  return { from, to: particle ?? after };
}
