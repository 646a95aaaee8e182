/** The editor and a search server: findings are the same with it, without it, and when it goes away. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ServerStatus, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';
import { SearchServer } from '../support/search-server.ts';
import { ANNOTATED, FILES } from './fixture.ts';
import { annotated, plain, Session } from './session.ts';

const DRAFT = plain(ANNOTATED);
const NAME = 'drafts/bridge.md';

let session: Session;
let server: SearchServer;
beforeEach(async () => {
  server = await new SearchServer({}).start();
});
afterEach(async () => {
  await session.stop();
  await server.stop();
});

const files = () => ({
  ...FILES,
  'corroborate.json': JSON.stringify({ reading: { index: { kind: 'opensearch', url: server.url, prefix: 'bridge' } } }),
});
const searches = (): number => server.asked.filter(({ path }) => path === '/_msearch').length;
const standing = async (): Promise<string | null> =>
  (await session.connection.sendRequest<ServerStatus>(STATUS_REQUEST)).corpora[0]?.searchServer ?? null;
const findings = async (): Promise<string> => annotated(DRAFT, await session.diagnostics(NAME));

test('a server that the person’s own setting allows is asked, while typing too; when it goes away that is told once', async () => {
  session = await Session.start({ files: files(), settings: { searchHosts: ['localhost'] } });
  await session.open(NAME, DRAFT);
  // Nobody waits for the server at first.
  expect(await findings()).toBe(ANNOTATED);
  await vi.waitFor(() => expect([...server.indexes.keys()].sort()).toEqual(['bridge-passages', 'bridge-state']), { timeout: 20_000 });
  await vi.waitFor(() => expect(server.indexes.get('bridge-passages')?.found().next().done).toBe(false), { timeout: 20_000 });
  let coats = 0;
  await vi.waitFor(
    async () => {
      const before = searches();
      await session.change(NAME, { text: `${DRAFT}\nThe bridge was painted ${++coats} times.\n` });
      await session.diagnostics(NAME);
      expect(searches(), (await standing()) ?? 'no server').toBeGreaterThan(before + 1);
    },
    { timeout: 20_000, interval: 100 },
  );
  await session.change(NAME, { text: DRAFT });
  expect(await findings()).toBe(ANNOTATED);
  expect(await standing()).toContain('it answers, and holds these sources');
  await server.stop();
  for (const colour of ['red', 'green', 'blue']) {
    await session.change(NAME, { text: `${DRAFT}\nThe bridge was painted ${colour} by the council.\n` });
    await session.diagnostics(NAME);
  }
  await session.change(NAME, { text: DRAFT });
  expect(await findings()).toBe(ANNOTATED);
  expect(session.messages.filter((message) => message.includes('the search server is not used'))).toHaveLength(1);
  expect(await standing()).toContain('not used, because');
  server = await new SearchServer({}).start();
});

test.each([
  [
    'that is not trusted',
    { initializationOptions: { trusted: false }, settings: { searchHosts: ['localhost'] } },
    'a folder that you do not trust may not choose',
  ],
  ['that names a server nobody allowed', { settings: { searchHosts: ['search.example.org'] } }, 'you have not allowed localhost:'],
])('a folder %s gets no word to its server', async (_name, options, message) => {
  session = await Session.start({ files: files(), ...options });
  await session.open(NAME, DRAFT);
  expect(await findings()).toBe(ANNOTATED);
  expect(session.messages.filter((told) => told.includes('the search server is not asked'))).toEqual([expect.stringContaining(message)]);
  expect([server.asked, server.connections]).toEqual([[], 0]);
});
