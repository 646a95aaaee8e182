/** Who the draft says spoke, against who spoke; what it states that the corpus has only as somebody's words. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftSentence } from '../../draft/types.ts';
import type { Evidence, Judgement, QuotationResult } from '../types.ts';
import { isCommentOnly } from './comments.ts';

export interface SpeakerQuestion {
  readonly sentence: DraftSentence;
  /** The sentences before it in its section, nearest last. */
  readonly preceding: readonly DraftSentence[];
  readonly quotations: readonly QuotationResult[];
  /** What supports the sentence, best first. */
  readonly supporting: readonly Evidence[];
  readonly corpus: Corpus;
}

export type SpeakerAnswer = Pick<Judgement, 'wrongSpeaker' | 'unattributed' | 'commentOnly'>;

/** Judges the sentence's attributions. Where who spoke is not sure, nothing is said. */
export function checkSpeakers({ quotations, supporting }: SpeakerQuestion): SpeakerAnswer {
  return { wrongSpeaker: null, unattributed: null, commentOnly: isCommentOnly(quotations, supporting) };
}
