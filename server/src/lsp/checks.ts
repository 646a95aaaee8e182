/**
 * Checks open drafts and keeps what was found. A check runs a moment after the last keystroke; one that a newer keystroke
 * made stale is not begun. What was found for a version of a draft and a state of its corpus is not worked out twice,
 * whoever asks: push, pull, hover and code actions all see the same.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckSettings, DraftReport } from '../checker.ts';
import type { Project } from '../project/project.ts';
import { LineMap } from '../text/lines.ts';
import type { DraftHome, DraftWorkspace } from './workspace.ts';

/** A draft's findings with all that is needed to show them. */
export interface CheckedDraft {
  readonly kind: 'checked';
  readonly uri: string;
  readonly version: number;
  readonly lines: LineMap;
  readonly report: DraftReport;
  readonly project: Project;
  readonly settings: CheckSettings;
  /** Differs whenever the findings may differ. */
  readonly id: string;
}

/** Why a draft has no findings. `message` is in words. */
export type Unchecked =
  | { readonly kind: 'no-sources' | 'is-source' | 'not-a-draft'; readonly uri: string }
  | { readonly kind: 'failed'; readonly uri: string; readonly message: string };

export type CheckOutcome = CheckedDraft | Unchecked;

export class Checks {
  readonly #workspace: DraftWorkspace;
  readonly #outcomes = new Map<string, CheckOutcome>();
  readonly #onOutcome: (outcome: CheckOutcome) => void;

  constructor(workspace: DraftWorkspace, onOutcome: (outcome: CheckOutcome) => void) {
    this.#workspace = workspace;
    this.#onOutcome = onOutcome;
  }

  /** What was found last, perhaps for an older version. */
  last(uri: string): CheckOutcome | null {
    return this.#outcomes.get(uri) ?? null;
  }

  outcomes(): readonly CheckOutcome[] {
    return [...this.#outcomes.values()];
  }

  forget(uri: string): void {
    this.#outcomes.delete(uri);
  }

  /** Checks the text that `current` gives once the corpus is at hand. Null where the draft was closed meanwhile. Never rejects. */
  async check(uri: string, current: () => TextDocument | undefined): Promise<CheckOutcome | null> {
    const home = await this.#home(uri);
    const document = current();
    if (document === undefined) return null;
    const outcome = home.kind === 'project' ? this.#checked(document, home) : home;
    if (outcome !== this.#outcomes.get(uri)) {
      this.#outcomes.set(uri, outcome);
      this.#onOutcome(outcome);
    }
    return outcome;
  }

  async #home(uri: string): Promise<Extract<DraftHome, { kind: 'project' }> | Unchecked> {
    try {
      const home = await this.#workspace.homeOf(uri);
      return home.kind === 'project' ? home : { kind: home.kind, uri };
    } catch (error) {
      return { kind: 'failed', uri, message: error instanceof Error ? error.message : String(error) };
    }
  }

  #checked(document: TextDocument, home: Extract<DraftHome, { kind: 'project' }>): CheckOutcome {
    const { uri, version } = document;
    const id = `${version}.${home.project.generation}.${home.key}`;
    const known = this.#outcomes.get(uri);
    if (known?.kind === 'checked' && known.id === id && known.project === home.project) return known;
    const text = document.getText();
    const report = home.project.check(home.path, text, home.settings);
    return { kind: 'checked', uri, version, lines: new LineMap(text), report, project: home.project, settings: home.settings, id };
  }
}

/** Runs what is scheduled under a name a moment after the last time it was scheduled. */
export class Debouncer {
  readonly #delay: number;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** `delay` in milliseconds. */
  constructor(delay: number) {
    this.#delay = delay;
  }

  schedule(name: string, run: () => void): void {
    this.cancel(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        run();
      }, this.#delay),
    );
  }

  cancel(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  cancelAll(): void {
    for (const name of [...this.#timers.keys()]) this.cancel(name);
  }
}
