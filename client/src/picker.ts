/** A list of passages that is filtered as one types and shows each passage in its source while moving through the list. */
import Fuse from 'fuse.js';
import * as vscode from 'vscode';
import type { CitablePassage } from '../../server/src/lsp/protocol.ts';

interface PassageItem extends vscode.QuickPickItem {
  readonly passage: CitablePassage;
}

/** Longer passages are cut in the list; the preview shows them whole. */
const LABEL_LENGTH = 110;

export interface PickerOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Where the previews open. */
  readonly beside: boolean;
}

/** The passage that was chosen, or null. The preview closes again unless `keep` says otherwise for the choice. */
export function pickPassage(passages: readonly CitablePassage[], options: PickerOptions): Promise<CitablePassage | null> {
  const items = passages.map(toItem);
  const fuse = new Fuse(items, {
    keys: ['passage.quote', 'passage.title', 'passage.publisher', 'passage.date', 'passage.citekey', 'passage.standing'],
    threshold: 0.35,
    ignoreLocation: true,
  });
  const picker = vscode.window.createQuickPick<PassageItem>();
  const preview = new Preview(options.beside);
  picker.title = options.title;
  picker.placeholder = options.placeholder;
  picker.items = items;
  return new Promise((resolve) => {
    let chosen: CitablePassage | null = null;
    picker.onDidChangeValue((value) => {
      picker.items = value.trim() === '' ? items : fuse.search(value.trim()).map((result) => result.item);
    });
    picker.onDidChangeActive(([active]) => {
      if (active !== undefined) void preview.show(active.passage);
    });
    picker.onDidAccept(() => {
      chosen = picker.activeItems[0]?.passage ?? null;
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      void preview.close().then(() => resolve(chosen));
    });
    picker.show();
  });
}

function toItem(passage: CitablePassage): PassageItem {
  const quote = passage.quote.replace(/\s+/g, ' ').trim();
  const icon = passage.stance === 'supports' ? '$(pass)' : passage.stance === 'contradicts' ? '$(error)' : '$(quote)';
  const said = (parts: readonly (string | null)[], mark: string) => parts.filter((part) => part !== null && part !== '').join(mark);
  const from = said([passage.title, passage.publisher, passage.date], ', ');
  return {
    label: `${icon} ${quote.length > LABEL_LENGTH ? `${quote.slice(0, LABEL_LENGTH)}…` : quote}`,
    detail: said([passage.standing, from, passage.place], ' · '),
    // fuse.js has filtered already; the editor's own filter would drop what it finds.
    alwaysShow: true,
    passage,
  };
}

export function toRange({ start, end }: CitablePassage['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Shows a passage marked in its source without taking the keyboard, and leaves no tab behind. */
class Preview {
  readonly #column: vscode.ViewColumn;
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  readonly #openBefore = new Set(openFiles());
  readonly #shown = new Set<string>();
  #latest = 0;

  constructor(beside: boolean) {
    this.#column = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  }

  async show(passage: CitablePassage): Promise<void> {
    const turn = ++this.#latest;
    try {
      const uri = vscode.Uri.parse(passage.uri, true);
      const document = await vscode.workspace.openTextDocument(uri);
      if (turn !== this.#latest) return;
      const range = toRange(passage.range);
      const editor = await vscode.window.showTextDocument(document, {
        viewColumn: this.#column,
        preview: true,
        preserveFocus: true,
        selection: new vscode.Range(range.start, range.start),
      });
      this.#shown.add(uri.toString());
      editor.setDecorations(this.#mark, [range]);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    } catch {
      // A source that went away has nothing to show; choosing the passage tells of it.
    }
  }

  async close(): Promise<void> {
    this.#latest++;
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
