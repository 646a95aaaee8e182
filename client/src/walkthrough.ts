/**
 * Ticks the steps of the walkthrough. VS Code ticks a step at the moment when its context becomes true, and never where it
 * was true before VS Code came to know the walkthrough, which it may do only when its page is opened. So each step has two
 * contexts that take turns: whatever was true already, the other one becomes true after the page has opened.
 */
import * as vscode from 'vscode';

export const STEPS = ['folder', 'sources', 'draft', 'finding'] as const;
export type Step = (typeof STEPS)[number];

const WALKTHROUGH = 'corroborate.corroborate#start';
/** Milliseconds after which a page that was opened has been read by VS Code. */
const OPENED = 800;

export class Walkthrough implements vscode.Disposable {
  readonly #done = new Set<Step>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: 'once' | 'again' = 'once';

  constructor() {
    this.#subscriptions = [
      vscode.commands.registerCommand('corroborate.openWalkthrough', () =>
        vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false),
      ),
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        if (opened.length > 0) this.#tellSoon();
      }),
    ];
  }

  /** A step that was taken once stays taken. */
  taken(step: Step): void {
    if (this.#done.has(step)) return;
    this.#done.add(step);
    this.#tell(step);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#turn = this.#turn === 'once' ? 'again' : 'once';
      for (const step of this.#done) this.#tell(step);
    }, OPENED);
  }

  #tell(step: Step): void {
    void vscode.commands.executeCommand('setContext', `corroborate.taken.${step}`, this.#turn);
  }
}
