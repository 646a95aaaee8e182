/**
 * What a search server costs: `node scripts/run.mjs scripts/bench/search-server.ts SOURCES DRAFT…` brings the sources to it,
 * checks the drafts with it and without, types in them, and says how much travelled and whether both found the same. With
 * `--agreement` alone it asks made questions of made passages, a tenth of them replaced, and compares each hit and score. The
 * server is the one that CORROBORATE_TEST_OPENSEARCH names, else that of the tests in a process of its own: then the times
 * of the server mean nothing, and what is sent, asked and found does.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMemoryIndex } from '../../server/src/index/memory.ts';
import { openProject, type Project } from '../../server/src/project/project.ts';
import { Connection } from '../../server/src/search/connection.ts';
import { ServerIndex } from '../../server/src/search/server-index.ts';
import { SearchServer } from '../../test/support/search-server.ts';
import { accessTo } from '../../test/support/searched.ts';
import { shown, timed, timesOf } from './figures.ts';
import { passages, questions } from './passages.ts';

const settings = { rules: {}, citationStyle: 'auto', paragraphCitations: false } as const;
const EDITS = 40;

interface Counters {
  readonly url: string;
  readonly requests: number;
  readonly received: number;
  readonly sent: number;
}

/** The server of the tests, which tells its counters whenever it is asked. */
async function serve(): Promise<void> {
  const server = await new SearchServer({}).start();
  const tell = (): void => {
    process.send?.({ url: server.url, requests: server.asked.length, ...server.bytes } satisfies Counters);
  };
  process.on('message', tell);
  tell();
}

/** The server to ask, and what is known of what it was asked. */
async function asked(): Promise<{ readonly url: string; counters(): Promise<Counters>; stop(): void }> {
  const named = process.env['CORROBORATE_TEST_OPENSEARCH'] ?? '';
  const child = named === '' ? fork(process.argv[1] ?? '', ['--serve'], { execArgv: ['--max-old-space-size=8000'] }) : null;
  const next = (): Promise<Counters> => new Promise((done) => child?.once('message', (counters: Counters) => done(counters)));
  const counters = async (): Promise<Counters> => {
    if (child === null) return { url: named, requests: 0, received: 0, sent: 0 };
    const told = next();
    child.send('counters');
    return told;
  };
  const { url } = child === null ? { url: named } : await next();
  say(named === '' ? 'server of the tests (its own times mean nothing)' : `server ${url}`);
  return { url, counters, stop: () => child?.kill() };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function travelled(before: Counters, after: Counters): string {
  return `${after.requests - before.requests} requests, ${shown((after.received - before.received) / 1e6)} MB there, ${shown((after.sent - before.sent) / 1e6)} MB back`;
}

const PASSAGES = 20_000;
const QUESTIONS = 400;
const TOGETHER = 50;

/** Whether the server's hits and scores are those of the index in memory, while it still counts passages that are gone. */
async function agreement(): Promise<void> {
  const { url, counters, stop } = await asked();
  const connection = await Connection.to(accessTo(url));
  const index = new ServerIndex(connection, `bench-${process.pid}`);
  await index.create();
  const memory = createMemoryIndex();
  const fill = async (all: Iterable<readonly string[]>): Promise<void> => {
    let id = 0;
    for (const words of all) {
      index.add(id, words);
      memory.add(id++, words);
    }
    await index.flush();
    await index.refresh();
  };
  await fill(passages(PASSAGES));
  await fill([...passages(PASSAGES / 10)].map((words, n) => words.slice(0, 5 + (n % 9))));
  const all = questions(QUESTIONS, PASSAGES).map(({ words }) => words.map((term) => ({ term, weight: 1 })));
  for (const limit of [24, 100, 2000]) {
    const from = await counters();
    let same = 0;
    for (let at = 0; at < all.length; at += TOGETHER) {
      const searches = all.slice(at, at + TOGETHER).map((query) => ({ query, limit }));
      const { hits } = await index.answer({ terms: [], searches });
      same += searches.filter(({ query }, i) => JSON.stringify(hits[i]) === JSON.stringify(memory.search(query, limit))).length;
    }
    say(
      `the best ${limit} of ${PASSAGES} passages: ${same} of ${all.length} questions have the same hits and scores; ${travelled(from, await counters())}`,
    );
  }
  await index.delete();
  await connection.close();
  stop();
}

/** Milliseconds of processor that work takes in this process; others may be at work on the same machine. */
async function processor(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function measure(sources: string, drafts: readonly string[]): Promise<void> {
  const { url, counters, stop } = await asked();
  const own = await openProject({ roots: [sources] });
  const before = await counters();
  const used = process.cpuUsage();
  const [searched, opening] = await timed(() =>
    openProject({ roots: [sources], server: accessTo(url, `bench-${process.pid}`), onTrouble: say }),
  );
  const { user, system } = process.cpuUsage(used);
  say(
    `${searched.corpus.passageCount} passages brought there in ${shown(opening / 1000)} s, ${shown((user + system) / 1e6)} s of processor here (reading the sources with it): ${travelled(before, await counters())}`,
  );
  // Loads the language data, which every start pays for.
  own.check(resolve('warm.md'), 'The ferry sank in 1998, she said.\n', settings);
  for (const draft of drafts) {
    const text = readFileSync(draft, 'utf8');
    const from = await counters();
    const asking = await processor(() => searched.ahead(resolve(draft), text, settings));
    let ours = own.check(resolve(draft), '', settings);
    const here = await processor(() => {
      ours = own.check(resolve(draft), text, settings);
    });
    const theirs = searched.check(resolve(draft), text, settings);
    const same = JSON.stringify(ours) === JSON.stringify(theirs);
    say(
      `${draft}: ${ours.judgements.length} sentences, ${same ? 'the same report' : 'ANOTHER REPORT'}; asked ahead with ${shown(asking)} ms of processor here, checked without a server with ${shown(here)} ms: ${travelled(from, await counters())}`,
    );
    await edits(searched, resolve(draft), text, counters);
  }
  stop();
}

/** A sentence is changed at many places, one after the other. */
async function edits(project: Project, draft: string, text: string, counters: () => Promise<Counters>): Promise<void> {
  const spaces = [...text.matchAll(/[a-z] [a-z]/g)].map(({ index }) => index + 1);
  const from = await counters();
  const samples: number[] = [];
  for (let n = 0; n < EDITS; n++) {
    const at = spaces[Math.floor((n * spaces.length) / EDITS)] ?? 0;
    const edited = `${text.slice(0, at)} truly${text.slice(at)}`;
    const [, took] = await timed(async () => {
      await project.ahead(draft, edited, settings);
      project.check(draft, edited, settings);
    });
    samples.push(took);
  }
  const after = await counters();
  const { p50, p95 } = timesOf(samples);
  say(
    `  an edit: p50 ${shown(p50)} ms, p95 ${shown(p95)} ms, ${shown((after.requests - from.requests) / EDITS)} requests, ${shown((after.sent - from.sent) / EDITS / 1000)} kB back`,
  );
}

const [sources, ...drafts] = process.argv.slice(2);
if (sources === '--serve') await serve();
else if (sources === '--agreement') await agreement();
else if (sources === undefined || drafts.length === 0) process.stderr.write('Usage: search-server.ts SOURCES DRAFT… | --agreement\n');
else await measure(resolve(sources), drafts);
