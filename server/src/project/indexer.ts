/** The process that writes an index (dist/indexer.cjs): takes one job, tells how far it is, and ends. */
import { reason } from '../corpus/load/reason.ts';
import { type UpdateOptions, updateStore } from '../store/update.ts';
import type { IndexerMessage } from './indexer-protocol.ts';

function tell(message: IndexerMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(message, () => resolve());
  });
}

process.once('message', (job: UpdateOptions) => {
  updateStore({ ...job, onProgress: ({ done, total }) => void tell({ kind: 'progress', done, total }) })
    .then(
      (updated) => tell({ kind: 'done', updated }),
      (error: unknown) => tell({ kind: 'failed', message: reason(error) }),
    )
    .finally(() => process.exit());
});
// Whoever started it is gone: nobody waits for the index, and the last good one stays.
process.once('disconnect', () => process.exit());
