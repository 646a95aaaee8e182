/**
 * Which part of the program may know which: the arrows of docs/architecture.md. test/architecture runs these rules over
 * the source, and over a tree of wrong arrows that each of them must find.
 */

/** Folders without IO, and what each may import beside itself. */
const PURE = {
  text: [],
  index: ['text'],
  corpus: ['text', 'index'],
  draft: ['text'],
  verify: ['text', 'index', 'corpus', 'draft'],
  rules: ['text', 'corpus', 'draft', 'verify', 'checker.ts'],
  ignores: ['text', 'draft', 'rules', 'checker.ts'],
  bibliography: ['text', 'corpus', 'draft', 'verify'],
  report: ['text', 'corpus', 'draft', 'verify', 'rules', 'checker.ts'],
};
const PURE_PATH = `^server/src/(${Object.keys(PURE).join('|')}|checker\\.ts)`;
/** Reading files is the business of the loaders; the rest of `corpus` is pure. */
const LOADERS = '^server/src/corpus/load/';
const TEST = '\\.(test|contract)\\.ts$|/testing/';

/** Resolved (`node_modules/…`, with folders before it or not) and unresolved (`name`) alike. */
const packageNamed = (name) => `(^|(^|/)node_modules/)${name}(/|$)`;

const arrows = Object.entries(PURE).map(([folder, allowed]) => ({
  name: `${folder}-knows-too-much`,
  comment: `server/src/${folder} may import itself${allowed.length > 0 ? ` and ${allowed.join(', ')}` : ''}, nothing else of the project.`,
  severity: 'error',
  from: { path: `^server/src/${folder}/`, pathNot: [LOADERS, TEST] },
  to: { path: '^(server/src|client|scripts|test)/', pathNot: `^server/src/(${[folder, ...allowed].join('|')})(/|$)` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'pure-does-io',
      comment: 'Language analysis, drafts, verdicts and rules are functions of values: they read and write nothing.',
      severity: 'error',
      from: { path: PURE_PATH, pathNot: [LOADERS, TEST] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-uses-loader',
      comment: 'What reads files hands values to the engine; the engine never asks for a file.',
      severity: 'error',
      from: { path: PURE_PATH, pathNot: [LOADERS, TEST] },
      to: { path: LOADERS },
    },
    {
      name: 'store-knows-too-much',
      comment: 'What keeps a corpus on disk knows the corpus and its index; how it is used is the business of `project`.',
      severity: 'error',
      from: { path: '^server/src/store/', pathNot: TEST },
      to: { path: '^(server/src|client|scripts|test)/', pathNot: '^server/src/(store|text|index|corpus)/|^server/src/config\\.ts$' },
    },
    {
      name: 'search-knows-too-much',
      comment:
        'What asks a search server knows the corpus and its index; who may ask, and when, is the business of `project` and the faces.',
      severity: 'error',
      from: { path: '^server/src/search/', pathNot: TEST },
      to: { path: '^(server/src|client|scripts|test)/', pathNot: '^server/src/(search|text|index|corpus)/|^server/src/config\\.ts$' },
    },
    {
      name: 'only-search-asks-servers',
      comment: 'The client of search servers is the only way out of this machine, and has one door.',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: ['^server/src/search/', TEST] },
      to: { path: packageNamed('@opensearch-project/opensearch') },
    },
    {
      name: 'only-lsp-speaks-lsp',
      comment: 'The Language Server Protocol and its types live in server/src/lsp (and in the tests of it).',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/lsp/', TEST] },
      to: { path: packageNamed('vscode-(languageserver[^/]*|jsonrpc)') },
    },
    {
      name: 'only-client-knows-vscode',
      comment: 'The editor’s own API is for client/ and for the suites that run inside the editor.',
      severity: 'error',
      from: { path: '^(server|scripts)/' },
      to: { path: `${packageNamed('vscode')}|${packageNamed('vscode-languageclient')}|(^|/)@types/vscode` },
    },
    {
      name: 'client-checks-nothing',
      comment: 'The client starts the server and shows what it says; it may share the names of the protocol, no logic.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/src/', pathNot: '^server/src/lsp/protocol' },
    },
    {
      name: 'faces-are-apart',
      comment: 'Editor and command line do not know each other; what both need lives below them.',
      severity: 'error',
      from: { path: '^server/src/(lsp|cli)/', pathNot: TEST },
      to: { path: '^server/src/(lsp|cli)/', pathNot: '^server/src/$1/' },
    },
    {
      name: 'nothing-below-knows-a-face',
      comment: 'Only main.ts picks a face.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/(lsp|cli)/', '^server/src/main\\.ts$', TEST] },
      to: { path: '^server/src/(lsp|cli)/' },
    },
    {
      name: 'no-circles',
      comment: 'Modules that need each other at run time are one module, or hide a third. Types may point both ways.',
      severity: 'error',
      from: { path: '^(server|client)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'ships-with-the-program',
      comment: 'What the program imports must be among its dependencies, not among the tools for building it.',
      severity: 'error',
      from: { path: '^(server|client)/src/', pathNot: TEST },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: packageNamed('(@types/)?vscode'),
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
  },
};
