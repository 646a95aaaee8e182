/**
 * How far the engine agrees with itself on any folder of sources: each stated sentence put unchanged into a draft must be
 * supported; with one number, date, name or polarity changed it must be contradicted, and never supported; with its document taken
 * away it must never be contradicted.
 *
 *   npm run quality:consistency -- SOURCES_DIR [--sample N] [--misses]
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDraft } from '../../server/src/draft/parse.ts';
import { loadLanguage } from '../../server/src/language.ts';
import { openProject } from '../../server/src/project/project.ts';
import { analyse } from '../../server/src/text/analyse.ts';
import { createEngine } from '../../server/src/verify/engine.ts';
import { judge } from '../../server/src/verify/judge.ts';
import type { Verdict } from '../../server/src/verify/types.ts';
import {
  type Mutation,
  type MutationKind,
  mutateAgent,
  mutateDate,
  mutateName,
  mutateNumber,
  mutatePolarity,
  seeded,
} from '../../test/support/mutate.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' }, misses: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('usage: npm run quality:consistency -- SOURCES_DIR [--sample N] [--misses]\n');
  process.exit(2);
}
const { corpus } = await openProject({ roots: [resolve(folder)] });
const language = loadLanguage();
const engine = createEngine(corpus, language);
const random = seeded(7);
const passages = [...corpus.documents.keys()]
  .flatMap((key) => corpus.passagesOf(key))
  .filter((p) => p.text.length >= 40 && p.text.length <= 400 && !/[?]/.test(p.text));
const sample = Number(values.sample ?? passages.length);
const chosen =
  passages.length <= sample
    ? passages
    : passages
        .map((p) => ({ p, at: random() }))
        .sort((a, b) => a.at - b.at)
        .slice(0, sample)
        .map((x) => x.p);
const names = chosen.flatMap((p) => analyse(p.text).names).filter((n) => n.form !== 'unknown');

const table = new Map<string, { of: number; right: number; supported: number; focus: number }>();
const times: number[] = [];

function verdictOf(text: string): { verdict: Verdict; clashes: readonly { start: number; end: number }[] } | null {
  const sentence = parseDraft('/draft.md', text).sentences[0];
  if (sentence === undefined || sentence.text.length < text.length * 0.7) return null;
  const start = performance.now();
  const judgement = judge(sentence, [], engine);
  times.push(performance.now() - start);
  return { verdict: judgement.verdict, clashes: judgement.parts.flatMap((p) => p.clashes.map((c) => c.claim)) };
}

function count(kind: string, right: boolean, supported: boolean, focus: boolean): void {
  const row = table.get(kind) ?? { of: 0, right: 0, supported: 0, focus: 0 };
  table.set(kind, {
    of: row.of + 1,
    right: row.right + Number(right),
    supported: row.supported + Number(supported),
    focus: row.focus + Number(focus),
  });
}

for (const passage of chosen) {
  const analysis = analyse(passage.text);
  if (analysis.quotations.length > 0) continue;
  const predicates = language.predicates(analysis);
  const own = verdictOf(passage.text);
  if (own === null) continue;
  count('unchanged', own.verdict === 'supported', own.verdict === 'supported', true);
  if (values.misses === true && own.verdict !== 'supported') process.stdout.write(`[unchanged → ${own.verdict}] ${passage.text}\n`);
  const made: (Mutation | null)[] = [
    mutateNumber(analysis, random),
    mutateDate(analysis, random),
    mutatePolarity(analysis, predicates),
    mutateName(analysis, names, random),
    mutateAgent(analysis, predicates),
  ];
  for (const mutation of made) {
    if (mutation === null) continue;
    const said = verdictOf(mutation.text);
    if (said === null) continue;
    const hit = said.clashes.some((c) => c.start < mutation.focus.end && mutation.focus.start < c.end);
    count(
      mutation.kind satisfies MutationKind,
      said.verdict === 'contradicted' || said.verdict === 'disputed',
      said.verdict === 'supported',
      hit,
    );
    if (values.misses === true && said.verdict !== 'contradicted')
      process.stdout.write(`[${mutation.kind} → ${said.verdict}] ${mutation.text}\n`);
  }
}
times.sort((a, b) => a - b);
const percent = (n: number, of: number): string => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`;
process.stdout.write('kind        of     as it should   supported   focus\n');
for (const [kind, row] of table)
  process.stdout.write(
    `${kind.padEnd(10)} ${String(row.of).padStart(5)}   ${percent(row.right, row.of).padStart(10)}   ${percent(row.supported, row.of).padStart(9)}   ${percent(row.focus, row.of).padStart(7)}\n`,
  );
process.stdout.write(
  `a sentence: p50 ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms\n`,
);
