/** Starts, restarts and stops the language server that is bundled with the extension. */
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, State, TransportKind } from 'vscode-languageclient/node';
import { type ServerStatus, STATUS_NOTIFICATION, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';
import { renaming } from './citing/references.ts';
import type { ServerState } from './wording.ts';

export class Server implements vscode.Disposable {
  readonly #module: string;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly output = vscode.window.createOutputChannel('Corroborate', { log: true });
  #client: LanguageClient | null = null;
  #state: ServerState = 'starting';
  #status: ServerStatus | null = null;

  /** `module`: path of the bundled server. */
  constructor(module: string) {
    this.#module = module;
  }

  /** The state of the server, or what it told, has changed. */
  get onChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get state(): ServerState {
    return this.#state;
  }

  get status(): ServerStatus | null {
    return this.#status;
  }

  async start(): Promise<void> {
    const client = new LanguageClient('corroborate', 'Corroborate', this.#serverOptions(), this.#clientOptions());
    this.#client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      this.#state = newState === State.Running ? 'running' : newState === State.Stopped ? 'stopped' : 'starting';
      if (this.#state !== 'running') this.#status = null;
      this.#changed.fire();
    });
    client.onNotification(STATUS_NOTIFICATION, (status: ServerStatus) => this.#take(status));
    try {
      await client.start();
      this.#take(await client.sendRequest<ServerStatus>(STATUS_REQUEST));
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      this.#state = 'stopped';
      this.#changed.fire();
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    // A server that crashed or hangs must not keep the person from a new one.
    await client?.stop(STOP_TIMEOUT).catch((error: unknown) => this.output.warn(String(error)));
    await client?.dispose().catch(() => {});
  }

  /** Answers null, and says so, where the server does not run. */
  async request<Result>(method: string, params: unknown): Promise<Result | null> {
    if (this.#client === null || this.#state !== 'running') {
      void vscode.window.showWarningMessage('Corroborate is not running. “Corroborate: Restart Server” starts it again.');
      return null;
    }
    return this.#client.sendRequest<Result>(method, params);
  }

  /** The same for what is shown of itself: where the server does not run or fails, there is nothing to show, and nothing to say. */
  async ask<Result>(method: string, params: unknown): Promise<Result | null> {
    if (this.#client === null || this.#state !== 'running') return null;
    return this.#client.sendRequest<Result>(method, params).catch(() => null);
  }

  /** Tells what needs no answer; a server that does not run need not know. */
  tell(method: string, params: unknown): void {
    if (this.#state === 'running') void this.#client?.sendNotification(method, params).catch(() => {});
  }

  dispose(): void {
    void this.stop();
    this.#changed.dispose();
    this.output.dispose();
  }

  #take(status: ServerStatus): void {
    this.#status = status;
    this.#changed.fire();
  }

  #serverOptions(): ServerOptions {
    const run = { module: this.#module, args: ['lsp'], transport: TransportKind.stdio };
    // Each window has a server of its own: the first and the last of these keep it a little smaller at no cost, with the second it
    // gives memory back in pauses. (V8's --optimize-for-size would save as much, but doubles the time of a keystroke.)
    return {
      run: { ...run, options: { execArgv: ['--max-semi-space-size=2', '--expose-gc', '--v8-pool-size=1'] } },
      debug: { ...run, options: { execArgv: ['--nolazy', '--enable-source-maps'] } },
    };
  }

  #clientOptions(): LanguageClientOptions {
    const onType = vscode.workspace.getConfiguration('corroborate').get('run') !== 'onSave';
    return {
      documentSelector: [
        { language: 'markdown', scheme: 'file' },
        { language: 'markdown', scheme: 'untitled' },
      ],
      outputChannel: this.output,
      // The editor puts the findings’ own messages above a hover; and nothing in a folder that nobody trusts may lead out of it.
      initializationOptions: { findingsInHover: true, trusted: vscode.workspace.isTrusted },
      diagnosticPullOptions: { onChange: onType, onSave: true },
      // What sources say is untrusted: no commands and no HTML in what the server shows.
      markdown: { isTrusted: false, supportHtml: false },
      middleware: renaming,
    };
  }
}

/** Milliseconds. */
const STOP_TIMEOUT = 3000;
