/** What the views show: the claims of the draft in the active editor, and the sources. Asked for when the server has news. */
import * as vscode from 'vscode';
import {
  CLAIMS_REQUEST,
  type ClaimsParams,
  type ClaimsResult,
  SOURCES_REQUEST,
  type SourcesResult,
  type WireClaim,
} from '../../server/src/lsp/protocol-review.ts';
import { toRange } from './ranges.ts';
import type { Server } from './server.ts';
import { activeMarkdown } from './status.ts';

/** Milliseconds to gather what the server tells in one go. */
const GATHER = 120;

export class ReviewModel implements vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #uri: vscode.Uri | null = null;
  #claims: ClaimsResult | null = null;
  #sources: SourcesResult = { corpora: [] };

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [server.onChange(() => this.#schedule()), vscode.window.onDidChangeActiveTextEditor(() => this.#schedule())];
    this.#schedule();
  }

  get onChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** The draft that the claims are of; null where none is open. It stays while the reader looks at a source. */
  get uri(): vscode.Uri | null {
    return this.#uri;
  }

  /** Null while nothing is known, or where the draft is not checked. */
  get claims(): ClaimsResult | null {
    return this.#claims;
  }

  get sources(): SourcesResult {
    return this.#sources;
  }

  /** The claim at a place of the draft, or null. */
  claimAt(position: vscode.Position): WireClaim | null {
    return this.#claims?.claims.find(({ range }) => toRange(range).contains(position)) ?? null;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), GATHER);
  }

  async #refresh(): Promise<void> {
    const draft = this.#draft();
    const params: ClaimsParams | null = draft === null ? null : { textDocument: { uri: draft.toString() } };
    const claims = params === null ? null : await this.#server.ask<ClaimsResult>(CLAIMS_REQUEST, params);
    this.#sources = (await this.#server.ask<SourcesResult>(SOURCES_REQUEST, {})) ?? { corpora: [] };
    this.#uri = draft;
    this.#claims = claims?.checked === true ? claims : null;
    this.#changed.fire();
  }

  /** The active draft, or, while the reader looks at something that is no draft, the last one as long as it is open. */
  #draft(): vscode.Uri | null {
    const active = activeMarkdown()?.uri ?? null;
    const drafts = this.#server.status?.drafts ?? [];
    const isDraft = (uri: vscode.Uri) => drafts.some((draft) => draft.uri === uri.toString() && draft.state === 'checked');
    if (active !== null && (isDraft(active) || this.#uri === null)) return active;
    const last = this.#uri;
    return last !== null && isDraft(last) ? last : active;
  }
}
