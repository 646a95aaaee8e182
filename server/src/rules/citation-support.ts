/** Whether the places that a supported sentence cites bear it out. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Citation } from '../draft/types.ts';
import type { Lines } from '../verify/citations/locate.ts';
import { type InCorpus, linesOf } from '../verify/citations/place.ts';
import type { CitationResolution } from '../verify/citations/resolve.ts';
import type { Evidence, Judgement } from '../verify/types.ts';
import { corpusCitations } from './citations.ts';
import type { RuleContext } from './rule.ts';

type Found = Extract<CitationResolution, { kind: 'found' }>;

export type CitationOutcome =
  | { readonly kind: 'right' }
  /**
   * The cited document supports the sentence at other places, best first; `words`, where the words that the citation is marked
   * with have moved and are among these places.
   */
  | { readonly kind: 'stale'; readonly support: readonly Evidence[]; readonly words: InCorpus | null }
  /** The source does not reach to the cited place, and supports the sentence nowhere else. */
  | { readonly kind: 'no-place' }
  /** None of the cited documents supports it. */
  | { readonly kind: 'wrong'; readonly citekeys: readonly string[] };

export interface JudgedCitation {
  readonly citation: Citation;
  readonly outcome: CitationOutcome;
}

/**
 * Judges the citations of a sentence that the corpus supports; of any other sentence the claim rules speak alone. A
 * sentence with several citations needs one that is right: the others may be there for a part of it, or to compare.
 */
export function judgeCitations(judgement: Judgement, context: RuleContext): readonly JudgedCitation[] {
  if (judgement.verdict !== 'supported') return [];
  const judged = corpusCitations(judgement.sentence, context).flatMap(({ citation, resolution }) =>
    resolution.kind === 'found' ? [{ citation, outcome: judgeCitation(judgement, resolution, context) }] : [],
  );
  if (judged.some(({ outcome }) => outcome.kind === 'right')) return judged.filter(({ outcome }) => outcome.kind !== 'wrong');
  return judged.some(({ outcome }) => outcome.kind === 'stale') ? judged.filter(({ outcome }) => outcome.kind === 'stale') : judged;
}

function judgeCitation(judgement: Judgement, found: Found, context: RuleContext): CitationOutcome {
  const support = found.citekeys.flatMap((citekey) => context.supportIn(judgement, citekey));
  if (support.length === 0) return found.placeExists ? { kind: 'wrong', citekeys: found.citekeys } : { kind: 'no-place' };
  const { lines, placeExists, span, moved } = found;
  if (lines === null) return placeExists ? { kind: 'right' } : { kind: 'stale', support, words: null };
  const here = support.filter((evidence) => placeExists && evidence.source === found.source && standsAt(evidence, lines, context.corpus));
  if (here.length === 0) return { kind: 'stale', support, words: null };
  const [first] = here;
  if (!moved || span === null || first === undefined) return { kind: 'right' };
  return { kind: 'stale', support: here, words: { citekey: first.citekey, source: found.source, span } };
}

/**
 * Whether evidence stands at the cited lines, or in the paragraph that they belong to: in a source whose lines are
 * broken by hand, a citation of the line where a paragraph begins means the paragraph.
 */
function standsAt(evidence: Evidence, lines: Lines, corpus: Corpus): boolean {
  const [first, last] = linesOf(evidence, corpus);
  if (first <= lines[1] && last >= lines[0]) return true;
  const text = corpus.sources.get(evidence.source)?.source.text ?? '';
  return corpus.passagesAt(evidence.source, lines).some((cited) => {
    if (cited.citekey !== evidence.citekey) return false;
    const from = Math.min(cited.span.end, evidence.span.end);
    const to = Math.max(cited.span.start, evidence.span.start);
    return !/\n[ \t\r]*\n/.test(text.slice(from, to)) && withinBlock(cited.block.span, evidence.span);
  });
}

function withinBlock(
  block: { readonly start: number; readonly end: number },
  span: { readonly start: number; readonly end: number },
): boolean {
  return block.start <= span.start && span.end <= block.end;
}
