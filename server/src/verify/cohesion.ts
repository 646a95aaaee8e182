/**
 * Sentences read together say a claim only where each clause of the claim is said by one of them: a verb here, its doer there and a day
 * from a third place are words in common and no statement. Every clause has a home, the member that carries most of it; what another
 * member carries counts for less.
 */
import { contains } from '../text/span.ts';
import type { Quantity } from '../text/types.ts';
import type { AlignedWord, Alignment } from './align.ts';
import type { CompareInput, ValueResult } from './compare/types.ts';
import type { Reading } from './reading.ts';
import type { Unit } from './unit.ts';

/** What a word is worth that stands in another sentence than the rest of its clause. */
const STRAY = { name: 0.75, other: 0.4 } as const;

const clausesRead = new WeakMap<Reading, readonly number[]>();

/** Index (among `claim.predicates`) of the clause that each token belongs to; -1 where none claims it. The same for every unit. */
export function clausesOf(claim: Reading): readonly number[] {
  const known = clausesRead.get(claim);
  if (known !== undefined) return known;
  const fresh = readClauses(claim);
  clausesRead.set(claim, fresh);
  return fresh;
}

function readClauses(claim: Reading): readonly number[] {
  const { tokens } = claim.analysis;
  const verbs = claim.predicates.map((p, i) => ({ p, i })).filter(({ p }) => p.voice !== 'nominal');
  return tokens.map((token, index) => {
    let best = -1;
    let size = Infinity;
    for (const { p, i } of verbs) {
      if (p.head === index) return i;
      for (const slot of p.slots) {
        const length = slot.span.end - slot.span.start;
        if (contains(slot.span, token) && length < size) [best, size] = [i, length];
      }
    }
    if (best >= 0) return best;
    let near = Infinity;
    for (const { p, i } of verbs) if (Math.abs(p.head - index) < near) [best, near] = [i, Math.abs(p.head - index)];
    return best;
  });
}

/** The member that carries most of each clause, by the clause's index. */
export function homesOf(alignment: Alignment, clauses: readonly number[]): ReadonlyMap<number, number> {
  const sums = new Map<number, Map<number, number>>();
  for (const { word, partner, weight } of alignment.words) {
    if (partner === null || partner.member < 0) continue;
    const clause = clauses[word.index] ?? -1;
    const sum = sums.get(clause) ?? new Map<number, number>();
    // The verb says most of where its clause is told.
    const factor = word.class === 'verb' ? 2 : 1;
    sum.set(partner.member, (sum.get(partner.member) ?? 0) + weight * partner.credit * factor);
    sums.set(clause, sum);
  }
  const homes = new Map<number, number>();
  for (const [clause, sum] of sums) {
    const [first] = [...sum].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (first !== undefined) homes.set(clause, first[0]);
  }
  return homes;
}

/** The alignment with the credit of stray words taken down; a unit of one member has none. */
export function cohesive(claim: Reading, unit: Unit, alignment: Alignment): Alignment {
  if (unit.members.length === 1) return alignment;
  const clauses = clausesOf(claim);
  const homes = homesOf(alignment, clauses);
  const words = alignment.words.map((a): AlignedWord => {
    const { partner } = a;
    if (partner === null || partner.member < 0) return a;
    const home = homes.get(clauses[a.word.index] ?? -1) ?? partner.member;
    if (home === partner.member) return a;
    // A word that stands in the home as well was only found elsewhere first.
    if (unit.members[home]?.reading.words.some((w) => w.token.stem === a.word.token.stem)) return a;
    const factor = a.word.class === 'name' ? STRAY.name : STRAY.other;
    return { ...a, partner: { ...partner, credit: partner.credit * factor } };
  });
  let total = 0;
  let carried = 0;
  for (const { partner, weight } of words) {
    total += weight;
    carried += weight * (partner?.credit ?? 0);
  }
  return { words, coverage: total === 0 ? 0 : carried / total };
}

/**
 * The values of a claim with those taken away that another sentence holds, while the one that tells their clause has a value of its own
 * there: "the notice was served on 7 June", "the centre closed on 1 July" say no notice was served on 1 July.
 */
export function atHome({ claim, unit, alignment }: CompareInput, values: readonly ValueResult[]): readonly ValueResult[] {
  if (unit.members.length === 1) return values;
  const clauses = clausesOf(claim);
  const homes = homesOf(alignment, clauses);
  return values.map((value) => {
    if (value.partner === null || value.partner.member < 0) return value;
    const token = claim.analysis.tokens.findIndex((t) => contains(value.claim, t));
    const home = homes.get(clauses[token] ?? -1);
    const told = home === undefined ? undefined : unit.members[home]?.reading.analysis;
    if (home === value.partner.member || told === undefined) return value;
    const own =
      value.kind === 'date'
        ? told.dates.some((d) => d.relative === null)
        : told.quantities.some((q) => claim.analysis.quantities.some((mine) => mine.span.start === value.claim.start && rivals(mine, q)));
    return own ? { ...value, status: 'missing', partner: null } : value;
  });
}

function rivals(a: Quantity, b: Quantity): boolean {
  return a.kind === b.kind && a.unit === b.unit && (a.counted === b.counted || b.counted === null);
}
