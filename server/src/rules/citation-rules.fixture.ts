/** A small corpus and draft for the tests of the citation rules; support is told by the tests, not found by the engine. */
import type { CheckSettings } from '../checker.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { parseDraft } from '../draft/parse.ts';
import type { Draft } from '../draft/types.ts';
import { slice } from '../text/span.ts';
import { type Places, plainCorpus } from '../verify/citations/corpus.fixture.ts';
import type { Evidence, Judgement, Verdict } from '../verify/types.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Finding } from './types.ts';

export const DRAFT_PATH = '/corpus/drafts/harbour.md';
export const SETTINGS: CheckSettings = { rules: {}, citationStyle: 'auto', paragraphCitations: false };

/** The two sources of the tests: who says what at which line. */
export const SOURCES = {
  'log.txt': 'The log of the tug\n\nThe tug was built in Trieste.\n\nThe pier burnt in May 1911.\n',
  'court.txt': 'The court of inquiry\n\nThe court sat for nine days.\n\nThe pier burnt in May 1911, the court found.\n',
};

export interface Case {
  readonly draft: string;
  /** Words of the sources that support every checked sentence of the draft. */
  readonly support: readonly string[];
  readonly verdict?: Verdict;
  readonly settings?: Partial<CheckSettings>;
  readonly path?: string;
  readonly sources?: Readonly<Record<string, string>>;
  readonly places?: Places;
}

export interface Told {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  /** The words underlined, in order. */
  readonly underlined: readonly string[];
}

/** What a rule says of a draft whose checked sentences have the given verdict and support. */
export function tell(
  rule: Rule,
  { draft: text, support, verdict = 'supported', settings = {}, path = DRAFT_PATH, sources = SOURCES, places = {} }: Case,
): Told {
  const corpus = plainCorpus(sources, places);
  const draft = parseDraft(path, text);
  const evidence = support.flatMap((words) => evidenceFor(words, corpus));
  const context: RuleContext = {
    draft,
    corpus,
    settings: { ...SETTINGS, ...settings },
    supportIn: (_, { citekey, span }) => (span === null ? evidence.filter((one) => one.citekey === citekey) : null),
  };
  const judged = draft.sentences
    .filter((one) => one.checkable.check)
    .map((sentence): Judgement => judgementOf(sentence, verdict, evidence));
  const findings = [...judged.flatMap((one) => rule.onJudgement?.(one, context) ?? []), ...(rule.onDraft?.(context) ?? [])];
  return { draft, findings, underlined: findings.map((one) => slice(text, one.span)) };
}

/** The draft after the edits of a fix, without the marks of cited words, which have tests of their own. */
export function applied(draft: Draft, finding: Finding | undefined, title: RegExp): string {
  return appliedWithMarks(draft, finding, title).replace(/\?words=[0-9a-z-]+|<!--words=[0-9a-z;-]+-->/g, '');
}

/** The draft after the edits of a fix. */
export function appliedWithMarks(draft: Draft, finding: Finding | undefined, title: RegExp): string {
  const fix = finding?.fixes.find((one) => title.test(one.title));
  let text = draft.text;
  for (const edit of [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start)) {
    text = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
  }
  return text;
}

function judgementOf(sentence: Judgement['sentence'], verdict: Verdict, evidence: readonly Evidence[]): Judgement {
  const base = {
    parts: [],
    quotations: [],
    wrongSpeaker: null,
    unattributed: null,
    commentOnly: false,
    contradictedByCommentsOnly: false,
    confidence: 1,
  };
  return { ...base, sentence, verdict, evidence };
}

function evidenceFor(words: string, corpus: Corpus): readonly Evidence[] {
  for (const { source } of corpus.sources.values()) {
    const start = source.text.indexOf(words);
    if (start < 0) continue;
    const line = corpus.lineOf(source.id, start);
    const passage = corpus.passagesAt(source.id, [line, line]).find((one) => one.text.includes(words));
    if (passage === undefined) continue;
    const span = passage.span;
    return [
      {
        passage: passage.id,
        citekey: passage.citekey,
        source: source.id,
        span,
        line,
        quote: slice(source.text, span),
        standing: 'stated',
        speaker: null,
        stance: 'supports',
        score: 1,
      },
    ];
  }
  return [];
}
