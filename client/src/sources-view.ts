/** The view of sources: every document with kind, date and use, every file that could not be read as it should. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { WireCorpus, WireDocument, WireSource } from '../../server/src/lsp/protocol-review.ts';
import type { ReviewModel } from './review-model.ts';
import { corporaInWords, documentInWords, problemsIn } from './source-words.ts';
import { count } from './wording.ts';

type Problem = WireSource['problems'][number];

export type SourceNode =
  | { readonly kind: 'corpus'; readonly corpus: WireCorpus }
  | { readonly kind: 'source'; readonly source: WireSource }
  | { readonly kind: 'document'; readonly document: WireDocument; readonly source: WireSource; readonly alone: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly source: WireSource };

const KIND_ICONS: Readonly<Record<string, string>> = {
  report: 'law',
  news: 'globe',
  academic: 'mortar-board',
  guidance: 'book',
  blog: 'edit',
  comments: 'comment-discussion',
  forum: 'comment-discussion',
  transcript: 'mic',
};
const PROBLEM = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

export class SourcesView implements vscode.TreeDataProvider<SourceNode>, vscode.Disposable {
  readonly #model: ReviewModel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<SourceNode>;
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(model: ReviewModel) {
    this.#model = model;
    this.#view = vscode.window.createTreeView('corroborate.sources', { treeDataProvider: this, showCollapseAll: true });
    this.#subscription = model.onChange(() => this.#refresh());
    this.#refresh();
  }

  getChildren(node?: SourceNode): SourceNode[] {
    const { corpora } = this.#model.sources;
    if (node === undefined) {
      const [only] = corpora;
      if (only !== undefined && corpora.length === 1) return ofCorpus(only);
      return corpora.map((corpus) => ({ kind: 'corpus', corpus }));
    }
    if (node.kind === 'corpus') return ofCorpus(node.corpus);
    if (node.kind === 'source') return [...problemsOf(node.source), ...documentsOf(node.source)];
    return node.kind === 'document' && node.alone ? problemsOf(node.source) : [];
  }

  getTreeItem(node: SourceNode): vscode.TreeItem {
    switch (node.kind) {
      case 'corpus':
        return corpusItem(node.corpus);
      case 'source':
        return sourceItem(node.source);
      case 'document':
        return documentItem(node.document, node.alone ? node.source : null);
      case 'problem':
        return problemItem(node.problem, node.source);
    }
  }

  dispose(): void {
    this.#view.dispose();
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #refresh(): void {
    const { corpora } = this.#model.sources;
    this.#view.message = corpora.length === 0 ? '' : corporaInWords(corpora);
    const problems = problemsIn(corpora);
    this.#view.badge = problems === 0 ? undefined : { value: problems, tooltip: `${count(problems, 'problem')} with the sources` };
    this.#changed.fire();
  }
}

/** A file of one document is that document; one of several, or of none, is a file. */
function ofCorpus({ sources }: WireCorpus): SourceNode[] {
  return sources.map((source): SourceNode => {
    const [only] = source.documents;
    return only !== undefined && source.documents.length === 1
      ? { kind: 'document', document: only, source, alone: true }
      : { kind: 'source', source };
  });
}

function documentsOf(source: WireSource): SourceNode[] {
  return source.documents.map((document) => ({ kind: 'document', document, source, alone: false }));
}

function problemsOf(source: WireSource): SourceNode[] {
  return source.problems.map((problem) => ({ kind: 'problem', problem, source }));
}

function corpusItem({ roots, sources, drafts }: WireCorpus): vscode.TreeItem {
  const item = new vscode.TreeItem(roots.map((root) => vscode.workspace.asRelativePath(root)).join(', '), EXPANDED);
  item.iconPath = new vscode.ThemeIcon('library');
  item.description = `${count(sources.length, 'file')}, ${count(drafts, 'draft')}`;
  return item;
}

/** Files are named by whoever saved them; what is in one says more. */
function sourceItem(source: WireSource): vscode.TreeItem {
  const file = path.posix.basename(source.name);
  const [first] = source.documents;
  const item = new vscode.TreeItem(first?.title ?? file, first === undefined ? EXPANDED : COLLAPSED);
  item.iconPath = source.problems.length > 0 ? PROBLEM : new vscode.ThemeIcon('files');
  item.description = first === undefined ? 'not read' : `and ${source.documents.length - 1} more in ${file}`;
  item.tooltip = source.name;
  return item;
}

/** `source` is given where the document stands for its file. */
function documentItem(document: WireDocument, source: WireSource | null): vscode.TreeItem {
  const problems = source?.problems.length ?? 0;
  const item = new vscode.TreeItem(document.title, problems > 0 ? COLLAPSED : vscode.TreeItemCollapsibleState.None);
  item.iconPath = problems > 0 ? PROBLEM : new vscode.ThemeIcon(KIND_ICONS[document.kind] ?? 'file');
  item.description = documentInWords(document);
  item.tooltip = [document.title, document.publisher, item.description, `Cited as @${document.citekey}`]
    .filter((line) => line !== null)
    .join('\n');
  item.contextValue = 'document';
  item.accessibilityInformation = { label: `${document.title}, ${item.description}` };
  item.command = opens(document.uri, document.range);
  return item;
}

function problemItem({ line, message, remedy }: Problem, source: WireSource): vscode.TreeItem {
  const item = new vscode.TreeItem(message);
  item.iconPath = PROBLEM;
  item.description = line === null ? '' : `line ${line}`;
  item.tooltip = `${message}\n${remedy}`;
  const at = { line: Math.max(0, (line ?? 1) - 1), character: 0 };
  item.command = opens(source.uri, { start: at, end: at });
  return item;
}

function opens(uri: string, range: WireDocument['range']): vscode.Command {
  return { command: 'corroborate.openAt', title: 'Open', arguments: [uri, range] };
}

const EXPANDED = vscode.TreeItemCollapsibleState.Expanded;
const COLLAPSED = vscode.TreeItemCollapsibleState.Collapsed;
