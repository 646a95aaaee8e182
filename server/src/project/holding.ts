/** Where a project has its corpus: in memory, or in an index on disk. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Reading } from './read.ts';

export interface Holding {
  readonly corpus: Corpus;
  /** What a person should know of how the sources are held; null where there is nothing to tell. */
  readonly note: string | null;
  /** Whether files have changed since; a refresh brings them in. */
  readonly isOld: boolean;
  /** Takes in what changed. True where the corpus is another one now; the one before must not be asked any more. */
  refresh(reading: Reading): Promise<boolean>;
  /** What was held turned out to be damaged: the next refresh builds it again. */
  discard(): void;
}
