/** Evidence made from assessments; the words are read back from the source and compared before they are shown. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Passage, PassageStanding, StandingPart } from '../corpus/domain.ts';
import { contains, type Span } from '../text/span.ts';
import type { Assessment } from './assess.ts';
import type { Evidence, Stance } from './types.ts';

/**
 * Evidence of one passage, or null where its source no longer holds its words. `carrying` are the places in the passage's text that
 * bear on the claim: the evidence has the standing of the part they stand in, for a sentence may be half stated and half said.
 */
export function evidenceOf(
  passage: Passage,
  stance: Stance,
  score: number,
  corpus: Corpus,
  carrying: readonly Span<'text'>[] = [],
): Evidence | null {
  const quote = corpus.words(passage.source, passage.span);
  if (quote !== passage.text) return null;
  const standing = standingOf(corpus.standing(passage.id), carrying);
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

/** The standing of the part that holds most of the places; of the whole passage where no part does. */
function standingOf(whole: PassageStanding, places: readonly Span<'text'>[]): Pick<PassageStanding, 'standing' | 'speaker'> {
  let best: StandingPart | null = null;
  let most = 0;
  for (const part of whole.parts) {
    const held = places.filter((place) => contains(part.span, place)).length;
    // A question that the witness affirms is counsel's and the witness's; the passage says whose it is in the end.
    if (held > most || (held === most && held > 0 && part.speaker === whole.speaker)) [best, most] = [part, held];
  }
  return best ?? whole;
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
    for (const { passage, places } of carrying(assessment)) {
      if (seen.has(passage.id) || found.length >= limit) continue;
      seen.add(passage.id);
      const evidence = evidenceOf(passage, stance, assessment.score, corpus, places);
      if (evidence !== null) found.push(evidence);
    }
  }
  return found;
}

interface Carrier {
  readonly passage: Passage;
  readonly places: readonly Span<'text'>[];
}

/** The members of the unit that carry something, the one that carries most first, with the places that do; a clash decides by itself. */
function carrying(assessment: Assessment): readonly Carrier[] {
  return assessment.unit.members
    .map((m, i) => {
      const { tokens } = m.reading.analysis;
      const words = assessment.alignment.words.filter((a) => a.partner?.member === i);
      const values = assessment.values.filter((v) => v.partner?.member === i);
      const clashes = assessment.clashes.filter((c) => c.member === i);
      const places =
        clashes.length > 0
          ? clashes.map((c) => c.passage)
          : [...words.flatMap((a) => tokens[a.partner?.index ?? -1] ?? []), ...values.flatMap((v) => v.partner?.span ?? [])];
      const weight = words.reduce((n, a) => n + a.weight, 0) + values.reduce((n, v) => n + v.weight, 0) + 2 * clashes.length;
      return { passage: m.passage, places, weight };
    })
    .filter((m, i) => i === 0 || m.weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
