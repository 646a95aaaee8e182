/**
 * The one door to the engine: a draft's text and a corpus in, judgements and findings out. Pure and synchronous; faces
 * (editor, command line) do the reading and writing. A checker remembers what it concluded about each sentence, so that
 * a keystroke costs only the sentences whose words or surroundings it changed.
 */
import type { Corpus } from './corpus/corpus.ts';
import { parseDraft } from './draft/parse.ts';
import type { Draft, DraftSentence } from './draft/types.ts';
import { NotYetAnswered } from './index/asked.ts';
import { applyRules, findingsOf } from './rules/apply.ts';
import type { Finding, RuleCode, RuleSetting, SilencedFinding } from './rules/types.ts';
import { createEngine, type Engine, type Language } from './verify/engine.ts';
import { judge, type SupportScope, supportWithin } from './verify/judge.ts';
import { createMemory, judgementKey, type Memory, moved, watched } from './verify/remember.ts';
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

/** How far a check is. */
export interface CheckStage {
  /** Sentences that have a judgement, and those that have none yet. */
  readonly judged: number;
  readonly pending: number;
  /** Whether the sentence at an offset of the draft has all it will have. */
  knows(offset: number): boolean;
  /** What is known so far, as a report in which the pending sentences are missing. */
  report(): DraftReport;
}

/** An offset of the draft around which sentences are judged first; null where there is no such place. */
export type Near = () => number | null;

export interface Checker {
  readonly corpus: Corpus;
  readonly settings: CheckSettings;
  /** `path` is absolute with forward slashes (relative citations are resolved against it). Never throws. */
  check(path: string, text: string): DraftReport;
  /**
   * The same check in steps: yields after each sentence that had to be judged anew, so that an editor can answer others in
   * between, show what is known, or give up on a text that has changed meanwhile. What was concluded until then is
   * remembered. The report is the same whatever was judged first.
   */
  steps(path: string, text: string, near?: Near): Generator<CheckStage, DraftReport, undefined>;
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

/** What one document holds for a sentence, by which document and which part of both. */
type Support = Map<string, readonly Evidence[] | null>;

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
    *steps(path, text, near = () => null) {
      const memory = memoryOf(memories, path);
      const draft = parseDraft(path, text);
      const claims = claimsOf(draft);
      const context = { draft, corpus, settings, supportIn: supportIn(draft, claims, engine, memory.supports) };
      const report = (): DraftReport => {
        const judgements = claims.flatMap(({ judgement }) => judgement ?? []);
        return { path, draft, judgements, ...applyRules(judgements, context) };
      };
      let pending = claims.filter((claim) => !recalled(claim, memory.judgements));
      while (pending.length > 0) {
        const claim = nearest(pending, near()) ?? pending[0];
        if (claim === undefined) break;
        if (!recalled(claim, memory.judgements)) {
          claim.judgement = judgedAnew(claim, engine, memory.judgements);
          // What the rules ask of its citations is dear as well, and is better asked sentence by sentence than of all at the end.
          findingsOf(claim.judgement, context);
        }
        pending = pending.filter((one) => one !== claim);
        const left = pending;
        yield {
          judged: claims.length - left.length,
          pending: left.length,
          knows: (offset) => !left.some(({ sentence: { span } }) => span.start <= offset && offset <= span.end),
          report,
        };
      }
      const whole = report();
      // Only a check that came to its end lets anything be forgotten: one that was given up asked for a part of it all.
      memory.judgements.turn();
      memory.supports.turn();
      forgetOldest(memories, mostRemembered);
      return whole;
    },
    *ahead(path, text, open) {
      const memory = memoryOf(memories, path);
      const draft = parseDraft(path, text);
      const claims = claimsOf(draft);
      let left = 0;
      for (const claim of claims) {
        if (recalled(claim, memory.judgements)) continue;
        claim.judgement = unlessOpen(() => judgedAnew(claim, engine, memory.judgements));
        if (claim.judgement === null) {
          left++;
          open(claim.sentence.text);
        }
        yield;
      }
      if (left > 0) return false;
      const support = supportIn(draft, claims, engine, memory.supports);
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
      const judgements = claims.flatMap(({ judgement }) => judgement ?? []);
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

/** A sentence worth checking, with what it looks back to. */
interface Claim {
  readonly sentence: DraftSentence;
  readonly before: readonly DraftSentence[];
  /** What is concluded of it is remembered by its words alone, or by them and what stands before them where that was looked at. */
  readonly alone: string;
  readonly among: () => string;
  judgement: Judgement | null;
}

function claimsOf(draft: Draft): readonly Claim[] {
  return draft.sentences.flatMap((sentence, index): readonly Claim[] =>
    sentence.checkable.check ? [claimOf(draft, sentence, index)] : [],
  );
}

function claimOf(draft: Draft, sentence: DraftSentence, index: number): Claim {
  const before = preceding(draft, index);
  let among: string | null = null;
  return {
    sentence,
    before,
    alone: judgementKey(draft.text, sentence, null),
    among: () => {
      among ??= judgementKey(draft.text, sentence, before);
      return among;
    },
    judgement: null,
  };
}

/** Takes up what was concluded of the sentence, in whatever surroundings where it did not look at them. */
function recalled(claim: Claim, memory: Memory<Judgement>): boolean {
  for (const key of keysOf(claim)) {
    const known = memory.recall(key);
    if (known === null) continue;
    claim.judgement = moved(known, claim.sentence);
    memory.keep(key, claim.judgement);
    return true;
  }
  return false;
}

function* keysOf({ alone, among }: Claim): Generator<string, void, undefined> {
  yield alone;
  yield among();
}

function judgedAnew({ sentence, before, alone, among }: Claim, engine: Engine, memory: Memory<Judgement>): Judgement {
  const surroundings = watched(before);
  const judgement = judge(sentence, surroundings.list, engine);
  memory.keep(surroundings.used() ? among() : alone, judgement);
  return judgement;
}

/** The claim that stands nearest to an offset, of equals the first. */
function nearest(claims: readonly Claim[], offset: number | null): Claim | null {
  if (offset === null) return null;
  let best: Claim | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const claim of claims) {
    const { start, end } = claim.sentence.span;
    const distance = Math.max(start - offset, offset - end, 0);
    if (distance < least) [best, least] = [claim, distance];
  }
  return best;
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
  claims: readonly Claim[],
  engine: Engine,
  memory: Memory<Support>,
): (judgement: Judgement, scope: SupportScope) => readonly Evidence[] | null {
  const ofSentence = new Map(claims.map((claim) => [claim.sentence, claim]));
  // Several citations of a sentence ask, and several rules of a citation: its words are looked up once.
  const asked = new Map<DraftSentence, Asked>();
  return ({ sentence }, scope) => {
    const claim = ofSentence.get(sentence) ?? claimOf(draft, sentence, draft.sentences.indexOf(sentence));
    const known = asked.get(sentence) ?? { alone: memory.recall(claim.alone), among: undefined };
    asked.set(sentence, known);
    const { citekey, span, lines } = scope;
    const where = `${citekey} ${span?.start} ${span?.end} ${lines?.[0]} ${lines?.[1]}`;
    const found = known.alone?.get(where);
    if (found !== undefined) return found;
    if (known.among === undefined) known.among = memory.recall(claim.among());
    const besides = known.among?.get(where);
    if (besides !== undefined) return besides;
    const surroundings = watched(claim.before);
    const evidence = supportWithin(sentence, surroundings.list, scope, engine);
    const which = surroundings.used() ? 'among' : 'alone';
    const support = known[which] ?? new Map<string, readonly Evidence[] | null>();
    known[which] = support.set(where, evidence);
    memory.keep(which === 'among' ? claim.among() : claim.alone, support);
    return evidence;
  };
}

/** What is remembered of a sentence; undefined while nobody has looked. */
interface Asked {
  alone: Support | null;
  among: Support | null | undefined;
}
