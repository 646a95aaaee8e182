/** What concerns a whole review rather than a place in it: claims, sources, explanations, ignores, all drafts at once. */
import * as path from 'node:path';
import { glob } from 'tinyglobby';
import { CancellationToken, type Connection, type Diagnostic, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { IGNORE_FILE } from '../ignores/file.ts';
import type { CheckedDraft, Checks } from './checks.ts';
import { claimsOf, NOT_CHECKED } from './claims.ts';
import type { ClientAbilities } from './client.ts';
import type { Corpora } from './corpora.ts';
import { Debouncer } from './debouncer.ts';
import type { OpenDocuments } from './documents.ts';
import { type DraftUse, useOf } from './draft-use.ts';
import { reportOf } from './evidence-report.ts';
import { explanationAt } from './explain.ts';
import { commentsIn } from './ignore-comments.ts';
import { Ignoring } from './ignoring.ts';
import { showReading } from './progress.ts';
import {
  CHANGE_IGNORES_REQUEST,
  CHECK_WORKSPACE_REQUEST,
  type ChangeIgnoresParams,
  CLAIMS_REQUEST,
  type ClaimsParams,
  type ClaimsResult,
  EXPLAIN_REQUEST,
  type ExplainParams,
  type ExplainResult,
  IGNORE_COMMAND,
  IGNORES_REQUEST,
  type IgnoreParams,
  type IgnoresResult,
  REPORT_REQUEST,
  type ReportResult,
  SOURCES_REQUEST,
  type SourcesResult,
  type WorkspaceResult,
} from './protocol-review.ts';
import { sourcesOf } from './source-list.ts';
import type { Troubles } from './troubles.ts';
import { pathOf } from './uris.ts';
import type { DraftWorkspace } from './workspace.ts';
import { WorkspaceCheck } from './workspace-check.ts';

/** Milliseconds to gather the drafts that a change has checked anew before ignores are looked through. */
const GATHER = 300;

export interface ReviewHost {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly workspace: DraftWorkspace;
  readonly checks: Checks;
  readonly corpora: Corpora;
  readonly troubles: Troubles;
  readonly abilities: () => ClientAbilities;
  readonly diagnostics: (checked: CheckedDraft) => Diagnostic[];
  /** The draft's findings as of now; rejects where nobody wants them any more. */
  readonly checked: (uri: string, token: CancellationToken) => Promise<CheckedDraft | null>;
  /** Every open draft may have other findings. */
  readonly recheckAll: () => void;
}

export class Review {
  readonly #host: ReviewHost;
  readonly #ignoring: Ignoring;
  readonly #all: WorkspaceCheck;
  readonly #marking = new Debouncer(GATHER);

  constructor(host: ReviewHost) {
    const { connection, documents, workspace, checks, troubles } = host;
    this.#host = host;
    this.#ignoring = new Ignoring(connection, {
      checked: async (uri) => {
        const outcome = await checks.check(uri, () => documents.get(uri));
        return outcome?.kind === 'checked' ? outcome : null;
      },
      uses: () => ({ drafts: this.#uses(), all: this.#all.asked }),
      written: () => host.recheckAll(),
    });
    this.#all = new WorkspaceCheck(connection, {
      folders: () => workspace.folders,
      patterns: (folder) => workspace.patternsFor(folder),
      isOpen: (uri) => documents.get(uri) !== undefined,
      checkOpen: (uri) => checks.check(uri, () => documents.get(uri)),
      checkClosed: (document) => checks.once(document),
      diagnostics: host.diagnostics,
      log: (message) => troubles.log(message),
    });
    this.#requests();
  }

  /** An open draft was checked. */
  checked(): void {
    this.#marking.schedule(
      'ignores',
      () => void this.#ignoring.mark().catch((error: unknown) => this.#host.troubles.log('ignores', error)),
    );
  }

  opened(uri: string): void {
    this.#all.opened(uri);
  }

  closed(uri: string): void {
    void this.#all.closed(uri);
  }

  /** Files changed on disk, or (without names) settings, sources or ignores did. */
  changed(files?: readonly string[]): void {
    void this.#all.again(files).then(() => this.checked());
  }

  stop(): void {
    this.#marking.cancelAll();
  }

  #uses(): readonly DraftUse[] {
    const open = this.#host.checks.outcomes().flatMap((outcome) => (outcome.kind === 'checked' ? [useOf(outcome)] : []));
    return [...open, ...this.#all.uses];
  }

  #requests(): void {
    const { connection, checked } = this.#host;
    const guard = this.#host.troubles.guard.bind(this.#host.troubles);
    connection.onRequest(CLAIMS_REQUEST, ({ textDocument }: ClaimsParams, token) =>
      guard<[], ClaimsResult>('claims', NOT_CHECKED, async () => {
        const draft = await checked(textDocument.uri, token);
        return draft === null ? NOT_CHECKED : claimsOf(draft);
      })(),
    );
    connection.onRequest(SOURCES_REQUEST, () =>
      guard<[], SourcesResult>('sources', { corpora: [] }, () => ({
        corpora: this.#host.corpora.projects.map((project) => sourcesOf(project, this.#uses())),
      }))(),
    );
    connection.onRequest(EXPLAIN_REQUEST, ({ textDocument, position }: ExplainParams, token) =>
      guard<[], ExplainResult>('explain', { markdown: null }, async () => {
        const draft = await checked(textDocument.uri, token);
        return { markdown: draft === null ? null : explanationAt(draft, draft.lines.offset(position)) };
      })(),
    );
    connection.onRequest(REPORT_REQUEST, ({ textDocument }: ClaimsParams, token) =>
      guard<[], ReportResult>('evidence report', { html: null }, async () => {
        const draft = await checked(textDocument.uri, token);
        return { html: draft === null ? null : reportOf(draft) };
      })(),
    );
    connection.onExecuteCommand(({ command, arguments: args }) =>
      guard('ignore', null, async () => {
        const [params] = (args ?? []) as readonly (IgnoreParams | undefined)[];
        if (command !== IGNORE_COMMAND || params === undefined) return null;
        const problem = await this.#ignoring.ignore(params);
        if (problem !== null) this.#host.troubles.say(problem);
        return null;
      })(),
    );
    connection.onRequest(CHANGE_IGNORES_REQUEST, (params: ChangeIgnoresParams) =>
      guard<[], string | null>('ignores', 'Something went wrong; the details are in the log.', () => this.#ignoring.change(params))(),
    );
    connection.onRequest(IGNORES_REQUEST, () => guard<[], IgnoresResult>('ignores', { files: [], comments: [] }, () => this.#ignores())());
    // Without parameters the token comes first.
    connection.onRequest(CHECK_WORKSPACE_REQUEST, (first: CancellationToken | null, second?: CancellationToken) =>
      guard<[], WorkspaceResult>('check workspace', NOTHING_CHECKED, () => this.#checkAll(second ?? first ?? CancellationToken.None))(),
    );
    connection.workspace.onDidRenameFiles(({ files }) => {
      const renames = files.flatMap(({ oldUri, newUri }) => {
        const [from, to] = [pathOf(oldUri), pathOf(newUri)];
        return from === null || to === null ? [] : [{ from, to }];
      });
      void this.#ignoreFiles().then((known) => this.#ignoring.renamed(renames, known));
    });
  }

  async #checkAll(token: CancellationToken): Promise<WorkspaceResult> {
    const { connection, abilities } = this.#host;
    const progress = showReading(connection, abilities().progress, 'Corroborate: checking all drafts');
    const cancel = { isCancellationRequested: false };
    const stop = () => {
      cancel.isCancellationRequested = true;
    };
    progress.signal.addEventListener('abort', stop);
    const listening = token.onCancellationRequested(stop);
    try {
      const whole = await this.#all.run(cancel, (done, total) => progress.onProgress?.({ done, total }));
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The check was cancelled.');
      await this.#ignoring.mark();
      return { ...(await this.#totals()), cancelled: !whole };
    } finally {
      listening.dispose();
      progress.done();
    }
  }

  async #totals(): Promise<Omit<WorkspaceResult, 'cancelled'>> {
    const uses = this.#uses();
    const sum = (of: (use: DraftUse) => number) => uses.reduce((total, use) => total + of(use), 0);
    const files = await this.#ignoring.list(await this.#ignoreFiles());
    return {
      drafts: uses.length,
      claims: sum(({ claims }) => claims),
      supported: sum(({ supported }) => supported),
      findings: sum(({ findings }) => findings),
      unmatched: files.flatMap(({ ignores }) => ignores).filter(({ matchesNothing }) => matchesNothing === true).length,
    };
  }

  async #ignores(): Promise<IgnoresResult> {
    const { documents } = this.#host;
    const drafts = await this.#all.drafts();
    return {
      files: await this.#ignoring.list(await this.#ignoreFiles()),
      comments: await commentsIn(drafts, (uri) => documents.get(uri)?.getText() ?? null),
    };
  }

  /** Those of the workspace folders, and those that hold for open drafts. */
  async #ignoreFiles(): Promise<readonly string[]> {
    const found = new Set(this.#uses().flatMap(({ ignores }) => (ignores === null ? [] : [ignores.file])));
    for (const folder of this.#host.workspace.folders) {
      const options = { cwd: folder, absolute: true, ignore: ['**/node_modules/**', '**/.*/**'], followSymbolicLinks: false };
      for (const file of await glob([`**/${IGNORE_FILE}`], options)) found.add(path.resolve(file));
    }
    return [...found].sort();
  }
}

const NOTHING_CHECKED: WorkspaceResult = { drafts: 0, claims: 0, supported: 0, findings: 0, unmatched: 0, cancelled: false };
