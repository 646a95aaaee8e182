/**
 * The one door to the engine: a draft's text and a corpus in, judgements and findings out. Pure and synchronous; faces
 * (editor, command line) do the reading and writing. A checker remembers what it concluded about each sentence, so that
 * a keystroke costs only the sentences whose words or surroundings it changed.
 */
import type { Corpus } from './corpus/corpus.ts';
import { parseDraft } from './draft/parse.ts';
import type { Draft, DraftSentence } from './draft/types.ts';
import { NotYetAnswered } from './index/asked.ts';
import { applyRules } from './rules/apply.ts';
import type { Finding, RuleCode, RuleSetting, SilencedFinding } from './rules/types.ts';
import { createEngine, type Engine, type Language } from './verify/engine.ts';
import { judge, type SupportScope, supportWithin } from './verify/judge.ts';
import { createMemory, judgementKey, type Memory, moved } from './verify/remember.ts';
import type { Evidence, Judgement } from './verify/types.ts';

export interface CheckSettings {
  readonly rules: Readonly<Partial<Record<RuleCode, RuleSetting>>>;
  /** The form in which fixes write citations; `auto` follows the draft's own prevailing form. */
  readonly citationStyle: 'auto' | 'link' | 'footnote' | 'pandoc';
  /** Whether citations that are written carry the mark of their words; they do where nothing is said. */
  readonly citationMarks?: boolean;
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
  /** Findings that comments in the draft silence, each with its comment. */
  readonly silenced: readonly SilencedFinding[];
}

export interface Checker {
  readonly corpus: Corpus;
  readonly settings: CheckSettings;
  /** `path` is absolute with forward slashes (relative citations are resolved against it). Never throws. */
  check(path: string, text: string): DraftReport;
  /**
   * The same check in steps: yields after each sentence that had to be judged anew, so that an editor can answer others in
   * between, or give up on a text that has changed meanwhile. What was concluded until then is remembered.
   */
  steps(path: string, text: string): Generator<undefined, DraftReport, undefined>;
  /**
   * Goes as far with a check as an index gets that has not been given all answers (index/asked.ts), in steps like those of a
   * check. True where nothing was left open: then a check can be done at once. `open` is told the sentences that were.
   */
  ahead(path: string, text: string, open: (sentence: string) => void): Generator<undefined, boolean, undefined>;
}

/** What was concluded about the sentences of one draft. */
interface DraftMemory {
  readonly judgements: Memory<Judgement>;
  readonly supports: Memory<Support>;
}

interface Support {
  readonly evidence: readonly Evidence[] | null;
}

/** Sentences before a claim that its pronouns may look back to. */
const PRECEDING = 3;
/** Conclusions that are remembered of all drafts together: some dozens of drafts, so that hundreds of them take no more memory. */
const MOST_REMEMBERED = 4000;

/**
 * A checker over one corpus. Drafts are remembered by path, so that several open drafts do not push each other out; past
 * `mostRemembered` conclusions those that were not checked for longest are forgotten.
 */
export function createChecker(corpus: Corpus, settings: CheckSettings, language: Language, mostRemembered = MOST_REMEMBERED): Checker {
  const engine = createEngine(corpus, language);
  const memories = new Map<string, DraftMemory>();
  return {
    corpus,
    settings,
    check(path, text) {
      const steps = this.steps(path, text);
      for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
    },
    *steps(path, text) {
      const memory = memoryOf(memories, path);
      const draft = parseDraft(path, text);
      const judgements: Judgement[] = [];
      for (const [index, sentence] of draft.sentences.entries()) {
        if (!sentence.checkable.check) continue;
        const before = preceding(draft, index);
        const key = judgementKey(text, sentence, before);
        const known = memory.judgements.recall(key);
        const judgement = known === null ? judge(sentence, before, engine) : moved(known, sentence);
        memory.judgements.keep(key, judgement);
        judgements.push(judgement);
        if (known === null) yield;
      }
      const { findings, silenced } = applyRules(judgements, {
        draft,
        corpus,
        settings,
        supportIn: supportIn(draft, engine, memory.supports),
      });
      // Only a check that came to its end lets anything be forgotten: one that was given up asked for a part of it all.
      memory.judgements.turn();
      memory.supports.turn();
      forgetOldest(memories, mostRemembered);
      return { path, draft, judgements, findings, silenced };
    },
    *ahead(path, text, open) {
      const memory = memoryOf(memories, path);
      const draft = parseDraft(path, text);
      const judgements: Judgement[] = [];
      let left = 0;
      for (const [index, sentence] of draft.sentences.entries()) {
        if (!sentence.checkable.check) continue;
        const before = preceding(draft, index);
        const key = judgementKey(text, sentence, before);
        const known = memory.judgements.recall(key);
        const judgement = known ?? unlessOpen(() => judge(sentence, before, engine));
        if (judgement === null) {
          left++;
          open(sentence.text);
        } else {
          memory.judgements.keep(key, judgement);
          judgements.push(known === null ? judgement : moved(judgement, sentence));
        }
        if (known === null) yield;
      }
      if (left > 0) return false;
      const support = supportIn(draft, engine, memory.supports);
      const context = {
        draft,
        corpus,
        settings,
        supportIn: (judgement: Judgement, scope: SupportScope) => {
          const found = unlessOpen(() => ({ evidence: support(judgement, scope) }));
          if (found === null) left++;
          return found?.evidence ?? null;
        },
      };
      return unlessOpen(() => applyRules(judgements, context)) !== null && left === 0;
    },
  };
}

/** Null where the work needs an answer that the index has not been given yet. */
function unlessOpen<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotYetAnswered) return null;
    throw error;
  }
}

function memoryOf(memories: Map<string, DraftMemory>, path: string): DraftMemory {
  const memory = memories.get(path) ?? { judgements: createMemory<Judgement>(), supports: createMemory<Support>() };
  // A map keeps the order in which things came, so that the draft checked last stands last.
  memories.delete(path);
  memories.set(path, memory);
  return memory;
}

/** Forgets whole drafts, the one checked last excepted, until no more than `most` conclusions are left. */
function forgetOldest(memories: Map<string, DraftMemory>, most: number): void {
  let left = 0;
  for (const { judgements, supports } of memories.values()) left += judgements.size + supports.size;
  for (const [path, { judgements, supports }] of memories) {
    if (left <= most || memories.size === 1) return;
    left -= judgements.size + supports.size;
    memories.delete(path);
  }
}

/** The running text before a sentence, nearest last. */
function preceding(draft: Draft, index: number): readonly DraftSentence[] {
  return draft.sentences.slice(Math.max(0, index - PRECEDING), index).filter((s) => s.place !== 'heading' && s.place !== 'comment');
}

/** What one document alone says for a sentence, which is dear to find out and asked at every check, is remembered like the judgements. */
function supportIn(
  draft: Draft,
  engine: Engine,
  memory: Memory<Support>,
): (judgement: Judgement, scope: SupportScope) => readonly Evidence[] | null {
  return ({ sentence }, scope) => {
    const before = preceding(draft, draft.sentences.indexOf(sentence));
    const where = [scope.citekey, scope.span?.start, scope.span?.end, ...(scope.lines ?? [])].join(' ');
    const key = `${where}\u0000${judgementKey(draft.text, sentence, before)}`;
    const support = memory.recall(key) ?? { evidence: supportWithin(sentence, before, scope, engine) };
    memory.keep(key, support);
    return support.evidence;
  };
}
