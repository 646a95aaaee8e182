import type { Hit } from './types.ts';

/** Keeps the `limit` best of many scored passages: highest score first, and of equal scores the lowest id. */
export class TopHits {
  readonly #limit: number;
  /** A binary heap with the worst kept hit at its root. */
  readonly #heap: Hit[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Scores below this one cannot enter. */
  get floor(): number {
    return this.#heap.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#heap[0]?.score ?? Number.NEGATIVE_INFINITY);
  }

  offer(id: number, score: number): void {
    const heap = this.#heap;
    const hit = { id, score };
    if (heap.length < this.#limit) {
      heap.push(hit);
      this.#up(heap.length - 1);
      return;
    }
    const worst = heap[0];
    if (worst === undefined || !worse(worst, hit)) return;
    heap[0] = hit;
    this.#down();
  }

  /** The kept hits, best first. */
  sorted(): readonly Hit[] {
    return [...this.#heap].sort((a, b) => (worse(a, b) ? 1 : -1));
  }

  #up(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfWorse(at, parent, heap)) return;
      at = parent;
    }
  }

  #down(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const a = heap[left];
      const b = heap[left + 1];
      if (a === undefined) return;
      const child = b !== undefined && worse(b, a) ? left + 1 : left;
      if (!this.#swapIfWorse(child, at, heap)) return;
      at = child;
    }
  }

  #swapIfWorse(at: number, parent: number, heap: Hit[]): boolean {
    const hit = heap[at];
    const above = heap[parent];
    if (hit === undefined || above === undefined || !worse(hit, above)) return false;
    heap[at] = above;
    heap[parent] = hit;
    return true;
  }
}

function worse(a: Hit, b: Hit): boolean {
  return a.score < b.score || (a.score === b.score && a.id > b.id);
}
