/**
 * Outcomes that exclude each other in reports, courts, boards and accounts, beyond the antonyms that the lexicon has: each line is
 * two sides, every word of one side opposed to every word of the other. General English, stems as Porter2 has them.
 */
import { stem } from '../../text/stem.ts';
import type { Token } from '../../text/types.ts';
import type { Lexicon } from '../lexicon.ts';

const SIDES: readonly (readonly [string, string])[] = [
  ['allow grant uphold accept approve endorse permit authorise', 'reject refuse dismiss decline overturn quash block veto prohibit forbid'],
  ['acquit clear exonerate vindicate innocent', 'convict guilty condemn blame'],
  [
    'rise increase grow climb gain surge double larger higher greater',
    'fall decrease drop shrink decline plunge halve reduce cut lower smaller fewer',
  ],
  ['improve strengthen recover', 'worsen deteriorate weaken'],
  ['win succeed pass carry adopt', 'lose fail defeat'],
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
  ['alive survive unhurt unharmed uninjured', 'dead die'],
  ['admit', 'discharge'],
  ['agree', 'disagree'],
  ['support back', 'oppose'],
  ['arrest detain imprison jail', 'free'],
  ['present', 'absent'],
  ['lawful legal', 'unlawful illegal'],
  ['public', 'private'],
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

/** Whether a word has any that exclude it, so that most words need not be held against each. */
export function hasOpposites(word: Token, lexicon: Lexicon): boolean {
  return OPPOSED.has(word.stem) || lexicon.antonyms(word.stem).length > 0 || degreeOf(word.lower) !== null;
}

/** Whether two words exclude each other as outcomes, wherever in a sentence they stand; an antonym ("away", "home") has other senses too. */
export function areOutcomes(a: Token, b: Token): boolean {
  return OPPOSED.get(a.stem)?.has(b.stem) ?? false;
}

/** Whether two words exclude each other: as outcomes, as antonyms, or as the same degree of antonyms ("largest", "smallest"). */
export function areOpposites(a: Token, b: Token, lexicon: Lexicon): boolean {
  if (exclude(a.stem, b.stem, lexicon)) return true;
  const [first, second] = [degreeOf(a.lower), degreeOf(b.lower)];
  if (first === null || second === null || first.degree !== second.degree) return false;
  return first.bases.some((x) => second.bases.some((y) => exclude(x, y, lexicon)));
}

/** One relation seen from its two ends: who buys from a seller and who sells to a buyer tell the same. */
const CONVERSES: ReadonlySet<string> = new Set(
  'buy sell,purchase sell,lend borrow,ancestor descendant,predecessor successor,precede follow,employer employee,teach learn,parent child,landlord tenant'
    .split(',')
    .flatMap((pair) => {
      const [a = '', b = ''] = pair.split(' ').map(stem);
      return [`${a} ${b}`, `${b} ${a}`];
    }),
);

function exclude(a: string, b: string, lexicon: Lexicon): boolean {
  if (CONVERSES.has(`${a} ${b}`)) return false;
  return (OPPOSED.get(a)?.has(b) ?? false) || lexicon.antonyms(a).includes(b);
}

interface Degree {
  readonly degree: 'er' | 'est';
  /** What the word may be made of ("larg" and "large" of "largest"), as stems. */
  readonly bases: readonly string[];
}

const IRREGULAR_DEGREES: ReadonlyMap<string, Degree> = new Map(
  (
    [
      ['better', 'er', 'good'],
      ['best', 'est', 'good'],
      ['worse', 'er', 'bad'],
      ['worst', 'est', 'bad'],
      ['further', 'er', 'far'],
      ['furthest', 'est', 'far'],
    ] as const
  ).map(([word, degree, base]) => [word, { degree, bases: [stem(base)] }]),
);

function degreeOf(lower: string): Degree | null {
  const irregular = IRREGULAR_DEGREES.get(lower);
  if (irregular !== undefined) return irregular;
  const degree = lower.endsWith('est') ? 'est' : lower.endsWith('er') ? 'er' : null;
  if (degree === null) return null;
  const root = lower.slice(0, -degree.length);
  const last = root.slice(-1);
  const bases = [root, `${root}e`, last === 'i' ? `${root.slice(0, -1)}y` : root, root.at(-2) === last ? root.slice(0, -1) : root];
  return { degree, bases: [...new Set(bases.map(stem))] };
}
