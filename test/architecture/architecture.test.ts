/** The invariants of docs/architecture.md, and proof that each check can fail. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { wrongArrows } from './arrows.ts';
import { uses } from './globals.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));

const PURE = [
  'server/src/{text,index,draft,verify,rules,ignores,bibliography,report}/**/*.ts',
  'server/src/checker.ts',
  'server/src/corpus/**/*.ts',
];
const EXCEPT = ['server/src/corpus/load/**', '**/*.{test,contract}.ts', '**/testing/**'];
const WORLD = ['process', 'Buffer', 'require', 'globalThis', 'fetch', 'setTimeout', 'setInterval', 'console'];
const CHANCE = ['Date.now', 'new Date', 'Math.random', 'performance', 'crypto'];

/** `path:line name` for each forbidden name in the files. */
function usesIn(patterns: readonly string[], ignore: readonly string[], names: readonly string[]): readonly string[] {
  const files = globSync([...patterns], { cwd: root, ignore: [...ignore] }).sort();
  expect(files).not.toEqual([]);
  return files.flatMap((file) => uses(readFileSync(join(root, file), 'utf8'), names).map(({ line, name }) => `${file}:${line} ${name}`));
}

describe('imports', () => {
  it('run one way: from the faces to the engine, from the engine to language analysis', async () => {
    expect(await wrongArrows(root, ['server/src', 'client/src', 'scripts'])).toEqual([]);
  }, 30_000);

  it('are refused where they run the wrong way', async () => {
    expect(await wrongArrows(join(here, 'wrong'), ['server/src', 'client/src'])).toMatchInlineSnapshot(`
      [
        "client-checks-nothing: client/src/logic.ts → server/src/verify/verdict.ts",
        "faces-are-apart: server/src/cli/face.ts → server/src/lsp/start.ts",
        "no-circles: server/src/rules/one.ts → server/src/rules/two.ts",
        "nothing-below-knows-a-face: server/src/project/shared.ts → server/src/cli/face.ts",
        "nothing-below-knows-a-face: server/src/verify/verdict.ts → server/src/cli/face.ts",
        "only-client-knows-vscode: server/src/rules/window.ts → ../../../node_modules/@types/vscode/index.d.ts",
        "only-lsp-speaks-lsp: server/src/rules/diagnostic.ts → vscode-languageserver",
        "only-search-asks-servers: server/src/cli/asks.ts → ../../../node_modules/@opensearch-project/opensearch/index.js",
        "pure-does-io: server/src/text/path.ts → path",
        "pure-uses-loader: server/src/verify/loads.ts → server/src/corpus/load/read.ts",
        "search-knows-too-much: server/src/search/checks.ts → server/src/project/shared.ts",
        "ships-with-the-program: server/src/cli/tool.ts → ../../../node_modules/esbuild/lib/main.js",
        "store-knows-too-much: server/src/store/checks.ts → server/src/project/shared.ts",
        "text-knows-too-much: server/src/text/up.ts → server/src/verify/verdict.ts",
        "verify-knows-too-much: server/src/verify/verdict.ts → server/src/cli/face.ts",
      ]
    `);
  }, 30_000);
});

describe('the engine', () => {
  it('reaches for nothing outside its arguments', () => {
    expect(usesIn(PURE, EXCEPT, WORLD)).toEqual([]);
  });

  it('knows no clock and no chance', () => {
    expect(usesIn(PURE, EXCEPT, CHANCE)).toEqual([]);
  });
});

describe('standard output', () => {
  it('belongs to the command line; a stray line on it would break the language server’s pipe', () => {
    const elsewhere = ['server/src/cli/**', '**/*.{test,contract}.ts'];
    expect(usesIn(['server/src/**/*.ts', 'client/src/**/*.ts'], elsewhere, ['process.stdout', 'console'])).toEqual([]);
  });
});

describe('the search for names', () => {
  it('finds free names, members and constructions, and leaves fields of the same name alone', () => {
    const source = `
      const { process } = options;
      const a = job.process;
      const b = { console: 1, env: process.env };
      const c = new Date();
      const d = new Date(0);
      const e = Date.now();
    `;
    expect(uses(source, [...WORLD, ...CHANCE])).toEqual([
      { line: 4, name: 'process' },
      { line: 5, name: 'new Date' },
      { line: 7, name: 'Date.now' },
    ]);
  });
});

describe('modules', () => {
  it('stay short enough to be read in one go', () => {
    const files = globSync(['{server,client}/src/**/*.ts', 'scripts/**/*.{ts,mjs}', 'test/**/*.ts'], { cwd: root });
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });
});
