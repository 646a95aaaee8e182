import { defineConfig } from 'vitest/config';

/**
 * Three projects, so that each can be run alone: `unit` needs no build, `lsp` and `cli` start the built program as a
 * process. The suites in a real VS Code have their own runner (`npm run test:vscode`).
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'server/src/**/*.test.ts',
            'client/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/{architecture,unit,support}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'cases',
          include: ['test/cases/**/*.test.ts', 'test/drafts/**/*.test.ts'],
          // The first test of each file loads the language data, which takes long on a machine that is busy.
          testTimeout: 120_000,
        },
      },
      { test: { name: 'lsp', include: ['test/lsp/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000 } },
      { test: { name: 'cli', include: ['test/cli/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 30_000 } },
    ],
  },
});
