/**
 * A corpus whose passages a search server finds. The own index stays beneath it: it answers until the server is ready, while
 * it is away, and whatever nobody asked ahead, always with the same answers.
 */
import { randomUUID } from 'node:crypto';
import type { Corpus } from '../corpus/corpus.ts';
import { withIndex } from '../corpus/with-index.ts';
import { AskedIndex } from '../index/asked.ts';
import type { Access } from '../search/access.ts';
import { Connection } from '../search/connection.ts';
import { type SyncedIndex, synchronise } from '../search/sync.ts';
import { SearchTrouble } from '../search/trouble.ts';
import { indexTerms } from '../text/terms.ts';
import type { Holding, Searched } from './holding.ts';
import { programId } from './indexing.ts';
import type { LoadProgress, Reading } from './read.ts';

export interface SearchedOptions {
  /** Whether to wait until the server holds the sources. */
  readonly waits: boolean;
  readonly onTrouble: (message: string) => void;
  readonly reading: Reading;
}

/** Milliseconds after which a server that was away is tried again. */
const AGAIN = 30_000;

/** Rejects only with the reason of the reading's signal: what is wrong with the server is told, and the own index serves. */
export async function searchWith(access: Access, own: Holding, { waits, onTrouble, reading }: SearchedOptions): Promise<Holding> {
  const holding = new SearchedHolding(access, own, onTrouble);
  const connecting = holding.connect(true, waits ? reading : {});
  if (waits) await connecting;
  return holding;
}

type Standing =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'serves'; readonly connection: Connection; readonly synced: SyncedIndex }
  | { readonly kind: 'away'; readonly why: string; readonly since: number; readonly mayWrite: boolean };

class SearchedHolding implements Holding, Searched {
  readonly #access: Access;
  readonly #own: Holding;
  readonly #onTrouble: (message: string) => void;
  readonly #writer = randomUUID();
  #asked: AskedIndex;
  #corpus: Corpus;
  #standing: Standing = { kind: 'connecting' };
  #connecting: Promise<void> = Promise.resolve();
  #fetching: Promise<boolean> | null = null;
  /** The kind of trouble that was told of last, since it was well. */
  #told: string | null = null;
  /** Ends bringing the server up to date, when the corpus is another one meanwhile. */
  #stop = new AbortController();

  constructor(access: Access, own: Holding, onTrouble: (message: string) => void) {
    this.#access = access;
    this.#own = own;
    this.#onTrouble = onTrouble;
    this.#asked = new AskedIndex(own.corpus.index);
    this.#corpus = withIndex(own.corpus, this.#asked);
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  get note(): string | null {
    return this.#own.note;
  }

  get isOld(): boolean {
    return this.#own.isOld;
  }

  get searched(): Searched {
    return this;
  }

  get inWords(): string {
    const { url, prefix } = this.#access;
    const standing = this.#standing;
    const name = `search server ${url} (indexes ${prefix}-…)`;
    if (standing.kind === 'serves') return `${name}: it answers, and holds these sources`;
    return standing.kind === 'connecting' ? `${name}: it is being asked` : `${name}: not used, because ${standing.why}`;
  }

  get serves(): boolean {
    return this.#standing.kind === 'serves';
  }

  wake(): void {
    const standing = this.#standing;
    if (standing.kind === 'away' && Date.now() - standing.since > AGAIN) void this.connect(standing.mayWrite, {});
  }

  async refresh(reading: Reading): Promise<boolean> {
    const changed = await this.#own.refresh(reading);
    if (!changed) return false;
    this.#asked = new AskedIndex(this.#own.corpus.index);
    this.#corpus = withIndex(this.#own.corpus, this.#asked);
    void this.connect(true, {});
    return true;
  }

  discard(): void {
    this.#own.discard();
  }

  asking<T>(work: () => T): T {
    return this.#asked.asking(work);
  }

  expect(sentence: string): void {
    this.#asked.expect(indexTerms(sentence));
  }

  fetch(): Promise<boolean> {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetch(): Promise<boolean> {
    const [standing, asked] = [this.#standing, this.#asked];
    if (standing.kind !== 'serves') return false;
    const questions = asked.take();
    // Somebody else has fetched them.
    if (questions === null) return true;
    const { index, token } = standing.synced;
    try {
      const { frequencies, hits } = await index.answer(questions, token);
      asked.answer(questions, frequencies, hits);
      return true;
    } catch (error) {
      if (this.#standing === standing) this.#leave(error, standing.connection);
      return false;
    }
  }

  /** Has the server hold the corpus as it is now. Rejects only with the reason of the reading's signal. */
  connect(mayWrite: boolean, reading: Reading): Promise<void> {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const before = this.#standing;
    this.#standing = { kind: 'connecting' };
    // One after the other: two writers of one program would only be in each other's way.
    const connecting = this.#connecting
      .catch(() => {})
      .then(async () => {
        if (before.kind === 'serves') await before.connection.close();
        if (!stop.signal.aborted) await this.#connect(mayWrite, reading, stop.signal);
      });
    this.#connecting = connecting;
    connecting.catch(() => {});
    return connecting;
  }

  async #connect(mayWrite: boolean, { onProgress, signal }: Reading, stop: AbortSignal): Promise<void> {
    let connection: Connection | null = null;
    const either = signal === undefined ? stop : AbortSignal.any([signal, stop]);
    try {
      connection = await Connection.to(this.#access);
      const sending = ({ done, total }: LoadProgress): void => onProgress?.({ done, total, sending: true });
      const options = { program: programId(), writer: this.#writer, mayWrite, onProgress: sending, signal: either };
      const synced = await synchronise(connection, this.#access.prefix, this.#own.corpus, options);
      if (stop.aborted) return await connection.close();
      this.#standing = { kind: 'serves', connection, synced };
      this.#told = null;
    } catch (error) {
      if (stop.aborted) await connection?.close();
      else this.#leave(error, connection);
      signal?.throwIfAborted();
    }
  }

  /** The own index answers from here on. */
  #leave(error: unknown, connection: Connection | null): void {
    const why = error instanceof Error ? error.message : String(error);
    // An index that somebody else has put other sources into is not taken back from him, until ours change.
    const kind = error instanceof SearchTrouble ? error.kind : 'fault';
    this.#standing = { kind: 'away', why, since: Date.now(), mayWrite: kind !== 'other' };
    connection?.close().catch(() => {});
    // Whether the line is refused or breaks is the same trouble, as long as it lasts.
    if (kind === this.#told) return;
    this.#told = kind;
    this.#onTrouble(`the search server is not used, because ${why}. The index on this machine answers instead; what is found is the same.`);
  }
}
