import { describe, expect, test } from 'vitest';
import { tokenize } from '../tokens.ts';
import type { Analysis } from '../types.ts';
import { treePredicates } from './frames.ts';
import type { Tree } from './model/nlp.ts';
import type { Upos } from './tags.ts';

/** A tree written as `word UPOS XPOS HEAD LABEL`, a line a word, heads counted from 1 as in CoNLL-U. */
function read(source: string): readonly string[] {
  const rows = source
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const text = rows.map(([word]) => word).join(' ');
  const analysis: Analysis = {
    text,
    tokens: tokenize(text),
    quantities: [],
    dates: [],
    names: [],
    quotations: [],
    negations: [],
    reporting: [],
  };
  const tree: Tree = {
    tags: rows.map(([, upos, xpos]) => ({ upos: upos as Upos, xpos: xpos ?? '' })),
    heads: rows.map(([, , , head]) => Number(head) - 1),
    labels: rows.map(([, , , , label]) => label ?? 'dep'),
    sureness: rows.map(() => 1),
  };
  return treePredicates(analysis, tree).map(({ predicate: one }) =>
    [
      one.lemma,
      one.voice,
      ...(one.negated ? ['not'] : []),
      ...(one.modality === 'fact' ? [] : [one.modality]),
      ...one.slots.map((slot) => `${slot.role}=${text.slice(slot.span.start, slot.span.end)}`),
    ].join(' | '),
  );
}

describe('predicates of a tree', () => {
  test('joined passives share subject and auxiliary, and only the denied one is denied', () => {
    expect(
      read(`The    DET   DT  2 det
            flat   NOUN  NN  4 nsubj:pass
            was    AUX   VBD 4 aux:pass
            searched VERB VBN 0 root
            but    CCONJ CC  8 cc
            nothing PRON NN  8 nsubj:pass
            was    AUX   VBD 8 aux:pass
            found  VERB  VBN 4 conj
            by     ADP   IN  10 case
            police NOUN  NNS 8 obl:agent`),
    ).toEqual(['search | passive | patient=The flat', 'find | passive | not | patient=nothing | agent=police']);
  });

  test('a relative clause is about the noun it hangs on', () => {
    expect(
      read(`The    DET  DT  2 det
            doctor NOUN NN  8 nsubj
            who    PRON WP  4 nsubj
            saw    VERB VBD 2 acl:relcl
            him    PRON PRP 4 obj
            did    AUX  VBD 8 aux
            not    PART RB  8 advmod
            testify VERB VB 0 root`),
    ).toEqual(['see | active | agent=The doctor | patient=him', 'testify | active | not | agent=The doctor']);
  });

  test('the denial of a cleft is the denial of the deed', () => {
    expect(
      read(`It     PRON PRP 5 nsubj
            was    AUX  VBD 5 cop
            not    PART RB  5 advmod
            the    DET  DT  5 det
            nurse  NOUN NN  0 root
            who    PRON WP  7 nsubj
            called VERB VBD 5 acl:relcl`)[1],
    ).toBe('call | active | not | agent=the nurse');
  });

  test('"failed to" turns over what was to be done', () => {
    expect(
      read(`They   PRON PRP 2 nsubj
            failed VERB VBD 0 root
            to     PART TO 4 mark
            inform VERB VB 2 xcomp
            us     PRON PRP 4 obj`)[1],
    ).toBe('inform | active | not | agent=They | recipient=us');
  });
});
