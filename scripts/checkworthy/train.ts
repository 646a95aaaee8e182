/**
 * Learns the weights of check-worthiness from judged sentences:
 *
 *   node scripts/run.mjs scripts/checkworthy/train.ts FILE.jsonl
 *
 * Each line is {claim, label: "check_worthy" | "not_check_worthy"}. Logistic regression with an L2 penalty, by gradient
 * descent from zero: the same file gives the same weights. Prints what five-fold cross-validation says, then writes
 * server/src/draft/checkworthy/weights.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { checkable } from '../../server/src/draft/checkable.ts';
import { featuresOf } from '../../server/src/draft/checkworthy/features.ts';
import { isTalk } from '../../server/src/draft/checkworthy/score.ts';
import { viewSentence } from '../../server/src/draft/checkworthy/view.ts';

const PENALTY = 30;
const ROUNDS = 150;
const RATE = 0.3;
/** A feature of fewer sentences says more of them than of English. */
const LEAST_SENTENCES = 8;
/** Smaller weights are left out: they change no score that matters and would fill the file. */
const LEAST_WEIGHT = 0.05;
const FOLDS = 5;
const WEIGHTS = 'server/src/draft/checkworthy/weights.json';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: node scripts/run.mjs scripts/checkworthy/train.ts FILE.jsonl\n');
  process.exit(2);
}

interface Example {
  readonly features: readonly number[];
  readonly worthy: boolean;
}

const items = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): { claim: string; label: string } => JSON.parse(line));
const named = items.map(({ claim, label }) => ({
  features: featuresOf(viewSentence(claim), ruleOf(claim)),
  worthy: label === 'check_worthy',
}));
const counts = new Map<string, number>();
for (const { features } of named) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
const names = [...counts]
  .filter(([, count]) => count >= LEAST_SENTENCES)
  .map(([name]) => name)
  .sort();
const ids = new Map(names.map((name, id) => [name, id]));
const examples: readonly Example[] = named.map(({ features, worthy }) => ({
  worthy,
  features: features.flatMap((feature) => ids.get(feature) ?? []),
}));

const scores = new Float64Array(examples.length);
const decided: boolean[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = train(examples.filter((_, i) => i % FOLDS !== fold));
  const learned = new Map(names.map((name, id) => [name, weights[id] ?? 0]));
  examples.forEach((example, i) => {
    if (i % FOLDS !== fold) return;
    scores[i] = score(weights, example);
    const claim = items[i]?.claim ?? '';
    decided[i] = ruleOf(claim) === 'check' && !isTalk(viewSentence(claim), learned);
  });
}
process.stdout.write(`as the program decides: F1 ${f1((i) => decided[i] === true).toFixed(3)}\n`);
for (const threshold of [-2, -1.5, -1, -0.5, 0])
  process.stdout.write(`score > ${threshold}: F1 ${f1((i) => (scores[i] ?? 0) > threshold).toFixed(3)}\n`);

const weights = train(examples);
const kept = names.flatMap((name, id): [string, number][] => {
  const weight = Math.round((weights[id] ?? 0) * 100) / 100;
  return Math.abs(weight) < LEAST_WEIGHT ? [] : [[name, weight]];
});
writeFileSync(WEIGHTS, `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`);
process.stdout.write(`${kept.length} of ${names.length} weights written to ${WEIGHTS}\n`);

/** What the rules of structure say, before the learned score has a say. */
function ruleOf(claim: string): Parameters<typeof featuresOf>[1] {
  const found = checkable(claim, 'paragraph', undefined, false);
  return found.check ? 'check' : found.why;
}

function score(learned: Float64Array, { features }: Example): number {
  return features.reduce((sum, id) => sum + (learned[id] ?? 0), 0);
}

function train(set: readonly Example[]): Float64Array {
  const learned = new Float64Array(names.length);
  const seen = new Float64Array(names.length).fill(1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(names.length);
    for (const example of set) {
      const error = 1 / (1 + Math.exp(-score(learned, example))) - (example.worthy ? 1 : 0);
      for (const id of example.features) gradient[id] = (gradient[id] ?? 0) + error;
    }
    for (let id = 0; id < names.length; id++) {
      const step = (gradient[id] ?? 0) + PENALTY * (learned[id] ?? 0);
      seen[id] = (seen[id] ?? 0) + step * step;
      learned[id] = (learned[id] ?? 0) - (RATE * step) / Math.sqrt(seen[id] ?? 1);
    }
  }
  return learned;
}

function f1(says: (i: number) => boolean): number {
  let both = 0;
  let either = 0;
  examples.forEach(({ worthy }, i) => {
    if (says(i) && worthy) both++;
    if (says(i)) either++;
    if (worthy) either++;
  });
  return (2 * both) / (either || 1);
}
