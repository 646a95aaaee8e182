/** Who the draft says spoke, against who spoke; what it states that the corpus has only as somebody's words. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import type { Evidence, Judgement, QuotationResult } from '../types.ts';
import { isCommentOnly } from './comments.ts';
import { wrongQuotedSpeaker } from './quoted.ts';
import { wrongReportedSpeaker } from './reported.ts';
import { unattributedFact } from './unattributed.ts';

export interface SpeakerQuestion {
  readonly sentence: DraftSentence;
  /** The sentences before it in its section, nearest last. */
  readonly preceding: readonly DraftSentence[];
  readonly quotations: readonly QuotationResult[];
  /** What supports the sentence, best first. */
  readonly supporting: readonly Evidence[];
  /** What contradicts it: a passage may say the same but for who speaks. */
  readonly contradicting: readonly Evidence[];
  readonly corpus: Corpus;
}

export type SpeakerAnswer = Pick<Judgement, 'wrongSpeaker' | 'unattributed' | 'commentOnly'>;

/** Judges the sentence's attributions. Where who spoke is not sure, nothing is said. */
export function checkSpeakers({ sentence, preceding, quotations, supporting, contradicting, corpus }: SpeakerQuestion): SpeakerAnswer {
  const analysis = analyse(sentence.text);
  return {
    wrongSpeaker:
      wrongQuotedSpeaker(sentence, preceding, analysis, quotations, corpus) ??
      wrongReportedSpeaker(preceding, analysis, quotations, supporting.length > 0 ? supporting : contradicting, corpus),
    unattributed: unattributedFact(sentence, preceding, analysis, quotations, supporting, corpus),
    commentOnly: isCommentOnly(quotations, supporting),
  };
}
