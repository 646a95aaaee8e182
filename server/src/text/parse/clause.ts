/** A clause of a tree: its verb (or copula), voice, polarity, modality, and who stands where, shared and relative words filled in. */
import type { Predicate } from '../types.ts';
import { NEGATIVE_QUANTIFIERS, NEGATORS, RELATIVE_PRONOUNS } from './closed-class.ts';
import { adjunctRole } from './slots.ts';
import type { TreeView } from './tree-view.ts';
import { GIVING, NEGATIVE_CONTROL, REALISED_CONTROL } from './valency.ts';
import { modalityOf } from './verb-group.ts';

export interface Clause {
  /** The tree's node: the verb, or what is predicated where a copula stands. */
  readonly node: number;
  /** The verb or the copula. */
  readonly verb: number;
  readonly copular: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modality: Predicate['modality'];
  /** −1 where there is none. */
  readonly subject: number;
  readonly object: number;
  readonly second: number;
  readonly agent: number;
  /** The noun that a relative clause hangs on, or −1. */
  readonly antecedent: number;
}

const NOT_CLAUSES = new Set(['amod', 'compound', 'case', 'fixed', 'flat', 'aux', 'aux:pass', 'cop', 'mark', 'cc', 'det', 'nummod']);

/** Whether a node heads a clause. */
export function isClause(view: TreeView, node: number): boolean {
  if (view.child(node, 'cop') >= 0) return true;
  return view.tag(node).upos === 'VERB' && !NOT_CLAUSES.has(view.label(node));
}

/** All clauses of a tree by their nodes; parents are read first, for what their joined and governed clauses share with them. */
export function readClauses(view: TreeView): ReadonlyMap<number, Clause> {
  const clauses = new Map<number, Clause>();
  const open = new Set<number>();
  const read = (node: number): Clause | null => {
    const known = clauses.get(node);
    if (known !== undefined) return known;
    if (node < 0 || open.has(node) || !isClause(view, node)) return null;
    open.add(node);
    const clause = readClause(view, node, read(view.head(node)));
    open.delete(node);
    clauses.set(node, clause);
    return clause;
  };
  for (let node = 0; node < view.size; node++) read(node);
  return clauses;
}

function readClause(view: TreeView, node: number, parent: Clause | null): Clause {
  const label = view.label(node);
  const copula = view.tag(node).upos === 'VERB' ? -1 : view.child(node, 'cop');
  const copular = copula >= 0;
  const bare = view.child(node, 'aux', 'aux:pass', 'cop', 'nsubj', 'nsubj:pass') < 0;
  const joined = label === 'conj' && parent !== null && bare ? parent : null;
  const passive = !copular && isPassive(view, node, label, joined);
  const antecedent = antecedentOf(view, node);
  let object = view.child(node, 'obj');
  const relative = view.children(node).some((k) => isRelative(view, k) && antecedent >= 0);
  const subject = resolve(view, subjectOf(view, node, label, parent, antecedent), antecedent);
  object = object >= 0 ? resolve(view, object, antecedent) : sharedObject(view, node, passive);
  if (object < 0 && antecedent >= 0 && subject !== antecedent && !relative && !passive && !copular && label === 'acl:relcl')
    object = antecedent;
  return {
    node,
    verb: copular ? copula : node,
    copular,
    passive,
    negated: isNegated(view, node, parent, joined, [subject, object]),
    modality: modality(view, node, parent, joined),
    subject,
    object,
    second: view.child(node, 'iobj'),
    agent: passive ? agentOf(view, node) : -1,
    antecedent,
  };
}

function isPassive(view: TreeView, node: number, label: string, joined: Clause | null): boolean {
  if (view.child(node, 'aux:pass', 'nsubj:pass') >= 0) return true;
  const { xpos } = view.tag(node);
  const participle = xpos === 'VBN' || (xpos === 'VBD' && view.lower(node).endsWith('ed'));
  if (!participle || view.child(node, 'aux') >= 0) return false;
  // "was not persuaded and rejected the appeal": with an object of its own, a joined form is a past tense.
  if (joined !== null) return joined.passive && (view.child(node, 'obj') < 0 || GIVING.has(view.lemma(node)));
  return xpos === 'VBN' && view.child(node, 'nsubj') < 0 && (label === 'acl' || label === 'advcl' || agentOf(view, node) >= 0);
}

/** The by-phrase of a passive, be it on the verb or, as parsers often have it, on a noun between. */
function agentOf(view: TreeView, node: number): number {
  const own = view.child(node, 'obl:agent');
  if (own >= 0) return own;
  const phrases = view.childrenOf(node, 'obl', 'obj', 'obl:unmarked');
  const candidates = [...phrases, ...phrases.flatMap((noun) => view.childrenOf(noun, 'nmod'))];
  return (
    candidates.find((k) => k > node && view.preposition(k) === 'by' && adjunctRole(view.analysis, 'by', view.phrase(k), k) === 'oblique') ??
    -1
  );
}

function isRelative(view: TreeView, at: number): boolean {
  return RELATIVE_PRONOUNS.has(view.lower(at)) && view.tag(at).upos === 'PRON';
}

/** The noun of the relative clause that a node stands in, over joined verbs. */
function antecedentOf(view: TreeView, node: number): number {
  let at = node;
  for (let step = 0; step < 5 && view.label(at) === 'conj'; step++) at = view.head(at);
  return view.label(at) === 'acl:relcl' ? view.head(at) : -1;
}

function resolve(view: TreeView, at: number, antecedent: number): number {
  return at >= 0 && antecedent >= 0 && isRelative(view, at) ? antecedent : at;
}

function subjectOf(view: TreeView, node: number, label: string, parent: Clause | null, antecedent: number): number {
  const own = view.child(node, 'nsubj', 'nsubj:pass', 'csubj');
  if (own >= 0) return own;
  if (label === 'conj' && parent !== null) return parent.subject;
  if (label === 'xcomp' && parent !== null) return parent.passive || parent.object < 0 ? parent.subject : parent.object;
  const { xpos } = view.tag(node);
  if (label === 'acl') return xpos === 'VBN' || xpos === 'VBG' ? view.head(node) : -1;
  if (label === 'acl:relcl') return antecedent;
  return label === 'advcl' && parent !== null && (xpos === 'VBG' || xpos === 'VBN') ? parent.subject : -1;
}

/** "arrested and charged two men": the first verb has the object of the second. */
function sharedObject(view: TreeView, node: number, passive: boolean): number {
  if (passive || view.child(node, 'ccomp', 'xcomp', 'obl') >= 0) return -1;
  const next = view
    .childrenOf(node, 'conj')
    .find((k) => view.tag(k).upos === 'VERB' && k - node < 4 && view.child(k, 'nsubj', 'aux:pass') < 0);
  return next === undefined ? -1 : view.child(next, 'obj');
}

function isNegated(view: TreeView, node: number, parent: Clause | null, joined: Clause | null, core: readonly number[]): boolean {
  let turns = view
    .children(node)
    .filter(
      (k) =>
        NEGATORS.has(view.lower(k)) &&
        ['advmod', 'aux', 'cc:preconj', 'cc', 'det', 'dep'].includes(view.label(k)) &&
        view.lower(k) !== 'nor',
    ).length;
  const own = core.filter((at) => at >= 0 && view.head(at) === node);
  if (view.child(node, 'cop') >= 0) own.push(node);
  turns += own.filter(
    (at) => NEGATIVE_QUANTIFIERS.has(view.lower(at)) || view.childrenOf(at, 'det').some((k) => view.lower(k) === 'no'),
  ).length;
  turns += view.childrenOf(node, 'mark').filter((k) => view.lower(k) === 'without').length;
  if (parent !== null && view.label(node) === 'xcomp' && NEGATIVE_CONTROL.has(view.lemma(parent.node))) turns++;
  // "It was not X that did it": the denial of the cleft is the denial of the deed.
  if (parent?.copular && parent.negated && parent.subject >= 0 && view.lower(parent.subject) === 'it' && view.label(node) === 'acl:relcl')
    turns++;
  const or = view.childrenOf(node, 'cc').some((k) => /^n?or$/.test(view.lower(k)));
  if (joined?.negated && or) turns++;
  return turns % 2 === 1;
}

function modality(view: TreeView, node: number, parent: Clause | null, joined: Clause | null): Predicate['modality'] {
  for (const k of view.childrenOf(node, 'aux', 'advmod')) {
    const found = modalityOf(view.lower(k));
    if (found !== null) return found;
  }
  if (view.childrenOf(node, 'mark').some((k) => /^(?:if|unless|whether)$/.test(view.lower(k)))) return 'conditional';
  if (joined !== null && joined.modality !== 'fact' && /^VBN?$/.test(view.tag(node).xpos)) return joined.modality;
  if (parent !== null && view.label(node) === 'xcomp') {
    const control = view.lemma(parent.node);
    if (/^(?:have|need|ought|require)$/.test(control)) return 'obligation';
    if (NEGATIVE_CONTROL.has(control) || REALISED_CONTROL.has(control)) return parent.modality;
    if (parent.modality !== 'fact') return parent.modality;
  }
  // "trained to spot", "the decision to close", "in order to save": nothing says that it came about.
  return view.childrenOf(node, 'mark').some((k) => view.tag(k).xpos === 'TO') ? 'possible' : 'fact';
}
