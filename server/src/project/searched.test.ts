/** Drafts checked by way of a search server say what they say without one, whatever becomes of the server. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Fault, SearchServer } from '../../../test/support/search-server.ts';
import { accessTo } from '../../../test/support/searched.ts';
import type { DraftReport } from '../checker.ts';
import { createMemoryIndex } from '../index/memory.ts';
import type { EvidenceReader } from '../index/types.ts';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

const SOURCE = `The ferry Aurora sank in 1998 near the harbour wall, and 14 people drowned.

The harbour master, Jo Berg, closed the harbour on 3 May 1998.

“We were told to wait until the storm was over,” said Jo Berg.

The owners paid £120,000 to the families in 2001.
`;
const DRAFT = `# The ferry

The ferry Aurora sank in 2003 near the harbour wall.

The harbour master closed the harbour on 3 May 1998 ([source](sources/a.txt)), and the owners paid £120,000 to the families.

Jo Berg said: “We were told to wait until the storm was past.”

The mayor resigned after the inquiry.
`;
const settings = { rules: {}, citationStyle: 'auto', paragraphCitations: false } as const;

/** Numbers from 0 up to 1 that look like chance and are always the same. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

let folder: string;
let server: SearchServer;
let url: string;
const told: string[] = [];
const at = (...parts: readonly string[]) => join(folder, ...parts);
const open = (more: { readonly serveOld?: boolean } = {}) =>
  openProject({ roots: [at('sources')], server: accessTo(url), onTrouble: (message) => told.push(message), ...more });
/** All that a report says, but for ids of passages, which tell how a corpus came about. */
const said = ({ judgements, findings }: DraftReport): readonly string[] => [
  ...judgements.map(({ verdict, confidence, evidence }) =>
    JSON.stringify([verdict, confidence, evidence.map(({ quote, stance, score }) => [quote, stance, score])]),
  ),
  ...findings.map(({ rule, message, fixes }) => JSON.stringify([rule, message, fixes])),
];
/** What a check finds, once the server has been asked all there is to ask. */
async function found(project: Project, text = DRAFT): Promise<readonly string[]> {
  await project.ahead(at('draft.md'), text, settings);
  return said(project.check(at('draft.md'), text, settings));
}
const plainly = async (text = DRAFT): Promise<readonly string[]> => {
  const project = await openProject({ roots: [at('sources')] });
  return said(project.check(at('draft.md'), text, settings));
};
const searches = (): number => server.asked.filter(({ path }) => path === '/_msearch').length;

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'corroborate-searched-')));
  mkdirSync(at('sources'));
  writeFileSync(at('sources', 'a.txt'), SOURCE);
  writeFileSync(at('sources', 'b.txt'), 'The mayor opened the new harbour wall in 2004.\n');
  server = await new SearchServer({}).start();
  url = server.url;
  told.length = 0;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the same draft has the same report, and a second check asks nothing', async () => {
  const project = await open();
  expect(project.searchServer).toContain('it answers, and holds these sources');
  const report = await found(project);
  expect(report).toEqual(await plainly());
  expect(report.join('\n')).toMatch(/contradicted-claim[\s\S]*misquote/);
  const asked = searches();
  expect(await found(project)).toEqual(report);
  expect(searches()).toBe(asked);
  // A changed sentence asks for itself alone.
  const changed = DRAFT.replace('2003', '2004');
  expect(await found(project, changed)).toEqual(await plainly(changed));
  expect(searches()).toBeGreaterThan(asked);
  expect(told).toEqual([]);
});

test('what the server says is what is used: the own index is not searched at all', async () => {
  const project = await open();
  const own = vi.spyOn(Object.getPrototypeOf(createMemoryIndex()) as EvidenceReader, 'search');
  await found(project);
  expect(own).not.toHaveBeenCalled();
  expect(searches()).toBeGreaterThan(2);
});

test('sources that change are brought to the server, and found there', async () => {
  const project = await open();
  await found(project);
  writeFileSync(at('sources', 'a.txt'), SOURCE.replace('1998 near', '2003 near'));
  expect(await project.refresh()).toBe(true);
  await vi.waitFor(() => expect(project.searchServer).toContain('it answers'), { timeout: 10_000 });
  const asked = searches();
  expect(await found(project)).toEqual(await plainly());
  expect(searches()).toBeGreaterThan(asked);
  expect(told).toEqual([]);
});

test('after any course of edits of draft and sources the report is that of a fresh start without a server', async () => {
  const project = await open();
  const next = chance(11);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  let [text, source] = [DRAFT, SOURCE];
  for (let n = 0; n < 24; n++) {
    const figure = `${1990 + Math.floor(next() * 20)}`;
    if (next() < 0.6) text = text.replace(pick(text.match(/\w+/g) ?? ['ferry']), pick(['storm', figure, 'Jo Berg', 'harbour', 'not']));
    else {
      source = source.replace(pick(source.match(/\w+/g) ?? ['ferry']), pick(['storm', figure, 'mayor']));
      writeFileSync(at('sources', pick(['a.txt', 'b.txt', 'c.txt'])), source);
      await project.refresh();
      if (next() < 0.5) await vi.waitFor(() => expect(project.searchServer).not.toContain('being asked'), { timeout: 10_000 });
    }
    expect(await found(project, text)).toEqual(await plainly(text));
  }
  expect(told).toEqual([]);
});

test('a server that is away at the start is told of; the own index answers, and the server is tried again later', async () => {
  const { port } = server;
  await server.stop();
  const project = await open({ serveOld: true });
  expect(await found(project)).toEqual(await plainly());
  await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 20_000, interval: 50 });
  expect(told[0]).toMatch(
    /^the search server is not used, because http:\/\/localhost:\d+ does not answer .* The index on this machine answers instead/,
  );
  expect(project.searchServer).toContain('not used, because');
  server = await new SearchServer({ port }).start();
  await found(project);
  expect(searches()).toBe(0);
  const later = Date.now() + 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await found(project);
  await vi.waitFor(() => expect(project.searchServer).toContain('it answers'), { timeout: 10_000 });
  const text = `${DRAFT}\nThe mayor opened the harbour wall.\n`;
  expect(await found(project, text)).toEqual(await plainly(text));
  expect(searches()).toBeGreaterThan(2);
});

test.each([
  ['that goes away', () => 'hang up'],
  ['that falls silent', () => 'silence'],
  ['whose password is no longer right', () => ({ status: 401, body: {} })],
  ['that has too much to do', () => ({ status: 429, headers: { 'retry-after': '60' } })],
  ['that answers nonsense', () => ({ status: 200, body: { responses: [] } })],
] satisfies readonly (readonly [string, () => ReturnType<Fault>])[])(
  'a server %s in the middle of a check costs no finding',
  async (_name, fault) => {
    const project = await open();
    const before = searches();
    server.fault = ({ path }) => (path === '/_msearch' && searches() > before + 2 ? fault() : null);
    expect(await found(project)).toEqual(await plainly());
    expect(told).toHaveLength(1);
    expect(project.searchServer).toContain('not used, because');
    expect(await found(project, `${DRAFT}\nThe ferry was blue.\n`)).toEqual(await plainly(`${DRAFT}\nThe ferry was blue.\n`));
    expect(told).toHaveLength(1);
  },
);

test('an index that is deleted, or filled with other sources, under us is not used', async () => {
  const project = await open();
  server.indexes.delete('test-passages');
  expect(await found(project)).toEqual(await plainly());
  expect(told).toEqual([expect.stringContaining('has no such index any more')]);
  const other = await open();
  writeFileSync(at('sources', 'b.txt'), 'The mayor closed the harbour wall in 2005.\n');
  await openProject({ roots: [at('sources')], server: accessTo(url) });
  const text = `${DRAFT}\nThe mayor opened the harbour wall.\n`;
  await found(other, text);
  expect(told.at(-1)).toMatch(/changed by somebody else|passages of other sources/);
  // It is not taken back from whoever has it now.
  const written = server.written;
  const later = Date.now() + 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await found(other, text);
  await vi.waitFor(() => expect(other.searchServer).toContain('holds other sources than this machine'), { timeout: 10_000 });
  expect(server.written).toBe(written);
});

test('questions that nobody wants answered any more are given up', async () => {
  const project = await open();
  const before = searches();
  await project.ahead(at('draft.md'), DRAFT, settings, () => false);
  expect(searches()).toBeLessThan(before + 4);
});
