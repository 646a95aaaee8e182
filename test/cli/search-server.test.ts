/** The command line and a search server: asked where the person allows it, never because a folder says so, and not missed when it is away. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { CERTIFICATE, SearchServer } from '../support/search-server.ts';
import { root } from './program.ts';

const SOURCE = 'The ferry Aurora sank in 1998 near the harbour wall, and 14 people drowned.\n';
const DRAFT = 'The ferry Aurora sank in 2003 near the harbour wall.\n';
const USER = { name: 'ada', password: 'right' };

let server: SearchServer;
let folder: string;
beforeEach(async () => {
  server = await new SearchServer({ secure: true, user: USER }).start();
});
afterEach(() => server.stop());

const allowed = (): Readonly<Record<string, string>> => ({
  CORROBORATE_SEARCH_HOSTS: `localhost:${server.port}`,
  CORROBORATE_SEARCH_USER: USER.name,
  CORROBORATE_SEARCH_PASSWORD: USER.password,
  CORROBORATE_SEARCH_CA: CERTIFICATE,
});

function review(above = 8): void {
  const index = { kind: 'opensearch', url: server.url, prefix: 'ferry', above };
  folder = folderOf({ 'a.md': DRAFT, 'corroborate.json': JSON.stringify({ reading: { index } }) });
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'sources', 'ferry.txt'), SOURCE);
}

/** The built program, beside which the server of this test goes on answering. */
function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const cache = { CORROBORATE_CACHE: join(folder, 'cache') };
  const child = spawn(process.execPath, [join(root, 'dist', 'main.cjs'), ...args], {
    cwd: folder,
    env: { ...process.env, ...cache, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

test.each([8, 0])('a draft is checked by way of the server that the person allows (own index from %i MB on)', async (above) => {
  review(above);
  const { code, out, err } = await run(['lint'], allowed());
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('contradicted-claim');
  expect(server.asked.filter(({ path }) => path === '/_msearch').length).toBeGreaterThan(2);
  expect([...server.indexes.keys()]).toEqual(['ferry-passages', 'ferry-state']);
  const doctor = await run(['doctor'], allowed());
  expect(doctor.out).toContain(`Index\n  search server ${server.url} (indexes ferry-…): it answers, and holds these sources\n`);
  expect((await run(['explain', 'a.md:1'], allowed())).out).toContain('2003');
});

test('what a folder names is not asked, and not even called, unless the person allows it', async () => {
  review();
  const lint = await run(['lint'], { CORROBORATE_SEARCH_HOSTS: 'elsewhere.example.org' });
  expect(lint.code).toBe(1);
  expect(lint.out).toContain('contradicted-claim');
  expect(lint.err).toContain(`the search server is not asked, because you have not allowed localhost:${server.port} to be asked`);
  expect(lint.err).toContain('The index on this machine answers instead.');
  const doctor = await run(['doctor'], {});
  expect(doctor.out).toContain('Index\n  the program’s own: the search server is not asked, because you have not allowed');
  expect([server.asked, server.connections]).toEqual([[], 0]);
});

test.each([
  ['a wrong password', () => ({ ...allowed(), CORROBORATE_SEARCH_PASSWORD: 'wrong' }), 'does not accept the user and password'],
  [
    'a certificate that nobody vouches for',
    () => ({ ...allowed(), CORROBORATE_SEARCH_CA: '' }),
    'is not trusted (self-signed certificate)',
  ],
])('%s is told of, and the draft is checked all the same', async (_name, env, message) => {
  review();
  const lint = await run(['lint'], env());
  expect(lint.code).toBe(1);
  expect(lint.out).toContain('contradicted-claim');
  expect(lint.err).toContain(message);
  expect(lint.err).not.toContain('wrong password');
  const doctor = await run(['doctor'], env());
  expect(doctor.code).toBe(0);
  expect(doctor.out).toMatch(/Index\n {2}search server https:\/\/localhost:\d+ \(indexes ferry-…\): not used, because /);
});
