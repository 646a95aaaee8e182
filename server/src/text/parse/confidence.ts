/**
 * How far a predicate of the tree can be trusted. The lines below were fitted on the treebank's development set, where the
 * share of whole frames (verb, voice, polarity, agent, patient, recipient) that are right was counted by what the two
 * readings say of each other, by where the subject comes from, and by the sureness of the arcs; text of other kinds agrees.
 */

/** What the shallow reading of the same verb says: the same, one participant more or less, another one, or nothing at all. */
export type Agreement = 'same' | 'one-sided' | 'other' | 'unseen';

/** Whether the subject stands in the clause, is shared with another, or is not to be had. */
export type SubjectSource = 'own' | 'shared' | 'none';

/** Confidence = base + slope × sureness. */
const LINES: Readonly<Record<Agreement, Readonly<Record<SubjectSource, readonly [base: number, slope: number]>>>> = {
  same: { own: [0.66, 0.27], shared: [0.45, 0.47], none: [0.35, 0.2] },
  'one-sided': { own: [0.3, 0.5], shared: [0.25, 0.5], none: [0.1, 0.2] },
  other: { own: [0.1, 0.5], shared: [0.05, 0.4], none: [0.1, 0.3] },
  unseen: { own: [0, 0.75], shared: [0, 0.6], none: [0, 0.4] },
};

/** What is left where the tree itself looks mistaken. */
const DOUBT = 0.6;

/** The share of frames like this one that are right, 0–1. `sureness` is that of the least sure arc. */
export function confidenceOf(agreement: Agreement, subject: SubjectSource, sureness: number, doubtful: boolean): number {
  const [base, slope] = LINES[agreement][subject];
  return (base + slope * sureness) * (doubtful ? DOUBT : 1);
}
