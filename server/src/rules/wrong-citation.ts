/**
 * wrong-citation: the corpus supports the sentence, and the document that it cites does not. Judged by document: another
 * article of the same file is another document.
 */
import { judgeCitations } from './citation-support.ts';
import { bestOfEach, citationInWords, offerDocuments } from './citations.ts';
import type { Rule } from './rule.ts';
import { listWords, onOneLine, quoteShort, sayWhere } from './wording.ts';

export const wrongCitation: Rule = {
  code: 'wrong-citation',
  severity: 'warning',
  summary: 'The cited source does not say this; another one does.',
  examples: [],
  onJudgement(judgement, context) {
    return judgeCitations(judgement, context).flatMap(({ citation, outcome }) => {
      if (outcome.kind !== 'wrong') return [];
      const offered = bestOfEach(outcome.instead);
      const [best] = offered;
      const cited = outcome.citekeys
        .map((citekey) => context.corpus.documents.get(citekey)?.title ?? citekey)
        .map((title) => `“${onOneLine(title)}”`);
      const instead = best === undefined ? '.' : `; ${sayWhere(best, context.corpus)} does: ${quoteShort(best.quote)}.`;
      return [
        {
          rule: 'wrong-citation',
          severity: 'warning',
          span: citation.span,
          sentence: judgement.sentence.span,
          message: `${citationInWords(citation)} leads to ${listWords(cited)}, which does not say this${instead}`,
          evidence: outcome.instead,
          fixes: offerDocuments(citation, judgement, context, offered),
        },
      ];
    });
  },
};
