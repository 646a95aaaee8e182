/**
 * "There was no difference in visits" beside "there were fewer visits": what did not differ was not more or less either. Whether both
 * compare the same (two groups, two years) is seldom told, so it only withholds support.
 */

import { contains } from '../../text/span.ts';
import type { Reading } from '../reading.ts';
import { negatedAt } from './negated.ts';
import type { CompareInput } from './types.ts';

/** "No difference", "did not differ", "had no effect", "no change in". */
const DIFFERENCE = /^(?:differ(?:s|ed|ence|ences|ent)?|effects?|changes?|changed)$/;
const COMPARED: ReadonlySet<string> = new Set(
  'more fewer less greater lower higher larger smaller better worse longer shorter rarer commoner likelier safer'.split(' '),
);
const CHANGED: ReadonlySet<string> = new Set(
  'rise increas grow climb fall decreas drop shrink declin reduc lower improv worsen halv doubl'.split(' '),
);

/** Whether one says that something did not differ, and the other that it was more or less, changed, or differed. */
export function differsFromSame(input: CompareInput): boolean {
  const { claim, unit } = input;
  const mine = isSaidSame(claim);
  return unit.members.some((member, m) => {
    if (isSaidSame(member.reading) === mine) return false;
    const other = mine ? member.reading : claim;
    if (!isSaidDifferent(other)) return false;
    return input.alignment.words.some((a) => a.weight > 0 && a.partner?.member === m && a.partner.how !== 'context');
  });
}

function isSaidSame(reading: Reading): boolean {
  return reading.analysis.tokens.some((t) => DIFFERENCE.test(t.lower) && negatedAt(reading, t));
}

/** "More than 300" bounds a figure, and compares nothing. */
function isSaidDifferent(reading: Reading): boolean {
  const { tokens, quantities } = reading.analysis;
  return tokens.some(
    (t) =>
      !negatedAt(reading, t) &&
      (t.lower.startsWith('differ') || CHANGED.has(t.stem) || (COMPARED.has(t.lower) && !quantities.some((q) => contains(q.span, t)))),
  );
}
