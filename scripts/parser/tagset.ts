/** The joint tag set, the dictionary of unvarying words and the tag classes of known words, counted from a treebank. */
import { normalForm } from '../../server/src/text/parse/model/words.ts';
import type { Tag, Upos } from '../../server/src/text/parse/tags.ts';
import type { GoldSentence } from './conllu.ts';

const MIN_TAG = 15;
const MIN_DICTIONARY = 20;
const MIN_CLASS = 4;

export interface Tagset {
  readonly tags: readonly Tag[];
  /** The tag's number; a rare pair is given the commonest tag of its universal class. */
  number(tag: Tag): number;
}

const key = (tag: Tag): string => `${tag.upos} ${tag.xpos}`;

export function tagsetOf(sentences: readonly GoldSentence[]): Tagset {
  const counts = new Map<string, { readonly tag: Tag; count: number }>();
  for (const { tags } of sentences) {
    for (const tag of tags.slice(1)) {
      const entry = counts.get(key(tag)) ?? { tag, count: 0 };
      entry.count++;
      counts.set(key(tag), entry);
    }
  }
  const tags: Tag[] = [];
  const numbers = new Map<string, number>();
  const fallback = new Map<Upos, number>();
  for (const { tag, count } of [...counts.values()].sort((a, b) => b.count - a.count)) {
    if (count < MIN_TAG && fallback.has(tag.upos)) continue;
    numbers.set(key(tag), tags.length);
    if (!fallback.has(tag.upos)) fallback.set(tag.upos, tags.length);
    tags.push(tag);
  }
  return { tags, number: (tag) => numbers.get(key(tag)) ?? fallback.get(tag.upos) ?? 0 };
}

/** What is known of words: `dictionary` for those nearly always of one tag, `classes` for all but rare ones. */
export function lexiconOf(
  sentences: readonly GoldSentence[],
  tagset: Tagset,
): { dictionary: Map<string, number>; classes: Map<string, number> } {
  const words = new Map<string, Map<number, number>>();
  for (const { forms, tags } of sentences) {
    for (let i = 1; i < forms.length; i++) {
      const word = normalForm(forms[i] ?? '');
      const seen = words.get(word) ?? new Map<number, number>();
      const number = tagset.number(tags[i] as Tag);
      seen.set(number, (seen.get(number) ?? 0) + 1);
      words.set(word, seen);
    }
  }
  const dictionary = new Map<string, number>();
  const classes = new Map<string, number>();
  const classNumbers = new Map<string, number>();
  for (const [word, seen] of words) {
    const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
    const ranked = [...seen].sort((a, b) => b[1] - a[1]);
    const [first = 0, count = 0] = ranked[0] ?? [];
    if (total >= MIN_DICTIONARY && count / total >= 0.99) dictionary.set(word, first);
    if (total < MIN_CLASS) continue;
    const name = ranked
      .filter(([, times]) => times / total >= 0.1)
      .map(([tag]) => tag)
      .sort((a, b) => a - b)
      .join(' ');
    if (!classNumbers.has(name)) classNumbers.set(name, classNumbers.size + 1);
    classes.set(word, classNumbers.get(name) ?? 0);
  }
  return { dictionary, classes };
}
