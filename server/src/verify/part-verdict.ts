/** One part of a claim judged: candidates found, read alone and with their neighbours, compared, weighed. */
import { contains } from '../text/span.ts';
import { type Assessment, assess } from './assess.ts';
import type { Engine } from './engine.ts';
import type { Part } from './parts.ts';
import type { Reading } from './reading.ts';
import { retrieve } from './retrieve.ts';
import { unitAround } from './unit.ts';
import { weigh, type Weighed } from './weigh.ts';

/** A passage that carries this much alone is worth reading together with its neighbours. */
const PROMISING = 0.3;
/** A denial must be about most of what the part says. */
const DENIAL_COVERAGE = 0.6;

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
  /** Whether the draft itself reports this part as denied. */
  readonly claimDenies: boolean;
  /** Restricts the search to one document. */
  readonly citekey: string | null;
}

export function judgePart(input: PartInput, engine: Engine): JudgedPart {
  const { claim, within } = input;
  const hits = retrieve(claim, within, input.context, engine.corpus, engine.language.lexicon);
  const assessments: Assessment[] = [];
  const denials: Assessment[] = [];
  let nearest: Assessment | null = null;
  for (const hit of hits) {
    const passage = engine.corpus.passage(hit.id);
    if (passage === null || (input.citekey !== null && passage.citekey !== input.citekey)) continue;
    const found = bestReading(input, hit.id, engine);
    if (found === null) continue;
    if (nearest === null || found.score > nearest.score) nearest = found;
    const denied = deniedShare(found) > 0.5;
    if (denied === input.claimDenies) assessments.push(found);
    else if (denied && found.score >= DENIAL_COVERAGE) denials.push(found);
  }
  return { ...weigh(assessments, denials), part: input.part, nearest };
}

/** The passage alone where that decides, else with the neighbours that help most. */
function bestReading(input: PartInput, id: number, engine: Engine): Assessment | null {
  const alone = unitAround(engine.corpus, engine.passages, id, 'none');
  if (alone === null) return null;
  let best = assess(input.claim, input.within, alone, engine.tools);
  if (best.stance !== null || best.score < PROMISING) return best;
  for (const neighbours of ['before', 'after', 'both', 'wide'] as const) {
    const unit = unitAround(engine.corpus, engine.passages, id, neighbours);
    if (unit === null || unit.members.length === 1) continue;
    const read = assess(input.claim, input.within, unit, engine.tools);
    if (read.stance !== null) return read;
    if (read.score > best.score) best = read;
  }
  return best;
}

/** Share of the carried words that stand in a part of the passage which somebody denies. */
function deniedShare(a: Assessment): number {
  const denied = a.unit.standing.parts.filter((p) => p.denied);
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
