/** One part of a claim judged: candidates found, read alone and with their neighbours, compared, weighed. */
import { carriedNames, isCarried } from './align.ts';
import { answersTo, toldAsFact } from './answered.ts';
import { type Assessment, assess } from './assess.ts';
import { deniedShare, deniesIt } from './denials.ts';
import { deniedElsewhere } from './denied-elsewhere.ts';
import type { Engine } from './engine.ts';
import type { Part } from './parts.ts';
import type { Reading } from './reading.ts';
import { retrieve } from './retrieve.ts';
import { otherFigures } from './rivals.ts';
import { nearby, type ReadPassage, unitAround } from './unit.ts';
import { isComment, type Weighed, weigh } from './weigh.ts';

/** A passage that carries this much alone is worth reading together with its neighbours. */
const PROMISING = 0.3;
/** When near sentences are asked for what a passage lacks: how much it must state itself, how many gaps, how far to look. */
const BRIDGE = { least: 0.45, gaps: 2, reach: 6 } as const;
const VERB_CREDIT = 0.75;
/** Passages read together: how far apart they may stand, how many there may be, what each must add. */
const GATHER = { reach: 40, members: 5, gain: 0.04 } as const;
/** A telling that carries less than this share of what the best one carries is not the one that is answered. */
const TELLING = 0.9;
/** Supporting passages for which denials are looked for in other documents. */
const STATEMENTS = 2;
const REPORTS_A_NO = /\b(?:said|says|answered|replied|responded) (?:that )?(?:“|"|')?no\b/i;

export interface JudgedPart extends Weighed {
  readonly part: Part;
  /** The assessment that carries most of the part, whatever its stance. */
  readonly nearest: Assessment | null;
}

export interface PartInput {
  readonly claim: Reading;
  readonly part: Part;
  /** Null when the part is the whole sentence. */
  readonly within: ReadonlySet<number> | null;
  readonly context: readonly string[];
  readonly antecedents: readonly string[];
  /** Whether the draft itself reports this part as denied. */
  readonly claimDenies: boolean;
  /** Restricts the search to one document. */
  readonly citekey: string | null;
  /** The passages to read, each with its neighbours; null where they are to be found. */
  readonly among: readonly number[] | null;
}

export function judgePart(input: PartInput, engine: Engine): JudgedPart {
  const { claim, within } = input;
  const hits =
    input.among?.map((id) => ({ id })) ?? retrieve(claim, within, input.context, engine.corpus, engine.language.lexicon, input.citekey);
  const assessments: Assessment[] = [];
  const denials: Assessment[] = [];
  let nearest: Assessment | null = null;
  const negates =
    claim.analysis.negations.some((n) => n.kind !== 'prefix' && n.kind !== 'denied') || REPORTS_A_NO.test(claim.analysis.text);
  for (const hit of hits) {
    const passage = engine.corpus.passage(hit.id);
    if (passage === null || (input.citekey !== null && passage.citekey !== input.citekey)) continue;
    // "Did you see him?" states nothing until it is answered.
    if (engine.corpus.standing(hit.id).answer === 'open') continue;
    const found = bestReading(input, hit.id, engine);
    if (found === null) continue;
    if (nearest === null || found.score > nearest.score) nearest = found;
    // What is denied and what is said not to be so are told apart by the comparison of polarity alone.
    const denied = deniedShare(found) > 0.5;
    if (denied === input.claimDenies || (denied && negates) || saysItIsNot(input, found)) assessments.push(found);
    if (!input.claimDenies && !negates && deniesIt(found, claim, engine.language.lexicon)) denials.push(found);
  }
  if (assessments.every((a) => a.stance === null)) {
    const together = gathered(input, assessments, engine);
    if (together !== null) assessments.push(together);
  }
  const supporting = assessments.filter((a) => a.stance === 'supports');
  const best = Math.max(0, ...supporting.map((a) => a.score));
  const add = (found: readonly Assessment[]): void => {
    for (const denial of found) if (!denials.some((d) => d.unit.core.passage.id === denial.unit.core.passage.id)) denials.push(denial);
  };
  const tellings = supporting.filter((a) => a.score >= best * TELLING && toldAsFact(claim, a));
  if (!input.claimDenies && input.citekey === null)
    for (const telling of tellings) {
      add(answersTo(telling, claim, engine).map((unit) => assess(input, unit, engine.tools)));
    }
  const rivals = [...otherFigures(input.claim, supporting, assessments, engine)];
  const statements = supporting
    .filter((a) => a.score >= best * TELLING && !isComment(a) && a.unit.members.length === 1)
    .slice(0, STATEMENTS);
  if (!input.claimDenies && !negates && input.citekey === null)
    for (const statement of statements) rivals.push(...deniedElsewhere(statement, engine));
  return { ...weigh(assessments, denials, rivals), part: input.part, nearest };
}

/** "Denied that it had been warned" is what "said that it had not been warned" tells; whether it is so, neither says. */
function saysItIsNot({ claimDenies }: PartInput, { stance, unit }: Assessment): boolean {
  return (
    claimDenies && stance === 'supports' && unit.core.reading.analysis.negations.some((n) => n.kind !== 'prefix' && n.kind !== 'denied')
  );
}

/**
 * Passages of one telling read together, where none states the part alone: the best one, and those near it that carry words it
 * lacks. Much more is asked of them than of one passage (every further member raises what support needs).
 */
function gathered(input: PartInput, assessments: readonly Assessment[], engine: Engine): Assessment | null {
  const ranked = [...assessments].sort((a, b) => b.score - a.score || a.unit.core.passage.id - b.unit.core.passage.id);
  const [first] = ranked;
  if (first === undefined || first.score < BRIDGE.least) return null;
  const { passage } = first.unit.core;
  const near = ranked.slice(1).filter((a) => {
    const other = a.unit.core.passage;
    return (
      other.citekey === passage.citekey && other.block.speaker === passage.block.speaker && Math.abs(other.id - passage.id) <= GATHER.reach
    );
  });
  const members = new Map(first.unit.members.slice(1).map((m) => [m.passage.id, m]));
  let best = first;
  for (const a of near) {
    if (members.size >= GATHER.members) break;
    if (a.unit.core.passage.id === passage.id || members.has(a.unit.core.passage.id)) continue;
    const unit = unitAround(engine.corpus, engine.passages, passage.id, [...members.values(), a.unit.core]);
    const read = unit === null ? null : assess(input, unit, engine.tools);
    if (read === null || read.score < best.score + GATHER.gain) continue;
    best = read;
    members.set(a.unit.core.passage.id, a.unit.core);
  }
  // Without the verb, a doer here and a place there are no statement.
  const verbs = best.alignment.words.filter((a) => a.word.class === 'verb');
  const told = verbs.length === 0 || verbs.some((a) => isCarried(a) && (a.partner?.credit ?? 0) >= VERB_CREDIT);
  return best.stance === 'supports' && told ? best : null;
}

/** The passage alone where that decides, else with the neighbours that help most. */
function bestReading(input: PartInput, id: number, engine: Engine): Assessment | null {
  const alone = unitAround(engine.corpus, engine.passages, id, 'none');
  if (alone === null) return null;
  const own = assess(input, alone, engine.tools);
  if (own.stance !== null || own.score < PROMISING) return own;
  let best = own;
  for (const neighbours of ['before', 'after', 'both', 'wide'] as const) {
    const unit = unitAround(engine.corpus, engine.passages, id, neighbours);
    if (unit === null || unit.members.length === 1) continue;
    const read = assess(input, unit, engine.tools);
    if (read.stance !== null) return read;
    if (read.score > best.score) best = read;
  }
  return bridged(input, own, engine) ?? best;
}

/**
 * A passage that states the part but for a value or a name, read with the near sentences that tell just these ("In 2009 …" at
 * the head of a paragraph, the witness named when he was called). Null where that does not make it support.
 */
function bridged(input: PartInput, own: Assessment, engine: Engine): Assessment | null {
  const { id } = own.unit.core.passage;
  if (own.score < BRIDGE.least || own.clashes.length > 0) return null;
  const values = new Set(own.values.filter((v) => v.status === 'missing' && v.blocks).map((v) => v.claim.start));
  const names = new Set([...carriedNames(own.alignment.words)].filter(([, carried]) => !carried).map(([mention]) => mention));
  if (values.size + names.size === 0 || values.size + names.size > BRIDGE.gaps) return null;
  const helpers: ReadPassage[] = [];
  for (const near of nearby(engine.passages, id, BRIDGE.reach)) {
    const unit = unitAround(engine.corpus, engine.passages, near.passage.id, 'none');
    if (unit === null) continue;
    const read = assess(input, unit, engine.tools);
    const told = read.values.filter((v) => values.has(v.claim.start) && (v.status === 'equal' || v.status === 'compatible'));
    const named = [...carriedNames(read.alignment.words)].filter(([mention, carried]) => carried && names.has(mention));
    if (told.length + named.length === 0) continue;
    helpers.push(near);
    for (const value of told) values.delete(value.claim.start);
    for (const [mention] of named) names.delete(mention);
    if (values.size + names.size === 0) break;
  }
  const unit = values.size + names.size > 0 ? null : unitAround(engine.corpus, engine.passages, id, helpers);
  const read = unit === null ? null : assess(input, unit, engine.tools);
  return read?.stance === 'supports' ? read : null;
}
