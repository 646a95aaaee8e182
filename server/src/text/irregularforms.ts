/**
 * Irregular forms led back to their base before stemming, for no stemmer knows that "found" is "find" or that "children"
 * are more than one "child". Closed classes of the language; forms that are as often another word ("lives", "leaves",
 * "bases") stay as they are.
 */
import { irregularForm, isIrregularBase } from './parse/irregular.ts';

/** Plurals by change of vowel, by -en, and from Greek and Latin. */
export const PLURALS: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['thieves', 'thief'],
  ['halves', 'half'],
  ['shelves', 'shelf'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
]);
/** "policemen", "chairwomen", "grandchildren"; not "specimen", whose -men is no word of its own. */
const COMPOUND =
  /^((?:police|fire|gentle|chair|business|spokes|sales|work|service|sports|crafts|states|congress|clergy|middle|fore|post|noble|country|grand|step|god)-?)(men|women|children)$/;
/** The third person of "go", which a stemmer cuts short. */
const THIRD_PERSON: ReadonlyMap<string, string> = new Map([
  ['goes', 'go'],
  ['undergoes', 'undergo'],
]);

/** The base of an irregular form in lower case; any other word comes back unchanged. */
export function baseForm(lower: string): string {
  const plural = PLURALS.get(lower) ?? THIRD_PERSON.get(lower);
  if (plural !== undefined) return plural;
  const [, first = '', last = ''] = COMPOUND.exec(lower) ?? [];
  if (last !== '') return first + (PLURALS.get(last) ?? last);
  return isIrregularBase(lower) ? lower : (irregularForm(lower)?.lemma ?? lower);
}
