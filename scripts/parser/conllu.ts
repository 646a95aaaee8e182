/** Reading of CoNLL-U treebanks. */
import fs from 'node:fs';
import type { Tag, Upos } from '../../server/src/text/parse/tags.ts';

/** A gold sentence; every list counts words from 1 (place 0 is empty). */
export interface GoldSentence {
  readonly forms: readonly string[];
  readonly tags: readonly Tag[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
}

/** Sub-labels that the product reads; all others are cut to their universal part. */
const KEPT = new Set(['nsubj:pass', 'obl:agent', 'aux:pass', 'nmod:poss', 'obl:unmarked', 'obl:tmod', 'acl:relcl']);

function labelOf(relation: string): string {
  return KEPT.has(relation) ? relation : (relation.split(':')[0] ?? relation);
}

/** Reads a file; lines of multi-word tokens and empty nodes are left out. */
export function readTreebank(file: string): readonly GoldSentence[] {
  const sentences: GoldSentence[] = [];
  for (const block of fs.readFileSync(file, 'utf8').split(/\n\n/)) {
    const forms = [''];
    const tags: Tag[] = [{ upos: 'X', xpos: '' }];
    const heads = [0];
    const labels = [''];
    for (const line of block.split('\n')) {
      const [id = '', form = '', , upos = 'X', xpos = '', , head = '0', relation = ''] = line.split('\t');
      if (!/^\d+$/.test(id)) continue;
      forms.push(form);
      tags.push({ upos: upos as Upos, xpos });
      heads.push(Number(head));
      labels.push(labelOf(relation));
    }
    if (forms.length > 1) sentences.push({ forms, tags, heads, labels });
  }
  return sentences;
}
