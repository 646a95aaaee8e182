/** A word with a capital letter inside a sentence is a name, whatever its ending: "when Ofsted came" has one verb. */
import type { Tag } from '../tags.ts';

/** More capitals than this among a sentence's words, and it is a headline, whose capitals mean nothing. */
const HEADLINE = 0.5;

const CAPITALISED = /^\p{Lu}\p{Ll}/u;
/** Marks after which a sentence may begin anew: a capital then says nothing. */
const OPENERS = /^[^\p{L}\p{N}]+$/u;

/** Makes proper nouns of capitalised "verbs"; forms and tags count from 1, `proper` is the number of the proper noun's tag. */
export function correctCapitals(forms: readonly string[], numbers: Int16Array, tags: readonly Tag[], proper: number): void {
  const words = forms.filter((form) => /^\p{L}/u.test(form));
  if (proper < 0 || words.filter((form) => /^\p{Lu}/u.test(form)).length > HEADLINE * words.length) return;
  for (let i = 2; i < forms.length; i++) {
    const form = forms[i] ?? '';
    if (tags[numbers[i] as number]?.upos === 'VERB' && CAPITALISED.test(form) && !OPENERS.test(forms[i - 1] ?? '')) numbers[i] = proper;
  }
}
