/**
 * Checks open drafts and keeps what was found. A check runs a moment after the last keystroke; one that a newer keystroke
 * made stale is not begun. What was found for a version of a draft and a state of its corpus is not worked out twice,
 * whoever asks: push, pull, hover and code actions all see the same.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckSettings, DraftReport } from '../checker.ts';
import type { Project } from '../project/project.ts';
import { LineMap } from '../text/lines.ts';
import type { Judgement } from '../verify/types.ts';
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

type ProjectHome = Extract<DraftHome, { kind: 'project' }>;

/** Milliseconds of checking after which other requests get their turn. */
const SLICE = 20;

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

  /**
   * Checks the text that `current` gives once the corpus is at hand; where it changes meanwhile, the newer text instead.
   * Null where `current` gives none any more. Never rejects.
   */
  async check(uri: string, current: () => TextDocument | undefined): Promise<CheckOutcome | null> {
    while (true) {
      const home = await this.#home(uri);
      const document = current();
      if (document === undefined) return null;
      const outcome = home.kind === 'project' ? await this.#checked(document, home, current) : home;
      // The text, or the corpus under it, has changed meanwhile.
      if (outcome === null) continue;
      if (outcome !== this.#outcomes.get(uri)) {
        this.#outcomes.set(uri, outcome);
        this.#onOutcome(outcome);
      }
      return outcome;
    }
  }

  async #home(uri: string): Promise<ProjectHome | Unchecked> {
    try {
      const home = await this.#workspace.homeOf(uri);
      return home.kind === 'project' ? home : { kind: home.kind, uri };
    } catch (error) {
      return { kind: 'failed', uri, message: error instanceof Error ? error.message : String(error) };
    }
  }

  #known(uri: string, id: string, project: Project): CheckedDraft | null {
    const known = this.#outcomes.get(uri);
    return known?.kind === 'checked' && known.id === id && known.project === project ? known : null;
  }

  /** Gives way to other requests every few sentences, and gives up (null) as soon as its result would be stale. */
  async #checked(document: TextDocument, home: ProjectHome, current: () => TextDocument | undefined): Promise<CheckOutcome | null> {
    const { uri, version } = document;
    const { project, settings } = home;
    const { generation } = project;
    const id = `${version}.${generation}.${home.key}`;
    const known = this.#known(uri, id, project);
    if (known !== null) return known;
    const text = document.getText();
    const steps = project.steps(home.path, text, settings);
    let begun = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        // Somebody else who asked may have come to the end first; all shall have the very same outcome.
        const lines = new LineMap(text);
        return this.#known(uri, id, project) ?? { kind: 'checked', uri, version, lines, report: step.value, project, settings, id };
      }
      if (performance.now() - begun < SLICE) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (current()?.version !== version || project.generation !== generation) return null;
      begun = performance.now();
    }
  }
}

/** The judgement of the checked sentence at an offset of the draft, or null. */
export function judgementAt(judgements: readonly Judgement[], offset: number): Judgement | null {
  return judgements.find(({ sentence: { span } }) => span.start <= offset && offset <= span.end) ?? null;
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
