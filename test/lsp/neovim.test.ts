/**
 * Another editor with the built server: Neovim, headless, with the settings that docs/editors.md gives. Where it is missing
 * and cannot be installed, that is said aloud; CORROBORATE_SKIP_NEOVIM=1 leaves it out.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SOURCE } from './fixture.ts';

const DRAFT = `The bridge closed after inspectors found 19 cracked bolts in its eastern arch ([the inquiry](sources/bridge.txt#L5)).

The mayor resigned because of a love affair with a trapeze artist.
`;
const found = findNeovim();
let folder: string;
let seen: Record<string, unknown> = {};

/** Whether there is a Neovim; on Debian, as root, it is installed where there is none. */
function findNeovim(): boolean {
  if (process.env['CORROBORATE_SKIP_NEOVIM'] === '1') return missing('CORROBORATE_SKIP_NEOVIM=1');
  const there = () => spawnSync('nvim', ['--version']).status === 0;
  if (there()) return true;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return missing('there is no nvim');
  console.error('Installing Neovim with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { env });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'neovim'], { env });
  return there() || missing('apt-get installed no nvim');
}

function missing(why: string): false {
  console.error(`SKIPPED: the language server in Neovim was NOT tested (${why}). Install Neovim 0.7 or newer.`);
  return false;
}

/** The settings that people are told to use, with the built server in the place of an installed one. */
function settings(): string {
  const lua = /```lua\n([\s\S]*?)```/.exec(fs.readFileSync('docs/editors.md', 'utf8'))?.[1] ?? '';
  const command = [process.execPath, path.resolve('dist/main.cjs'), 'lsp'].map((part) => JSON.stringify(part)).join(', ');
  const used = lua.replace("{ 'corroborate', 'lsp' }", `{ ${command} }`);
  expect(used).not.toBe(lua);
  return used;
}

beforeAll(() => {
  if (!found) return;
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-nvim-')));
  const at = (...parts: readonly string[]) => path.join(folder, ...parts);
  fs.mkdirSync(at('sources'));
  fs.writeFileSync(at('sources', 'bridge.txt'), SOURCE);
  fs.writeFileSync(at('draft.md'), DRAFT);
  fs.writeFileSync(at('init.lua'), settings());
  const result = spawnSync(
    'nvim',
    ['--headless', '-n', '-i', 'NONE', '-u', at('init.lua'), 'draft.md', '-c', `luafile ${path.resolve('test/lsp/neovim.lua')}`],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 90_000,
      env: {
        ...process.env,
        HOME: folder,
        XDG_CONFIG_HOME: at('config'),
        XDG_DATA_HOME: at('data'),
        XDG_STATE_HOME: at('state'),
        XDG_CACHE_HOME: at('cache'),
        CORROBORATE_SEEN: at('seen.json'),
      },
    },
  );
  if (!fs.existsSync(at('seen.json'))) throw new Error(`Neovim ended before it had seen anything:\n${result.stderr}`);
  seen = JSON.parse(fs.readFileSync(at('seen.json'), 'utf8')) as Record<string, unknown>;
}, 180_000);

afterAll(() => {
  if (found) fs.rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!found)('Neovim shows findings, hovers, quick fixes and ignores', () => {
  expect(seen['failed']).toBeUndefined();
  expect(seen['diagnostics']).toMatchObject([
    { code: 'contradicted-claim', words: '19', severity: 1 },
    { code: 'unsupported-claim', severity: 2 },
  ]);
  expect(seen['hover']).toContain('The sources contradict this');
  expect(seen['hover']).toContain('17 cracked bolts');
  expect(seen['actions']).toContain('Ignore “unsupported-claim” for this sentence');
  expect(fs.readFileSync(path.join(folder, 'draft.md'), 'utf8')).toContain('inspectors found 17 cracked bolts');
  expect(fs.readFileSync(path.join(folder, 'corroborate-ignores.json'), 'utf8')).toContain('"rule": "unsupported-claim"');
});
