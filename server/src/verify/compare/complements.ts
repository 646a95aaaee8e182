/**
 * What stands right after the same verb in both and is something else: "rated outstanding" against "rated good", "found guilty" against
 * "found innocent".
 */
import { isCarried } from '../align.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

/** Sure enough to accuse where everything else is the same. */
const RATED = 0.65;
/** Told of passives only: who "lost" one thing may have lost another. */
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
