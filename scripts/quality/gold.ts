/**
 * Measures the built program against gold sets: `npm run quality -- [--scorer score.mjs] [--manifest corpus.json | --bare] [--misses] [--json] GOLD_DIR…`.
 *
 * A gold set is a folder with drafts/*.md, labels.jsonl and its sources in seeds/. The scorer is the set's own: score.mjs
 * in the folder or above it, or the one that --scorer names; it is called as `score.mjs GOLD_DIR REPORT.json`. Drafts
 * and sources can be copied first with another description of the sources: --manifest names a corpus.json to use with
 * them, --bare leaves out the one they have, so that the program has to find the documents itself.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const PROGRAM = resolve('dist/main.cjs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scorer: { type: 'string' },
    manifest: { type: 'string' },
    bare: { type: 'boolean' },
    misses: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
if (positionals.length === 0)
  fail('Usage: npm run quality -- [--scorer score.mjs] [--manifest corpus.json | --bare] [--misses] [--json] GOLD_DIR…');
if (!existsSync(PROGRAM)) fail('dist/main.cjs is missing: run npm run build first.');

const scratch = mkdtempSync(join(tmpdir(), 'corroborate-quality-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const gold of positionals.map((folder) => resolve(folder))) measure(gold);

function measure(gold: string): void {
  const set = described(gold);
  const started = process.hrtime.bigint();
  const lint = spawnSync(process.execPath, [PROGRAM, 'lint', '--format', 'json', join(set.folder, 'drafts')], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (lint.stderr !== '') process.stderr.write(lint.stderr);
  if (lint.stdout === '') fail(`${gold} could not be linted.`);
  const report = join(scratch, 'report.json');
  writeFileSync(report, lint.stdout);
  const flags = [...(values.misses === true ? ['--misses'] : []), ...(values.json === true ? ['--json'] : [])];
  if (values.json !== true) process.stdout.write(`\n${basename(gold)}${set.how}: linted in ${seconds.toFixed(1)} s\n`);
  const scored = spawnSync(process.execPath, [scorerOf(gold), gold, report, ...flags], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  process.stdout.write(scored.stdout);
  if (scored.status !== 0) fail(scored.stderr);
}

/** The set as it is, or a copy whose sources are described otherwise. */
function described(gold: string): { readonly folder: string; readonly how: string } {
  const { manifest, bare } = values;
  if (manifest === undefined && bare !== true) return { folder: gold, how: '' };
  const folder = join(scratch, basename(gold));
  for (const part of ['drafts', 'seeds']) {
    cpSync(join(gold, part), join(folder, part), { recursive: true, filter: (file) => basename(file) !== 'corpus.json' });
  }
  // What was copied from a read-only place must still be removable.
  for (const part of ['', 'drafts', 'seeds']) chmodSync(join(folder, part), 0o755);
  if (manifest === undefined) return { folder, how: ' (bare sources)' };
  copyFileSync(resolve(manifest), join(folder, 'seeds', 'corpus.json'));
  return { folder, how: ` (with ${manifest})` };
}

function scorerOf(gold: string): string {
  const candidates = values.scorer === undefined ? [join(gold, 'score.mjs'), join(dirname(gold), 'score.mjs')] : [resolve(values.scorer)];
  return candidates.find((file) => existsSync(file)) ?? fail(`No scorer for ${gold}: name one with --scorer.`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
