/**
 * One plain noun put for another where everything around it is the same: "on the advice of her lawyers" against "on the advice of
 * the police". Told only of nouns that the lexicon knows for different things of comparable kinds.
 */

import { isCarried } from '../align.ts';
import type { NounCategory } from '../lexicon.ts';
import { samePlaceShallow, sameSlot } from './places.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

/** Kinds of nouns that answer the same question (who, where, what was done, when). */
const QUESTION: Readonly<Partial<Record<NounCategory, string>>> = {
  person: 'who',
  group: 'who',
  place: 'where',
  time: 'when',
  act: 'what',
  event: 'what',
  communication: 'what',
};

/** Withholds support, accuses nobody. */
const DOUBT = 0.5;
/** Where so much is the same, one side of the word in the same place is enough. */
const NEARLY_ALL = 0.82;

export function compareNouns(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment, tools } = input;
  const clashes: UnitClash[] = [];
  for (const aligned of alignment.words) {
    const { word } = aligned;
    if (word.class !== 'word' || isCarried(aligned) || !inPart(input, word.token)) continue;
    const question = questionOf(tools.lexicon.category(word.token.stem));
    if (question === null) continue;
    unit.members.forEach((member, m) => {
      if (m > 0) return;
      for (const other of member.reading.words) {
        if (other.class !== 'word' || questionOf(tools.lexicon.category(other.token.stem)) !== question) continue;
        if (tools.lexicon.relate(word.token.stem, other.token.stem) !== null) continue;
        if (alignment.words.some((a) => isCarried(a) && a.partner?.member === m && a.partner.index === other.index)) continue;
        const shallow = samePlaceShallow(claim, [word.index, word.index], member, m, [other.index, other.index], alignment);
        // An army is made of soldiers: a group and a person may be the same people.
        const same = tools.lexicon.category(word.token.stem) === tools.lexicon.category(other.token.stem);
        const slot = sameSlot(claim, word.index, member, m, other.index, alignment);
        const tied = shallow >= 0.5 && alignment.coverage >= NEARLY_ALL;
        if (slot === false || !(shallow >= 0.9 || (shallow >= 0.5 && slot === true) || tied)) continue;
        clashes.push({ kind: 'role', claim: word.token, member: m, passage: other.token, replacement: null, sureness: same ? 0.7 : DOUBT });
      }
    });
  }
  return clashes;
}

function questionOf(category: NounCategory | null): string | null {
  return category === null ? null : (QUESTION[category] ?? null);
}
