/**
 * Tellings that are answered: where somebody in the corpus tells what the claim states as fact, and another denies it in the sentences
 * beside ("She denied it", "He had received no such warning", "It did not").
 */
import { contains } from '../text/span.ts';
import type { Predicate } from '../text/types.ts';
import { isCarried } from './align.ts';
import type { Assessment } from './assess.ts';
import { type BareDenial, bareDenial } from './bare-denials.ts';
import { akin } from './denials.ts';
import type { Engine } from './engine.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOfName } from './name-words.ts';
import type { Reading } from './reading.ts';
import { type ReadPassage, type Unit, unitAround } from './unit.ts';

/** How many sentences after and before a telling its denial is looked for. */
const REACH = { after: 4, before: 2 } as const;
const NO_SUCH = /\b(?:no|any|never) such\b|\bnothing of the (?:kind|sort)\b/i;
const SAID_NO = /^no\b/i;
/** Who does not remember denies nothing. */
const UNSURE = /\b(?:recall|remember|recollect(?:ion)?|aware|sure)\b/i;
/** Who denies an accusation of a court or the police denies the deed, and not that he was accused of it. */
const ACCUSED = /\b(?:charged|accused|prosecuted|sued|suspected|arrested|indicted|blamed)\b/i;
/** "Did he?", "Is that right?": asks the witness about the words before it. */
const TAG = /^(?:\S+\s+){0,5}\S+\?$/;
/** Least share of what the telling carries of the claim that must stand before a denial in the same sentence. */
const BEFORE = 0.7;
/** Least share of what a unit carries that its own passage must tell. */
const OWN = 0.6;

/**
 * Whether the claim states as fact what the telling has as somebody's words. Who reports what one side says, as its source does, states
 * nothing that the other denies; but "she warned him" drops a layer of "she told us that she had warned him".
 */
export function toldAsFact(claim: Reading, telling: Assessment): boolean {
  if (telling.unit.standing.standing !== 'attributed' || !isTold(telling)) return false;
  const cues = claim.words.filter((w) => w.class === 'attribution' && claim.analysis.reporting.some((r) => contains(r.cue, w.token)));
  const { tokens, reporting } = telling.unit.core.reading.analysis;
  return cues.every((cue) =>
    reporting.some((r) => r.content.some((content) => tokens.some((t) => t.stem === cue.token.stem && contains(content, t)))),
  );
}

/** Whether the passage itself tells most of what the unit carries, and not a sentence that is read with it. */
function isTold({ alignment }: Assessment): boolean {
  let own = 0;
  let all = 0;
  for (const { partner, weight } of alignment.words) {
    if (partner === null) continue;
    all += weight;
    if (partner.member === 0) own += weight;
  }
  return own >= all * OWN;
}

/** Units near a telling (or the telling itself) in which another person says that it is not so. */
export function answersTo(telling: Assessment, claim: Reading, engine: Engine): readonly Unit[] {
  const { passage } = telling.unit.core;
  const found: Unit[] = [];
  if (deniedInPassing(telling)) found.push(telling.unit);
  for (const side of ['after', 'before'] as const) {
    const between: ReadPassage[] = [];
    let next = passage[side];
    while (next !== null && between.length < REACH[side]) {
      const other = engine.passages(next);
      if (other === null || other.passage.citekey !== passage.citekey) break;
      const unit = unitAround(engine.corpus, engine.passages, next, 'none');
      if (unit !== null && answers(unit, telling, claim, { lexicon: engine.language.lexicon, between, after: side === 'after' }))
        found.push(unit);
      between.push(other);
      next = other.passage[side];
    }
  }
  return found;
}

interface Place {
  readonly lexicon: Lexicon;
  /** The sentences between the telling and the one that may answer it. */
  readonly between: readonly ReadPassage[];
  readonly after: boolean;
}

/** Whether a sentence denies what the telling beside it tells. */
function answers(unit: Unit, telling: Assessment, claim: Reading, { lexicon, between, after }: Place): boolean {
  const { core, standing } = unit;
  const { text, block } = core.passage;
  if (UNSURE.test(text)) return false;
  if (after && answersBarely(unit, telling, claim, between)) return true;
  const speaker = standing.speaker ?? block.speaker;
  if (standing.standing !== 'attributed' || speaker === null || isSpeakerOf(telling, speaker)) return false;
  const near = after && isNext(telling, core, between);
  if (!NO_SUCH.test(text) && !(near && standing.parts.some((p) => p.denied))) return false;
  return core.reading.words.some((w) =>
    claim.words.some((mine) => mine.class !== 'name' && (mine.token.stem === w.token.stem || akin(lexicon, mine.token.stem, w.token.stem))),
  );
}

/** A denial that does not say what it denies answers the sentence right before it, or all that one speaker has told before it. */
function answersBarely(unit: Unit, telling: Assessment, claim: Reading, between: readonly ReadPassage[]): boolean {
  const { core, standing } = unit;
  const { block, text } = core.passage;
  if (ACCUSED.test(claim.analysis.text)) return false;
  const tags = between.filter((p) => p.passage.blockIndex === telling.unit.core.passage.blockIndex && TAG.test(p.passage.text));
  const next = tags.length === between.length && isNext(telling, core, between);
  if (next && isPutToWitness(telling) && block.turnRole === 'witness' && SAID_NO.test(text)) return true;
  const denial = bareDenial(core.reading);
  if (denial === null || !(next || (denial.all && isRun(telling, core, between)))) return false;
  if (denial.auxiliary !== null && !leavesOver(denial.auxiliary, telling)) return false;
  const denier = standing.speaker ?? block.speaker ?? denial.subject;
  return denier === null ? denial.subject === null : !isSpeakerOf(telling, denier);
}

/** Counsel puts it, the witness says no. What a question asks, and whether the answer agrees, the corpus knows itself. */
function isPutToWitness({ unit }: Assessment): boolean {
  const { passage, reading } = unit.core;
  const negates = reading.analysis.negations.some((n) => n.kind !== 'prefix' && n.kind !== 'denied');
  return passage.block.turnRole === 'questioner' && !passage.text.trimEnd().endsWith('?') && !negates;
}

function isNext(telling: Assessment, { passage }: ReadPassage, between: readonly ReadPassage[]): boolean {
  const from = telling.unit.core.passage;
  return passage.blockIndex - from.blockIndex <= 1 && between.every((p) => p.passage.blockIndex === from.blockIndex);
}

/** Whether nobody but the teller has spoken since. */
function isRun(telling: Assessment, core: ReadPassage, between: readonly ReadPassage[]): boolean {
  return isNext(telling, core, between) && between.every((p) => p.reading.analysis.reporting.every((r) => r.act !== 'deny'));
}

/** Whether "it did not" or "they were not" can be what is left of the telling's own verb; of a promise it denies the keeping. */
function leavesOver(auxiliary: BareDenial['auxiliary'], telling: Assessment): boolean {
  const { analysis, predicates } = telling.unit.core.reading;
  const told = predicates.filter((p) => p.voice !== 'nominal' && isInContent(p, telling));
  const verbs = told.length > 0 ? told : predicates.filter((p) => p.voice !== 'nominal');
  return verbs.some((p) => {
    const head = analysis.tokens[p.head];
    const be = p.voice === 'passive' || p.lemma === 'be' || /ing$/.test(head?.lower ?? '');
    return !p.negated && p.modality === 'fact' && be === (auxiliary === 'be');
  });
}

function isInContent(p: Predicate, telling: Assessment): boolean {
  const { analysis } = telling.unit.core.reading;
  const head = analysis.tokens[p.head];
  return head !== undefined && analysis.reporting.some((r) => r.content.some((c) => contains(c, head)));
}

/** "…, which the company denies": the telling and its denial in one sentence, the denial last. */
function deniedInPassing(telling: Assessment): boolean {
  const { core } = telling.unit;
  const denial = bareDenial(core.reading);
  if (denial === null || denial.subject === null || isSpeakerOf(telling, denial.subject)) return false;
  let before = 0;
  let all = 0;
  for (const a of telling.alignment.words) {
    const token = isCarried(a) && a.partner?.member === 0 ? core.reading.analysis.tokens[a.partner.index] : undefined;
    if (token === undefined) continue;
    all += a.weight;
    if (token.end <= denial.start) before += a.weight;
  }
  return all > 0 && before >= all * BEFORE;
}

function isSpeakerOf(telling: Assessment, denier: string): boolean {
  const { standing, core } = telling.unit;
  const teller = wordsOfName(standing.speaker ?? core.passage.block.speaker ?? '');
  return wordsOfName(denier).some((w) => teller.includes(w) && !TITLES.has(w));
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'the', 'a', 'an', 'of', 'and', 'professor', 'councillor', 'cllr']);
