/** weak-source: nothing but reader comments or forum posts supports the sentence. */
import type { Corpus } from '../corpus/corpus.ts';
import { analyse } from '../text/analyse.ts';
import type { Evidence, Judgement } from '../verify/types.ts';
import { leadIn } from './attributing.ts';
import type { Rule } from './rule.ts';
import type { Fix } from './types.ts';
import { quoteShort, sayWhere } from './wording.ts';

export const weakSource: Rule = {
  code: 'weak-source',
  severity: 'information',
  summary: 'Only reader comments or forum posts say this.',
  examples: [
    {
      title: 'What only a forum post says',
      source:
        'The Larne ferry | Harbour forum\n\nquaywatcher wrote on 3 May 2011 at 10:12:\nThe lifeboats had not been painted for eleven years, I saw them every day.\n\noldsalt wrote on 4 May 2011 at 18:40:\nThe galley was always cold and the coffee was worse.\n\nmermaid wrote on 6 May 2011 at 9:05:\nNobody asked us about any of this at the time.\n',
      draft: 'The lifeboats had not been painted for eleven years.',
      expect: 'The lifeboats had not been painted for eleven years.',
    },
    {
      title: 'What a report says too',
      source:
        'The ferry report\n\nThe inspectors found that the lifeboats of the ferry had not been painted for eleven years, and that nobody kept a record of them.',
      draft: 'The lifeboats had not been painted for eleven years.',
      expect: null,
    },
  ],
  onJudgement(judgement, { corpus }) {
    if (!judgement.commentOnly || judgement.verdict !== 'supported') return [];
    const [best] = judgement.evidence.filter((evidence) => evidence.stance === 'supports');
    if (best === undefined) return [];
    const where = genre(best, corpus);
    const by = best.speaker === null ? '' : ` by ${best.speaker}`;
    return [
      {
        rule: 'weak-source',
        severity: 'information',
        span: judgement.sentence.span,
        sentence: judgement.sentence.span,
        message: `Only ${where}${by} says this: ${quoteShort(best.quote)}, under ${sayWhere(best, corpus)}.`,
        evidence: judgement.evidence.filter((evidence) => evidence.stance === 'supports'),
        fixes: fixes(judgement, best, where),
      },
    ];
  },
};

function genre({ citekey }: Evidence, corpus: Corpus): string {
  return corpus.documents.get(citekey)?.kind === 'forum' ? 'a forum post' : 'a reader comment';
}

/** A sentence that already says who says it needs no lead. */
function fixes({ sentence }: Judgement, { speaker, quote }: Evidence, where: string): readonly Fix[] {
  if (analyse(sentence.text).reporting.length > 0 || sentence.quotations.length > 0) return [];
  const lead = speaker === null ? `According to ${where}` : `According to ${speaker}, in ${where}`;
  const edits = leadIn(sentence, lead, quote);
  return edits.length === 0 ? [] : [{ title: `Name ${speaker ?? where} as the source`, edits, sure: false }];
}
