/** Every rule, in the order in which lists show them. */
import { contradictedClaim } from './contradicted-claim.ts';
import { disputedClaim } from './disputed-claim.ts';
import { misattribution } from './misattribution.ts';
import { misquote } from './misquote.ts';
import { missingAttribution } from './missing-attribution.ts';
import { missingCitation } from './missing-citation.ts';
import type { Rule } from './rule.ts';
import { staleCitation } from './stale-citation.ts';
import { unknownSource } from './unknown-source.ts';
import { unsupportedClaim } from './unsupported-claim.ts';
import { weakSource } from './weak-source.ts';
import { wrongCitation } from './wrong-citation.ts';

export const RULES: readonly Rule[] = [
  contradictedClaim,
  disputedClaim,
  unsupportedClaim,
  misquote,
  misattribution,
  missingAttribution,
  weakSource,
  missingCitation,
  wrongCitation,
  unknownSource,
  staleCitation,
];
