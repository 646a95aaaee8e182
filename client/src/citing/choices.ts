/** Which passages a picker lists for what is typed, and in which order: no `vscode`, so that it is tested without one. */
import Fuse, { type IFuseOptions } from 'fuse.js';
import type { CitablePassage } from '../../../server/src/lsp/protocol.ts';

/** Passages under one heading. */
export interface Group {
  readonly title: string;
  readonly passages: readonly CitablePassage[];
}

/** Those cited lately that are listed before all others. */
const MOST_RECENT = 5;

/** Every word that is typed must be found, in any field and with a slip of a letter or two. */
const OPTIONS: IFuseOptions<CitablePassage> = {
  keys: ['quote', 'title', 'publisher', 'date', 'citekey', 'standing'],
  threshold: 0.3,
  ignoreLocation: true,
  ignoreDiacritics: true,
  useTokenSearch: true,
  tokenMatch: 'all',
};

/** Before anything is typed: what supports the sentence, what was cited lately, and the rest as the server ranked it. */
export function arranged(passages: readonly CitablePassage[]): readonly Group[] {
  const supporting = passages.filter(({ stance }) => stance === 'supports');
  const recent = passages.filter((passage) => passage.because === 'recent' && !supporting.includes(passage)).slice(0, MOST_RECENT);
  const rest = passages.filter((passage) => !supporting.includes(passage) && !recent.includes(passage));
  return [
    { title: 'Says so', passages: supporting },
    { title: 'Cited lately', passages: recent },
    { title: 'Goes with the sentence', passages: rest.filter(({ because }) => because === 'sentence') },
    { title: 'Others', passages: rest.filter(({ because }) => because !== 'sentence') },
  ].filter((group) => group.passages.length > 0);
}

/** What matches the words that are typed, best first, those cited lately before the others; then what the server found for them by its own lights. */
export function matching(passages: readonly CitablePassage[], typed: string): readonly CitablePassage[] {
  const found = new Fuse(passages, OPTIONS).search(typed.trim()).map(({ item }) => item);
  const recent = found.filter(({ because }) => because === 'recent');
  const others = found.filter(({ because }) => because !== 'recent');
  return [...recent, ...others, ...passages.filter((passage) => passage.because === 'query' && !found.includes(passage))];
}

/** Both lists in one, each passage once and as the first list has it. */
export function merged(first: readonly CitablePassage[], second: readonly CitablePassage[]): readonly CitablePassage[] {
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((passage) => !known.has(keyOf(passage)))];
}

function keyOf({ citekey, start, quote }: CitablePassage): string {
  return `${citekey} ${start} ${quote}`;
}
