/** When a near match is close enough to say that the draft misquotes it. A paraphrase, or common words by chance, is none. */
import type { Alignment } from './align.ts';
import type { WordWeights } from './candidates.ts';
import { differences } from './changes.ts';
import type { PlacedWord } from './window.ts';
import type { QuoteUnit } from './words.ts';

/** Nats beyond chance that the agreeing words must carry. */
const BEYOND_CHANCE = 1.5;

/** The least share of a quotation's words that must agree; of few words many stand together somewhere in a large corpus. */
function leastShare(total: number): number {
  return total >= 12 ? 0.6 : total >= 8 ? 0.67 : 0.7;
}

/** Whether a window may be close enough, by the words that it has; where not, it need not be aligned. */
export function mayBeCloseEnough(units: readonly QuoteUnit[], source: readonly PlacedWord[]): boolean {
  const total = units.reduce((sum, unit) => sum + (unit.kind === 'word' ? 1 : 0), 0);
  return agreeableWords(units, source) / total >= leastShare(total);
}

/**
 * How many words of a quotation can agree with the window at most: those whose key stands in it, alone or joined. What cannot agree is
 * changed or added in every alignment, so that many windows need none.
 */
export function agreeableWords(units: readonly QuoteUnit[], source: readonly PlacedWord[]): number {
  const keys = new Set<string>();
  source.forEach((word, j) => {
    keys.add(word.key);
    if (word.joined && j > 0) keys.add((source[j - 1]?.key ?? '') + word.key);
  });
  let count = 0;
  units.forEach((unit, i) => {
    if (unit.kind !== 'word') return;
    const [before, after] = [units[i - 1], units[i + 1]];
    const joined =
      (unit.joined && before?.kind === 'word' && keys.has(before.key + unit.key)) ||
      (after?.kind === 'word' && after.joined && keys.has(unit.key + after.key));
    if (keys.has(unit.key) || joined) count++;
  });
  return count;
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
