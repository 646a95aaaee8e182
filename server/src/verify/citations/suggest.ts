/** What a citation that names nothing may have meant: the nearest names that the corpus has. */
import type { Corpus } from '../../corpus/corpus.ts';
import { placeFragment } from '../../draft/citation-text.ts';
import { baseName, encodePath, relativePath } from '../../draft/paths.ts';
import type { CitationTarget } from '../../draft/types.ts';

/** A target to write in place of the unknown one, and the words to show for it. */
export interface Suggestion {
  readonly target: string;
  readonly title: string;
}

const MOST = 3;
/** Names that differ in more than this share of their letters are other names. */
const FARTHEST = 0.34;

export function suggestCitekeys(citekey: string, corpus: Corpus): readonly Suggestion[] {
  const documents = [...corpus.documents.values()];
  return nearest(citekey, documents, (document) => document.citekey).map(({ item }) => ({
    target: item.citekey,
    title: `${item.title} (@${item.citekey})`,
  }));
}

export function suggestSources(
  target: Extract<CitationTarget, { kind: 'path' }>,
  draftPath: string,
  corpus: Corpus,
): readonly Suggestion[] {
  const sources = [...corpus.sources.values()].map((one) => one.source);
  return nearest(baseName(target.path), sources, (source) => baseName(source.id)).map(({ item, distance }) => {
    const path = encodePath(relativePath(draftPath, item.path));
    // The line or page holds only where the file is the same one in another folder.
    return { target: path + (distance > 0 ? '' : placeFragment(target)), title: item.id };
  });
}

/**
 * The items with the nearest names, nearest first, then those of which the name is a part ("inspectorate" of
 * "inspectorate-report-2019") or that are a part of it; then by name, so that the order never hangs on the file system.
 */
function nearest<T>(
  name: string,
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly { readonly item: T; readonly distance: number }[] {
  const wanted = name.toLowerCase();
  return items
    .map((item) => {
      const known = nameOf(item).toLowerCase();
      const distance = editDistance(wanted, known);
      const isNear = distance <= Math.max(1, Math.max(wanted.length, known.length) * FARTHEST);
      return { item, name: nameOf(item), distance: isNear ? distance : isPartOf(wanted, known) ? PART : Number.POSITIVE_INFINITY };
    })
    .filter((one) => one.distance <= PART)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, MOST);
}

/** Farther than any name that is near by its letters. */
const PART = 1000;
/** Shorter names are a part of too many others. */
const SHORTEST_PART = 4;

/** Whether one of the names, without a file's ending, is made of words of the other that stand together. */
function isPartOf(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= SHORTEST_PART + 2 && longer.includes(shorter);
}

/** `-inspectorate-report-2019-`. */
function wordsOf(name: string): string {
  return `-${name
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-')}-`;
}

/** Letters to insert, delete, replace or exchange with their neighbour (optimal string alignment). Long names are cut. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [a.slice(0, 200), b.slice(0, 200)];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[to.length] ?? 0;
}
