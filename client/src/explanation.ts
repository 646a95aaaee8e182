/** Explain this Verdict: the server's explanation as a page beside the draft. */
import * as vscode from 'vscode';
import { EXPLAIN_REQUEST, type ExplainParams, type ExplainResult, type WireClaim } from '../../server/src/lsp/protocol-review.ts';
import type { ReviewModel } from './review-model.ts';
import type { Server } from './server.ts';
import { activeMarkdown } from './status.ts';

const SCHEME = 'corroborate-explanation';
/** One page, shown anew for each sentence. */
const PAGE = vscode.Uri.from({ scheme: SCHEME, path: '/Why this verdict.md' });

export class Explanation implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #model: ReviewModel;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  readonly onDidChange = this.#changed.event;
  #markdown = '';

  constructor(server: Server, model: ReviewModel) {
    this.#server = server;
    this.#model = model;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(): string {
    return this.#markdown;
  }

  /** Explains a claim of the list, or the sentence at the cursor. */
  async show(claim: WireClaim | null): Promise<void> {
    const place = this.#place(claim);
    if (place === null) {
      void vscode.window.showInformationMessage('Open a draft and put the cursor into a sentence first.');
      return;
    }
    const result = await this.#server.request<ExplainResult>(EXPLAIN_REQUEST, place);
    if (result === null) return;
    if (result.markdown === null) {
      void vscode.window.showInformationMessage('There is no checked sentence at the cursor.');
      return;
    }
    this.#markdown = result.markdown;
    this.#changed.fire(PAGE);
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', PAGE);
    } catch {
      // Without the preview the page is read as it is written.
      await vscode.window.showTextDocument(PAGE, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
    }
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #place(claim: WireClaim | null): ExplainParams | null {
    const { uri } = this.#model;
    if (claim !== null && uri !== null) return { textDocument: { uri: uri.toString() }, position: claim.range.start };
    const document = activeMarkdown();
    const position = vscode.window.activeTextEditor?.selection.active;
    if (document === null || position === undefined) return null;
    return { textDocument: { uri: document.uri.toString() }, position: { line: position.line, character: position.character } };
  }
}
