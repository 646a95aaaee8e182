/** Where a project has its corpus: in memory, or in an index on disk. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Reading } from './read.ts';

/** A search server as a check needs it: asked ahead, so that nothing waits for it while it judges. */
export interface Searched {
  /** How it stands, in words: `search server https://…: it answers`. */
  readonly inWords: string;
  /** Whether it is asked at present; where not, the own index answers. */
  readonly serves: boolean;
  /** Tries a server again that has been away for a while; nobody waits for it. */
  wake(): void;
  /** Does work in which questions are noted that have no answer yet. */
  asking<T>(work: () => T): T;
  /** Notes that the frequencies of a sentence's words will be wanted. */
  expect(sentence: string): void;
  /** Fetches answers to what was noted. False where there is no server to give any; the own index answers then. */
  fetch(): Promise<boolean>;
}

export interface Holding {
  readonly corpus: Corpus;
  /** What a person should know of how the sources are held; null where there is nothing to tell. */
  readonly note: string | null;
  /** Whether files have changed since; a refresh brings them in. */
  readonly isOld: boolean;
  /** Takes in what changed. True where the corpus is another one now; the one before must not be asked any more. */
  refresh(reading: Reading): Promise<boolean>;
  /** Where a search server finds the passages; null where an index of our own does. */
  readonly searched: Searched | null;
  /** What was held turned out to be damaged: the next refresh builds it again. */
  discard(): void;
}
