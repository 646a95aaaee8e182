/** What the server tells of itself: its corpora, its drafts, its troubles. Sent when it changes, at most a few times a second. */
import type { Connection } from 'vscode-languageserver/node';
import type { Project } from '../project/project.ts';
import type { CheckOutcome } from './checks.ts';
import { Debouncer } from './debouncer.ts';
import { type CorpusStatus, type DraftStatus, type ServerStatus, STATUS_NOTIFICATION } from './protocol.ts';

/** Milliseconds; long enough to gather what belongs together, short enough to look immediate. */
const GATHER = 50;
/** More problems than this are not read; the rest is counted by the reader of the full list, `corroborate lint`. */
const PROBLEMS = 100;

export class Status {
  readonly #connection: Connection;
  readonly #corpora = new Map<string, Omit<CorpusStatus, 'searchServer'>>();
  readonly #projects = new Map<string, Project>();
  readonly #debouncer = new Debouncer(GATHER);
  readonly #rest: () => Pick<ServerStatus, 'drafts' | 'troubles'>;

  constructor(connection: Connection, rest: () => Pick<ServerStatus, 'drafts' | 'troubles'>) {
    this.#connection = connection;
    this.#rest = rest;
  }

  current(): ServerStatus {
    // A search server comes and goes without anybody opening or reading anything.
    const corpora = [...this.#corpora].map(([key, corpus]) => ({ ...corpus, searchServer: this.#projects.get(key)?.searchServer ?? null }));
    return { corpora, ...this.#rest() };
  }

  changed(): void {
    this.#debouncer.schedule('status', () => {
      this.#connection.sendNotification(STATUS_NOTIFICATION, this.current()).catch(() => {});
    });
  }

  clear(): void {
    this.#corpora.clear();
    this.#projects.clear();
    this.changed();
  }

  indexing(roots: readonly string[]): void {
    this.#set(roots, { state: 'indexing' });
  }

  failed(roots: readonly string[], message: string): void {
    this.#set(roots, { state: 'failed', message });
  }

  ready(project: Project): void {
    const { corpus } = project;
    this.#projects.set(JSON.stringify(project.roots), project);
    this.#set(project.roots, {
      state: 'ready',
      sources: corpus.sources.size,
      documents: corpus.documents.size,
      passages: corpus.passageCount,
      problems: project.problems.slice(0, PROBLEMS),
    });
  }

  stop(): void {
    this.#debouncer.cancelAll();
  }

  #set(roots: readonly string[], status: Partial<CorpusStatus> & Pick<CorpusStatus, 'state'>): void {
    this.#corpora.set(JSON.stringify(roots), { roots, message: '', sources: 0, documents: 0, passages: 0, problems: [], ...status });
    this.changed();
  }
}

/** What became of a draft, as the status tells it. */
export function draftStatus(uri: string, outcome: CheckOutcome | null): DraftStatus {
  if (outcome === null) return { uri, state: 'waiting' };
  switch (outcome.kind) {
    case 'checked': {
      const { judgements, findings } = outcome.report;
      return {
        uri,
        state: 'checked',
        version: outcome.version,
        claims: judgements.length,
        findings: findings.length,
        sources: outcome.project.roots,
      };
    }
    case 'failed':
      return { uri, state: 'failed', message: outcome.message };
    default:
      return { uri, state: outcome.kind };
  }
}
