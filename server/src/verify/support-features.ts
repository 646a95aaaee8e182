/**
 * What tells a passage that states a claim from one that merely shares its words, as numbers between 0 and 1 for the learned weights in
 * support-weights.json (scripts/support/train.ts). Names, figures and days that a passage lacks are no matter of weights: they rule
 * support out before (assess.ts).
 */

import { type AlignedWord, type Alignment, type AlignTools, isCarried } from './align.ts';
import type { FramePair } from './compare/frames.ts';
import type { ValueResult } from './compare/types.ts';
import { matchesOf } from './matches.ts';
import type { Reading } from './reading.ts';
import weights from './support-weights.json' with { type: 'json' };
import type { Unit } from './unit.ts';

export const FEATURES = [
  'bias',
  'score',
  'words',
  'heaviest missing',
  'near missing',
  'synonyms',
  'context',
  'one member',
  'members',
  'tight',
  'slots filled',
  'slots displaced',
  'values',
  'loose values',
  'names',
  'borrowed names',
  'length',
  'comment',
  'reverse',
] as const;

export interface Featured {
  readonly claim: Reading;
  readonly unit: Unit;
  readonly alignment: Alignment;
  readonly values: readonly ValueResult[];
  readonly pairs: readonly FramePair[];
  readonly score: number;
}

/** Words that carry less than this have no counterpart to speak of. */
const CARRIED = 0.5;
const LONG = 24;
const FAR = 30;

export function supportFeatures(featured: Featured, tools: AlignTools): readonly number[] {
  const { unit, alignment, values, pairs, score } = featured;
  const words = alignment.words.filter((a) => a.weight > 0);
  const said = words.filter((a) => a.word.class === 'word' || a.word.class === 'verb');
  const sum = (list: readonly AlignedWord[]): number => list.reduce((n, a) => n + a.weight, 0);
  const share = (list: readonly AlignedWord[], of: readonly AlignedWord[], empty: number): number =>
    of.length === 0 ? empty : sum(list) / Math.max(sum(of), 1e-6);
  const carried = (a: AlignedWord): boolean => isCarried(a) && (a.partner?.credit ?? 0) >= CARRIED;
  const missing = said.filter((a) => !carried(a));
  const near = missing.map((a) => nearest(a, featured, tools));
  const missingWeight = sum(missing);
  const nearWeight = missing.reduce((n, a, i) => n + a.weight * (near[i] ?? 0), 0);
  const members = new Map<number, number>();
  for (const a of words)
    if (a.partner !== null && a.partner.member >= 0) members.set(a.partner.member, (members.get(a.partner.member) ?? 0) + a.weight);
  const fits = pairs.flatMap((p) => p.fits);
  const fitShare = (fit: string): number => (fits.length === 0 ? 0 : fits.filter((f) => f.fit === fit).length / fits.length);
  const names = words.filter((a) => a.word.class === 'name');
  const equal = values.filter((v) => v.status === 'equal').length;
  return [
    1,
    score,
    share(said.filter(carried), said, 1),
    missing.length === 0 ? 0 : Math.max(...missing.map((a, i) => a.weight * (1 - (near[i] ?? 0)))),
    missingWeight === 0 ? 1 : nearWeight / missingWeight,
    share(
      words.filter((a) => a.partner?.how === 'synonym'),
      words,
      0,
    ),
    share(
      words.filter((a) => a.partner?.how === 'context'),
      words,
      0,
    ),
    Math.max(0, ...members.values()) / Math.max(sum(words), 1e-6),
    (unit.members.length - 1) / 4,
    tightness(alignment, unit),
    fitShare('filled'),
    fitShare('displaced'),
    Math.min(1, equal / 2),
    Math.min(1, values.filter((v) => v.status === 'missing').length),
    share(names.filter(isCarried), names, 0.5),
    share(
      names.filter((a) => a.partner?.how === 'context'),
      names,
      0,
    ),
    Math.min(1, (words.length + values.length) / LONG),
    unit.standing.standing === 'comment' ? 1 : 0,
    reverse(alignment, unit),
  ];
}

/** How near the nearest word of the unit lies to one that nothing carries; one that carries another word counts half. */
function nearest({ word }: AlignedWord, { claim, unit, alignment }: Featured, tools: AlignTools): number {
  let best = 0;
  unit.members.forEach((member, m) => {
    for (const { index, nearness } of matchesOf(claim, member.reading, tools).near(word)) {
      if (nearness <= best) continue;
      const taken = alignment.words.some((a) => isCarried(a) && a.partner?.member === m && a.partner.index === index);
      best = taken ? Math.max(best, nearness / 2) : nearness;
    }
  });
  return best;
}

/** 1 where the carried words stand side by side in the passage, less the further they are strewn. */
function tightness(alignment: Alignment, unit: Unit): number {
  const places = alignment.words.flatMap((a) => (a.partner?.member === 0 && isCarried(a) ? [a.partner.index] : []));
  if (places.length < 2) return 0.5;
  const spread = Math.max(...places) - Math.min(...places) + 1;
  return Math.max(0, 1 - (spread - new Set(places).size) / FAR) * Math.min(1, unit.core.reading.words.length / 3);
}

/** Share of the passage's own words that the claim says: a passage of which the claim tells all is about nothing else. */
function reverse(alignment: Alignment, unit: Unit): number {
  const own = unit.core.reading.words;
  const used = new Set(alignment.words.flatMap((a) => (a.partner?.member === 0 ? [a.partner.index] : [])));
  return own.length === 0 ? 0 : Math.min(1, used.size / own.length);
}

/** 0–1: how likely a passage with these features states the claim. */
export function supportLikelihood(features: readonly number[]): number {
  let sum = 0;
  FEATURES.forEach((name, i) => {
    sum += weights[name] * (features[i] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}
