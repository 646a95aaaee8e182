/** Evidence made from assessments; the words are read back from the source and compared before they are shown. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Passage } from '../corpus/domain.ts';
import type { Assessment } from './assess.ts';
import type { Evidence, Stance } from './types.ts';

/** Evidence of one passage, or null where its source no longer holds its words. */
export function evidenceOf(passage: Passage, stance: Stance, score: number, corpus: Corpus): Evidence | null {
  const source = corpus.sources.get(passage.source)?.source;
  if (source === undefined) return null;
  const quote = source.text.slice(passage.span.start, passage.span.end);
  if (quote !== passage.text) return null;
  const standing = corpus.standing(passage.id);
  return {
    passage: passage.id,
    citekey: passage.citekey,
    source: passage.source,
    span: passage.span,
    line: corpus.lineOf(passage.source, passage.span.start),
    quote,
    standing: standing.standing,
    speaker: standing.speaker,
    stance,
    score,
  };
}

/** Evidence of several assessments, best first, each passage once; at most `limit`. */
export function gatherEvidence(
  assessments: readonly { readonly assessment: Assessment; readonly stance: Stance }[],
  corpus: Corpus,
  limit = 6,
): readonly Evidence[] {
  const seen = new Set<number>();
  const found: Evidence[] = [];
  for (const { assessment, stance } of assessments) {
    for (const { passage } of carrying(assessment)) {
      if (seen.has(passage.id) || found.length >= limit) continue;
      seen.add(passage.id);
      const evidence = evidenceOf(passage, stance, assessment.score, corpus);
      if (evidence !== null) found.push(evidence);
    }
  }
  return found;
}

/** The members of the unit that carry something, the one that carries most first. */
function carrying(assessment: Assessment): readonly { readonly passage: Passage }[] {
  const weights = assessment.unit.members.map(() => 0);
  for (const { partner, weight } of assessment.alignment.words)
    if (partner !== null && partner.member >= 0) weights[partner.member] = (weights[partner.member] ?? 0) + weight;
  for (const { partner, weight } of assessment.values)
    if (partner !== null) weights[partner.member] = (weights[partner.member] ?? 0) + weight;
  for (const clash of assessment.clashes) weights[clash.member] = (weights[clash.member] ?? 0) + 2;
  return assessment.unit.members
    .map((m, i) => ({ passage: m.passage, weight: weights[i] ?? 0 }))
    .filter((m, i) => i === 0 || m.weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
