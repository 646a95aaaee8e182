/** Runs what is scheduled under a name a moment after the last time it was scheduled. */
export class Debouncer {
  readonly #delay: number;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** When something was last to be run soon, by name. */
  readonly #asked = new Map<string, number>();

  /** `delay` in milliseconds. */
  constructor(delay: number) {
    this.#delay = delay;
  }

  schedule(name: string, run: () => void): void {
    this.#run(name, this.#delay, run);
  }

  /** The same, but at once where it is the first time for as long as the delay: only what comes in bursts has to wait. */
  soon(name: string, run: () => void): void {
    this.#run(name, this.#waitFor(name), run);
  }

  /** Resolves when `soon` would run. Others who wait under the name wait on. */
  wait(name: string): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.#waitFor(name)));
  }

  cancel(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    this.#asked.delete(name);
  }

  cancelAll(): void {
    for (const name of [...this.#timers.keys()]) this.cancel(name);
  }

  #waitFor(name: string): number {
    const now = performance.now();
    const before = this.#asked.get(name) ?? Number.NEGATIVE_INFINITY;
    this.#asked.set(name, now);
    return now - before < this.#delay ? this.#delay : 0;
  }

  #run(name: string, delay: number, run: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        run();
      }, delay),
    );
  }
}
