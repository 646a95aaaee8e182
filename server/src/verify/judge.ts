/** A sentence of a draft judged against the corpus: its parts, its quotations, its speakers, and the verdict that follows. */

import type { DraftSentence } from '../draft/types.ts';
import { analyse } from '../text/analyse.ts';
import { contains, overlap, type Span, slice } from '../text/span.ts';
import type { Analysis, Predicate, Reporting } from '../text/types.ts';
import { contextTerms, type Engine } from './engine.ts';
import { evidenceOf, gatherEvidence } from './evidence.ts';
import { type JudgedPart, judgePart } from './part-verdict.ts';
import { partsOf, states } from './parts.ts';
import { checkQuotations } from './quotes/check.ts';
import { ANAPHORS, type Reading, readSentence } from './reading.ts';
import { reasonOf } from './reasons.ts';
import { checkSpeakers } from './speakers/check.ts';
import { posterWords } from './speakers/comments.ts';
import type { Evidence, Judgement, QuotationResult, QuotedPlace, Stance, Verdict } from './types.ts';

const SPEAKING: ReadonlySet<Reporting['act']> = new Set(['say', 'claim', 'deny', 'find'] as const);
/** Words of a speaker's name or office; longer ones describe. */
const PLAIN_SPEAKER = 5;
const WORST: readonly Verdict[] = ['contradicted', 'disputed', 'unsupported', 'supported'];
/** Passages that one citation is held to: who cites more lines cites the whole. */
const MOST_CITED = 60;

/** Judges one sentence; `preceding` are the sentences before it in its section, nearest last. */
export function judge(sentence: DraftSentence, preceding: readonly DraftSentence[], engine: Engine): Judgement {
  const analysis = analyse(sentence.text);
  const quotations = checkQuotations(sentence, engine.corpus, preceding);
  const decisive = quotations.filter((q) => q.kind !== 'not-checked');
  const claim = readClaim(analysis, engine);
  const judged = judgeWords(claim, preceding, decisive, engine, EVERYWHERE);
  const parts = judged.map((j) => reasonOf(j, claim));
  const verdicts: Verdict[] = [...judged.map((j) => j.verdict), ...decisive.map(quotationVerdict)];
  const evidence = [...quotedEvidence(decisive, engine), ...gatherEvidence(judged.flatMap(stances), engine.corpus)].filter(distinct);
  const supporting = evidence.filter((e) => e.stance === 'supports');
  const contradicting = evidence.filter((e) => e.stance === 'contradicts');
  const speakers = checkSpeakers({ sentence, preceding, quotations, supporting, contradicting, corpus: engine.corpus });
  if (speakers.wrongSpeaker !== null) verdicts.push('contradicted');
  const verdict = WORST.find((v) => verdicts.includes(v)) ?? 'unsupported';
  const against = judged.filter((j) => j.verdict === 'contradicted');
  return {
    sentence,
    verdict,
    parts,
    quotations,
    evidence: verdict === 'unsupported' ? [] : order(evidence, verdict),
    wrongSpeaker: speakers.wrongSpeaker,
    unattributed: verdict === 'supported' ? speakers.unattributed : null,
    commentOnly: verdict === 'supported' && speakers.commentOnly,
    contradictedByCommentsOnly: against.length > 0 && against.every((j) => j.contradictedByCommentsOnly),
    confidence: confidence(judged, verdict),
  };
}

/** Where support is asked for: in one document, for the whole sentence or a stretch of it, anywhere or at some lines. */
export interface SupportScope {
  readonly citekey: string;
  /** The stretch of the sentence's plain text; null for all of it. */
  readonly span: Span<'text'> | null;
  /** Lines (1-based, inclusive) of the document's source; null for all of it. */
  readonly lines: readonly [number, number] | null;
}

/**
 * Support within one document for a sentence or a stretch of it, best first; empty when the document does not support all of
 * it. Null where the stretch by itself states nothing that could be judged.
 */
export function supportWithin(
  sentence: DraftSentence,
  preceding: readonly DraftSentence[],
  scope: SupportScope,
  engine: Engine,
): readonly Evidence[] | null {
  const { citekey, span } = scope;
  const claim = readClaim(analyse(sentence.text), engine);
  const quotations = checkQuotations(sentence, engine.corpus).filter(
    (q) => q.kind !== 'not-checked' && (span === null || overlap(span, q.quotation.plain) > 0),
  );
  const here = (p: QuotedPlace): boolean => p.citekey === citekey && isAtLines(p, scope.lines, engine);
  const quoted = quotations.flatMap((q) => (q.kind === 'exact' ? q.places.filter(here) : []));
  if (quotations.some((q) => q.kind !== 'exact' || !q.places.some(here))) return [];
  const among = scope.lines === null ? null : passagesAtLines(citekey, scope.lines, engine);
  const within = span === null ? null : tokensIn(span, claim);
  if (within !== null && quotations.length === 0 && !states(claim, within)) return null;
  const judged = judgeWords(claim, preceding, quotations, engine, { citekey, among, within });
  if (judged.some((j) => j.supporting.length === 0)) return [];
  return [...quoted.flatMap((p) => placeEvidence(p, 'supports', engine)), ...gatherEvidence(judged.flatMap(stances), engine.corpus)]
    .filter(distinct)
    .filter((e) => e.stance === 'supports');
}

function isAtLines(place: QuotedPlace, lines: SupportScope['lines'], { corpus }: Engine): boolean {
  if (lines === null) return true;
  return place.line <= lines[1] && corpus.lineOf(place.source, Math.max(place.span.start, place.span.end - 1)) >= lines[0];
}

function passagesAtLines(citekey: string, lines: readonly [number, number], { corpus }: Engine): readonly number[] {
  const source = corpus.documents.get(citekey)?.source;
  if (source === undefined) return [];
  const there = corpus.passagesAt(source, lines).filter((passage) => passage.citekey === citekey);
  return there.slice(0, MOST_CITED).map(({ id }) => id);
}

function tokensIn(span: Span<'text'>, claim: Reading): ReadonlySet<number> {
  return new Set(claim.analysis.tokens.flatMap((token, i) => (contains(span, token) ? [i] : [])));
}

/** Where a sentence's words are looked for, and which of its tokens are asked about (null: all). */
interface Looking {
  readonly citekey: string | null;
  readonly among: readonly number[] | null;
  readonly within: ReadonlySet<number> | null;
}

const EVERYWHERE: Looking = { citekey: null, among: null, within: null };

/** Judges the words outside quotations: whole first, in parts where the whole is not decided. */
function judgeWords(
  claim: Reading,
  preceding: readonly DraftSentence[],
  quotations: readonly QuotationResult[],
  engine: Engine,
  { citekey, among, within }: Looking,
): readonly JudgedPart[] {
  // What stands beside a quotation mostly says who spoke, and where; the quotation is judged by itself.
  if (quotations.length > 0) return [];
  const context = claim.anaphoric ? contextTerms(preceding.slice(-2).map((s) => s.text)) : [];
  const claimDenies = claim.analysis.reporting.some((r) => r.act === 'deny');
  const whole = { tokens: new Set(claim.words.map((w) => w.index)), span: { start: 0, end: claim.analysis.text.length } };
  const antecedents = claim.anaphoric ? antecedentsOf(claim, preceding, engine) : [];
  const base = { claim, context, antecedents, claimDenies, citekey, among };
  if (within !== null) return [judgePart({ ...base, part: { tokens: within, span: whole.span }, within }, engine)];
  const all = judgePart({ ...base, part: whole, within: null }, engine);
  const parts = partsOf(claim);
  if (all.verdict !== 'unsupported' || parts.length < 2) return [all];
  return parts.map((part) => judgePart({ ...base, part, within: part.tokens }, engine));
}

/** Whether reported words state something: they open like a clause, or have a verb. */
function isStatement(words: string, span: Span<'text'>, analysis: Analysis, predicates: readonly Predicate[]): boolean {
  if (/^(?:that|having|being|to|whether|how|why|what|when|where|who)\b/i.test(words)) return true;
  return predicates.some((p) => p.voice !== 'nominal' && contains(span, analysis.tokens[p.head] ?? { start: -1, end: -1 }));
}

/** Sentences as read with one engine: a sentence that cites is held against each document that it cites. */
const claims = new WeakMap<Engine, WeakMap<Analysis, Reading>>();

function readClaim(analysis: Analysis, engine: Engine): Reading {
  const known = claims.get(engine) ?? new WeakMap<Analysis, Reading>();
  claims.set(engine, known);
  const reading = known.get(analysis) ?? freshClaim(analysis, engine);
  known.set(analysis, reading);
  return reading;
}

function freshClaim(analysis: Analysis, engine: Engine): Reading {
  const predicates = engine.language.predicates(analysis);
  return readSentence(analysis, predicates, attributionSpans(analysis, predicates));
}

/** Names of the two sentences before that a pronoun may mean; a sentence that names somebody itself needs none. */
function antecedentsOf(claim: Reading, preceding: readonly DraftSentence[], engine: Engine): readonly string[] {
  if (claim.analysis.names.some((n) => n.form === 'person' || n.title !== null)) return [];
  // "Professionals saw the boy before his death" says itself whose.
  const pronoun = claim.analysis.tokens.find((t) => ANAPHORS.has(t.lower));
  const somebody = (stem: string): boolean => ['person', 'group'].includes(engine.language.lexicon.category(stem) ?? '');
  if (pronoun !== undefined && claim.words.some((w) => w.token.end <= pronoun.start && somebody(w.token.stem))) return [];
  return preceding.slice(-2).flatMap((s) => analyse(s.text).names.map((n) => n.name));
}

/** The words of a draft's sentence that only say who speaks; an accusation, an order or a promise is an act of its own. */
export function attributionSpans(analysis: Analysis, predicates: readonly Predicate[]): readonly Span<'text'>[] {
  const spans: Span<'text'>[] = [];
  for (const report of analysis.reporting) {
    if (report.form === 'accusation' || !SPEAKING.has(report.act)) continue;
    // "Accepted the complaint" has a thing for its object, not a statement: then the verb is the fact.
    if (report.complement === 'noun' || report.complement === 'predicative') continue;
    if (report.complement === 'clause' && !report.content.some((c) => isStatement(slice(analysis.text, c), c, analysis, predicates)))
      continue;
    const rest = report.content.reduce((n, span) => n + span.end - span.start, 0);
    if (rest < analysis.text.length * 0.25) continue;
    // "A review led by X found …" says who led it, which is a fact of its own; a plain name or body only says who speaks.
    const described =
      report.act === 'find' && report.speaker !== null && slice(analysis.text, report.speaker).split(' ').length > PLAIN_SPEAKER;
    // "The panel sacked her and told her that …": the panel is said to have done more than to speak.
    const acts = predicates.some((p) =>
      p.slots.some((s) => s.role === 'agent' && isSpeaker(s.span, report) && !contains(report.cue, p.span)),
    );
    const own = described ? [report.cue] : acts ? [report.cue, report.hearer] : [report.cue, report.speaker, report.hearer];
    for (const span of [...own, ...posterWords(report, analysis)])
      if (span !== null && !report.content.some((c) => contains(c, span))) spans.push(span);
  }
  return spans;
}

function isSpeaker(span: Span<'text'>, { speaker }: Reporting): boolean {
  return speaker !== null && contains(span, speaker);
}

function quotationVerdict(q: QuotationResult): Verdict {
  return q.kind === 'exact' ? 'supported' : q.kind === 'changed' ? 'contradicted' : 'unsupported';
}

function quotedEvidence(quotations: readonly QuotationResult[], engine: Engine): readonly Evidence[] {
  return quotations.flatMap((q) => {
    if (q.kind !== 'exact' && q.kind !== 'changed') return [];
    const stance: Stance = q.kind === 'exact' ? 'supports' : 'contradicts';
    return q.places.flatMap((p) => placeEvidence(p, stance, engine));
  });
}

function placeEvidence(place: QuotedPlace, stance: Stance, engine: Engine): readonly Evidence[] {
  return place.passages.flatMap((id) => {
    const passage = engine.corpus.passage(id);
    const evidence = passage === null ? null : evidenceOf(passage, stance, place.score, engine.corpus);
    return evidence === null ? [] : [{ ...evidence, speaker: place.speaker ?? evidence.speaker }];
  });
}

function stances(judged: JudgedPart): { readonly assessment: JudgedPart['supporting'][number]; readonly stance: Stance }[] {
  const against = judged.contradicting.map((assessment) => ({ assessment, stance: 'contradicts' as const }));
  const support = judged.supporting.map((assessment) => ({ assessment, stance: 'supports' as const }));
  return judged.verdict === 'contradicted' ? [...against, ...support] : [...support, ...against];
}

function order(evidence: readonly Evidence[], verdict: Verdict): readonly Evidence[] {
  const first: Stance = verdict === 'contradicted' ? 'contradicts' : 'supports';
  return [...evidence.filter((e) => e.stance === first), ...evidence.filter((e) => e.stance !== first)];
}

function distinct(evidence: Evidence, index: number, all: readonly Evidence[]): boolean {
  return all.findIndex((e) => e.passage === evidence.passage && e.stance === evidence.stance) === index;
}

function confidence(judged: readonly JudgedPart[], verdict: Verdict): number {
  const scores = judged.map((j) =>
    verdict === 'contradicted' ? (j.contradicting[0]?.sameThing?.score ?? 0.7) : (j.supporting[0]?.score ?? 1 - (j.nearest?.score ?? 0)),
  );
  return scores.length === 0 ? 1 : Math.min(...scores);
}
