/**
 * Learns server/src/verify/support-weights.json: how much each feature of support-features.ts tells a passage that states a claim from
 * one that shares its words.
 *
 *   node scripts/run.mjs scripts/support/train.ts --gold DIR … --claims FILE.jsonl … --sources DIR … [--out FILE]
 *
 * A claim has several units that may state it, and nobody says which does: the likeliest by the weights so far is taken, and the weights
 * are learned again (multi-instance learning; Andrews and others, 2002). Prints how the classes part.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FEATURES } from '../../server/src/verify/support-features.ts';
import { fromClaims, fromGold, fromSources, type Instance } from './examples.ts';
import { dot, type Example, learn } from './logistic.ts';

const PENALTY = 1;
const ROUNDS = 4;
const CLAIM_STEP = 3;
const SENTENCES = 400;

const list = { type: 'string', multiple: true } as const;
const { values } = parseArgs({ options: { gold: list, claims: list, sources: list, out: { type: 'string' } } });
const instances: Instance[] = [];
for (const folder of values.gold ?? []) instances.push(...(await fromGold(folder)));
for (const file of values.claims ?? []) instances.push(...fromClaims(file, CLAIM_STEP));
for (const folder of values.sources ?? []) instances.push(...(await fromSources(folder, SENTENCES)));
const open = instances.filter((i) => i.units.length > 0);
if (open.length === 0) {
  process.stderr.write('usage: train.ts --gold DIR … --claims FILE.jsonl … --sources DIR … [--out FILE]\n');
  process.exit(2);
}

let weights: readonly number[] | null = null;
for (let round = 0; round < ROUNDS; round++) {
  const chosen = open.map((i): Example => ({ features: likeliest(i, weights), positive: i.positive, weight: i.weight }));
  weights = learn(chosen, PENALTY, weights);
}
const learned = weights ?? [];
const scores = open.map((i) => ({ positive: i.positive, score: dot(likeliest(i, learned), learned) }));
for (const positive of [true, false]) {
  const own = scores.filter((s) => s.positive === positive);
  const said = own.filter((s) => s.score >= 0).length;
  process.stdout.write(`${positive ? 'stated' : 'not stated'}: ${said} of ${own.length} called support\n`);
}
const table = Object.fromEntries(FEATURES.map((name, i) => [name, Number((learned[i] ?? 0).toFixed(3))]));
const text = `${JSON.stringify(table, null, 2)}\n`;
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);

function likeliest(instance: Instance, by: readonly number[] | null): readonly number[] {
  const [first = []] = instance.units;
  if (by === null) return first;
  return instance.units.reduce((best, unit) => (dot(unit, by) > dot(best, by) ? unit : best), first);
}
