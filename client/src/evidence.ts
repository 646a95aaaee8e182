/** Show Evidence Beside: the source at the passage that the sentence at the cursor rests on, marked, and following the cursor. */
import * as vscode from 'vscode';
import { type CitablePassage, PASSAGES_REQUEST, type PassagesParams, type PassagesResult } from '../../server/src/lsp/protocol.ts';
import { toRange } from './ranges.ts';
import type { Server } from './server.ts';

/** Milliseconds that the cursor must rest before the source moves. */
const REST = 200;

export class EvidenceBeside implements vscode.Disposable {
  readonly #server: Server;
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  readonly #subscriptions: readonly vscode.Disposable[];
  /** The draft that is followed, or null while nothing is. */
  #draft: string | null = null;
  #shown: vscode.TextEditor | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.uri.toString() === this.#draft) this.#soon(textEditor);
      }),
      // Who closes the source has seen enough.
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        if (this.#shown !== null && !editors.some(({ document }) => document === this.#shown?.document)) this.stop();
      }),
    ];
  }

  get isFollowing(): boolean {
    return this.#draft !== null;
  }

  /** Begins to follow the cursor of the active draft. */
  async start(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || editor.document.languageId !== 'markdown') {
      void vscode.window.showInformationMessage('Open a draft and put the cursor into a sentence first.');
      return;
    }
    this.#draft = editor.document.uri.toString();
    await vscode.commands.executeCommand('setContext', FOLLOWING, true);
    const found = await this.#show(editor);
    if (found === 'nothing')
      void vscode.window.showInformationMessage('No passage bears on the sentence at the cursor. Move to another; the source will follow.');
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#shown?.setDecorations(this.#mark, []);
    this.#draft = null;
    this.#shown = null;
    void vscode.commands.executeCommand('setContext', FOLLOWING, false);
  }

  dispose(): void {
    this.stop();
    this.#mark.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #soon(editor: vscode.TextEditor): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(editor), REST);
  }

  async #show(editor: vscode.TextEditor): Promise<'shown' | 'nothing'> {
    const turn = ++this.#turn;
    const { line, character } = editor.selection.active;
    const params: PassagesParams = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
    const result = await this.#server.ask<PassagesResult>(PASSAGES_REQUEST, params);
    if (turn !== this.#turn || this.#draft === null) return 'shown';
    const bearing = (result?.passages ?? []).filter(({ stance }) => stance !== null);
    // What speaks against the draft is what its writer must see.
    const passage = bearing.find(({ stance }) => stance === 'contradicts') ?? bearing[0];
    if (passage === undefined) {
      this.#shown?.setDecorations(this.#mark, []);
      return 'nothing';
    }
    await this.#open(passage, bearing, editor);
    return 'shown';
  }

  async #open(passage: CitablePassage, bearing: readonly CitablePassage[], editor: vscode.TextEditor): Promise<void> {
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(passage.uri, true));
      const viewColumn = this.#shown?.viewColumn ?? (editor.viewColumn ?? vscode.ViewColumn.One) + 1;
      const shown = await vscode.window.showTextDocument(document, { viewColumn, preview: true, preserveFocus: true });
      if (this.#shown !== null && this.#shown !== shown) this.#shown.setDecorations(this.#mark, []);
      this.#shown = shown;
      const same = bearing.filter(({ uri }) => uri === passage.uri).map(({ range }) => toRange(range));
      shown.setDecorations(this.#mark, same);
      shown.revealRange(toRange(passage.range), vscode.TextEditorRevealType.InCenter);
    } catch {
      // A PDF or a Word document has no text that could be marked here; it is opened as it is.
      const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(passage.uri, true), options).then(undefined, () => {
        void vscode.window.showWarningMessage(`The source of “${passage.title}” cannot be opened. It may have been moved or deleted.`);
      });
    }
  }
}

const FOLLOWING = 'corroborate.followsEvidence';
