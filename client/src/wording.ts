/** What the status bar says, as a plain function of what the server told: no `vscode`, so that it is tested without one. */
import type { CorpusStatus, DraftStatus, ServerStatus } from '../../server/src/lsp/protocol.ts';

/** How the server itself is. */
export type ServerState = 'starting' | 'running' | 'stopped';

export interface StatusLine {
  /** With a theme icon in front, as `$(name)`. */
  readonly text: string;
  readonly tooltip: string;
  readonly level: 'calm' | 'warning' | 'error';
}

/** The line for the draft in the active editor; null where there is nothing to say, because no draft is open there. */
export function statusLine(server: ServerState, status: ServerStatus | null, activeUri: string | null): StatusLine | null {
  if (server === 'stopped')
    return { text: '$(error) Corroborate stopped', tooltip: 'The server has stopped. Click to start it again.', level: 'error' };
  if (server === 'starting' || status === null)
    return { text: '$(sync~spin) Corroborate is starting', tooltip: 'The server is starting.', level: 'calm' };
  const failed = status.corpora.find((corpus) => corpus.state === 'failed');
  const indexing = status.corpora.some((corpus) => corpus.state === 'indexing');
  const draft = status.drafts.find(({ uri }) => uri === activeUri);
  if (indexing) return { text: '$(sync~spin) Reading the sources', tooltip: 'The sources are being read.', level: 'calm' };
  if (draft === undefined && activeUri !== null && !/^(?:file|untitled):/.test(activeUri))
    return {
      text: '$(circle-slash) Not on disk',
      tooltip: 'Only files on disk and new files are checked: what is shown here comes from elsewhere, where no sources lie beside it.',
      level: 'calm',
    };
  if (draft === undefined) return failed === undefined ? null : failedLine(failed.message);
  return draftLine(draft, status.corpora);
}

function draftLine(draft: DraftStatus, corpora: readonly CorpusStatus[]): StatusLine {
  switch (draft.state) {
    case 'waiting':
      return { text: '$(sync~spin) Checking', tooltip: 'The draft is being checked.', level: 'calm' };
    case 'checked':
      return checkedLine(draft, corpora);
    case 'no-sources':
      return {
        text: '$(circle-slash) No sources found',
        tooltip:
          'Nothing is checked. Put the sources into a folder named “sources” beside the draft, or name their folder in the settings.',
        level: 'warning',
      };
    case 'is-source':
      return { text: '$(book) A source', tooltip: 'This file is one of the sources. Sources are read, not checked.', level: 'calm' };
    case 'not-a-draft':
      return { text: '$(circle-slash) Not a draft', tooltip: 'This file is not among the drafts that the settings name.', level: 'calm' };
    case 'failed':
      return failedLine(draft.message);
  }
}

function checkedLine(draft: Extract<DraftStatus, { state: 'checked' }>, corpora: readonly CorpusStatus[]): StatusLine {
  const problems = corpora.flatMap((corpus) => corpus.problems).length;
  const noPassages = corpora.length > 0 && corpora.every((corpus) => corpus.passages === 0);
  const result = `Checked ${count(draft.claims, 'claim')}: ${draft.findings === 0 ? 'no findings' : count(draft.findings, 'finding')}`;
  if (noPassages)
    return {
      text: '$(warning) The sources are empty',
      tooltip: 'No text was found in the sources, so no claim can be supported.',
      level: 'warning',
    };
  const doubt = problems === 0 ? '' : `\n${count(problems, 'problem')} with the sources; click to see.`;
  const read = corpora
    .map((corpus) => `${count(corpus.documents, 'document')} and ${count(corpus.passages, 'passage')} in ${corpus.roots.join(', ')}`)
    .join('\n');
  return { text: `$(${problems === 0 ? 'check' : 'info'}) ${result}`, tooltip: `${result}.\n${read}${doubt}`, level: 'calm' };
}

function failedLine(message: string): StatusLine {
  return { text: '$(error) Sources not read', tooltip: message, level: 'error' };
}

/** `1 claim`, `57 claims`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
