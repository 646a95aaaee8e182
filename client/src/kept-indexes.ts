/** Clear Kept Indexes: removes what is kept of large corpora in the cache folder. */
import * as vscode from 'vscode';
import { CLEAR_INDEXES_REQUEST, type ClearedIndexes } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

const MEGABYTE = 1024 * 1024;

export async function clearIndexes(server: Server): Promise<void> {
  const cleared = await server.request<ClearedIndexes>(CLEAR_INDEXES_REQUEST, null);
  if (cleared === null) return;
  const { indexes, bytes } = cleared;
  const told =
    indexes === 0
      ? 'No index is kept. Sources are kept as an index only where they are large.'
      : `Removed ${indexes} ${indexes === 1 ? 'index' : 'indexes'}, ${(bytes / MEGABYTE).toFixed(1)} MB. Each is built again when it is needed.`;
  void vscode.window.showInformationMessage(told);
}
