/** A real session with the built server: a process on pipes, a workspace in a temporary folder, and drafts as annotated text. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type ServerStatus, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';

const SERVER = path.resolve('dist/main.cjs');

export interface SessionOptions {
  /** Files of the workspace by path; `null` makes no file. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Workspace folders, relative to the temporary folder; the folder itself where none is named. */
  readonly folders?: readonly string[];
  /** Whether the client pulls diagnostics (as VS Code does) or is pushed to (as others are). */
  readonly pull?: boolean;
  /** Whether the client shows work in progress, and cancels the first of it as soon as it begins. */
  readonly progress?: 'shown' | 'cancelled';
  /** Answer to workspace/configuration; without it the client has no configuration. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What Node is started with. */
  readonly flags?: readonly string[];
  /** Whether a client that pulls can be asked to pull again, as VS Code can. */
  readonly refresh?: boolean;
  /** What the client sends of its own accord. */
  readonly initializationOptions?: unknown;
  /** A folder that another session has made and will remove; its files are left as they are. */
  readonly shared?: string;
}

export class Session {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly child: ChildProcess;
  /** What was pushed last, by URI, and how often. */
  readonly pushed = new Map<string, PublishDiagnosticsParams>();
  readonly pushes: PublishDiagnosticsParams[] = [];
  readonly registrations: RegistrationParams['registrations'] = [];
  readonly messages: string[] = [];
  /** How often the server asked to be pulled from again. */
  refreshes = 0;
  /** Kinds of progress notifications, in order. */
  readonly progress: string[] = [];
  readonly stderr: string[] = [];
  readonly #waiting = new Set<() => void>();
  /** The text that each draft was opened with. */
  readonly #opened = new Map<string, { readonly text: string }>();
  #version = 1;

  private constructor(folder: string, child: ChildProcess, connection: ProtocolConnection) {
    this.folder = folder;
    this.child = child;
    this.connection = connection;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.pushed.set(params.uri, params);
      this.pushes.push(params);
      this.#wake();
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      this.#wake();
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
      this.#wake();
    });
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#wake();
      return null;
    });
    connection.onUnhandledNotification(() => this.#wake());
    child.stderr?.on('data', (data) => this.stderr.push(String(data)));
  }

  static async start({
    files,
    folders = ['.'],
    pull = false,
    progress,
    settings,
    initializationOptions,
    shared,
    refresh = true,
    flags = [],
  }: SessionOptions): Promise<Session> {
    const folder = shared ?? fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-lsp-')));
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
    const child = spawn(process.execPath, [...flags, SERVER, 'lsp', '--stdio'], { stdio: 'pipe', cwd: folder });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const session = new Session(folder, child, connection);
    if (settings !== undefined)
      connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => settings));
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification('$/progress', ({ token, value }: { token: string; value: { kind: string } }) => {
      session.progress.push(value.kind);
      if (progress === 'cancelled' && value.kind === 'begin' && session.progress.length === 1)
        void connection.sendNotification('window/workDoneProgress/cancel', { token });
      session.#wake();
    });
    connection.listen();
    await connection.sendRequest(
      InitializeRequest.type,
      session.#initializeParams(folders, pull, settings !== undefined, progress !== undefined, initializationOptions, refresh),
    );
    await connection.sendNotification(InitializedNotification.type, {});
    return session;
  }

  #initializeParams(
    folders: readonly string[],
    pull: boolean,
    configuration: boolean,
    workDoneProgress: boolean,
    initializationOptions: unknown,
    refreshSupport: boolean,
  ): InitializeParams {
    return {
      processId: process.pid,
      rootUri: null,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      workspaceFolders: folders.map((name) => ({ name, uri: this.uri(name) })),
      capabilities: {
        window: { workDoneProgress },
        workspace: {
          configuration,
          workspaceFolders: true,
          fileOperations: { didRename: true },
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          diagnostics: { refreshSupport },
        },
        textDocument: {
          publishDiagnostics: { relatedInformation: true },
          ...(pull ? { diagnostic: { relatedDocumentSupport: false } } : {}),
        },
      },
    };
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  uri(name: string): string {
    return URI.file(path.join(this.folder, name)).toString();
  }

  /** Opens a draft under a name, with its own text or the one on disk. */
  async open(name: string, text = fs.readFileSync(this.path(name), 'utf8')): Promise<void> {
    const textDocument = { uri: this.uri(name), languageId: 'markdown', version: this.#version, text };
    this.#opened.set(textDocument.uri, { text });
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(name: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    this.#version++;
    const textDocument = { uri: this.uri(name), version: this.#version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  get version(): number {
    return this.#version;
  }

  /** Waits until `condition` holds; it is looked at again whenever the server says something. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const end = Date.now() + 20_000;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`the server never came to this: ${what}\n${this.stderr.join('')}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, 200);
        this.#waiting.add(wake);
      });
    }
  }

  /** The diagnostics that are pushed for the draft's present version, once all of it is checked. */
  async diagnostics(name: string, version = this.#version): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    await this.until(`diagnostics for version ${version} of ${name}`, () => this.pushed.get(uri)?.version === version);
    for (;;) {
      const { drafts } = await this.connection.sendRequest<ServerStatus>(STATUS_REQUEST);
      const draft = drafts.find((one) => one.uri === uri);
      if (draft === undefined || (draft.state === 'checked' ? draft.version >= version : draft.state !== 'waiting')) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.pushed.get(uri)?.diagnostics ?? [];
  }

  /** All there is to tell of the draft: what the server tells before its time is asked for again, as an editor does. */
  async pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    for (;;) {
      const { refreshes } = this;
      const report = await this.pullOnce(name, previousResultId);
      if (!report.resultId?.includes('~')) return report;
      await this.until('the word to pull again', () => this.refreshes > refreshes);
    }
  }

  /** What is known of the draft at once. */
  pullOnce(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri(name) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** What the light bulb offers for the findings on the line of the first `words`. */
  async actions(name: string, words: string): Promise<readonly CodeAction[]> {
    const { text } = this.#opened.get(this.uri(name)) ?? { text: '' };
    const start = placeOf(text, words);
    const found = (await this.diagnostics(name)).filter(({ range }) => range.start.line === start.line);
    const params = { textDocument: { uri: this.uri(name) }, range: { start, end: start }, context: { diagnostics: found } };
    return ((await this.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  /** Takes an action that is a command. */
  async take(action: CodeAction | undefined): Promise<void> {
    if (action?.command === undefined) throw new Error('there is no such action');
    const { command, arguments: args = [] } = action.command;
    await this.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
  }

  /** Tells the server, as a watching client does, that files were changed on disk. */
  async filesChanged(...names: readonly string[]): Promise<void> {
    const changes = names.map((name): FileEvent => ({ uri: this.uri(name), type: FileChangeType.Changed }));
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** Writes a file of the workspace; the server is told. */
  async write(name: string, text: string): Promise<void> {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), text);
    await this.filesChanged(name);
  }

  /** Ends the session as a client should and gives the server's exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const exit = this.exited();
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification('exit');
    const code = await exit;
    this.connection.dispose();
    fs.rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  exited(): Promise<number | null> {
    return new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}

const SEVERITY = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/**
 * The draft with the diagnostics written under its lines: `^^^^ error contradicted-claim`. Comparing it with what a test
 * expects shows misses and false alarms in one go. A range that runs on is marked to the end of its first line.
 */
export function annotated(text: string, diagnostics: readonly Diagnostic[]): string {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character ||
      String(a.code).localeCompare(String(b.code)),
  );
  return text
    .split('\n')
    .flatMap((content, line) => [
      content,
      ...sorted
        .filter(({ range }) => range.start.line === line)
        .map(({ range, severity, code }) => {
          const end = range.end.line === line ? range.end.character : content.length;
          return `${' '.repeat(range.start.character)}${'^'.repeat(Math.max(1, end - range.start.character))} ${SEVERITY[severity ?? 1]} ${code}`;
        }),
    ])
    .join('\n');
}

/** Takes the annotations out again: what remains is the draft. */
export function plain(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^ *\^+ (?:error|warning|information) [a-z-]+$/.test(line))
    .join('\n');
}

/** The place of the first `words` in a text, `within` characters further. */
export function placeOf(text: string, words: string, within = 0): Position {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`the text has no “${words}”`);
  const before = text.slice(0, at + within).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
