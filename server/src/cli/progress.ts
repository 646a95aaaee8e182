/** One line on standard error that says how far long work is; nothing where standard error is no terminal. */
import type { Io } from './io.ts';
import { printable, shortened } from './terminal.ts';

/** Work that is done sooner needs no line that flickers. */
const AFTER = 800;
/** So often at most. */
const EVERY = 100;

export class Progress {
  readonly #io: Pick<Io, 'terminalNotes' | 'note' | 'env' | 'columns'>;
  readonly #begun = Date.now();
  #last = 0;
  #shown = false;

  constructor(io: Pick<Io, 'terminalNotes' | 'note' | 'env' | 'columns'>) {
    this.#io = io;
  }

  show(text: string): void {
    const now = Date.now();
    if (!this.#io.terminalNotes || this.#io.env['TERM'] === 'dumb' || now - this.#begun < AFTER || now - this.#last < EVERY) return;
    this.#last = now;
    this.#shown = true;
    this.#io.note(`\r\u001b[K${shortened(printable(text), (this.#io.columns ?? 80) - 1)}`);
  }

  /** Takes the line away; to be called before anything else is printed. */
  clear(): void {
    if (this.#shown) this.#io.note('\r\u001b[K');
    this.#shown = false;
  }
}
