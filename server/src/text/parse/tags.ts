/** Parts of speech: the universal tag and the Penn tag that refines it, one pair a token. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Tag {
  readonly upos: Upos;
  /** Penn Treebank tag: `VBD`, `VBN`, `NNS` … */
  readonly xpos: string;
}

/** The tag of a place outside the sentence. */
export const NO_TAG: Tag = { upos: 'X', xpos: '' };

const NOMINAL: ReadonlySet<Upos> = new Set<Upos>(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM']);

/** Whether a word of this tag can head a noun phrase. */
export function isNominal(tag: Tag): boolean {
  return NOMINAL.has(tag.upos);
}
