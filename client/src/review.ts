/** Registers the views and the commands about a review. */
import * as vscode from 'vscode';
import type { WireRange } from '../../server/src/lsp/protocol.ts';
import { type ClaimNode, ClaimsView } from './claims-view.ts';
import { EvidenceBeside } from './evidence.ts';
import { Explanation } from './explanation.ts';
import { exportReport } from './export-report.ts';
import { goToFinding } from './findings.ts';
import { showIgnores } from './ignores.ts';
import { openAt } from './ranges.ts';
import { ReviewModel } from './review-model.ts';
import type { Server } from './server.ts';
import { SourcesView } from './sources-view.ts';
import { activeMarkdown } from './status.ts';
import { Walkthrough } from './walkthrough.ts';
import { addSource, checkWorkspace } from './whole-workspace.ts';

export function registerReview(server: Server, memory: vscode.Memento): vscode.Disposable {
  const model = new ReviewModel(server);
  const claims = new ClaimsView(model, memory);
  const evidence = new EvidenceBeside(server);
  const explanation = new Explanation(server, model);
  const walkthrough = new Walkthrough();
  const tell = () => tellContexts(server, model, walkthrough);
  const command = <Args extends readonly unknown[]>(name: string, run: (...args: Args) => unknown) =>
    vscode.commands.registerCommand(`corroborate.${name}`, run);
  return vscode.Disposable.from(
    model,
    claims,
    new SourcesView(model),
    evidence,
    explanation,
    walkthrough,
    command('claimsByVerdict', () => claims.group(true)),
    command('claimsInOrder', () => claims.group(false)),
    command('nextFinding', async () => {
      await goToFinding(1);
      walkthrough.taken('finding');
    }),
    command('previousFinding', () => goToFinding(-1)),
    command('explainVerdict', (node?: ClaimNode) => explanation.show(node?.kind === 'claim' ? node.claim : null)),
    command('showEvidenceBeside', async (node?: ClaimNode) => {
      if (node?.kind === 'claim' && model.uri !== null) await openAt(model.uri.toString(), node.claim.range);
      await evidence.start();
    }),
    command('stopFollowing', () => evidence.stop()),
    command('checkWorkspace', () => checkWorkspace(server)),
    command('addSource', () => addSource(server, model)),
    command('exportReport', (target?: unknown) => exportReport(server, model, target instanceof vscode.Uri ? target : undefined)),
    command('showIgnores', () => showIgnores(server)),
    command('openAt', (uri: string, range: WireRange) => openAt(uri, range)),
    model.onChange(tell),
    server.onChange(tell),
    vscode.window.onDidChangeActiveTextEditor(tell),
  );
}

/** What welcome pages, menus and the walkthrough go by. */
function tellContexts(server: Server, { claims, sources }: ReviewModel, walkthrough: Walkthrough): void {
  const active = activeMarkdown()?.uri.toString();
  const draft = server.status?.drafts.find(({ uri }) => uri === active)?.state ?? 'none';
  const contexts = {
    'corroborate.server': server.state,
    'corroborate.draft': claims !== null && draft !== 'no-sources' ? 'checked' : draft,
    'corroborate.hasSources': sources.corpora.some((corpus) => corpus.sources.length > 0),
    'corroborate.hasFindings': claims?.claims.some(({ findings }) => findings.length > 0) ?? false,
  };
  for (const [name, value] of Object.entries(contexts)) void vscode.commands.executeCommand('setContext', name, value);
  if ((vscode.workspace.workspaceFolders ?? []).length > 0) walkthrough.taken('folder');
  if (contexts['corroborate.hasSources']) walkthrough.taken('sources');
  if (contexts['corroborate.draft'] === 'checked') walkthrough.taken('draft');
}
