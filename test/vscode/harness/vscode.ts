/** Starts code-server on a free loopback port with a profile of its own, and a headless browser that shows its workbench. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { CodeServer } from './setup.ts';

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Nothing but our own server is to be asked for anything.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A VS Code that asks nothing and nobody. */
const USER_SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** A throw-away home for one run: settings, extensions, browser data and temporary files all lie below it. */
export class Profile {
  readonly folder: string;

  constructor(settings: Readonly<Record<string, unknown>> = {}) {
    this.folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-vscode-')));
    const user = this.path('data/User');
    fs.mkdirSync(user, { recursive: true });
    fs.mkdirSync(this.path('tmp'));
    fs.writeFileSync(this.path('config.yaml'), 'auth: none\n');
    fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...USER_SETTINGS, ...settings }));
  }

  path(...parts: readonly string[]): string {
    return path.join(this.folder, ...parts);
  }

  get args(): readonly string[] {
    return ['--config', this.path('config.yaml'), '--user-data-dir', this.path('data'), '--extensions-dir', this.path('extensions')];
  }

  env(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      // No marketplace: an empty address stops the requests.
      EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
      HOME: this.folder,
      XDG_CONFIG_HOME: this.path('.config'),
      XDG_DATA_HOME: this.path('.local'),
      XDG_CACHE_HOME: this.path('.cache'),
      XDG_RUNTIME_DIR: this.path('tmp'),
      TMPDIR: this.path('tmp'),
      ...extra,
    };
    // A terminal inside VS Code hands these on, and they would steer the VS Code under test.
    for (const key of Object.keys(env)) if (/^(?:VSCODE_|CODE_SERVER_|PORT$|PASSWORD$|ELECTRON_)/.test(key)) delete env[key];
    return env;
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Installs a packed extension. What code-server says is shown only where it fails. */
export function installExtension({ node, entry }: CodeServer, profile: Profile, vsix: string): void {
  const args = [entry, ...profile.args, '--install-extension', path.resolve(vsix)];
  const { status, stdout, stderr } = spawnSync(node, args, { env: profile.env(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`the extension was not installed:\n${stdout}\n${stderr}`);
}

export interface RunningServer {
  readonly url: string;
  /** The address of a path on the server, as the workbench wants it. */
  remote(file: string): string;
  log(): string;
  stop(): Promise<void>;
}

export async function startServer(
  { node, entry }: CodeServer,
  profile: Profile,
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const flags = [
    '--bind-addr=127.0.0.1:0',
    '--auth=none',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    '--disable-proxy',
    '--ignore-last-opened',
    '--idle-timeout-seconds=120',
    // Without the driver the workbench ignores what it is told to test, and nothing ever starts.
    '--vscode-option=enable-smoke-test-driver',
  ];
  const child = spawn(node, [entry, ...profile.args, ...flags], {
    cwd: profile.folder,
    env: profile.env(extraEnv),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let log = '';
  const stop = () => endGroup(child);
  const port = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`code-server did not start in a minute:\n${log}`)), 60_000);
    const listen = (data: Buffer) => {
      log += data.toString();
      const found = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(log)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`code-server ended with ${code}:\n${log}`)));
    child.once('error', reject);
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: `http://127.0.0.1:${port}`, remote: (file) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`, log: () => log, stop };
}

/** Ends the process group that was started here, first asking, then not. */
async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      process.kill(-pid, name);
      return true;
    } catch {
      return false;
    }
  };
  if (!signal('SIGTERM')) return;
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    if (!signal(0)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  signal('SIGKILL');
}

export interface Browser {
  readonly page: Page;
  readonly context: BrowserContext;
}

export async function startBrowser(
  { chromium: executablePath }: CodeServer,
  profile: Profile,
  viewport = { width: 1280, height: 800 },
): Promise<Browser> {
  const context = await chromium.launchPersistentContext(profile.path('browser'), {
    executablePath,
    headless: true,
    args: CHROMIUM_ARGS,
    viewport,
    env: { ...process.env, HOME: profile.folder } as Record<string, string>,
  });
  // Else the workbench asks before every copy and paste, and nobody is there to answer.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route(
    ({ hostname, protocol }) => hostname !== '127.0.0.1' && /^https?:$/.test(protocol),
    (route) => route.abort(),
  );
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Opens the workbench on a folder. A page that does not load is told as such, for later it would look like a time-out. */
export async function openWorkbench(server: RunningServer, page: Page, query: Readonly<Record<string, string>>): Promise<void> {
  const response = await page.goto(`${server.url}/?${new URLSearchParams(query)}`);
  if (response === null || !response.ok()) throw new Error(`the workbench answered ${response?.status()}:\n${server.log().slice(-4000)}`);
}
