/** unsupported-claim: no passage states it, and none contradicts it. A passage on the same topic is not support. */

import type { Corpus } from '../corpus/corpus.ts';
import type { Citation, DraftSpan } from '../draft/types.ts';
import { slice } from '../text/span.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import type { Judgement } from '../verify/types.ts';
import { citationInWords } from './citations.ts';
import { spokenForElsewhere } from './contradicted-claim.ts';
import { originSpan } from './places.ts';
import type { Rule, RuleContext } from './rule.ts';
import { listWords, sayWhere, titleInMarks } from './wording.ts';

/** How many of the cited sources a message names. */
const MOST_CITED = 3;

export const unsupportedClaim: Rule = {
  code: 'unsupported-claim',
  severity: 'warning',
  summary: 'No source says this.',
  examples: [
    {
      title: 'A plausible fact that nobody states',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'The captain of the ferry resigned a week later.',
      expect: 'The captain of the ferry resigned a week later.',
    },
  ],
  onJudgement(judgement, context) {
    if (judgement.verdict !== 'unsupported' || spokenForElsewhere(judgement)) return [];
    const { sentence } = judgement;
    return [
      {
        rule: 'unsupported-claim',
        severity: 'warning',
        span: focus(judgement),
        sentence: sentence.span,
        message: message(judgement, context),
        evidence: [],
        fixes: [],
      },
    ];
  },
};

function message(judgement: Judgement, context: RuleContext): string {
  const { corpus } = context;
  const { titles, nowhere } = cited(judgement, context);
  const part = judgement.parts.find((p) => p.verdict === 'unsupported');
  const nearest = part?.nearest ?? null;
  const isCited = nearest !== null && titles.has(titleOf(nearest.citekey, nearest.source, corpus));
  const included =
    titles.size === 0 || (isCited && titles.size === 1) ? '' : `, the cited ${listWords([...titles].slice(0, MOST_CITED))} included`;
  const besides = [...nowhere]
    .slice(0, MOST_CITED)
    .map((words) => `; ${words}`)
    .join('');
  if (judgement.quotations.some((q) => q.kind === 'not-found')) return `These words are in none of the sources${included}${besides}.`;
  const said = `No source says this${included}${besides}.`;
  if (nearest === null) return said;
  const line = corpus.lineOf(nearest.source, nearest.span.start);
  const where = `${isCited ? 'the cited ' : ''}${sayWhere({ ...nearest, line }, corpus)}`;
  const words = (part?.missing ?? []).slice(0, 3).map((m) => `“${slice(judgement.sentence.text, m)}”`);
  return words.length === 0
    ? `${said} The nearest passage is in ${where}.`
    : `${said} The nearest passage, in ${where}, lacks ${words.join(', ')}.`;
}

/** What the sentence cites: documents by their titles, in marks, and what is to be said of citations that lead nowhere. */
function cited({ sentence }: Judgement, { corpus, draft }: RuleContext): { readonly titles: Set<string>; readonly nowhere: Set<string> } {
  const titles = new Set<string>();
  const nowhere = new Set<string>();
  for (const citation of sentence.citations) {
    const resolution = resolveCitation(citation, draft.path, corpus);
    if (resolution.kind === 'unknown') nowhere.add(namesNothing(citation));
    // What lies outside the corpus was not read, and nothing is said of it.
    if (resolution.kind !== 'found') continue;
    // A file that holds many documents is cited by its name alone.
    const [citekey, ...others] = resolution.citekeys;
    titles.add(titleOf(others.length > 0 ? undefined : citekey, resolution.source, corpus));
  }
  return { titles, nowhere };
}

/** That a citation leads nowhere, in words. */
function namesNothing(citation: Citation): string {
  const words = citationInWords(citation);
  switch (citation.target.kind) {
    case 'citekey':
      return `${words} names no document of the corpus`;
    case 'path':
      return `${words} leads to no source of the corpus`;
    case 'missing-footnote':
      return `the footnote ${words} has no definition`;
  }
}

function titleOf(citekey: string | undefined, source: string, corpus: Corpus): string {
  return titleInMarks(citekey === undefined ? undefined : corpus.documents.get(citekey)?.title, source);
}

/** The quotation nobody said, or the part that nothing supports where other parts are supported; else the sentence. */
function focus(judgement: Judgement): DraftSpan {
  const quoted = judgement.quotations.find((q) => q.kind === 'not-found');
  if (quoted !== undefined) return quoted.quotation.inner;
  const [only] = judgement.parts.filter((p) => p.verdict === 'unsupported');
  return judgement.parts.length > 1 && only !== undefined ? originSpan(judgement.sentence, only.span) : judgement.sentence.span;
}
