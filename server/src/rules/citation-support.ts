/** Whether the places that a supported sentence cites bear it out. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Citation } from '../draft/types.ts';
import type { Span } from '../text/span.ts';
import type { Lines } from '../verify/citations/locate.ts';
import { type InCorpus, linesOf } from '../verify/citations/place.ts';
import type { CitationResolution } from '../verify/citations/resolve.ts';
import type { Evidence, Judgement } from '../verify/types.ts';
import { reaches } from './citation-reach.ts';
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
  /** None of the cited documents supports it; `instead`: what other documents say for the words that the citation stands beside. */
  | { readonly kind: 'wrong'; readonly citekeys: readonly string[]; readonly instead: readonly Evidence[] };

export interface JudgedCitation {
  readonly citation: Citation;
  readonly outcome: CitationOutcome;
}

/**
 * Judges the citations of a sentence that the corpus supports; of any other sentence the claim rules speak alone. Each is
 * held to what it stands beside: the sentence, or the stretch of it that ends there. Of several at one place one must be
 * right: the others may be there for a part, or to compare.
 */
export function judgeCitations(judgement: Judgement, context: RuleContext): readonly JudgedCitation[] {
  if (judgement.verdict !== 'supported' || judgement.sentence.citations.length === 0) return [];
  const ofDraft = known.get(context) ?? new Map<Judgement, readonly JudgedCitation[]>();
  known.set(context, ofDraft);
  const judged = ofDraft.get(judgement) ?? judgedAnew(judgement, context);
  ofDraft.set(judgement, judged);
  return judged;
}

/** Several rules ask for the same sentence. */
const known = new WeakMap<RuleContext, Map<Judgement, readonly JudgedCitation[]>>();

function judgedAnew(judgement: Judgement, context: RuleContext): readonly JudgedCitation[] {
  const cited = corpusCitations(judgement.sentence, context).flatMap(({ citation, resolution }) =>
    resolution.kind === 'found' ? [{ citation, found: resolution }] : [],
  );
  const reach = reaches(
    judgement.sentence,
    cited.map(({ citation }) => citation),
  );
  const judged = cited.map(({ citation, found }, i): Judged => {
    const span = reach[i]?.span ?? null;
    return { citation, span, ...judgeReach(judgement, found, span, context) };
  });
  return judged.filter((one) => isTold(one, judged, judgement, context)).map(({ citation, outcome }) => ({ citation, outcome }));
}

interface Judged extends JudgedCitation {
  readonly span: Span<'text'> | null;
  /** Whether the stretch that the citation stands beside states something by itself. */
  readonly alone: boolean;
}

/** The stretch and the whole sentence: a document that supports it all supports the stretch. */
function judgeReach(
  judgement: Judgement,
  found: Found,
  span: Span<'text'> | null,
  context: RuleContext,
): Pick<Judged, 'outcome' | 'alone'> {
  const whole = judgeCitation(judgement, found, null, context);
  if (span === null) return { outcome: whole ?? { kind: 'right' }, alone: false };
  const part = judgeCitation(judgement, found, span, context);
  if (part === null) return { outcome: whole ?? { kind: 'right' }, alone: false };
  // A long sentence may be held supported for what most of it says; for the clause another document must say it instead.
  if (part.kind === 'wrong' && part.instead.length > 0) return { outcome: part, alone: true };
  const better = [whole, part].find((one) => one?.kind === 'right') ?? [whole, part].find((one) => one?.kind === 'stale');
  return { outcome: better ?? part, alone: true };
}

function isTold(one: Judged, all: readonly Judged[], judgement: Judgement, context: RuleContext): boolean {
  const { kind } = one.outcome;
  if (kind === 'right') return true;
  const right = (other: Judged): boolean => other.outcome.kind === 'right';
  if (kind === 'stale') return true;
  // Beside words that state nothing by themselves ("in Leeds (a), York (b) and Hull (c)") no document is surely the wrong one.
  const apart = new Set(all.map(({ span }) => (span === null ? '' : `${span.start}`))).size > 1;
  if (apart && !one.alone) return false;
  // A document is wrong for a stretch only where another one is right for it; else the stretch may not be read rightly.
  if (one.alone && one.outcome.kind === 'wrong' && one.outcome.instead.length === 0) return false;
  const here = all.filter((other) => other.span?.start === one.span?.start && other.span?.end === one.span?.end);
  if (here.some(right) || (!one.alone && all.some(right))) return false;
  if (here.some(({ outcome }) => outcome.kind === 'stale')) return false;
  return here.length < 2 || !supportsPart(one, judgement, context);
}

/** What documents that support the sentence, or are cited elsewhere in it, say for a stretch of it (these citations' own aside). */
function insteadOf(
  citekeys: readonly string[],
  span: Span<'text'> | null,
  judgement: Judgement,
  context: RuleContext,
): readonly Evidence[] {
  const supporting = judgement.evidence.filter(({ stance, citekey }) => stance === 'supports' && !citekeys.includes(citekey));
  if (span === null) return supporting;
  const beside = corpusCitations(judgement.sentence, context).flatMap(({ resolution }) =>
    resolution.kind === 'found' ? resolution.citekeys : [],
  );
  const others = new Set([...supporting.map(({ citekey }) => citekey), ...beside.filter((citekey) => !citekeys.includes(citekey))]);
  return [...others].flatMap((citekey) => context.supportIn(judgement, { citekey, span, lines: null }) ?? []);
}

/** Whether a document that does not support the whole supports one of the sentence's parts, while others stand beside it for the rest. */
function supportsPart({ outcome }: Judged, judgement: Judgement, context: RuleContext): boolean {
  if (outcome.kind !== 'wrong' || judgement.parts.length < 2) return false;
  return judgement.parts.some(({ span }) =>
    outcome.citekeys.some((citekey) => (context.supportIn(judgement, { citekey, span, lines: null }) ?? []).length > 0),
  );
}

/** Null where the stretch states nothing that could be judged. */
function judgeCitation(judgement: Judgement, found: Found, stretch: Span<'text'> | null, context: RuleContext): CitationOutcome | null {
  const { citekeys, lines, placeExists, span, moved } = found;
  const asked = citekeys.map((citekey) => context.supportIn(judgement, { citekey, span: stretch, lines: null }));
  if (asked.every((support) => support === null)) return null;
  const support = asked.flatMap((one) => one ?? []);
  const here = lines === null || !placeExists ? [] : supportAt(judgement, found, stretch, support, lines, context);
  const [first] = here;
  if (first !== undefined && moved && span !== null) {
    return { kind: 'stale', support: here, words: { citekey: first.citekey, source: found.source, span } };
  }
  if (first !== undefined || (support.length > 0 && lines === null && placeExists)) return { kind: 'right' };
  if (support.length > 0) return { kind: 'stale', support, words: null };
  if (!placeExists) return { kind: 'no-place' };
  return { kind: 'wrong', citekeys, instead: insteadOf(citekeys, stretch, judgement, context) };
}

/**
 * What of the support stands at the cited lines: of the document's, of what the verdict itself rests on, and of what these
 * lines say when they are read by themselves, for the best places are not all places.
 */
function supportAt(
  judgement: Judgement,
  found: Found,
  span: Span<'text'> | null,
  support: readonly Evidence[],
  lines: Lines,
  context: RuleContext,
): readonly Evidence[] {
  const isHere = (evidence: Evidence): boolean =>
    evidence.source === found.source && found.citekeys.includes(evidence.citekey) && standsAt(evidence, lines, context.corpus);
  // Evidence of a sentence in parts speaks for one of them, which need not be all that a citation at its end stands beside.
  const decisive = span !== null || judgement.parts.length < 2;
  const rested = decisive ? judgement.evidence.filter(({ stance }) => stance === 'supports') : [];
  const here = [...support, ...(support.length > 0 || span === null ? rested : [])].filter(isHere);
  if (here.length > 0) return here;
  return found.citekeys.flatMap((citekey) => {
    const read = context.supportIn(judgement, { citekey, span, lines }) ?? [];
    const [most] = read;
    // Lines that say something only together with what stands before or behind them are not the place.
    return most !== undefined && isHere(most) ? read : [];
  });
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
