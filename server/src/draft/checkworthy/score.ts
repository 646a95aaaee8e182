/**
 * How likely a sentence is a claim worth checking, learned from sentences that people judged (scripts/checkworthy/train.ts
 * makes the weights; ours come from the sentences of presidential debates that Arslan et al. 2020, “A Benchmark Dataset of
 * Check-worthy Factual Claims”, had judged). It only ever silences what the rules of structure would check, and only where it is sure.
 */
import { featuresOf } from './features.ts';
import type { SentenceView } from './view.ts';
import weights from './weights.json' with { type: 'json' };

const WEIGHT: ReadonlyMap<string, number> = new Map(Object.entries(weights));

/**
 * Log-odds below which a sentence is taken for opinion. The training sentences are from debates, where one in four is
 * worth checking; in a draft it is seven in eight, which moves the odds by about three.
 */
const SURE = -3;
/** The same where the writer speaks as "I", "we" or to "you", or as people talk. */
const SURE_IN_SPEECH = -1;

const SPEECH =
  /\b(?:I|we|you|my|our|your|us|let)\b|n['’]t\b|['’](?:re|ll|ve)\b|\b(?:that|it|he|she|there|what|who)['’]s\b|^(?:And|But|So|Well|Now|Or|Look|Anyway)\b|^(?:No|Yes|Sure),/i;

/** Whether the learned score finds nothing to check in a sentence that the rules let pass. */
export function isTalk(view: SentenceView, weights: ReadonlyMap<string, number> = WEIGHT): boolean {
  return checkworthiness(view, weights) < (SPEECH.test(ownWords(view)) ? SURE_IN_SPEECH : SURE);
}

/** Log-odds that people would call a sentence (that no rule keeps from being checked) worth checking. */
function checkworthiness(view: SentenceView, weights: ReadonlyMap<string, number> = WEIGHT): number {
  return featuresOf(view, 'check').reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);
}

function ownWords({ words }: SentenceView): string {
  let own = '';
  for (const word of words) if (!word.quoted) own += (/^(?:n['’]t|['’]\w+)$/.test(word.text) ? '' : ' ') + word.text;
  return own.trim();
}
