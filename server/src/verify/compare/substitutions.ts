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

/** Sure enough to accuse where everything else is the same. */
const RATED = 0.65;
/**
 * What stands right after the same verb in both and is something else: "rated outstanding" against "rated good", "found guilty" against
 * "found innocent". Told of passives only: who "lost" one thing may have lost another.
 */
export function compareComplements(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment, tools } = input;
  const other = unit.core.reading;
  const isPassive = (reading: typeof claim, index: number): boolean =>
    reading.predicates.some((p) => p.head === index && p.voice === 'passive');
  return alignment.words.flatMap((a): readonly UnitClash[] => {
    const verb = alignment.words.find((w) => w.word.index === a.word.index - 1);
    if (isCarried(a) || (a.word.class !== 'word' && a.word.class !== 'verb') || verb?.partner?.member !== 0 || !isCarried(verb)) return [];
    const theirs = other.words.find((w) => w.index === (verb.partner?.index ?? -2) + 1);
    if (theirs === undefined || theirs.class !== 'word' || !inPart(input, a.word.token)) return [];
    if (!isPassive(claim, verb.word.index) || !isPassive(other, verb.partner.index)) return [];
    if (alignment.words.some((w) => isCarried(w) && w.partner?.member === 0 && w.partner.index === theirs.index)) return [];
    const relation = tools.lexicon.relate(a.word.token.stem, theirs.token.stem);
    if ((relation !== null && relation !== 'antonym') || !isAdjectival(claim, a.word.index) || !isAdjectival(other, theirs.index))
      return [];
    return [{ kind: 'outcome', claim: a.word.token, member: 0, passage: theirs.token, replacement: theirs.token.text, sureness: RATED }];
  });
}

/** Not the beginning of a longer object ("rated bonds highly"): a stop, a tie or the end follows. */
function isAdjectival(reading: CompareInput['claim'], index: number): boolean {
  const next = reading.analysis.tokens[index + 1];
  return (
    next === undefined || next.kind === 'punct' || next.stop || !reading.words.some((w) => w.index === index + 1 && w.class === 'word')
  );
}
