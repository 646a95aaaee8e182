/** Runs the suite inside code-server's extension host, driven by a headless browser. */
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { setUpCodeServer } from './setup.ts';
import { openWorkbench, Profile, startBrowser, startServer } from './vscode.ts';

/** What VS Code logs of itself at each start, and nobody reads; its native helpers are not built here, and it does without. */
const NOISE = [
  /^(?:Ignoring fetching additional builtin|Creating a socket|Resolv(?:ing|ed) connection token|Updating additional builtin)/,
  /^\[(?:reconnection-grace-time|AgentHost|AccountPolicyGate|Service Worker)/,
  /spdlog|native-watchdog/,
];

export interface SuiteRun {
  readonly extension: string;
  readonly suite: string;
  readonly workspace: string;
  /** The file that the suite writes its totals to. */
  readonly results: string;
}

/** Seconds. */
const PATIENCE = 180;

/** The exit code that VS Code reports. It is 0 also where the extension host was killed; only the totals prove that anything ran. */
export async function runInCodeServer({ extension, suite, workspace, results }: SuiteRun): Promise<number> {
  const installed = setUpCodeServer();
  const profile = new Profile();
  const server = await startServer(installed, profile, { CORROBORATE_TEST_RESULTS: results });
  try {
    const { page, context } = await startBrowser(installed, profile);
    try {
      const exit = exitCode(page);
      const payload = [
        ['extensionDevelopmentPath', server.remote(path.resolve(extension))],
        ['extensionTestsPath', server.remote(path.resolve(suite))],
        ['skipWelcome', 'true'],
      ];
      await openWorkbench(server, page, { folder: path.resolve(workspace), payload: JSON.stringify(payload) });
      return await exit;
    } catch (error) {
      await page.screenshot({ path: path.resolve('out/vscode-failure.png') }).catch(() => {});
      throw error;
    } finally {
      await context.close().catch(() => {});
    }
  } finally {
    await server.stop();
    profile.remove();
  }
}

function exitCode(page: Page): Promise<number> {
  const exit = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the tests did not end within ${PATIENCE} seconds`)), PATIENCE * 1000);
    const settle = (code: number) => {
      clearTimeout(timer);
      resolve(code);
    };
    page.on('crash', () => reject(new Error('the browser’s page crashed')));
    page.exposeFunction('codeAutomationExit', settle).catch(reject);
    page
      .exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
        if (!NOISE.some((noise) => args.some((arg) => noise.test(String(arg))))) console.log(...args);
      })
      .catch(reject);
  });
  // Whoever waits for it hears of a failure; until then it must not count as unheard.
  exit.catch(() => {});
  return exit;
}
