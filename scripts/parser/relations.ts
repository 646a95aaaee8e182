/** The relations that the product reads off a tree, for counting how many are found and right. */
import type { GoldSentence } from './conllu.ts';

export type Relation = 'subject' | 'passive subject' | 'object' | 'by-agent' | 'negation' | 'number' | 'oblique with preposition';

const BY_LABEL: Readonly<Record<string, Relation>> = {
  nsubj: 'subject',
  'nsubj:pass': 'passive subject',
  obj: 'object',
  'obl:agent': 'by-agent',
  nummod: 'number',
};
const NEGATION = /^(?:not|n['’]?t|never)$/i;

/** What a tree must tell to be read: words counted from 1. */
export type ReadTree = Pick<GoldSentence, 'forms' | 'heads' | 'labels'>;

/** Every relation as one key: kind, head, dependent, and the preposition of an oblique. */
export function relationsOf(tree: ReadTree): readonly { readonly kind: Relation; readonly key: string }[] {
  const found: { kind: Relation; key: string }[] = [];
  const add = (kind: Relation, head: number, dependent: number, more = ''): number =>
    found.push({ kind, key: `${kind} ${head} ${dependent} ${more}` });
  for (let i = 1; i < tree.forms.length; i++) {
    const label = tree.labels[i] ?? '';
    const head = tree.heads[i] ?? 0;
    const kind = BY_LABEL[label];
    if (head === 0) continue;
    if (kind !== undefined) add(kind, head, i);
    if (label === 'obl' || label === 'obl:agent') add('oblique with preposition', head, i, prepositionOf(tree, i));
    if (label === 'advmod' && NEGATION.test(tree.forms[i] ?? '')) add('negation', head, i);
  }
  return found;
}

function prepositionOf(tree: ReadTree, word: number): string {
  return tree.forms
    .filter((_, i) => i > 0 && tree.heads[i] === word && tree.labels[i] === 'case')
    .join(' ')
    .toLowerCase();
}
