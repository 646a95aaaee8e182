/**
 * The one door to the engine: a draft's text and a corpus in, judgements and findings out. Pure and synchronous; faces
 * (editor, command line) do the reading and writing. A checker remembers what it concluded about each sentence, so that
 * a keystroke costs only the sentences whose words or surroundings it changed.
 */
import type { Corpus } from './corpus/corpus.ts';
import type { Draft } from './draft/types.ts';
import type { Finding, RuleCode, RuleSetting } from './rules/types.ts';
import type { Judgement } from './verify/types.ts';

export interface CheckSettings {
  readonly rules: Readonly<Partial<Record<RuleCode, RuleSetting>>>;
  /** The form in which fixes write citations; `auto` follows the draft's own prevailing form. */
  readonly citationStyle: 'auto' | 'link' | 'footnote' | 'pandoc';
  /** Whether a citation at the end of a paragraph covers the whole paragraph. */
  readonly paragraphCitations: boolean;
}

export interface DraftReport {
  readonly path: string;
  readonly draft: Draft;
  /** One for each checked sentence, in the draft's order. */
  readonly judgements: readonly Judgement[];
  /** In the draft's order. */
  readonly findings: readonly Finding[];
}

export interface Checker {
  readonly corpus: Corpus;
  readonly settings: CheckSettings;
  /** `path` is absolute with forward slashes (relative citations are resolved against it). Never throws. */
  check(path: string, text: string): DraftReport;
}
