/** Who is called what in the corpus, looked up in the few passages that a name or a noun stands in; nothing is gathered beforehand. */
import type { Corpus } from '../../corpus/corpus.ts';
import { analyse } from '../../text/analyse.ts';
import { indexTerms } from '../../text/terms.ts';
import type { Analysis } from '../../text/types.ts';
import { type Description, descriptionsOf, fits } from './description.ts';

/** Somebody named, in a document that calls them something. */
export interface Bearer {
  readonly name: string;
  readonly citekey: string;
  readonly called: Description;
}

/** Passages read for one name or noun. */
const READ = 60;
const REMEMBERED = 500;

export interface Cast {
  /** Whether a hearing or a thread has turns or posts under just that name. */
  hasTurns(name: string): boolean;
  /** The one full name that the corpus has for a lone surname; the name itself where it has none or several. */
  fullName(name: string): string | null;
  /** What the corpus calls the bearer of a name. */
  calls(name: string): readonly Bearer[];
  /** Whom the corpus names where it uses the description: surely, and perhaps. */
  bearers(description: Description): { readonly sure: readonly Bearer[]; readonly possible: readonly Bearer[] };
  /** Whether the document brings in somebody whom it calls so and does not name: "a paramedic". */
  bringsIn(description: Description, citekey: string): boolean;
}

const casts = new WeakMap<Corpus, Cast>();

export function castOf(corpus: Corpus): Cast {
  const known = casts.get(corpus);
  if (known !== undefined) return known;
  const cast = createCast(corpus);
  casts.set(corpus, cast);
  return cast;
}

function createCast(corpus: Corpus): Cast {
  const found = (terms: readonly string[]): readonly { readonly citekey: string; readonly analysis: Analysis }[] => {
    // The rarest word says best where somebody stands; every other word would only bring in strangers.
    const rarest = [...new Set(terms)].sort((a, b) => corpus.index.documentFrequency(a) - corpus.index.documentFrequency(b))[0];
    if (rarest === undefined) return [];
    return corpus.index
      .search([{ term: rarest, weight: 1 }, ...terms.filter((term) => term !== rarest).map((term) => ({ term, weight: 0.2 }))], READ)
      .flatMap(({ id }) => {
        const passage = corpus.passage(id);
        return passage === null ? [] : [{ citekey: passage.citekey, analysis: analyse(passage.text) }];
      });
  };
  const calls = remembered((name: string): readonly Bearer[] => {
    const surname = surnameOf(name);
    return found(indexTerms(surname)).flatMap(({ citekey, analysis }) =>
      bearersIn(citekey, analysis, (other) => surnameOf(other) === surname),
    );
  });
  const named = remembered((key: string): readonly Bearer[] =>
    found(key.split(' ')).flatMap(({ citekey, analysis }) => bearersIn(citekey, analysis, () => true)),
  );
  let turns: ReadonlySet<string> | null = null;
  return {
    hasTurns(name) {
      turns ??= new Set([...corpus.speakers].map((speaker) => speaker.toLowerCase()));
      return turns.has(name.toLowerCase());
    },
    calls,
    fullName: remembered((name: string): string | null => {
      const surname = surnameOf(name);
      const mentions = found(indexTerms(surname)).flatMap(({ analysis }) =>
        analysis.names.filter((one) => surnameOf(one.name) === surname),
      );
      const full = [...new Set(mentions.filter((one) => /\s/.test(one.name)).map((one) => one.name))];
      if (full.length === 1 && full[0] !== undefined) return full[0];
      // "Lady Fenwick" all through: a title shows that the lone word is a surname, and no nickname of anybody.
      const titles = [...new Set(mentions.flatMap((one) => one.title ?? []))];
      return full.length === 0 && titles.length === 1 ? `${titles[0]} ${name}` : mentions.length > 0 ? name : null;
    }),
    bearers(description) {
      const all = named([description.head, ...description.modifiers].join(' '));
      return {
        sure: all.filter((one) => fits(description, one.called) === 'yes'),
        possible: all.filter((one) => fits(description, one.called) === 'maybe'),
      };
    },
    bringsIn(description, citekey) {
      const all = named([description.head, ...description.modifiers].join(' '));
      if (all.some((one) => one.citekey === citekey && fits(description, one.called) !== 'no')) return false;
      const article = new RegExp(`\\b(?:an?|one)\\s+(?:[\\p{L}-]+\\s+){0,2}${description.noun}\\b`, 'iu');
      return found([description.head]).some((one) => one.citekey === citekey && article.test(one.analysis.text));
    },
  };
}

function bearersIn(citekey: string, analysis: Analysis, wanted: (name: string) => boolean): readonly Bearer[] {
  return analysis.names
    .filter((one) => one.form !== 'place' && wanted(one.name))
    .flatMap((one) => descriptionsOf(one, analysis).map((called) => ({ name: one.name, citekey, called })));
}

/** The last word of a name, without honours. */
function surnameOf(name: string): string {
  const words = name
    .replace(/['’]s?$/, '')
    .split(/[\s,]+/)
    .filter((word) => !/^(?:KC|QC|MP|OBE|MBE|CBE)$/.test(word));
  return words.at(-1) ?? name;
}

function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size >= REMEMBERED) known.clear();
    const fresh = work(key);
    known.set(key, fresh);
    return fresh;
  };
}
