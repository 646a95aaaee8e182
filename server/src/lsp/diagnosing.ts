/**
 * Brings findings to the client: pushed to those that are pushed to, handed over to those that pull. What stands where the
 * person works comes first, and a long check shows what it has found so far.
 */
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { CheckedDraft, CheckOutcome, Checks } from './checks.ts';
import type { ClientAbilities } from './client.ts';
import { Debouncer } from './debouncer.ts';
import type { OpenDocuments } from './documents.ts';
import { isWorthShowing, Stages } from './stages.ts';

/**
 * Milliseconds within which keystrokes are a burst (a key held down, a word put in by a macro): then the draft is checked when
 * it ends. A letter that comes alone is checked at once, for a check that turns stale is given up.
 */
const BURST = 60;

/** Stands in the id of a result that is not whole yet. */
const PENDING = '~';
const STALE = 'The answer is not wanted any more.';
export const EMPTY_REPORT: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export interface DiagnosingHost {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly checks: Checks;
  readonly abilities: () => ClientAbilities;
  readonly diagnostics: (checked: CheckedDraft) => Diagnostic[];
}

export class Diagnosing {
  readonly #host: DiagnosingHost;
  readonly #bursts = new Debouncer(BURST);
  /** Where in each draft the person works, as an offset. */
  readonly #places = new Map<string, number>();
  /** Drafts that are being checked to be shown. */
  readonly #running = new Set<string>();

  constructor(host: DiagnosingHost) {
    this.#host = host;
  }

  /** The person works, or looks, at this place of the draft. */
  at(uri: string, offset: number): void {
    this.#places.set(uri, offset);
  }

  /** Has the draft checked for a client that is pushed to; one that pulls asks for it itself. */
  push(uri: string): void {
    if (!this.#host.abilities().pullsDiagnostics) this.#bursts.soon(uri, () => void this.#run(uri));
  }

  /** A check came to its end. */
  done(outcome: CheckOutcome): void {
    if (this.#host.abilities().pullsDiagnostics) return;
    if (outcome.kind === 'checked') this.#send(outcome);
    else this.#clear(outcome.uri, this.#host.documents.get(outcome.uri)?.version);
  }

  closed(uri: string): void {
    this.#bursts.cancel(uri);
    this.#places.delete(uri);
    if (!this.#host.abilities().pullsDiagnostics) this.#clear(uri);
  }

  stop(): void {
    this.#bursts.cancelAll();
  }

  /** What a client that pulls is given: all there is to tell, or what is known so far, and the word to ask again. */
  async pulled(uri: string, previousResultId: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    await this.#bursts.wait(uri);
    refuseStale(token);
    const { checks, documents, abilities, diagnostics } = this.#host;
    const stages = new Stages();
    const outcome = await checks.check(uri, () => (token.isCancellationRequested ? undefined : documents.get(uri)), {
      near: () => this.#places.get(uri) ?? null,
      enough: (stage, version) => abilities().refreshesDiagnostics && stages.isDue() && isWorthShowing(stage, version, checks.last(uri)),
    });
    refuseStale(token);
    if (outcome?.kind !== 'checked') return EMPTY_REPORT;
    if (outcome.pending > 0) void this.#run(uri);
    const resultId = outcome.pending === 0 ? outcome.id : `${outcome.id}${PENDING}${outcome.pending}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(outcome) };
  }

  /** Checks to the end and shows what is found on the way. A run goes on with the newer text by itself. */
  async #run(uri: string): Promise<void> {
    if (this.#running.has(uri)) return;
    this.#running.add(uri);
    try {
      const { checks, documents, abilities } = this.#host;
      const pulls = abilities().pullsDiagnostics;
      const stages = new Stages();
      await checks.check(uri, () => documents.get(uri), {
        near: () => this.#places.get(uri) ?? null,
        enough: (stage, version, known) => {
          if (!stages.isDue() || !isWorthShowing(stage, version, checks.last(uri))) return false;
          if (pulls) this.#askAgain();
          else this.#send(known());
          return false;
        },
      });
      if (pulls) this.#askAgain();
    } finally {
      this.#running.delete(uri);
    }
  }

  #askAgain(): void {
    this.#host.connection.languages.diagnostics.refresh().catch(() => {});
  }

  #send(checked: CheckedDraft): void {
    const { uri, version } = checked;
    this.#host.connection.sendDiagnostics({ uri, version, diagnostics: this.#host.diagnostics(checked) }).catch(() => {});
  }

  #clear(uri: string, version?: number): void {
    this.#host.connection.sendDiagnostics({ uri, diagnostics: [], ...(version === undefined ? {} : { version }) }).catch(() => {});
  }
}

/** Ends the answer to a request that was taken back. */
export function refuseStale(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, STALE);
}
