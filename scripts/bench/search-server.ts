/**
 * What a search server costs: `node scripts/run.mjs scripts/bench/search-server.ts SOURCES DRAFT…` brings the sources to it,
 * checks the drafts with it and without, types in them, and says how much travelled and whether both found the same. The
 * server is the one that CORROBORATE_TEST_OPENSEARCH names, else that of the tests in a process of its own: then the times
 * of the server mean nothing, and what is sent, asked and found does.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openProject, type Project } from '../../server/src/project/project.ts';
import { SearchServer } from '../../test/support/search-server.ts';
import { accessTo } from '../../test/support/searched.ts';
import { shown, timed, timesOf } from './figures.ts';

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

async function measure(sources: string, drafts: readonly string[]): Promise<void> {
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
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const travelled = (before: Counters, after: Counters): string =>
    `${after.requests - before.requests} requests, ${shown((after.received - before.received) / 1e6)} MB there, ${shown((after.sent - before.sent) / 1e6)} MB back`;

  say(named === '' ? 'server of the tests (its own times mean nothing)' : `server ${url}`);
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
  for (const draft of drafts) {
    const text = readFileSync(draft, 'utf8');
    const from = await counters();
    const [, asking] = await timed(() => searched.ahead(resolve(draft), text, settings));
    const [ours, here] = await timed(() => own.check(resolve(draft), text, settings));
    const theirs = searched.check(resolve(draft), text, settings);
    const same = JSON.stringify(ours) === JSON.stringify(theirs);
    say(
      `${draft}: ${ours.judgements.length} sentences, ${same ? 'the same report' : 'ANOTHER REPORT'}; asked ahead in ${shown(asking)} ms, without a server ${shown(here)} ms: ${travelled(from, await counters())}`,
    );
    await edits(searched, resolve(draft), text, say, counters);
  }
  child?.kill();
}

/** A sentence is changed at many places, one after the other. */
async function edits(
  project: Project,
  draft: string,
  text: string,
  say: (line: string) => void,
  counters: () => Promise<Counters>,
): Promise<void> {
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
else if (sources === undefined || drafts.length === 0) process.stderr.write('Usage: search-server.ts SOURCES DRAFT…\n');
else await measure(resolve(sources), drafts);
