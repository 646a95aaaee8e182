/**
 * Several passages for and against: what follows for the verdict of one part. Edited documents outweigh comments; a passage that
 * contradicts beside one that supports makes a dispute only where it is surely about the same thing.
 */
import type { Assessment } from './assess.ts';
import type { UnitClash } from './compare/types.ts';
import type { ClashKind, Verdict } from './types.ts';

/** A contradicting passage that carries so much more of the claim than the best supporting one is the one that speaks of it. */
const CLOSER = { by: 0.05, sureness: 0.75 } as const;
/** What puts a supporting unit behind others. */
const RANK = { joined: 0.03, comment: 0.05 } as const;
/** A contradicting passage beside a supporting one is doubted more than one that stands alone. */
const DISPUTE = { coverage: 0.82, figure: 0.7, amount: 0.78, sureness: 0.8 } as const;
/** A passage that says all the rest of the claim is its twin: then a doubtful clash will do, and the words that are alike must be so many. */
const TWIN = { coverage: 0.95, words: 3, names: 6 } as const;
/** How much of a claim that nothing supports a denial must carry to contradict it. */
const FLAT_DENIAL = 0.5;
const WHO: ReadonlySet<ClashKind> = new Set(['name', 'place', 'role', 'agent-swap', 'outcome'] as const);

export interface Weighed {
  readonly verdict: Verdict;
  /** Best first. */
  readonly supporting: readonly Assessment[];
  readonly contradicting: readonly Assessment[];
  readonly contradictedByCommentsOnly: boolean;
}

/**
 * `denials` are passages in which somebody flatly denies what the part says, `others` those of another publication that has another figure
 * for what a supporting one states.
 */
export function weigh(assessments: readonly Assessment[], denials: readonly Assessment[], others: readonly Assessment[]): Weighed {
  const clashing = new Set(
    assessments
      .filter((a) => a.stance === 'contradicts' && (a.sameThing?.score ?? 0) >= DISPUTE.coverage)
      .map((a) => a.unit.core.passage.id),
  );
  const supporting = sorted(
    // Sentences read together support nothing that one of them contradicts.
    assessments.filter((a) => a.stance === 'supports' && !a.unit.members.some((m, i) => i > 0 && clashing.has(m.passage.id))),
    rank,
  );
  const contradicting = sorted(
    assessments.filter((a) => a.stance === 'contradicts'),
    (a) => (a.sameThing?.score ?? 0) * (a.clashes[0]?.sureness ?? 0),
  );
  const edited = supporting.filter((a) => !isComment(a));
  const against = contradicting.filter((a) => !isComment(a));
  const answer = (verdict: Verdict, against_: readonly Assessment[], support = supporting): Weighed => ({
    verdict,
    supporting: support,
    contradicting: against_,
    contradictedByCommentsOnly: verdict === 'contradicted' && against_.every(isComment),
  });
  const nearest = against[0] ?? contradicting[0];
  if (supporting.length > 0 && nearest !== undefined && isCloser(nearest, supporting[0])) return answer('contradicted', contradicting, []);
  if (supporting.length > 0) {
    const rivals = (edited.length > 0 ? against : contradicting).filter((a) => disputes(a, supporting));
    if (edited.length === 0 && against.length > 0 && rivals.some((a) => !isComment(a))) return answer('contradicted', rivals);
    // Sentences read together may have a stated one at their core that says nothing of the matter.
    const stated = edited.some((a, i) => a.unit.standing.standing === 'stated' && (i === 0 || a.unit.members.length === 1));
    const denied = edited.length > 0 && !stated ? denials : [];
    const all = [...rivals, ...(edited.length > 0 ? others : []), ...denied];
    return all.length > 0 ? answer('disputed', all) : answer('supported', []);
  }
  if (contradicting.length > 0) return answer('contradicted', contradicting);
  // Nobody says it, and a denial of a few of its words may be one of something else.
  const flat = denials.filter((d) => d.score >= FLAT_DENIAL);
  if (flat.length > 0) return answer('contradicted', flat);
  return answer('unsupported', []);
}

export function isComment(a: Assessment): boolean {
  return a.unit.standing.standing === 'comment';
}

function isCloser(against: Assessment, support: Assessment | undefined): boolean {
  const clash = against.clashes[0];
  if (clash === undefined || (against.sameThing?.score ?? 0) <= (support?.score ?? 0) + CLOSER.by) return false;
  return clash.sureness >= CLOSER.sureness || isTwin(against, clash);
}

function disputes(a: Assessment, supporting: readonly Assessment[]): boolean {
  const clash = a.clashes[0];
  if (clash === undefined || a.sameThing === null) return false;
  const own = new Set(supporting.flatMap((s) => s.unit.members.map((m) => m.passage.id)));
  if (a.unit.members.some((m) => own.has(m.passage.id))) return false;
  // One document in one voice rarely contradicts itself; a like sentence in it most often tells of another case.
  const voices = new Set(supporting.map((s) => voiceOf(s)));
  if (voices.has(voiceOf(a))) return false;
  // Two figures of one counted thing are told apart more surely than two sums, two names or two acts.
  const coverage = clash.kind === 'number' ? DISPUTE.figure : clash.kind === 'amount' ? DISPUTE.amount : DISPUTE.coverage;
  return (a.sameThing.score >= coverage && clash.sureness >= DISPUTE.sureness) || isTwin(a, clash);
}

/** Whether a passage tells the same in the same words but for what clashes; who and what may differ between two events, and asks for more. */
function isTwin(a: Assessment, clash: UnitClash): boolean {
  if ((a.sameThing?.score ?? 0) < TWIN.coverage) return false;
  const outside = a.alignment.words.filter(
    ({ word, weight, partner }) =>
      weight > 0 &&
      partner !== null &&
      partner.how !== 'context' &&
      (word.token.end <= clash.claim.start || word.token.start >= clash.claim.end),
  );
  if (!WHO.has(clash.kind)) return outside.length >= TWIN.words;
  return outside.length >= TWIN.names && a.unit.standing.standing === 'stated';
}

/** One sentence before several, an edited document before a comment, where they state the claim equally well. */
function rank(a: Assessment): number {
  return a.support - RANK.joined * (a.unit.members.length - 1) - (isComment(a) ? RANK.comment : 0);
}

function voiceOf(a: Assessment): string {
  const { passage } = a.unit.core;
  return `${passage.citekey}\u0000${passage.block.speaker ?? ''}`;
}

function sorted(list: readonly Assessment[], key: (a: Assessment) => number): Assessment[] {
  return [...list].sort((a, b) => key(b) - key(a) || a.unit.core.passage.id - b.unit.core.passage.id);
}
