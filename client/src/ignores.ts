/** The list of all that is ignored: why, and whether it still matches anything; each can be looked at, explained or taken back. */
import * as vscode from 'vscode';
import {
  CHANGE_IGNORES_REQUEST,
  type ChangeIgnoresParams,
  IGNORES_REQUEST,
  type IgnoresResult,
  type WireIgnore,
} from '../../server/src/lsp/protocol-review.ts';
import { openAt } from './ranges.ts';
import type { Server } from './server.ts';
import { count } from './wording.ts';

interface IgnoreItem extends vscode.QuickPickItem {
  readonly run?: () => Promise<unknown>;
  readonly file?: string;
  readonly ignore?: WireIgnore;
}

const REMOVE: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('trash'), tooltip: 'Take this back: tell of it again' };
const EXPLAIN: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('edit'), tooltip: 'Say why it is ignored' };

export async function showIgnores(server: Server): Promise<void> {
  const result = await server.request<IgnoresResult>(IGNORES_REQUEST, {});
  if (result === null) return;
  const items = itemsOf(result, server);
  if (items.length === 0) {
    void vscode.window.showInformationMessage('Nothing is ignored. The light bulb on a finding offers to ignore it.');
    return;
  }
  const picker = vscode.window.createQuickPick<IgnoreItem>();
  picker.title = 'What is Ignored';
  picker.placeholder = 'Choose one to see where it is written; the buttons take it back or say why';
  picker.matchOnDetail = true;
  picker.items = items;
  picker.onDidAccept(() => {
    const [chosen] = picker.activeItems;
    picker.hide();
    void chosen?.run?.();
  });
  picker.onDidTriggerItemButton(({ button, item: { file, ignore } }) => {
    if (file === undefined || ignore === undefined) return;
    picker.hide();
    void (button === REMOVE ? change(server, { uri: file, remove: [ignore.id] }) : explain(server, file, ignore));
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}

function itemsOf({ files, comments }: IgnoresResult, server: Server): readonly IgnoreItem[] {
  const heading = (uri: string): IgnoreItem => ({
    label: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    kind: vscode.QuickPickItemKind.Separator,
  });
  const inFiles = files.flatMap(({ uri, problem, ignores }): readonly IgnoreItem[] => {
    const idle = ignores.filter(({ matchesNothing }) => matchesNothing === true);
    return [
      heading(uri),
      ...(problem === null ? [] : [{ label: '$(error) This file is not obeyed', detail: problem, run: () => openAt(uri, START) }]),
      ...ignores.map(
        (ignore): IgnoreItem => ({
          label: `$(${ignore.matchesNothing === true ? 'warning' : 'circle-slash'}) ${ignore.inWords}`,
          detail: [ignore.reason ?? 'no reason given', ignore.matchesNothing === true ? 'matches nothing any more' : null]
            .filter((part) => part !== null)
            .join(' · '),
          buttons: [EXPLAIN, REMOVE],
          file: uri,
          ignore,
          run: () => openAt(uri, ignore.range),
        }),
      ),
      ...(idle.length === 0
        ? []
        : [
            {
              label: `$(trash) Take out ${count(idle.length, 'ignore')} that match${idle.length === 1 ? 'es' : ''} nothing any more`,
              run: () => change(server, { uri, remove: idle.map(({ id }) => id) }),
            },
          ]),
    ];
  });
  const drafts = [...new Set(comments.map(({ uri }) => uri))];
  const inDrafts = drafts.flatMap((uri) => [
    heading(uri),
    ...comments
      .filter((comment) => comment.uri === uri)
      .map(
        ({ range, rules, reason }): IgnoreItem => ({
          label: `$(comment) ${rules === null ? 'everything' : rules.map((rule) => `“${rule}”`).join(', ')}, by the comment on line ${range.start.line + 1}`,
          detail: reason ?? 'no reason given',
          run: () => openAt(uri, range),
        }),
      ),
  ]);
  return [...inFiles.filter((_, index) => inFiles.length > 1 || index > 0), ...inDrafts];
}

async function explain(server: Server, uri: string, ignore: WireIgnore): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: 'Why is this ignored?',
    prompt: ignore.inWords,
    value: ignore.reason ?? '',
    placeHolder: 'In your own words; it is shown in lists and reports',
  });
  if (reason !== undefined) await change(server, { uri, explain: { id: ignore.id, reason } });
}

async function change(server: Server, params: ChangeIgnoresParams): Promise<void> {
  const problem = await server.request<string | null>(CHANGE_IGNORES_REQUEST, params);
  if (problem !== null) void vscode.window.showWarningMessage(problem);
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
