/** Which documents and passages of a corpus a person may mean who has typed some letters in a sentence; best first. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, Passage } from '../../corpus/domain.ts';
import { dateInDigits } from '../../corpus/words.ts';
import { baseName } from '../../draft/paths.ts';
import { queryTerms } from './near.ts';

/** Passages that are looked at for a sentence: enough to know its documents, few enough to be instant in any corpus. */
const LOOKED_AT = 60;

/** What is typed matches one of these, folded: no case, no accents. */
interface Row {
  readonly document: CorpusDocument;
  readonly key: string;
  readonly words: string;
  /** Of its file: absolute, with forward slashes. */
  readonly path: string;
}

/** Made on first use and let go with the corpus. */
const rows = new WeakMap<Corpus, readonly Row[]>();

/** The passages that share most words with a sentence, rare words counting most; best first. Those that tell nothing are left out. */
export function passagesFor(sentence: string, corpus: Corpus, limit = LOOKED_AT): readonly Passage[] {
  const found = corpus.index.search(queryTerms(sentence), limit + LOOKED_AT).flatMap(({ id }) => corpus.passage(id) ?? []);
  return found.filter(({ text }) => isTelling(text)).slice(0, limit);
}

/** Whether a passage has more than one word that is no number, reference or address: "Ibid.", "[INQ0002032 at 3/14]" have not. */
function isTelling(text: string): boolean {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !/[\p{N}/]/u.test(word)).length > 1;
}

/**
 * The documents whose citekey, title, publisher, author, year or file name match what is typed, or whose file's path begins
 * with `path`; among equals those first that `preferred` (citekeys, best first) names.
 */
export function matchingDocuments(
  typed: string,
  preferred: readonly string[],
  corpus: Corpus,
  limit: number,
  path: string | null = null,
): readonly CorpusDocument[] {
  const wanted = folded(typed);
  const parts = wanted.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  const ranks = new Map(preferred.map((citekey, rank) => [citekey, rank]));
  // Rows stand in the order of their keys, so that nothing needs to be sorted, however many documents there are.
  const preferredByRank = RANKS.map((): Ranked[] => []);
  const othersByRank = RANKS.map((): CorpusDocument[] => []);
  for (const row of rowsOf(corpus)) {
    const rank = path !== null && row.path.startsWith(path) ? 0 : rankOf(row, wanted, parts);
    if (rank === null) continue;
    const preference = ranks.get(row.document.citekey);
    if (preference === undefined) othersByRank[rank]?.push(row.document);
    else preferredByRank[rank]?.push({ document: row.document, preference });
  }
  const found = RANKS.flatMap((rank) => [
    ...(preferredByRank[rank] ?? []).sort((a, b) => a.preference - b.preference).map(({ document }) => document),
    ...(othersByRank[rank] ?? []).slice(0, limit),
  ]);
  return found.slice(0, limit);
}

interface Ranked {
  readonly document: CorpusDocument;
  readonly preference: number;
}

const RANKS = [0, 1, 2, 3] as const;

/** How well a document matches: the beginning of its key, a part of it, the beginnings of its words, its letters in order. */
function rankOf({ key, words }: Row, wanted: string, parts: readonly string[]): (typeof RANKS)[number] | null {
  if (wanted === '' || key.startsWith(wanted)) return 0;
  if (key.includes(wanted)) return 1;
  if (parts.length > 0 && parts.every((part) => words.includes(` ${part}`))) return 2;
  return wanted.length >= 3 && inOrder(key, wanted) ? 3 : null;
}

function inOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Makes ready what the first completion would have to wait for. */
export function prepare(corpus: Corpus): void {
  rowsOf(corpus);
}

function rowsOf(corpus: Corpus): readonly Row[] {
  const known = rows.get(corpus);
  if (known !== undefined) return known;
  const made = [...corpus.documents.values()].map((document): Row => {
    const { citekey, title, publisher, author, date, source } = document;
    const words = [citekey, title, publisher, author, dateInDigits(date), baseName(source)].filter((part) => part !== null).join(' ');
    const path = corpus.sources.get(source)?.source.path ?? '';
    return { document, path, key: folded(citekey), words: ` ${folded(words).replace(/[^\p{L}\p{N}]+/gu, ' ')}` };
  });
  made.sort((a, b) => (a.document.citekey < b.document.citekey ? -1 : 1));
  rows.set(corpus, made);
  return made;
}

/** Without case and accents; capitals and accents are nothing that a person types to find something. */
export function folded(text: string): string {
  // Most text is plain, and normalising costs more than all the rest.
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of ASCII.
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** One passage for each document, in the order of the passages. */
export function bestOfEach(passages: readonly Passage[]): readonly Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ citekey }) => !seen.has(citekey) && seen.add(citekey));
}
