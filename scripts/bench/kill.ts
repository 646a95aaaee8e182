/**
 * Ends the writer of an index at random moments: `node scripts/run.mjs scripts/bench/kill.ts [ROUNDS] [SOURCES]`. Each round
 * changes some of the sources, starts the writer, kills it (SIGKILL) at a moment that moves through the whole of its work,
 * and then opens what is there: it must be the last good index, word for word. Every fifth round is let finish, and the
 * result held against an index built afresh.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEFAULT_CONFIG } from '../../server/src/config.ts';
import { openStore } from '../../server/src/store/open-store.ts';
import { chance } from './passages.ts';

const rounds = Number(process.argv[2] ?? 200);
const INDEXER = resolve('dist/indexer.cjs');
const folder = mkdtempSync(join(tmpdir(), 'corroborate-kill-'));
const sources = join(folder, 'sources');
const index = join(folder, 'index');
const next = chance(9);
cpSync(resolve(process.argv[3] ?? 'seeds'), sources, { recursive: true });

/** Everything that an index says, as text. */
function told(at: string): string {
  const store = openStore(at, 'kill', 1 << 20);
  if (store === null) return 'no index';
  try {
    for (const segment of store.segments) segment.verify();
    const { corpus } = store;
    const passages = [...corpus.allPassages()];
    const place = new Map(passages.map(({ id }, i) => [id, i]));
    const hits = ['told', 'report', 'children', 'council'].map((term) =>
      corpus.index.search([{ term, weight: 1 }], 50).map(({ id, score }) => [place.get(id), score]),
    );
    return JSON.stringify([passages.map(({ source, text }) => [source, text]), hits, corpus.gazetteer.entities.length]);
  } finally {
    store.close();
  }
}

function start(at: string): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const child = fork(INDEXER, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  child.send({ folder: at, roots: [sources], limits: DEFAULT_CONFIG.reading, program: 'kill' });
  return { child, ended };
}

function change(round: number): void {
  const names = readdirSync(sources).filter((name) => name.endsWith('.txt'));
  const name = names[Math.floor(next() * names.length)] ?? '';
  const text = readFileSync(join(sources, name), 'utf8');
  writeFileSync(join(sources, name), `${text}\n\nThe council met for the ${round}th time.\n`);
  if (next() < 0.3) writeFileSync(join(sources, `new-${round % 7}.txt`), `A report of round ${round} was told.\n`);
  if (next() < 0.2) rmSync(join(sources, `new-${Math.floor(next() * 7)}.txt`), { force: true });
}

const begun = performance.now();
await start(index).ended;
let usual = performance.now() - begun;
let [good, killed, committed] = [told(index), 0, 0];
try {
  for (let round = 1; round <= rounds; round++) {
    change(round);
    const { child, ended } = start(index);
    const letFinish = round % 5 === 0;
    const from = performance.now();
    if (!letFinish) setTimeout(() => child.kill('SIGKILL'), usual * next());
    const code = await ended;
    const now = told(index);
    if (code === 0) {
      // An update is quicker than the first build: the moments shall lie within it.
      usual = performance.now() - from;
      if (letFinish) {
        const fresh = join(folder, 'fresh');
        await start(fresh).ended;
        if (told(fresh) !== now) throw new Error(`round ${round}: an updated index differs from a fresh one`);
        rmSync(fresh, { recursive: true });
      }
      good = now;
    } else {
      killed++;
      // Killed after its commit, it leaves the new index; before, the last good one. Nothing else may be found.
      if (now !== good) {
        committed++;
        const fresh = join(folder, 'fresh');
        await start(fresh).ended;
        if (told(fresh) !== now) throw new Error(`round ${round}: what a killed writer left is neither the old nor the new index`);
        rmSync(fresh, { recursive: true });
        good = now;
      }
    }
  }
  process.stdout.write(`${rounds} rounds, ${killed} kills (${committed} of them after the commit): every index was whole.\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
