/**
 * How long a person waits, and how that grows: `npm run bench -- [--drafts DIR] [--sources DIR] [--large DIR] [--quick]`.
 *
 * Writes docs/performance.md: search among 10,000 to 1,000,000 passages beside other engines, editing with the sources that
 * ship and with a large folder where one is named (`--large`), and other checkers on the same drafts. `--quick` measures a
 * part of it in less than 45 seconds and prints one line; `--sentences` only prints what checking a sentence of the drafts takes.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Editing, measureEditing } from './editing.ts';
import { ENGINES, type EngineName } from './engines.ts';
import { shown } from './figures.ts';
import { measureLarge } from './large.ts';
import { measureLinters } from './linters.ts';
import { performancePage } from './page.ts';
import { measureEngine, recall, retrieval } from './retrieval.ts';
import { measureSentences } from './sentences.ts';
import { measureWindows } from './windows.ts';

/** Windows of an editor that are open on one workspace. */
const WINDOWS = 5;

const { values } = parseArgs({
  options: {
    drafts: { type: 'string', default: 'drafts' },
    sources: { type: 'string', default: 'seeds' },
    large: { type: 'string' },
    largest: { type: 'string', default: '1000000' },
    edits: { type: 'string', default: '60' },
    words: { type: 'string', default: '5000' },
    quick: { type: 'boolean', default: false },
    sentences: { type: 'boolean', default: false },
    // What a process of one engine is started with.
    engine: { type: 'string' },
    passages: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '100' },
  },
});
const drafts = resolve(values.drafts);
const sources = resolve(values.sources);
const engine = ENGINES.find((name) => name === values.engine);

if (engine !== undefined) await measureEngine(engine, Number(values.passages), Number(values.questions));
else if (values.quick) await quick();
else if (values.sentences) await sentences();
else await full();

async function quick(): Promise<void> {
  const count = 100_000;
  const [own, other] = (['corroborate', 'sqlite-fts5'] as const).map((name) => retrieval(name, count, 40).search.p50);
  const { edits } = await measureEditing(sources, drafts, 2000, 15);
  const linters = await measureLinters(drafts, sources, 1);
  const cold = (name: string): string => `${Math.round(linters.find((one) => one.name === name)?.cold ?? 0)} ms`;
  const ratio = Math.round((other ?? 0) / (own ?? 1));
  process.stdout.write(
    `search ${ratio}x sqlite-fts5 at ${count} passages; edit p95 ${Math.round(edits.p95)} ms; cold start ${cold('corroborate')}; peers textlint ${cold('textlint')}, cspell ${cold('cspell')}\n`,
  );
}

async function sentences(): Promise<void> {
  const { count, ...states } = await measureSentences(drafts, sources);
  for (const [state, { p50, p95, most }] of Object.entries(states))
    process.stdout.write(`${state.padEnd(5)} ${count} sentences: p50 ${shown(p50)} ms, p95 ${shown(p95)} ms, longest ${shown(most)} ms\n`);
}

async function full(): Promise<void> {
  const note = (what: string): void => void process.stderr.write(`${what}\n`);
  const sizes = [10_000, 100_000, 1_000_000].filter((size) => size <= Number(values.largest));
  const searches = sizes.flatMap((size) => {
    const truth = retrieval('brute-force', size, Number(values.questions));
    // What takes minutes a question at a million passages is not asked there.
    const names: readonly EngineName[] = size > 100_000 ? ['corroborate', 'sqlite-fts5'] : ENGINES.filter((name) => name !== 'brute-force');
    return [
      { measured: truth, recall: 1 },
      ...names.map((name) => {
        note(`${name}, ${size} passages`);
        const measured = retrieval(name, size, Number(values.questions));
        return { measured, recall: recall(measured, truth) };
      }),
    ];
  });
  note('sentences');
  const perSentence = await measureSentences(drafts, sources);
  note('editing');
  const editing: { readonly what: string; readonly figures: Editing }[] = [
    { what: 'the sources that ship', figures: await measureEditing(sources, drafts, Number(values.words), Number(values.edits)) },
  ];
  const large =
    values.large === undefined ? null : await measureLarge(resolve(values.large), drafts, Number(values.words), Number(values.edits));
  if (large !== null) editing.push({ what: 'the large folder', figures: large.editing });
  note('windows');
  const windows = await measureWindows(sources, drafts, WINDOWS);
  note('other checkers');
  const linters = await measureLinters(drafts, sources, 3);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}; ${loadavg()[0]?.toFixed(1)} processes wanted to run at the end`;
  writeFileSync('docs/performance.md', performancePage({ machine, searches, sentences: perSentence, editing, windows, large, linters }));
  for (const { measured } of searches) note(`${measured.engine} ${measured.passages}: p50 ${shown(measured.search.p50)} ms`);
}
