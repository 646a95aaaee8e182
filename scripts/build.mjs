/**
 * Bundles the product into dist/: `main.cjs` (language server and command line), `client.cjs` (the VS Code face),
 * `indexer.cjs` (the writer of kept indexes) and `loaders.cjs` (readers of dear formats), which run in processes of their
 * own, and `opensearch.cjs`, the client of search servers, which is loaded only where one is asked. `--watch` builds again at each change; `--production` leaves source maps out and makes the code small.
 */
import { existsSync } from 'node:fs';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Packages that offer an ES module are taken as one: only that can be shaken of what is not used.
  mainFields: ['module', 'main'],
  sourcemap: production ? false : 'linked',
  minify: production,
  keepNames: production,
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS has no import.meta; packages that ask for its url get the bundle's own.
  define: { 'import.meta.url': 'bundleUrl' },
};

/** The client of search servers stands beside the bundles that may ask for it. */
const beside = { alias: { '@opensearch-project/opensearch': './opensearch.cjs' }, external: ['./opensearch.cjs'] };

const bundleUrl = "const bundleUrl = require('node:url').pathToFileURL(__filename).href;";

const bundles = [
  {
    ...common,
    entryPoints: ['server/src/main.ts'],
    outfile: 'dist/main.cjs',
    banner: { js: `#!/usr/bin/env node\n${bundleUrl}` },
    ...beside,
  },
  // The client writes a line to standard output when a connection breaks after its answer, which in a language server is the pipe.
  { ...common, entryPoints: ['server/src/search/client.ts'], outfile: 'dist/opensearch.cjs', drop: ['console'] },
  { ...common, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.cjs', banner: { js: bundleUrl }, external: ['vscode'] },
  { ...common, entryPoints: ['server/src/project/indexer.ts'], outfile: 'dist/indexer.cjs', banner: { js: bundleUrl } },
  { ...common, entryPoints: ['server/src/corpus/load/worker.ts'], outfile: 'dist/loaders.cjs', banner: { js: bundleUrl } },
].filter(({ entryPoints: [entry] }) => existsSync(entry));

if (watch) {
  for (const bundle of bundles) await (await context({ ...bundle, logLevel: 'info' })).watch();
} else {
  // The bundler has said what is wrong; its stack trace would only hide it.
  await Promise.all(bundles.map((bundle) => build(bundle))).catch(() => process.exit(1));
}
