/** When a near match is close enough to say that the draft misquotes it. A paraphrase, or common words by chance, is none. */
import type { Alignment } from './align.ts';
import type { WordWeights } from './candidates.ts';
import { differences } from './changes.ts';
import type { QuoteUnit } from './words.ts';

/** Nats beyond chance that the agreeing words must carry. */
const BEYOND_CHANCE = 1.5;

/** The least share of a quotation's words that must agree. */
function leastShare(total: number): number {
  return total >= 8 ? 0.6 : 0.65;
}

/** Whether a window may be close enough that has `agreeable` of the quotation's words at most; where not, it need not be aligned. */
export function mayBeCloseEnough(agreeable: number, units: readonly QuoteUnit[]): boolean {
  const total = units.reduce((sum, unit) => sum + (unit.kind === 'word' ? 1 : 0), 0);
  return agreeable / total >= leastShare(total);
}

export function isCloseEnough(alignment: Alignment, units: readonly QuoteUnit[], weights: WordWeights): boolean {
  if (!Number.isFinite(alignment.cost)) return false;
  let total = 0;
  for (const unit of units) if (unit.kind === 'word') total++;
  let matched = 0;
  let run = 0;
  let longest = 0;
  let weight = 0;
  let before = -1;
  for (const step of alignment.steps) {
    if (step.kind !== 'match') {
      if (step.kind !== 'marked' && step.kind !== 'skipped') run = 0;
      continue;
    }
    run = before >= 0 && step.word - before > 40 ? step.units : run + step.units;
    before = step.word;
    matched += step.units;
    longest = Math.max(longest, run);
    const unit = units[step.unit];
    if (unit?.kind === 'word') weight += weights.weight(unit);
  }
  const regions = differences(alignment.steps).length;
  const share = matched / total;
  const enough = leastShare(total);
  const together = total >= 8 ? 3 : 2;
  return (
    share >= enough && longest >= together && regions <= Math.max(2, 1 + Math.floor(total / 5)) && weight >= weights.chance + BEYOND_CHANCE
  );
}
