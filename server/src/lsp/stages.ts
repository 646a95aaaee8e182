/** When what is known of a draft is shown although sentences are still to be judged. */
import type { CheckStage } from '../checker.ts';
import type { CheckOutcome } from './checks.ts';

/** Milliseconds until something is shown for the first time; each time after that takes twice as long to come. */
const FIRST = 120;

/** Times at which a check that goes on is worth showing. */
export class Stages {
  readonly #begun = performance.now();
  #next = FIRST;

  /** True once each time. */
  isDue(): boolean {
    const passed = performance.now() - this.#begun;
    if (passed < this.#next) return false;
    while (this.#next <= passed) this.#next *= 2;
    return true;
  }
}

/**
 * Whether a part of the findings is better than what stands there: always where nothing does; not where that was found for
 * the same text (its sources or settings have changed, and the marks would all go and come back), nor where most would go.
 */
export function isWorthShowing({ judged }: Pick<CheckStage, 'judged'>, version: number, last: CheckOutcome | null): boolean {
  if (last?.kind !== 'checked') return true;
  return last.version !== version && judged * 2 >= last.report.judgements.length;
}
