/** Dictionary forms of verbs and nouns by rule, with the irregular verbs as a closed table. */
import { PLURALS } from '../irregularforms.ts';
import { irregularForm, isIrregularBase } from './irregular.ts';
import { restoreSilentE } from './silent-e.ts';

const AUXILIARIES: ReadonlyMap<string, string> = new Map([
  ...["'m", 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'re"].map((form): [string, string] => [form, 'be']),
  ...['has', 'had', 'having', "'ve"].map((form): [string, string] => [form, 'have']),
  ...['does', 'did', 'done', 'doing'].map((form): [string, string] => [form, 'do']),
  ['ca', 'can'],
  ["'ll", 'will'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ["'d", 'would'],
]);

const IRREGULAR_NOUNS: ReadonlyMap<string, string> = new Map([
  ...PLURALS,
  ['people', 'person'],
  ['lives', 'life'],
  ['leaves', 'leaf'],
  ['selves', 'self'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['bases', 'basis'],
  ['diagnoses', 'diagnosis'],
]);

/** British doubling: "travelled" is "travel"; but "called", "filled" keep both. */
const SINGLE_L = /(?:[cgnrvbpud]el|[^f]uel|trol|enrol|ulfil|gnal|otal|qual|itial|rshal|ppal|istil|nstil|ival|edal)$/;

function withoutDoubling(stem: string): string | null {
  if (!/([bdfgklmnprtvz])\1$/.test(stem)) return null;
  const single = stem.slice(0, -1);
  if (/ll$/.test(stem)) return SINGLE_L.test(single) && stem.length > 5 ? single : stem;
  if (/(?:ff|zz)$/.test(stem) || /^(?:add|err|purr|butt|ebb|egg)$/.test(stem)) return stem;
  return single;
}

function fromEnding(stem: string): string {
  return withoutDoubling(stem) ?? restoreSilentE(stem);
}

function withoutS(lower: string): string {
  if (/^(?:movies|cookies|ties|lies|dies|calories|zombies)$/.test(lower)) return lower.slice(0, -1);
  if (/[^aeiou]ies$/.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|tch|[^a]ch|each|oach|x|zz|bus|cus|rus|nus|mpus)es$/.test(lower)) return lower.slice(0, -2);
  if (/[^aeiou]oes$/.test(lower) && lower !== 'shoes') return lower.slice(0, -2);
  return /^..+[^su']s$/.test(lower) ? lower.slice(0, -1) : lower;
}

/** The dictionary form of a verb or auxiliary, from its lower-case form: `wrote` → `write`, `n't`-less `wo` → `will`. */
export function verbLemma(lower: string): string {
  const auxiliary = AUXILIARIES.get(lower);
  if (auxiliary !== undefined) return auxiliary;
  if (isIrregularBase(lower)) return lower;
  const irregular = irregularForm(lower);
  if (irregular !== null) return irregular.lemma;
  if (/^(?:dying|lying|tying|vying)$/.test(lower)) return `${lower.slice(0, -4)}ie`;
  const ending = /^(.*[aeiouy].*)ing$/.exec(lower) ?? /^(.*[aeiouy].*)ed$/.exec(lower);
  if (ending !== null && ending[1] !== undefined && ending[1].length > 1) {
    const stem = ending[1];
    if (lower.endsWith('ied')) return stem.length > 2 ? `${stem.slice(0, -1)}y` : `${stem}e`;
    if (lower.endsWith('eed') && !/(?:agreed|freed|guaranteed|decreed|refereed|disagreed)$/.test(lower)) return lower;
    if (lower.endsWith('eed')) return lower.slice(0, -1);
    if (lower.endsWith('ing') && (isIrregularBase(stem) || isIrregularBase(`${stem}e`))) return isIrregularBase(stem) ? stem : `${stem}e`;
    return lower === 'using' ? 'use' : fromEnding(stem);
  }
  if (lower === 'used') return 'use';
  return withoutS(lower);
}

/** The singular of a common noun, from its lower-case form. */
export function nounLemma(lower: string): string {
  const irregular = IRREGULAR_NOUNS.get(lower);
  if (irregular !== undefined) return irregular;
  if (/(?:ss|us|is|ics|news|series|species|means|headquarters|^gas|^chaos|^thanks|^lens|^corps)$/.test(lower)) return lower;
  if (lower.endsWith('men') && lower.length > 5) return `${lower.slice(0, -2)}an`;
  return withoutS(lower);
}
