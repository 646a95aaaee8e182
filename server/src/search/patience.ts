/** Tries again, with growing pauses, what may succeed in a moment. */
import { SearchTrouble } from './trouble.ts';

/** How long a piece of work may take, with all its tries. */
export interface Patience {
  /** Milliseconds. */
  readonly total: number;
}

/** A person waits for the answer, and there is another way to get it. */
export const BRIEF: Patience = { total: 2500 };
/** Work behind the scenes. */
export const LONG: Patience = { total: 120_000 };

const FIRST_PAUSE = 100;
export const LONGEST_PAUSE = 10_000;

/** What `work` gives, which is told how many milliseconds are left; rejects with its last trouble, at once where trying again is no use. */
export async function patiently<T>(work: (left: number) => Promise<T>, { total }: Patience): Promise<T> {
  const until = Date.now() + total;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 3, LONGEST_PAUSE)) {
    try {
      return await work(Math.max(1, until - Date.now()));
    } catch (error) {
      if (!(error instanceof SearchTrouble) || (error.kind !== 'away' && error.kind !== 'busy')) throw error;
      // Spread, so that many readers whom a server has sent away do not all come back at once.
      const wait = Math.max(error.retryAfter, pause * (0.75 + Math.random() / 2));
      if (Date.now() + wait >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
