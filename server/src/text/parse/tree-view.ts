/** A dependency tree with its tokens: children, phrases and lemmas, counted from 0. */
import type { Analysis, Token } from '../types.ts';
import { NEGATORS } from './closed-class.ts';
import { nounLemma, verbLemma } from './lemma.ts';
import type { Tree } from './model/nlp.ts';
import type { Range } from './slots.ts';
import { NO_TAG, type Tag } from './tags.ts';

/** Dependents that a phrase leaves out: what is said of it in clauses, asides and marks. */
const OUTSIDE = new Set([
  'acl:relcl',
  'acl',
  'appos',
  'parataxis',
  'case',
  'advcl',
  'ccomp',
  'mark',
  'cop',
  'aux',
  'aux:pass',
  'nsubj',
  'nsubj:pass',
  'expl',
  'punct',
  'cc',
  'discourse',
  'dislocated',
]);

export class TreeView {
  readonly analysis: Analysis;
  readonly tree: Tree;
  readonly #children: readonly (readonly number[])[];

  constructor(analysis: Analysis, tree: Tree) {
    this.analysis = analysis;
    this.tree = tree;
    const children: number[][] = analysis.tokens.map(() => []);
    for (const [i, head] of tree.heads.entries()) children[head]?.push(i);
    this.#children = children;
  }

  get size(): number {
    return this.analysis.tokens.length;
  }

  token(at: number): Token | null {
    return this.analysis.tokens[at] ?? null;
  }

  lower(at: number): string {
    return this.analysis.tokens[at]?.lower ?? '';
  }

  tag(at: number): Tag {
    return this.tree.tags[at] ?? NO_TAG;
  }

  label(at: number): string {
    return this.tree.labels[at] ?? 'dep';
  }

  /** −1 for the main word. */
  head(at: number): number {
    return this.tree.heads[at] ?? -1;
  }

  children(at: number): readonly number[] {
    return this.#children[at] ?? [];
  }

  /** The first dependent with one of these labels, or −1. */
  child(at: number, ...labels: readonly string[]): number {
    return this.children(at).find((k) => labels.includes(this.label(k))) ?? -1;
  }

  childrenOf(at: number, ...labels: readonly string[]): readonly number[] {
    return this.children(at).filter((k) => labels.includes(this.label(k)));
  }

  lemma(at: number): string {
    const { upos } = this.tag(at);
    if (upos === 'VERB' || upos === 'AUX') return verbLemma(this.lower(at));
    return upos === 'NOUN' ? nounLemma(this.lower(at)) : this.lower(at);
  }

  /** The preposition of a phrase ("because of", "according to"), or null. */
  preposition(at: number): string | null {
    const words = this.childrenOf(at, 'case').flatMap((k) => (this.tag(k).xpos === 'POS' ? [] : [k, ...this.childrenOf(k, 'fixed')]));
    return words.length === 0
      ? null
      : words
          .sort((a, b) => a - b)
          .map((k) => this.lower(k))
          .join(' ');
  }

  /**
   * The tokens of a noun phrase from first to last, without clauses, asides and its preposition, and without `except`. A
   * name put beside a description ("the chairman, Paul Green") belongs to it.
   */
  phrase(at: number, except: readonly number[] = []): Range {
    let from = at;
    let to = at;
    const visit = (node: number, top: boolean, depth: number): void => {
      from = Math.min(from, node);
      to = Math.max(to, node);
      if (depth > 40) return;
      for (const k of this.children(node)) {
        const label = this.label(k);
        const clause = label === 'conj' && (this.tag(k).upos === 'VERB' || this.child(k, 'cop', 'nsubj') >= 0);
        const possessive = label === 'case' && this.tag(k).xpos === 'POS' && !top;
        if ((NEGATORS.has(this.lower(k)) && top) || except.includes(k)) continue;
        const named = label === 'appos' && top && this.tag(k).upos === 'PROPN' && this.tag(at).upos === 'NOUN';
        if (clause || (OUTSIDE.has(label) && !possessive && !named && !(label === 'case' && !top))) continue;
        visit(k, false, depth + 1);
      }
    };
    visit(at, true, 0);
    return { from, to };
  }
}
