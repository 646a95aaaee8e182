/** What a rule is: one file, with its documentation, examples and judgement of when to speak. */
import type { CheckSettings } from '../checker.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/types.ts';
import type { SupportScope } from '../verify/judge.ts';
import type { Evidence, Judgement } from '../verify/types.ts';
import type { Finding, RuleCode, Severity } from './types.ts';

export interface RuleContext {
  readonly draft: Draft;
  readonly corpus: Corpus;
  readonly settings: CheckSettings;
  /**
   * What one document holds in support of a judged sentence or a stretch of it, best first; empty where it does not support
   * all of it, null where the stretch states nothing by itself. The citation rules judge by document, while the judgement's
   * own evidence comes from the whole corpus.
   */
  readonly supportIn: (judgement: Judgement, scope: SupportScope) => readonly Evidence[] | null;
}

/** A small corpus and draft; `expect` is the words that the rule underlines, null where it must stay silent. Tests run it, the docs page shows it. */
export interface RuleExample {
  readonly title: string;
  readonly source: string;
  readonly draft: string;
  readonly expect: string | null;
}

/** A finding before configuration has had its say: `severity` may still be changed or the finding dropped. */
export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** One line, for lists. */
  readonly summary: string;
  readonly examples: readonly RuleExample[];
  /** Called for each checked sentence. */
  onJudgement?(judgement: Judgement, context: RuleContext): readonly Finding[];
  /** Called once for the draft, for what belongs to no checked sentence. */
  onDraft?(context: RuleContext): readonly Finding[];
}
