/** Everything that may stand between a claim and a unit, from all comparers, surest first; what of it accuses, the gate decides. */

import { saysAllOfSome } from './compare/all-of-some.ts';
import { compareAlternatives } from './compare/alternatives.ts';
import { compareBoundNames, compareBoundValues } from './compare/binding.ts';
import { compareComplements } from './compare/complements.ts';
import { compareExchanged } from './compare/exchange.ts';
import { compareDoers, filledOtherwise } from './compare/fillers.ts';
import type { FramePair } from './compare/frames.ts';
import { compareNames } from './compare/names.ts';
import { compareNegatedActs } from './compare/negated-acts.ts';
import { compareOrder } from './compare/order.ts';
import { compareOpposites, comparePolarity, comparePrefixes } from './compare/polarity.ts';
import { comparePrepositions } from './compare/prepositions.ts';
import { compareRoles } from './compare/roles.ts';
import { differsFromSame } from './compare/sameness.ts';
import type { CompareInput, UnitClash, ValueResult } from './compare/types.ts';

export interface Candidates {
  readonly candidates: readonly UnitClash[];
  /** Whether something stands in the way of support that is too doubtful to accuse anyone. */
  readonly doubted: boolean;
}

interface Known {
  readonly values: readonly ValueResult[];
  /** What the comparers of figures and days found. */
  readonly found: readonly UnitClash[];
  /** Whether the unit carries enough of the claim for the comparers that read predicates, which are dear. */
  readonly close: boolean;
  readonly pairs: readonly FramePair[];
}

export function clashCandidates(input: CompareInput, { values, found, close, pairs }: Known): Candidates {
  const polarity = [...comparePolarity(input), ...compareNegatedActs(input, pairs)];
  const bound = close ? [...compareBoundNames(input), ...compareBoundValues(input, values)] : [];
  const odd = filledOtherwise(input, pairs);
  const complements = close ? compareComplements(input) : [];
  const turned = close ? [...compareExchanged(input, values), ...comparePrepositions(input), ...compareAlternatives(input)] : [];
  const candidates = [
    // "Seven did not" and "three did" agree: figures of statements that differ in polarity are not compared.
    ...(polarity.length > 0 ? [] : found),
    ...(close ? [...compareNames(input), ...compareRoles(input)] : []),
    ...complements,
    ...polarity,
    ...comparePrefixes(input),
    ...compareOpposites(input),
    ...compareOrder(input),
    ...bound,
    ...turned,
    ...compareDoers(input, odd),
  ].sort((a, b) => b.sureness - a.sureness || a.claim.start - b.claim.start);
  return {
    candidates,
    doubted:
      polarity.length > 0 ||
      bound.length > 0 ||
      odd.length > 0 ||
      complements.length > 0 ||
      turned.length > 0 ||
      (close && (differsFromSame(input) || saysAllOfSome(input))),
  };
}
