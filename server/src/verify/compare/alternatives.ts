/**
 * Words of a closed set, of which only one can be meant: left and right, the colours, the days of the week, more and fewer. Where both
 * texts have another one right beside the same word, they say something else.
 */
import type { Reading } from '../reading.ts';
import { negatedAt } from './negated.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

const SETS: readonly ReadonlySet<string>[] = [
  'left right',
  'north south east west',
  'northern southern eastern western',
  'northbound southbound eastbound westbound',
  'monday tuesday wednesday thursday friday saturday sunday',
  'hourly daily nightly weekly fortnightly monthly quarterly yearly annually',
  'red blue green yellow black white brown grey orange purple pink',
  'youngest eldest oldest',
  'more fewer',
  'dutch danish french german english scottish welsh irish italian spanish portuguese polish russian swedish norwegian finnish greek turkish ' +
    'american canadian mexican brazilian chinese japanese korean indian pakistani nigerian kenyan egyptian australian',
].map((words) => new Set(words.split(' ')));
/** Words between the one of the set and the one that it goes with, at most: articles and prepositions. */
const REACH = 3;
/** Both neighbours are the same, or only one of them is. */
const SURE = { both: 0.9, one: 0.75 } as const;

export function compareAlternatives(input: CompareInput): readonly UnitClash[] {
  const { claim, unit } = input;
  return claim.analysis.tokens.flatMap((mine, i): readonly UnitClash[] => {
    const set = SETS.find((words) => words.has(mine.lower));
    if (set === undefined || !inPart(input, mine)) return [];
    return unit.members.flatMap((member, m): readonly UnitClash[] => {
      const other = member.reading;
      const { tokens } = other.analysis;
      // Who tells of both, in whatever order, contradicts neither.
      if (tokens.some((t) => t.lower === mine.lower)) return [];
      return tokens.flatMap((theirs, j): readonly UnitClash[] => {
        if (theirs.lower === mine.lower || !set.has(theirs.lower) || claim.analysis.tokens.some((t) => t.lower === theirs.lower)) return [];
        if (negatedAt(claim, mine) !== negatedAt(other, theirs)) return [];
        const same = [-1, 1].filter((step) => meets(input, m, beside(claim, i, step), beside(other, j, step))).length;
        if (same === 0) return [];
        const sureness = (same === 2 ? SURE.both : SURE.one) * (m === 0 ? 1 : 0.8);
        // Beside one word alone there may have been two: a white van and a red one, a visit on Monday and another on Tuesday.
        const kind = same === 2 ? 'outcome' : 'place';
        return [{ kind, claim: mine, member: m, passage: theirs, replacement: theirs.text, sureness }];
      });
    });
  });
}

/** The content word that stands beside a token on one side, as a token index; -1 where a stop comes first, or none is near. */
function beside({ words, analysis }: Reading, index: number, step: number): number {
  for (let at = index + step; at >= 0 && at < analysis.tokens.length && Math.abs(at - index) <= REACH; at += step) {
    if (analysis.tokens[at]?.kind === 'punct') return -1;
    if (words.some((w) => w.index === at)) return at;
  }
  return -1;
}

function meets({ alignment }: CompareInput, member: number, mine: number, theirs: number): boolean {
  return (
    mine >= 0 &&
    alignment.words.some(
      (a) => a.word.index === mine && a.partner?.member === member && a.partner.how !== 'context' && a.partner.index === theirs,
    )
  );
}
