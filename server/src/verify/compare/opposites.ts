/**
 * Outcomes that exclude each other in reports, courts, boards and accounts, beyond the antonyms that the lexicon has: each line is
 * two sides, every word of one side opposed to every word of the other. General English, stems as Porter2 has them.
 */
import { stem } from '../../text/stem.ts';

const SIDES: readonly (readonly [string, string])[] = [
  ['allow grant uphold accept approve endorse permit authorise', 'reject refuse dismiss decline overturn quash block veto prohibit forbid'],
  ['acquit clear exonerate vindicate innocent', 'convict guilty condemn'],
  ['rise increase grow climb gain surge double', 'fall decrease drop shrink decline plunge halve'],
  ['improve strengthen recover', 'worsen deteriorate weaken'],
  ['win succeed pass carry', 'lose fail'],
  ['follow observe obey comply', 'ignore breach flout disregard violate'],
  ['admit confess', 'deny'],
  ['appoint hire recruit reinstate', 'sack dismiss fire'],
  ['join enter arrive', 'leave quit depart'],
  ['open', 'close shut'],
  ['begin start launch', 'end stop cease finish halt abandon'],
  ['include', 'exclude omit'],
  ['publish disclose reveal release', 'conceal withhold suppress hide'],
  ['adequate good outstanding', 'inadequate poor'],
  ['sufficient enough', 'insufficient'],
  ['alive survive', 'dead die'],
  ['agree', 'disagree'],
  ['support back', 'oppose'],
  ['arrest detain imprison jail', 'free'],
  ['present', 'absent'],
  ['lawful legal', 'unlawful illegal'],
  ['public', 'private'],
  ['buy purchase', 'sell'],
  ['lend', 'borrow'],
  ['common frequent', 'rare'],
  ['majority', 'minority'],
  ['maximum', 'minimum'],
  ['male man boy father son brother husband', 'female woman girl mother daughter sister wife'],
];

const OPPOSED = new Map<string, ReadonlySet<string>>();
for (const [left, right] of SIDES) {
  const sides = [left, right].map((side) => new Set(side.split(' ').map(stem)));
  sides.forEach((side, i) => {
    const other = sides[1 - i] ?? new Set<string>();
    for (const word of side) OPPOSED.set(word, new Set([...(OPPOSED.get(word) ?? []), ...other]));
  });
}

/** Whether a stem names an outcome that others exclude. */
export function hasOpposites(stem: string): boolean {
  return OPPOSED.has(stem);
}

/** Whether two stems name outcomes that exclude each other. */
export function areOpposites(a: string, b: string): boolean {
  return OPPOSED.get(a)?.has(b) ?? false;
}
