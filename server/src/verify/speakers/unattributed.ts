/** Facts that the corpus has only as somebody's words, and the draft as plain fact. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftSentence } from '../../draft/types.ts';
import type { Analysis } from '../../text/types.ts';
import type { Evidence, Judgement, QuotationResult } from '../types.ts';
import { carriedBy, contentStems } from './carried.ts';

/** A passage that carries less than this share of what the best one carries is there for a name or a date, not for the fact. */
const BESIDE = 0.6;
/** Words that attribute without a reporting verb ("allegedly" and its kin are found as reports). */
const HEDGED =
  /\b(?:alleged|reputed|purported|self-described|so-called|in (?:his|her|their|[\p{L}’']+s) (?:own )?(?:view|words|opinion|account|eyes))\b/iu;

/** Whose words the fact is, where no passage states it and the sentence gives it to nobody. */
export function unattributedFact(
  sentence: DraftSentence,
  analysis: Analysis,
  quotations: readonly QuotationResult[],
  supporting: readonly Evidence[],
  corpus: Corpus,
): Judgement['unattributed'] {
  if (sentence.place === 'blockquote' || analysis.reporting.length > 0 || HEDGED.test(sentence.text)) return null;
  if (quotations.some((result) => result.kind !== 'not-checked')) return null;
  const stems = contentStems(analysis.tokens, [{ start: 0, end: sentence.text.length }]);
  const carried = supporting.flatMap((evidence) => carriedBy(evidence, stems, corpus) ?? []);
  const most = Math.max(0, ...carried.map((one) => one.share));
  const bearing = carried.filter((one) => one.share >= most * BESIDE);
  if (bearing.some((one) => one.part.standing === 'stated')) return null;
  const attributed = bearing.filter((one) => one.part.standing === 'attributed');
  const [best] = attributed.sort((a, b) => Number(a.part.speaker === null) - Number(b.part.speaker === null));
  if (best === undefined) return null;
  return { speaker: best.part.speaker, evidence: { ...best.evidence, standing: 'attributed', speaker: best.part.speaker } };
}
