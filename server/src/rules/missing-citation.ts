/** missing-citation: the corpus supports the sentence and the sentence does not say where. */
import { citationStyleOf, insertCitation } from '../draft/citation-style.ts';
import type { DraftSentence, DraftSpan } from '../draft/types.ts';
import { citedPlace, markingOf } from '../verify/citations/place.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import { corpusCitations, supportingDocuments } from './citations.ts';
import type { Rule, RuleContext } from './rule.ts';
import { quoteShort, sayWhere } from './wording.ts';

export const missingCitation: Rule = {
  code: 'missing-citation',
  severity: 'information',
  summary: 'The sentence is supported, and cites no source.',
  examples: [
    {
      title: 'A supported sentence without a citation',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found 14 cracked valves on the ferry in May 2011.',
      expect: '2011.',
    },
    {
      title: 'The same sentence with one',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found 14 cracked valves on the ferry in May 2011 ([the report](source.txt#L3)).',
      expect: null,
    },
  ],
  onJudgement(judgement, context) {
    const { sentence, verdict } = judgement;
    if (verdict !== 'supported' || corpusCitations(sentence, context).length > 0 || isCovered(sentence, context)) return [];
    const style = citationStyleOf(context.draft, context.settings.citationStyle);
    const offers = supportingDocuments(judgement);
    const [best] = offers;
    return [
      {
        rule: 'missing-citation',
        severity: 'information',
        span: lastWord(sentence, context.draft.text),
        sentence: sentence.span,
        message:
          best === undefined
            ? 'The sources support this sentence, and it cites none of them.'
            : `${sayWhere(best, context.corpus)} says so, and the sentence cites no source: ${quoteShort(best.quote)}.`,
        evidence: judgement.evidence.filter((evidence) => evidence.stance === 'supports'),
        fixes: offers.flatMap((evidence) => {
          const place = citedPlace(evidence, context.corpus, markingOf(context.settings));
          if (place === null) return [];
          return [
            {
              title: `Cite ${sayWhere(evidence, context.corpus)}`,
              edits: insertCitation(sentence, context.draft, place, style),
              sure: false,
            },
          ];
        }),
      },
    ];
  },
};

/**
 * A citation under a block quotation, or in the sentence that leads it in, is that of all its sentences. Where the
 * settings say so, a citation at the end of a paragraph is that of the paragraph.
 */
function isCovered(sentence: DraftSentence, context: RuleContext): boolean {
  const cites = (one: DraftSentence): boolean => corpusCitations(one, context).length > 0;
  const { sentences, text } = context.draft;
  if (sentence.place === 'blockquote') {
    const index = sentences.indexOf(sentence);
    const quoted = runAround(sentences, index);
    const before = sentences[quoted.first - 1];
    const standAlone = context.draft.citations.some(
      (citation) =>
        inside(citation.span, quoted, sentences) && resolveCitation(citation, context.draft.path, context.corpus).kind !== 'outside',
    );
    if (standAlone || (before?.text.trimEnd().endsWith(':') === true && cites(before))) return true;
  }
  if (!context.settings.paragraphCitations) return false;
  const last = sentences.findLast((one) => one.block === sentence.block);
  return (
    last !== undefined &&
    corpusCitations(last, context).some(({ citation }) => !/[\p{L}\p{N}]/u.test(text.slice(citation.span.end, last.span.end)))
  );
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** The neighbouring sentences that stand in block quotations, as one run. */
function runAround(sentences: readonly DraftSentence[], index: number): Run {
  let first = index;
  let last = index;
  while (sentences[first - 1]?.place === 'blockquote') first--;
  while (sentences[last + 1]?.place === 'blockquote') last++;
  return { first, last };
}

function inside(span: DraftSpan, run: Run, sentences: readonly DraftSentence[]): boolean {
  const start = sentences[run.first]?.span.start ?? 0;
  const next = sentences[run.last + 1]?.span.start ?? Number.POSITIVE_INFINITY;
  const end = sentences[run.last]?.span.end ?? 0;
  return start <= span.start && span.start < Math.min(next, end + 200);
}

/** The place where a citation would stand: the sentence's last word with its stop. */
function lastWord(sentence: DraftSentence, text: string): DraftSpan {
  const words = text.slice(sentence.span.start, sentence.span.end);
  const start = Math.max(words.search(/\S+\s*$/), 0);
  return { start: sentence.span.start + start, end: sentence.span.end };
}
