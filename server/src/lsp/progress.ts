/** Shows the reading of sources as work in progress that a person can cancel, where the client can show it. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import type { Reading } from '../project/read.ts';

const CANCELLED = 'Reading the sources was cancelled. Nothing is checked until they are read again.';

export interface ShownReading extends Reading {
  readonly signal: AbortSignal;
  done(): void;
}

/**
 * `supported`: whether the client can show work in progress. It is shown once there is some: a look at files of which none has
 * changed shows nothing. Reading does not wait for the client to make room for it.
 */
export function showReading(connection: Connection, supported: boolean, title: string): ShownReading {
  const abort = new AbortController();
  let reporter: WorkDoneProgressServerReporter | null = null;
  let done = false;
  const show = (): void => {
    connection.window
      .createWorkDoneProgress()
      .then((created) => {
        if (done) return;
        reporter = created;
        created.begin(title, 0, undefined, true);
        created.token.onCancellationRequested(() => abort.abort(new Error(CANCELLED)));
      })
      .catch(() => {
        // A client that makes no room for it has its sources read all the same.
      });
  };
  let last = -1;
  return {
    signal: abort.signal,
    onProgress: (progress) => {
      const percent = Math.floor((100 * progress.done) / Math.max(1, progress.total));
      if (percent === last) return;
      if (last === -1 && supported) show();
      last = percent;
      reporter?.report(percent, `${progress.done} of ${progress.total} files`);
    },
    done: () => {
      done = true;
      reporter?.done();
    },
  };
}
