/** Shows a passage marked in its source beside the draft without taking the keyboard, and leaves no tab behind. */
import * as vscode from 'vscode';
import type { CitablePassage } from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../ranges.ts';

export class Preview {
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  readonly #openBefore = new Set(openFiles());
  readonly #shown = new Set<string>();
  #latest = 0;
  #showing: Promise<void> = Promise.resolve();

  show(passage: CitablePassage): void {
    const turn = ++this.#latest;
    this.#showing = this.#showing.then(() => this.#show(passage, turn));
  }

  async #show(passage: CitablePassage, turn: number): Promise<void> {
    if (turn !== this.#latest) return;
    try {
      const uri = vscode.Uri.parse(passage.uri, true);
      const document = await vscode.workspace.openTextDocument(uri);
      if (turn !== this.#latest) return;
      const range = toRange(passage.range);
      const editor = await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.Beside,
        preview: true,
        preserveFocus: true,
        selection: new vscode.Range(range.start, range.start),
      });
      this.#shown.add(uri.toString());
      editor.setDecorations(this.#mark, [range]);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    } catch {
      // A source that went away, or that is no text, has nothing to show; choosing the passage tells of it.
    }
  }

  /** Waits for what is still being opened, so that it is closed too. */
  async close(): Promise<void> {
    this.#latest++;
    await this.#showing;
    this.#mark.dispose();
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input, isPreview }) =>
          isPreview &&
          input instanceof vscode.TabInputText &&
          this.#shown.has(input.uri.toString()) &&
          !this.#openBefore.has(input.uri.toString()),
      );
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  }
}

function openFiles(): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []));
}
