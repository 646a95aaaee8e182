/** The view of claims: every claim of the draft with its verdict, in the draft's order or by verdict, and how far the draft has come. */
import * as vscode from 'vscode';
import type { WireClaim, WireFinding, WireSeverity } from '../../server/src/lsp/protocol-review.ts';
import { type ClaimGroup, type ClaimState, claimInWords, findingsIn, grouped, progressOf, stateInWords, stateOf } from './claim-list.ts';
import { toRange } from './ranges.ts';
import type { ReviewModel } from './review-model.ts';
import { count } from './wording.ts';

export type ClaimNode =
  | { readonly kind: 'group'; readonly group: ClaimGroup }
  | { readonly kind: 'claim'; readonly claim: WireClaim }
  | { readonly kind: 'finding'; readonly finding: WireFinding; readonly claim: WireClaim | null }
  | { readonly kind: 'ignored'; readonly words: string; readonly claim: WireClaim };

const STATE_ICONS: Readonly<Record<ClaimState, readonly [string, string]>> = {
  supported: ['pass', 'testing.iconPassed'],
  contradicted: ['error', 'list.errorForeground'],
  disputed: ['warning', 'list.warningForeground'],
  unsupported: ['question', 'list.warningForeground'],
  ignored: ['circle-slash', 'disabledForeground'],
};
const SEVERITY_ICONS: Readonly<Record<WireSeverity, readonly [string, string]>> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  information: ['info', 'notificationsInfoIcon.foreground'],
};
const BY_VERDICT = 'corroborate.claimsByVerdict';

export class ClaimsView implements vscode.TreeDataProvider<ClaimNode>, vscode.Disposable {
  readonly #model: ReviewModel;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<ClaimNode>;
  readonly #subscriptions: readonly vscode.Disposable[];
  #nodes = new Map<WireClaim, ClaimNode>();
  #groups = new Map<WireClaim, ClaimNode>();
  readonly onDidChangeTreeData = this.#changed.event;

  /** `memory` keeps whether claims are grouped. */
  constructor(model: ReviewModel, memory: vscode.Memento) {
    this.#model = model;
    this.#memory = memory;
    this.#view = vscode.window.createTreeView('corroborate.claims', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      model.onChange(() => this.#refresh()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (selection !== undefined && textEditor.document.uri.toString() === model.uri?.toString()) this.#follow(selection.active);
      }),
    ];
    this.#refresh();
  }

  get isGrouped(): boolean {
    return this.#memory.get(BY_VERDICT, false);
  }

  async group(byVerdict: boolean): Promise<void> {
    await this.#memory.update(BY_VERDICT, byVerdict);
    this.#refresh();
  }

  getParent(node: ClaimNode): ClaimNode | undefined {
    if (node.kind === 'group') return undefined;
    if (node.kind === 'claim') return this.#groups.get(node.claim);
    return node.claim === null ? undefined : this.#nodes.get(node.claim);
  }

  getChildren(node?: ClaimNode): ClaimNode[] {
    const { claims } = this.#model;
    if (claims === null) return [];
    if (node === undefined) {
      const others = claims.others.map((finding): ClaimNode => ({ kind: 'finding', finding, claim: null }));
      const top: readonly ClaimNode[] = this.isGrouped
        ? grouped(claims.claims).map((group): ClaimNode => ({ kind: 'group', group }))
        : claims.claims.map((claim) => this.#node(claim));
      return [...top, ...others];
    }
    if (node.kind === 'group') {
      for (const claim of node.group.claims) this.#groups.set(claim, node);
      return node.group.claims.map((claim) => this.#node(claim));
    }
    if (node.kind !== 'claim') return [];
    const { claim } = node;
    return [
      ...claim.findings.map((finding): ClaimNode => ({ kind: 'finding', finding, claim })),
      ...claim.ignored.map((words): ClaimNode => ({ kind: 'ignored', words, claim })),
    ];
  }

  getTreeItem(node: ClaimNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group);
      case 'claim':
        return this.#leadsTo(claimItem(node.claim), node.claim.range);
      case 'finding':
        return this.#leadsTo(findingItem(node.finding), node.finding.range);
      case 'ignored':
        return this.#leadsTo(item(node.words, STATE_ICONS.ignored), node.claim.range);
    }
  }

  dispose(): void {
    this.#view.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #node(claim: WireClaim): ClaimNode {
    const node = this.#nodes.get(claim) ?? { kind: 'claim', claim };
    this.#nodes.set(claim, node);
    return node;
  }

  #leadsTo(item: vscode.TreeItem, range: WireClaim['range']): vscode.TreeItem {
    const { uri } = this.#model;
    if (uri !== null) {
      const options: vscode.TextDocumentShowOptions = { selection: toRange(range), preserveFocus: false };
      item.command = { command: 'vscode.open', title: 'Go to the Claim', arguments: [uri, options] };
    }
    return item;
  }

  #refresh(): void {
    const { claims } = this.#model;
    this.#nodes = new Map();
    this.#groups = new Map();
    this.#view.message = claims === null ? '' : progressOf(claims);
    const findings = claims === null ? 0 : findingsIn(claims);
    this.#view.badge = findings === 0 ? undefined : { value: findings, tooltip: `${count(findings, 'finding')} in this draft` };
    void vscode.commands.executeCommand('setContext', BY_VERDICT, this.isGrouped);
    this.#changed.fire();
  }

  /** The claim at the cursor is marked in the list, as long as that is on the screen; the keyboard stays where it is. */
  #follow(position: vscode.Position): void {
    const claim = this.#model.claimAt(position);
    if (!this.#view.visible || claim === null) return;
    if (this.isGrouped) for (const group of this.getChildren()) this.getChildren(group);
    this.#view.reveal(this.#node(claim), { select: true, focus: false }).then(undefined, () => {
      // The list has changed since.
    });
  }
}

function groupItem({ state, label, claims }: ClaimGroup): vscode.TreeItem {
  const shown = item(label, STATE_ICONS[state]);
  shown.description = String(claims.length);
  shown.id = `group ${state}`;
  shown.collapsibleState =
    state === 'supported' || state === 'ignored' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  shown.accessibilityInformation = { label: `${label}: ${count(claims.length, 'claim')}` };
  return shown;
}

function claimItem(claim: WireClaim): vscode.TreeItem {
  const state = stateOf(claim);
  const shown = item(claim.text, STATE_ICONS[state]);
  shown.description = `line ${claim.range.start.line + 1}`;
  shown.contextValue = 'claim';
  shown.collapsibleState =
    claim.findings.length + claim.ignored.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  shown.tooltip = [`${stateInWords(state)}${claim.heading === null ? '' : `, under “${claim.heading}”`}`, claim.text].join('\n');
  shown.accessibilityInformation = { label: claimInWords(claim) };
  return shown;
}

function findingItem({ rule, severity, message }: WireFinding): vscode.TreeItem {
  const shown = item(message, SEVERITY_ICONS[severity]);
  shown.description = rule;
  shown.tooltip = `${rule}: ${message}`;
  shown.accessibilityInformation = { label: `${severity}, ${rule}: ${message}` };
  return shown;
}

function item(label: string, [icon, color]: readonly [string, string]): vscode.TreeItem {
  const shown = new vscode.TreeItem(label);
  shown.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  return shown;
}
