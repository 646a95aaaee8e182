/**
 * Checks open drafts and keeps what was found. A check that a newer keystroke made stale is given up within a slice. What was
 * found for a version of a draft and a state of its corpus is not worked out twice, whoever asks: push, pull, hover and code
 * actions all see the same.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckSettings, CheckStage, DraftReport, Near } from '../checker.ts';
import type { DraftSpan } from '../draft/types.ts';
import { applyIgnores } from '../ignores/apply.ts';
import type { IgnoredFinding } from '../ignores/types.ts';
import type { LoadedIgnores } from '../project/ignore-files.ts';
import type { Project } from '../project/project.ts';
import { DamagedIndex } from '../store/damaged.ts';
import { LineMap } from '../text/lines.ts';
import type { Judgement } from '../verify/types.ts';
import type { DraftHome, DraftWorkspace } from './workspace.ts';

/** A draft's findings with all that is needed to show them. */
export interface CheckedDraft {
  readonly kind: 'checked';
  readonly uri: string;
  readonly version: number;
  readonly lines: LineMap;
  /** Its findings are those that nobody has decided to ignore. */
  readonly report: DraftReport;
  readonly ignored: readonly IgnoredFinding[];
  /** The ignore file of the draft; null for a draft that is not on disk. */
  readonly ignores: LoadedIgnores | null;
  readonly project: Project;
  readonly settings: CheckSettings;
  /** Differs whenever the findings may differ. */
  readonly id: string;
  /** Sentences that have no judgement yet, because whoever asked did not want to wait for them. */
  readonly pending: number;
}

/** How a check is wanted. */
export interface CheckWish {
  /** Around which place of the draft sentences are judged first. */
  readonly near?: Near;
  /** Asked after each slice of the check: true where what is known is enough, and is to be handed over as it is. */
  readonly enough?: (stage: CheckStage, version: number, known: () => CheckedDraft) => boolean;
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
   * Null where `current` gives none any more. What is handed over before its time is not kept. Never rejects.
   */
  async check(uri: string, current: () => TextDocument | undefined, wish: CheckWish = {}): Promise<CheckOutcome | null> {
    while (true) {
      const home = await this.#home(uri);
      const document = current();
      if (document === undefined) return null;
      const outcome = home.kind === 'project' ? await this.#checked(document, home, current, wish) : home;
      // The text, or the corpus under it, has changed meanwhile.
      if (outcome === null) continue;
      const isWhole = outcome.kind !== 'checked' || outcome.pending === 0;
      if (isWhole && outcome !== this.#outcomes.get(uri)) {
        this.#outcomes.set(uri, outcome);
        this.#onOutcome(outcome);
      }
      return outcome;
    }
  }

  /** Checks a draft that is not open; what was found is handed over and not kept. Never rejects. */
  async once(document: TextDocument): Promise<CheckOutcome> {
    while (true) {
      const home = await this.#home(document.uri);
      const outcome = home.kind === 'project' ? await this.#checked(document, home, () => document, {}) : home;
      if (outcome !== null) return outcome;
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
  async #checked(
    document: TextDocument,
    home: ProjectHome,
    current: () => TextDocument | undefined,
    { near, enough }: CheckWish,
  ): Promise<CheckOutcome | null> {
    const { uri, version } = document;
    const { project, settings } = home;
    const { generation } = project;
    const id = `${version}.${generation}.${home.key}`;
    const known = this.#known(uri, id, project);
    if (known !== null) return known;
    const text = document.getText();
    const isStale = (): boolean => current()?.version !== version || project.generation !== generation;
    if (project.asksAhead) {
      await project.ahead(home.path, text, settings, () => !isStale());
      if (isStale()) return null;
    }
    const lines = new LineMap(text);
    const outcomeOf = (report: DraftReport, pending: number): CheckedDraft => ({
      ...{ kind: 'checked', uri, version, lines, project, settings, id, pending },
      ...withoutIgnored(report, home),
    });
    const steps = project.steps(home.path, text, settings, near);
    let begun = performance.now();
    for (;;) {
      const step = await stepOf(steps, project);
      if (step.kind === 'failed') return { ...step, uri };
      // The index was built again: the next round asks the new one.
      if (step.kind === 'renewed') return null;
      // Somebody else who asked may have come to the end first; all shall have the very same outcome.
      if (step.kind === 'done') return this.#known(uri, id, project) ?? outcomeOf(step.report, 0);
      if (performance.now() - begun < SLICE) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (isStale()) return null;
      const { stage } = step;
      const soFar = (): CheckedDraft => this.#known(uri, id, project) ?? outcomeOf(stage.report(), stage.pending);
      const early = unlessDamaged(() => (stage.pending > 0 && enough?.(stage, version, soFar) === true ? soFar() : null));
      if (early !== null) return early;
      begun = performance.now();
    }
  }
}

type Step =
  | { readonly kind: 'more'; readonly stage: CheckStage }
  | { readonly kind: 'renewed' }
  | { readonly kind: 'done'; readonly report: DraftReport }
  | { readonly kind: 'failed'; readonly message: string };

/** The next step of a check. Where the kept index turns out to be damaged, it is built again first. */
async function stepOf(steps: Generator<CheckStage, DraftReport, undefined>, project: Project): Promise<Step> {
  try {
    const step = steps.next();
    return step.done === true ? { kind: 'done', report: step.value } : { kind: 'more', stage: step.value };
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    try {
      await project.refresh();
      return { kind: 'renewed' };
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      return { kind: 'failed', message: `the index of the sources was damaged, and could not be built again: ${reason}` };
    }
  }
}

/** What is known is told from the index too; where that is damaged, the next step of the check finds out and has it built again. */
function unlessDamaged<Known>(known: () => Known | null): Known | null {
  try {
    return known();
  } catch (error) {
    if (error instanceof DamagedIndex) return null;
    throw error;
  }
}

function withoutIgnored(report: DraftReport, { ignores }: ProjectHome): Pick<CheckedDraft, 'report' | 'ignored' | 'ignores'> {
  const { findings, ignored } = applyIgnores(report.draft, ignores?.name ?? '', report.findings, ignores?.ignores ?? []);
  return { report: { ...report, findings }, ignored, ignores };
}

/**
 * The judgement of the checked sentence at an offset of the draft, or of the quotation there, which may run on over sentences
 * that are judged with it; null where there is none.
 */
export function judgementAt(judgements: readonly Judgement[], offset: number): Judgement | null {
  const holds = ({ span }: { readonly span: DraftSpan }): boolean => span.start <= offset && offset <= span.end;
  const quoted = ({ quotations }: Judgement): boolean => quotations.some(({ quotation }) => holds(quotation));
  return judgements.find(({ sentence }) => holds(sentence)) ?? judgements.find(quoted) ?? null;
}
