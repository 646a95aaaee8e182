/** The words that were cited lately in this workspace, newest first. */
import type * as vscode from 'vscode';
import type { CitedWords } from '../../../server/src/lsp/protocol.ts';

const KEY = 'corroborate.cited';
const KEPT = 12;

export class Recent {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get words(): readonly CitedWords[] {
    return this.#memory.get<readonly CitedWords[]>(KEY, []);
  }

  async remember(words: CitedWords): Promise<void> {
    const others = this.words.filter((one) => one.citekey !== words.citekey || one.words !== words.words);
    await this.#memory.update(KEY, [words, ...others].slice(0, KEPT));
  }
}
