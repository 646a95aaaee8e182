/** The process that writes a large corpus's index is ended at some moment of its work: what is found then is the last good index. */
import { fork } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../../server/src/config.ts';
import { openStore } from '../../server/src/store/open-store.ts';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const at = (...parts: readonly string[]) => path.join(folder, ...parts);
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-killed-')));
  fs.mkdirSync(at('sources'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs the writer; ends it (SIGKILL) when it tells of its progress for the `killAt`-th time. Gives its exit code, null where it was ended. */
function write(killAt: number | null): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = fork(path.resolve('dist/indexer.cjs'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let told = 0;
    child.on('message', (message: { readonly kind: string }) => {
      if (message.kind === 'progress' && ++told === killAt) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
    child.send({ folder: at('index'), roots: [at('sources')], limits: DEFAULT_CONFIG.reading, program: 'test', segmentSize: 10 });
  });
}

function passages(): readonly string[] | null {
  const store = openStore(at('index'), 'test', 1 << 20);
  if (store === null) return null;
  for (const segment of store.segments) segment.verify();
  const found = [...store.corpus.allPassages()].map(({ text }) => text);
  store.close();
  return found;
}

test('a writer that is killed leaves the index that was there, and the next one goes on', async () => {
  const say = (round: number) => {
    for (let n = 0; n < 20; n++)
      fs.writeFileSync(at('sources', `${String(n).padStart(2, '0')}.txt`), `The ferry ${n} sank in round ${round}.`);
    return Array.from({ length: 20 }, (_, n) => `The ferry ${n} sank in round ${round}.`);
  };
  say(0);
  expect(await write(5)).toBeNull();
  expect(passages()).toBeNull();
  let expected = say(1);
  expect(await write(null)).toBe(0);
  expect(passages()).toEqual(expected);
  for (const [round, moment] of [1, 15, 25, 39].entries()) {
    const next = say(round + 2);
    expect(await write(moment)).toBeNull();
    expect(passages()).toEqual(expected);
    expect(await write(null)).toBe(0);
    expect(passages()).toEqual(next);
    expect(fs.readdirSync(at('index')).filter((name) => /writing|writer/.test(name))).toEqual([]);
    expected = next;
  }
});
