/** The language server: answers the protocol's requests from what the checks found, and keeps drafts, sources and settings in step. */
import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type Position,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { CheckStage } from '../checker.ts';
import { commentRemarks } from '../ignores/comments.ts';
import type { Finding } from '../rules/types.ts';
import { clearIndexes } from '../store/cache-folder.ts';
import { codeActions, FIX_ALL } from './actions.ts';
import { type CheckedDraft, type CheckOutcome, Checks } from './checks.ts';
import { citationHoverAt } from './citing/citation-hover.ts';
import { CitingFeatures, citingCapabilities } from './citing/features.ts';
import { abilitiesOf, type ClientAbilities } from './client.ts';
import { ClientSettings } from './client-settings.ts';
import { toDiagnostic, toProblem, toRemark } from './convert.ts';
import { Corpora } from './corpora.ts';
import { Debouncer } from './debouncer.ts';
import { definitionAt } from './definition.ts';
import { Diagnosing, EMPTY_REPORT, refuseStale } from './diagnosing.ts';
import { OpenDocuments } from './documents.ts';
import { hoverAt } from './hover.ts';
import { passagesAt } from './passages.ts';
import {
  CLEAR_INDEXES_REQUEST,
  type ClearedIndexes,
  LOOKING_NOTIFICATION,
  type LookingParams,
  PASSAGES_REQUEST,
  type PassagesParams,
  type PassagesResult,
  RELOAD_REQUEST,
  STATUS_REQUEST,
} from './protocol.ts';
import { IGNORE_COMMAND } from './protocol-review.ts';
import { Review } from './review.ts';
import { rulePage } from './rule-pages.ts';
import { draftStatus, Status } from './status.ts';
import { Tidy } from './tidy.ts';
import { Troubles } from './troubles.ts';
import { pathOf } from './uris.ts';
import { DraftWorkspace } from './workspace.ts';

/** Milliseconds to gather what a save or a checkout changes among the sources. */
const SETTLE = 250;

const NO_ABILITIES: ClientAbilities = abilitiesOf({ processId: null, rootUri: null, capabilities: {} });

export class LanguageServer {
  readonly #connection: Connection;
  readonly #documents = new OpenDocuments();
  readonly #troubles: Troubles;
  readonly #status: Status;
  readonly #corpora: Corpora;
  readonly #workspace: DraftWorkspace;
  readonly #checks: Checks;
  readonly #settle = new Debouncer(SETTLE);
  readonly #settings: ClientSettings;
  readonly #citing: CitingFeatures;
  readonly #diagnosing: Diagnosing;
  readonly #review: Review;
  readonly #tidy = new Tidy();
  #abilities = NO_ABILITIES;
  #changedFiles: string[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#status = new Status(connection, () => ({
      drafts: this.#documents.all().map(({ uri }) => draftStatus(uri, this.#checks.last(uri))),
      troubles: this.#troubles.recent,
    }));
    this.#troubles = new Troubles(connection, () => this.#status.changed());
    this.#settings = new ClientSettings(connection, this.#troubles, () => this.#abilities);
    this.#corpora = new Corpora(
      connection,
      this.#status,
      this.#troubles,
      () => this.#abilities,
      () => this.#recheckAll(),
    );
    this.#workspace = new DraftWorkspace({
      settingsFor: (folder) => this.#settings.of(folder),
      openProject: (roots, limits, server) => this.#corpora.open(roots, limits, server),
      trusted: () => this.#abilities.trusted,
      tell: (key, message) => this.#troubles.tell(key, message),
    });
    this.#checks = new Checks(this.#workspace, (outcome) => this.#onOutcome(outcome));
    this.#diagnosing = new Diagnosing({
      connection,
      documents: this.#documents,
      checks: this.#checks,
      abilities: () => this.#abilities,
      diagnostics: (checked) => this.#diagnostics(checked),
    });
    this.#citing = new CitingFeatures({
      connection,
      documents: this.#documents,
      workspace: this.#workspace,
      troubles: this.#troubles,
      abilities: () => this.#abilities,
      settingsFor: (folder) => this.#settings.of(folder),
      projects: () => this.#corpora.projects,
      checked: (uri, token) => this.#checked(uri, token),
    });
    this.#review = new Review({
      connection,
      documents: this.#documents,
      workspace: this.#workspace,
      checks: this.#checks,
      corpora: this.#corpora,
      troubles: this.#troubles,
      abilities: () => this.#abilities,
      diagnostics: (checked) => this.#diagnostics(checked),
      checked: (uri, token) => this.#checked(uri, token),
      recheckAll: () => this.#recheckAll(),
    });
    this.#lifecycle();
    this.#synchronisation();
    this.#features();
  }

  listen(): void {
    this.#connection.listen();
  }

  /** An error that no request owns. */
  fault(error: unknown): void {
    this.#troubles.tell('fault', 'something went wrong inside the server; the details are in the output.', error);
  }

  #lifecycle(): void {
    this.#connection.onInitialize((params) => this.#initialize(params));
    this.#connection.onInitialized(() => {
      if (this.#abilities.registersConfiguration)
        this.#connection.client
          .register(DidChangeConfigurationNotification.type, { section: 'corroborate' })
          .catch((error: unknown) => this.#troubles.log('The client does not tell of settings.', error));
      if (this.#abilities.folders)
        this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
          const come = added.flatMap(({ uri }) => pathOf(uri) ?? []);
          this.#workspace.setFolders([...this.#workspace.folders.filter((folder) => !gone.has(folder)), ...come]);
          this.#recheckAll();
        });
      this.#corpora.watch();
      this.#citing.start();
    });
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      this.#settings.push((settings as { corroborate?: unknown } | null | undefined)?.corroborate ?? null);
      this.#recheckAll();
    });
    this.#connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes.flatMap(({ uri }) => pathOf(uri) ?? [])));
    this.#connection.onShutdown(() => {
      this.#diagnosing.stop();
      this.#settle.cancelAll();
      this.#review.stop();
      this.#tidy.stop();
      this.#status.stop();
    });
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#abilities = abilitiesOf(params);
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri === null ? [] : [params.rootUri]);
    this.#workspace.setFolders(folders.flatMap((uri) => (typeof uri === 'string' ? (pathOf(uri) ?? []) : [])));
    this.#settings.push((params.initializationOptions as { settings?: unknown } | null | undefined)?.settings ?? null);
    return {
      serverInfo: { name: 'corroborate' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        ...citingCapabilities(this.#abilities),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        executeCommandProvider: { commands: [IGNORE_COMMAND] },
        // A client that pulls is not pushed to as well, so that nothing is shown twice.
        ...(this.#abilities.pullsDiagnostics
          ? { diagnosticProvider: { identifier: 'corroborate', interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(this.#abilities.renames ? { fileOperations: { didRename: { filters: [{ scheme: 'file', pattern: { glob: '**' } }] } } } : {}),
        },
      },
    };
  }

  #synchronisation(): void {
    const guard = this.#troubles.guard.bind(this.#troubles);
    this.#connection.onDidOpenTextDocument((params) => {
      const { uri } = this.#documents.open(params);
      this.#review.opened(uri);
      this.#status.changed();
      this.#diagnosing.push(uri);
    });
    this.#connection.onDidChangeTextDocument((params) => {
      const { document, doubt, place } = this.#documents.change(params);
      if (doubt !== null)
        this.#troubles.tell(
          `change ${params.textDocument.uri}`,
          `${doubt}; close and open the draft if its marks stand in the wrong places.`,
        );
      if (document === null) return;
      if (place !== null) this.#diagnosing.at(document.uri, place);
      void this.#typed(document.uri);
    });
    this.#connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      const file = pathOf(uri);
      // Without a watching client a saved source is all that is heard of changes.
      if (!this.#abilities.registersWatchers && file !== null) this.#filesChanged([file]);
      this.#diagnosing.push(uri);
      // Watchers miss changes: on network drives and in containers, and in folders made while they start.
      void this.#corpora.refresh().then((changed) => changed && this.#recheckAll());
      this.#citing.draftsChanged();
    });
    this.#connection.onDidCloseTextDocument((params) => {
      const { uri } = params.textDocument;
      this.#documents.close(params);
      this.#checks.forget(uri);
      this.#diagnosing.closed(uri);
      this.#review.closed(uri);
      this.#status.changed();
    });
    this.#connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
      guard('diagnostics', EMPTY_REPORT, () => this.#diagnosing.pulled(uri, previousResultId, token))(),
    );
  }

  #features(): void {
    const guard = this.#troubles.guard.bind(this.#troubles);
    this.#connection.onHover((params, token) =>
      guard('hover', null, async () => {
        const checked = await this.#checked(params.textDocument.uri, token, params.position);
        if (checked === null) return null;
        const offset = checked.lines.offset(params.position);
        return citationHoverAt(checked, offset) ?? hoverAt(checked, offset, this.#abilities.findingsInHover);
      })(),
    );
    this.#connection.onDefinition((params, token) =>
      guard('definition', null, async () => {
        const checked = await this.#checked(params.textDocument.uri, token, params.position);
        return checked === null ? null : definitionAt(checked, checked.lines.offset(params.position));
      })(),
    );
    this.#connection.onCodeAction((params, token) =>
      guard('code actions', null, async () => {
        const checked = await this.#checked(params.textDocument.uri, token);
        return checked === null ? null : codeActions(params, checked, this.#diagnosticIn(checked));
      })(),
    );
    this.#connection.onRequest(PASSAGES_REQUEST, (params: PassagesParams, token) =>
      guard<[], PassagesResult>('passages', NO_PASSAGES, async () => {
        const checked = await this.#checked(params.textDocument.uri, token, params.position);
        return checked === null ? NO_PASSAGES : passagesAt(checked, checked.lines.offset(params.position), params);
      })(),
    );
    this.#connection.onNotification(LOOKING_NOTIFICATION, ({ uri, line }: LookingParams) => {
      const place = this.#documents.get(uri)?.offsetAt({ line, character: 0 });
      if (place !== undefined) this.#diagnosing.at(uri, place);
    });
    this.#connection.onRequest(STATUS_REQUEST, () => this.#status.current());
    this.#connection.onRequest(RELOAD_REQUEST, () => guard('reload', null, () => this.#reload())());
    this.#connection.onRequest(CLEAR_INDEXES_REQUEST, () =>
      guard<[], ClearedIndexes>('clear indexes', { indexes: 0, bytes: 0 }, () => this.#clearIndexes())(),
    );
  }

  /** The draft's findings as of now, or null where it has none to give. Who asks for a place waits for its sentence alone. */
  async #checked(uri: string, token: CancellationToken, place?: Position): Promise<CheckedDraft | null> {
    const current = () => (token.isCancellationRequested ? undefined : this.#documents.get(uri));
    const offset = place === undefined ? undefined : this.#documents.get(uri)?.offsetAt(place);
    const wish = offset === undefined ? {} : { near: () => offset, enough: (stage: CheckStage) => stage.knows(offset) };
    const outcome = await this.#checks.check(uri, current, wish);
    refuseStale(token);
    return outcome?.kind === 'checked' ? outcome : null;
  }

  #onOutcome(outcome: CheckOutcome): void {
    this.#tidy.worked();
    this.#status.changed();
    this.#review.checked();
    const { uri } = outcome;
    if (outcome.kind === 'failed') this.#troubles.log(`The draft ${uri} was not checked: ${outcome.message}`);
    this.#diagnosing.done(outcome);
  }

  #diagnostics(checked: CheckedDraft): Diagnostic[] {
    const { report, lines, settings, pending } = checked;
    const problems = report.draft.problems.map((problem) => toProblem(problem, lines));
    // Whether a comment matches anything is known when all is.
    const remarks = pending > 0 ? [] : commentRemarks(report.draft, report.silenced, settings).map((remark) => toRemark(remark, lines));
    return [...problems, ...remarks, ...report.findings.map(this.#diagnosticIn(checked))];
  }

  #diagnosticIn({ lines, project }: CheckedDraft): (finding: Finding) => Diagnostic {
    const context = { lines, corpus: project.corpus, rulePage, related: this.#abilities.relatedInformation };
    return (finding) => toDiagnostic(finding, context);
  }

  /** While typing a draft is checked, unless the settings put it off until it is saved. */
  async #typed(uri: string): Promise<void> {
    const file = pathOf(uri);
    const { run } = await this.#settings.of(file === null ? null : this.#workspace.folderOf(file));
    if (run === 'onType') this.#diagnosing.push(uri);
  }

  /** Where settings, folders or sources changed, every draft may have other findings. */
  #recheckAll(): void {
    this.#workspace.forget();
    this.#review.changed();
    if (this.#abilities.pullsDiagnostics) {
      if (this.#abilities.refreshesDiagnostics) this.#connection.languages.diagnostics.refresh().catch(() => {});
      return;
    }
    for (const { uri } of this.#documents.all()) this.#diagnosing.push(uri);
  }

  #filesChanged(files: readonly string[]): void {
    this.#changedFiles.push(...files);
    this.#settle.schedule('files', () => {
      const changed = this.#changedFiles;
      this.#changedFiles = [];
      // A draft that is saved changes nothing for the others.
      const all = changed.some((file) => !isMarkdown(file) || this.#corpora.covers(file));
      if (all) void this.#corpora.refresh(changed).then(() => this.#recheckAll());
      else this.#review.changed(changed);
    });
  }

  /** What was kept of the open corpora is built again in the background; until then they answer from what they have open. */
  async #clearIndexes(): Promise<ClearedIndexes> {
    const removed = clearIndexes();
    void this.#corpora.refresh().then((changed) => changed && this.#recheckAll());
    return { indexes: removed.length, bytes: removed.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  async #reload(): Promise<null> {
    this.#settings.forget();
    await this.#corpora.refresh();
    this.#recheckAll();
    return null;
  }
}

const NO_PASSAGES: PassagesResult = { sentence: null, version: 0, passages: [] };

function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}
