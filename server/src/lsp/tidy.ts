/**
 * Gives memory back once nobody works: what checking and reading left behind stays with the process otherwise, in every
 * window, for the JavaScript engine collects it only when it needs room. Done once in each pause, never while somebody types.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds without work after which a person has paused. */
const QUIET = 3000;
/** Collecting takes some tenths of a second; it is not worth that for fewer bytes than these. */
const WORTH = 6 * 1024 * 1024;

type Collect = () => void;

export interface TidyOptions {
  /** Bytes that the process has taken for its heap. */
  readonly heap: () => number;
  readonly collect: () => void;
  readonly quiet: number;
}

export class Tidy {
  readonly #options: TidyOptions;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The heap after the last collection. */
  #after = 0;

  constructor(options: Partial<TidyOptions> = {}) {
    this.#options = { heap: () => process.memoryUsage().heapTotal, collect, quiet: QUIET, ...options };
  }

  /** Somebody works: the pause begins anew. */
  worked(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tidy(), this.#options.quiet);
    // A server that is told to end does not wait for it.
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tidy(): void {
    this.#timer = null;
    const { heap, collect } = this.#options;
    if (heap() - this.#after < WORTH) return;
    collect();
    this.#after = heap();
  }
}

/** Twice, for what the first round sets free (buffers outside the heap) only goes with the second. */
function collect(): void {
  const gc = collector();
  if (gc === null) return;
  // An editor's own Node may hold its flags fixed; there the editor has started the server with those that are needed.
  const mayFlag = process.versions['electron'] === undefined;
  if (mayFlag) setFlagsFromString('--compact-on-every-full-gc');
  for (let round = 0; round < 2; round++) gc();
  if (mayFlag) setFlagsFromString('--no-compact-on-every-full-gc');
}

let known: Collect | null | undefined;

/** The engine's own collector, or null where it cannot be had. */
function collector(): Collect | null {
  if (known !== undefined) return known;
  const given: unknown = Reflect.get(globalThis, 'gc');
  known = typeof given === 'function' ? (given as Collect) : null;
  if (known === null && process.versions['electron'] === undefined) {
    setFlagsFromString('--expose-gc');
    const made: unknown = runInNewContext('gc');
    known = typeof made === 'function' ? (made as Collect) : null;
  }
  return known;
}
