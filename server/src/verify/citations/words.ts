/** Finds the words that a citation was marked with in the sources as they are now. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { Source, SourceSpan } from '../../corpus/domain.ts';
import {
  type Fingerprint,
  type FoundWords,
  findFingerprint,
  fingerprintOf,
  sumWords,
  type WordSums,
  writeFingerprint,
} from '../../text/fingerprint.ts';
import type { InCorpus } from './place.ts';

/** Fewer words than these stand in many places ("Yes, sir."); they are the same ones only beside the same others. */
const FEW_WORDS = 4;
/** Characters on a side of a span in which the words beside it are found. */
const BESIDE = 400;
const LONGEST_WORD = 24;
/** What it is worth that a place counts as before among those with the same words: more than one side with the same neighbours. */
const COUNTED = 1.5;
/** That it stands in the document meant: as much as one such side. */
const EXPECTED = 1;
/** In a larger corpus a search for the words of a lost file would keep a writer waiting. */
const MOST_PASSAGES = 80_000;
/** In a longer source its copies are not counted for a mark: that would read all of it for every first fix. */
const LONGEST_COUNTED = 3_000_000;

/** Sums of sources, made on first use and let go with the source. */
const sums = new WeakMap<Source, WordSums>();

function sumsOf(source: Source): WordSums {
  const known = sums.get(source);
  if (known !== undefined) return known;
  const made = sumWords(source.text);
  sums.set(source, made);
  return made;
}

/** Marks of places, made on first use: fixes are offered anew at every check. */
const marks = new WeakMap<Source, Map<string, Fingerprint | null>>();

/** The mark of the words under a span of a source; null where it holds none. */
export function markWords(source: Source, span: SourceSpan): Fingerprint | null {
  const known = marks.get(source) ?? new Map<string, Fingerprint | null>();
  marks.set(source, known);
  const key = `${span.start} ${span.end}`;
  const mark = known.get(key) ?? (source.text.length > LONGEST_COUNTED ? markBeside(source, span) : fingerprintOf(sumsOf(source), span));
  known.set(key, mark);
  return mark;
}

/** The same at once, however long the source is; of several places with the same words it does not say which one it is. */
export function markBeside(source: Source, span: SourceSpan): Fingerprint | null {
  const { sums: local, from } = sumsAround(source, span);
  const mark = fingerprintOf(local, { start: span.start - from, end: span.end - from });
  return mark === null ? null : { ...mark, copy: null };
}

/** What was found at named places, for the same reason as the places below. */
const within = new WeakMap<Source, Map<string, SourceSpan | null>>();

/** The marked words where they begin within a span; null where they do not. Reads no more of the source than it must. */
export function findWordsWithin(source: Source, mark: Fingerprint, span: SourceSpan): SourceSpan | null {
  const known = within.get(source) ?? new Map<string, SourceSpan | null>();
  within.set(source, known);
  const key = `${span.start} ${span.end} ${writeFingerprint(mark)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = searchWithin(source, mark, span);
  known.set(key, found);
  return found;
}

function searchWithin(source: Source, mark: Fingerprint, span: SourceSpan): SourceSpan | null {
  const longest = { start: span.start, end: span.end + mark.count * LONGEST_WORD };
  const { sums: local, from } = sumsAround(source, longest);
  const found = findFingerprint(local, mark).filter((one) => isSure(one, mark));
  const here = found.map((one) => ({ start: one.span.start + from, end: one.span.end + from }));
  return here.find(({ start }) => span.start <= start && start < span.end) ?? null;
}

/**
 * Where in a source the marked words stand now. Of several places with the same words (a post quoted in another) it is the
 * one that counts as before, where all are still there; else the one among the same neighbours, where it is `expected`, and
 * nearest to `near` (an offset; null where nothing is known). Null where the words stand nowhere, or a few words stand
 * among others only.
 */
export function findWords(
  source: Source,
  mark: Fingerprint,
  near: number | null,
  expected: (span: SourceSpan) => boolean,
): SourceSpan | null {
  return likeliest(source, mark, near, expected)?.span ?? null;
}

function likeliest(source: Source, mark: Fingerprint, near: number | null, expected: (span: SourceSpan) => boolean): FoundWords | null {
  const all = placesOf(source, mark);
  const counted = mark.copy !== null && mark.copy.of === all.length ? all[mark.copy.index - 1] : undefined;
  const likely = (one: FoundWords): number => one.sides + (one === counted ? COUNTED : 0) + (expected(one.span) ? EXPECTED : 0);
  const distance = ({ span }: FoundWords): number => Math.abs(span.start - (near ?? 0));
  const found = all.filter((one) => isSure(one, mark));
  return [...found].sort((a, b) => likely(b) - likely(a) || distance(a) - distance(b))[0] ?? null;
}

/** Places of marks, found once for each source: a citation is asked about by several rules at every check. */
const places = new WeakMap<Source, Map<string, readonly FoundWords[]>>();

function placesOf(source: Source, mark: Fingerprint): readonly FoundWords[] {
  const known = places.get(source) ?? new Map<string, readonly FoundWords[]>();
  places.set(source, known);
  const key = writeFingerprint({ ...mark, copy: null });
  const found = known.get(key) ?? findFingerprint(sumsOf(source), mark);
  known.set(key, found);
  return found;
}

/** The same for whole corpora. */
const elsewhere = new WeakMap<Corpus, Map<string, readonly InCorpus[]>>();

/** Where the marked words stand in the corpus, one place a source, those among the same neighbours alone; none without a mark. */
export function findWordsInCorpus(mark: Fingerprint | null, corpus: Corpus): readonly InCorpus[] {
  if (mark === null || corpus.passageCount > MOST_PASSAGES) return [];
  const known = elsewhere.get(corpus) ?? new Map<string, readonly InCorpus[]>();
  elsewhere.set(corpus, known);
  const key = writeFingerprint(mark);
  const found = known.get(key) ?? searchCorpus(mark, corpus);
  known.set(key, found);
  return found;
}

function searchCorpus(mark: Fingerprint, corpus: Corpus): readonly InCorpus[] {
  const found = [...corpus.sources.values()].flatMap(({ source }) => {
    const best = likeliest(source, mark, null, () => false);
    const citekey = best === null ? null : nearestDocument(source.id, best.span, corpus);
    return best === null || citekey === null ? [] : [{ citekey, source: source.id, span: best.span, sides: best.sides }];
  });
  const most = Math.max(...found.map(({ sides }) => sides));
  return found.filter(({ sides }) => sides === most).map(({ citekey, source, span }) => ({ citekey, source, span }));
}

/** The document of a source that holds a span or stands nearest to it; null in a source without documents. */
function nearestDocument(source: string, span: SourceSpan, corpus: Corpus): string | null {
  let nearest: { readonly citekey: string; readonly distance: number } | null = null;
  for (const { citekey, ranges } of corpus.sources.get(source)?.documents ?? []) {
    for (const range of ranges) {
      const distance = Math.max(0, range.start - span.start, span.end - range.end);
      if (nearest === null || distance < nearest.distance) nearest = { citekey, distance };
    }
  }
  return nearest?.citekey ?? null;
}

/** Few words are the same ones only beside the same others. */
function isSure({ sides }: FoundWords, mark: Fingerprint): boolean {
  return mark.count >= FEW_WORDS || sides > 0;
}

/** The words of a span with some on either side, and where that stretch begins. */
function sumsAround(source: Source, span: SourceSpan): { readonly sums: WordSums; readonly from: number } {
  const from = Math.max(0, span.start - BESIDE);
  const cut = source.text.slice(from, span.end + BESIDE);
  // A word that is cut at the beginning is no word; at the end the few last ones are not asked for.
  const skipped = from === 0 ? 0 : (/^[\p{L}\p{N}\p{M}]*/u.exec(cut)?.[0].length ?? 0);
  return { sums: sumWords(cut.slice(skipped)), from: from + skipped };
}
