/**
 * Flat denials: somebody in the corpus says that what the claim tells is not so. Either the denial says what it denies ("denied that it
 * had ever seen the scheme"), or it answers the telling beside it ("said that he had received no such warning").
 */
import { contains } from '../text/span.ts';
import type { Assessment } from './assess.ts';
import type { Engine } from './engine.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { type Unit, unitAround } from './unit.ts';

/** Least share of what is denied that the claim must say; more where the claim does not name who denies it. */
const DENIAL_COVERAGE = { named: 0.6, unnamed: 0.8 } as const;
const DENIED_WORDS = 2;
/** How many sentences after and before a telling its denial is looked for. */
const ANSWERS = { after: 4, before: 2, bare: 3 } as const;
const NO_SUCH = /\b(?:no|any|never) such\b|\bnothing of the (?:kind|sort)\b/i;
const NOT_SO =
  /\b(?:denie[sd]|disput(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)) (?:this|that|it|(?:the|this|that|his|her|their) (?:claims?|allegations?|accusations?|account|version|suggestions?|charges?))(?=[,.;]|$| (?:and|but|saying|as)\b)|\b(?:that|this|it) (?:is|was) (?:not true|untrue|false|a lie)\b|\b(?:that|this|it) (?:never|did not|didn['’]t) happen(?:ed)?\b/i;
const SAID_NO = /^no\b/i;
/** Who does not remember denies nothing. */
const UNSURE = /\b(?:recall|remember|recollect(?:ion)?|aware|sure)\b/i;

/**
 * Whether the claim states as fact what the telling has as somebody's words. Who reports what one side says, as its source does, states
 * nothing that the other denies; but "she warned him" drops a layer of "she told us that she had warned him".
 */
export function toldAsFact(claim: Reading, telling: Assessment): boolean {
  if (telling.unit.standing.standing !== 'attributed') return false;
  const cues = claim.words.filter((w) => w.class === 'attribution' && claim.analysis.reporting.some((r) => contains(r.cue, w.token)));
  const { tokens, reporting } = telling.unit.core.reading.analysis;
  return cues.every((cue) =>
    reporting.some((r) => r.content.some((content) => tokens.some((t) => t.stem === cue.token.stem && contains(content, t)))),
  );
}

/** Units near a telling in which another person says that it is not so. */
export function deniedNearBy(telling: Assessment, claim: Reading, engine: Engine): readonly Unit[] {
  const { passage } = telling.unit.core;
  const found: Unit[] = [];
  const look = (side: 'before' | 'after', steps: number): void => {
    let next = passage[side];
    for (let step = 1; step <= steps && next !== null; step++) {
      const other = engine.passages(next);
      if (other === null || other.passage.citekey !== passage.citekey) return;
      const unit = unitAround(engine.corpus, engine.passages, next, 'none');
      if (unit !== null && answers(unit, telling, claim, engine.language.lexicon, side === 'after' && step <= ANSWERS.bare))
        found.push(unit);
      next = other.passage[side];
    }
  };
  look('after', ANSWERS.after);
  look('before', ANSWERS.before);
  return found;
}

/** Whether a sentence answers the telling with a denial; `bare` where it stands so near that it need not say of what. */
function answers(unit: Unit, telling: Assessment, claim: Reading, lexicon: Lexicon, bare: boolean): boolean {
  const { text } = unit.core.passage;
  const speaker = unit.standing.speaker ?? unit.core.passage.block.speaker;
  if (unit.standing.standing !== 'attributed' || speaker === null || UNSURE.test(text)) return false;
  if (wordsOf(speaker).some((w) => wordsOf(telling.unit.standing.speaker ?? '').includes(w))) return false;
  // Counsel puts it, the witness says no.
  const put = telling.unit.core.passage.block.turnRole === 'questioner' && unit.core.passage.block.turnRole === 'witness';
  if (bare && (NOT_SO.test(text) || (put && SAID_NO.test(text)))) return true;
  const denies = bare && unit.standing.parts.some((p) => p.denied);
  if (!denies && !NO_SUCH.test(text)) return false;
  return unit.core.reading.words.some((w) =>
    claim.words.some((mine) => mine.class !== 'name' && (mine.token.stem === w.token.stem || akin(lexicon, mine.token.stem, w.token.stem))),
  );
}

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
      claim.analysis.names.some((n) => wordsOf(n.name).some((w) => w.length > 2 && wordsOf(p.speaker ?? '').includes(w))),
  );
  const words = core.reading.words.filter((w) => denied.some((p) => contains(p.span, w.token)));
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

function akin(lexicon: Lexicon, a: string, b: string): boolean {
  const relation = lexicon.relate(a, b);
  return relation === 'synonym' || relation === 'derived';
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
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
