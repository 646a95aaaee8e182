/** A description that the corpus gives, to the letter, to somebody of another publication: "a former signalman". */
import type { Corpus } from '../../corpus/corpus.ts';
import { stem } from '../../text/stem.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Party } from './party.ts';

/** Passages looked at for the description. */
const LOOKED_AT = 12;
/** Documents with more passages are not read for a noun. */
const LONGEST = 3000;
/** A name, or what a study calls those who took part in it ("Instructor 4"). */
const NAME = String.raw`\p{Lu}[\p{L}’'-]*\d*(?:\s(?:\p{Lu}[\p{L}’'-]*\d*|\d{1,3}))*`;

/**
 * Whether the draft's description is surely of another than the named voice: other documents give just these words, as what
 * one of theirs is, and the voice's document never speaks of such a one.
 */
export function isCalledElsewhere(draft: Party, voice: Party, citekey: string, corpus: Corpus): boolean {
  const [called] = draft.called;
  if (draft.name !== null || voice.name === null || called === undefined) return false;
  if (called.plural || called.of.length > 0 || called.modifiers.length === 0) return false;
  const here = corpus.passagesOf(citekey);
  if (here.length > LONGEST || here.some(({ text }) => tokenize(text).some((token) => token.stem === called.head))) return false;
  const words = draft.written.replace(/^(?:an?|the|one|another)\s+/iu, '').toLowerCase();
  const phrase = words.replace(/[^\p{L}\p{N}]+/gu, String.raw`[^\p{L}\p{N}]+`);
  const given = new RegExp(`(${NAME}),\\s(?:an?|the)\\s${phrase}(?![\\p{L}-])|(?:^|\\s)(?:an?|the)\\s${phrase},\\s(${NAME})`, 'u');
  const terms = [called.head, ...called.modifiers].map((term) => ({ term, weight: 1 }));
  const bearers = corpus.index.search(terms, LOOKED_AT).flatMap(({ id }) => {
    const match = given.exec(corpus.passage(id)?.text ?? '');
    return match === null ? [] : [match[1] ?? match[2] ?? ''];
  });
  const own = new Set(stemsOf(voice.name));
  return bearers.length > 0 && bearers.every((name) => !stemsOf(name).some((word) => own.has(word)));
}

function stemsOf(name: string): readonly string[] {
  return (name.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? []).map((word) => stem(word.toLowerCase()));
}
