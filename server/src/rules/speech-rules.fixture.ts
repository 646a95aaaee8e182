/** A small corpus and draft for the tests of the rules about quotations and speakers; support is told by the tests. */
import { corpusOf } from '../corpus/memory.ts';
import { parseDraft } from '../draft/parse.ts';
import type { Draft } from '../draft/types.ts';
import { slice } from '../text/span.ts';
import { evidenceOf } from '../verify/evidence.ts';
import { checkQuotations } from '../verify/quotes/check.ts';
import { checkSpeakers } from '../verify/speakers/check.ts';
import type { Judgement } from '../verify/types.ts';
import type { Rule } from './rule.ts';
import type { Finding } from './types.ts';

export interface Told {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  /** The words underlined, in order. */
  readonly underlined: readonly string[];
}

/** What a rule says of a draft, where the passages that hold one of the `support` words support its sentences. */
export function tell(rule: Rule, sources: string | Readonly<Record<string, string>>, text: string, support: readonly string[] = []): Told {
  const corpus = corpusOf(typeof sources === 'string' ? { 'source.txt': sources } : sources);
  const draft = parseDraft('/drafts/draft.md', text);
  const context = {
    draft,
    corpus,
    settings: { rules: {}, citationStyle: 'auto', paragraphCitations: false } as const,
    supportIn: () => [],
  };
  const supporting = [...corpus.documents.keys()]
    .flatMap((citekey) => corpus.passagesOf(citekey))
    .filter((passage) => support.some((words) => passage.text.includes(words)))
    .flatMap((passage) => evidenceOf(passage, 'supports', 1, corpus) ?? []);
  const judgements = draft.sentences.map((sentence, i): Judgement => {
    const quotations = checkQuotations(sentence, corpus, draft.sentences.slice(0, i));
    const quoted = quotations.flatMap((result) => (result.kind === 'exact' ? result.places.flatMap((place) => place.passages) : []));
    const exact = quoted.flatMap((id) => {
      const passage = corpus.passage(id);
      return passage === null ? [] : (evidenceOf(passage, 'supports', 1, corpus) ?? []);
    });
    const evidence = [...exact, ...supporting];
    const question = { sentence, preceding: draft.sentences.slice(0, i), quotations, supporting: evidence, contradicting: [], corpus };
    const speakers = checkSpeakers(question);
    const wrong = speakers.wrongSpeaker !== null || quotations.some((result) => result.kind === 'changed');
    return {
      sentence,
      verdict: wrong ? 'contradicted' : evidence.length > 0 ? 'supported' : 'unsupported',
      parts: [],
      evidence,
      quotations,
      ...speakers,
      contradictedByCommentsOnly: false,
      confidence: 1,
    };
  });
  const findings = judgements.flatMap((judgement) => rule.onJudgement?.(judgement, context) ?? []);
  return { draft, findings, underlined: findings.map((finding) => slice(text, finding.span)) };
}

/** The draft after the nth fix of a finding. */
export function mended({ draft, findings }: Told, fix = 0, finding = 0): string {
  const edits = findings[finding]?.fixes[fix]?.edits ?? [];
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, edit) => text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end), draft.text);
}
