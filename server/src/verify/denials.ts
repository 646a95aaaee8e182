/**
 * Flat denials that say what they deny ("denied that it had ever seen the scheme"). Those that answer a telling beside them are found in
 * `answered.ts`.
 */
import { contains } from '../text/span.ts';
import type { Assessment } from './assess.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOfName } from './name-words.ts';
import type { Reading } from './reading.ts';

/** Least share of what is denied that the claim must say; more where the claim does not name who denies it. */
const DENIAL_COVERAGE = { named: 0.6, unnamed: 0.8 } as const;
const DENIED_WORDS = 2;
/**
 * Whether a passage flatly denies what the part says: what it denies is in the claim (the claim may say more), and it is denied by
 * somebody whom the claim names.
 */
export function deniesIt(a: Assessment, claim: Reading, lexicon: Lexicon): boolean {
  const { core } = a.unit;
  const denied = deniedParts(a);
  if (denied.length === 0) return false;
  const party = denied.some(
    (p) =>
      p.speaker !== null &&
      claim.analysis.names.some((n) => wordsOfName(n.name).some((w) => w.length > 2 && wordsOfName(p.speaker ?? '').includes(w))),
  );
  // Who denies it is no part of what is denied.
  const told = core.reading.analysis.reporting.filter((r) => r.act === 'deny').flatMap((r) => r.content);
  const words = core.reading.words.filter(
    (w) => denied.some((p) => contains(p.span, w.token)) && (told.length === 0 || told.some((t) => contains(t, w.token))),
  );
  if (words.length < DENIED_WORDS || denied.every((p) => p.speaker === null)) return false;
  const found = words.filter((w) =>
    claim.words.some((mine) => mine.token.stem === w.token.stem || akin(lexicon, mine.token.stem, w.token.stem)),
  );
  return found.length / words.length >= (party ? DENIAL_COVERAGE.named : DENIAL_COVERAGE.unnamed);
}

/** Parts that deny a statement; "rejected the complaint" denies none, it decides about a thing. */
function deniedParts(a: Assessment): Assessment['unit']['standing']['parts'] {
  const parts = a.unit.standing.parts.filter((p) => p.denied);
  if (parts.length === 0) return parts;
  const { analysis, predicates } = a.unit.core.reading;
  return parts.filter(
    (part) =>
      // Who denies that he had not, says that he had.
      !analysis.negations.some((n) => n.kind !== 'prefix' && n.kind !== 'denied' && contains(part.span, n.span)) &&
      predicates.some((p) => {
        const head = analysis.tokens[p.head];
        return head !== undefined && p.voice !== 'nominal' && contains(part.span, head) && !(part.cue ?? '').includes(head.text);
      }),
  );
}

export function akin(lexicon: Lexicon, a: string, b: string): boolean {
  const relation = lexicon.relate(a, b);
  return relation === 'synonym' || relation === 'derived';
}

/** Share of the carried words that stand in a part of the passage which somebody denies. */
export function deniedShare(a: Assessment): number {
  const denied = deniedParts(a);
  if (denied.length === 0) return 0;
  let inside = 0;
  let all = 0;
  for (const { partner, weight } of a.alignment.words) {
    const token = partner !== null && partner.member === 0 ? a.unit.core.reading.analysis.tokens[partner.index] : undefined;
    if (token === undefined) continue;
    all += weight;
    if (denied.some((p) => contains(p.span, token))) inside += weight;
  }
  return all === 0 ? 0 : inside / all;
}
