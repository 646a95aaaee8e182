/** A corpus with some passages hidden, as if the sentence had never been written: what then still seems to support it? */
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import type { Hit, QueryTerm } from '../../server/src/index/types.ts';

/** Passages that share so many of their words say the same again. */
const ALIKE = 0.5;
const CANDIDATES = 40;

/** `corpus` without passage `id` and without those that say nearly the same. */
export function withoutSentence(corpus: Corpus, id: number, terms: (text: string) => readonly string[]): Corpus {
  const own = corpus.passage(id);
  if (own === null) return corpus;
  const words = new Set(terms(own.text));
  const hits = corpus.index.search(
    [...words].map((term) => ({ term, weight: 1 })),
    CANDIDATES,
  );
  const hidden = new Set([id, ...hits.filter((hit) => alike(words, new Set(terms(corpus.passage(hit.id)?.text ?? '')))).map((h) => h.id)]);
  const visible = (hit: Hit): boolean => !hidden.has(hit.id);
  const index = overlaid(corpus.index, {
    search: (query: readonly QueryTerm[], limit: number): readonly Hit[] =>
      corpus.index
        .search(query, limit + hidden.size)
        .filter(visible)
        .slice(0, limit),
  });
  return overlaid(corpus, { passage: (p: number) => (hidden.has(p) ? null : corpus.passage(p)), index });
}

/** The same object with some members replaced; the others keep working on the original. */
function overlaid<T extends object>(original: T, members: Partial<T>): T {
  return new Proxy(original, {
    get: (target, key) => {
      if (Reflect.has(members, key)) return Reflect.get(members, key);
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared >= ALIKE * Math.min(a.size, b.size) && shared >= 3;
}
