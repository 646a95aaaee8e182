/** Standings in few bytes: most passages are one person's words from end to end, and say so in two values. */
import type { PassageStanding } from '../corpus/domain.ts';

type Packed = PassageStanding | readonly [PassageStanding['standing'], string | null];

/** `lengths` are those of the passages' texts. */
export function packStandings(standings: readonly PassageStanding[], lengths: readonly number[]): string {
  return JSON.stringify(
    standings.map((standing, i): Packed => {
      const simple = [standing.standing, standing.speaker] as const;
      return JSON.stringify(standing) === JSON.stringify(whole(simple, lengths[i] ?? 0)) ? simple : standing;
    }),
  );
}

/** What `packStandings` was given; `lengths` gives the length of each passage's text. */
export function unpackStandings(packed: string, lengthOf: (at: number) => number): readonly PassageStanding[] {
  return (JSON.parse(packed) as Packed[]).map((one, i) => (isSimple(one) ? whole(one, lengthOf(i)) : one));
}

function isSimple(packed: Packed): packed is readonly [PassageStanding['standing'], string | null] {
  return Array.isArray(packed);
}

function whole([standing, speaker]: readonly [PassageStanding['standing'], string | null], length: number): PassageStanding {
  return { standing, speaker, parts: [{ span: { start: 0, end: length }, standing, speaker, cue: null, denied: false }] };
}
