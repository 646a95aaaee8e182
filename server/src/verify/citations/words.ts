/** Finds the words that a citation was marked with in the sources as they are now. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { Source, SourceSpan } from '../../corpus/domain.ts';
import { type Fingerprint, type FoundWords, findFingerprint, fingerprintOf, sumWords, type WordSums } from '../../text/fingerprint.ts';
import { overlap } from '../../text/span.ts';
import type { InCorpus } from './place.ts';

/** Fewer words than these stand in many places ("Yes, sir."); they are the same ones only beside the same others. */
const FEW_WORDS = 4;
/** Characters on a side of a span in which the words beside it are found. */
const BESIDE = 400;
const LONGEST_WORD = 24;
/** Characters of all sources; in more of them a search for the words of a lost file would keep a writer waiting. */
const MOST_SEARCHED = 30_000_000;

/** Sums of sources, made on first use and let go with the source. */
const sums = new WeakMap<Source, WordSums>();

function sumsOf(source: Source): WordSums {
  const known = sums.get(source);
  if (known !== undefined) return known;
  const made = sumWords(source.text);
  sums.set(source, made);
  return made;
}

/** The mark of the words under a span of a source; null where it holds none. */
export function markWords(source: Source, span: SourceSpan): Fingerprint | null {
  const { sums: local, from } = sumsAround(source, span);
  return fingerprintOf(local, { start: span.start - from, end: span.end - from });
}

/** The marked words where they begin within a span; null where they do not. Reads no more of the source than it must. */
export function findWordsWithin(source: Source, mark: Fingerprint, span: SourceSpan): SourceSpan | null {
  const longest = { start: span.start, end: span.end + mark.count * LONGEST_WORD };
  const { sums: local, from } = sumsAround(source, longest);
  const found = findFingerprint(local, mark).filter((one) => isSure(one, mark));
  const here = found.map((one) => ({ start: one.span.start + from, end: one.span.end + from }));
  return here.find(({ start }) => span.start <= start && start < span.end) ?? null;
}

/**
 * Where in a source the marked words stand now: the place whose neighbours are the same too, then the one nearest to
 * `near` (an offset; null where nothing is known). Null where they stand nowhere, or a few words stand among others only.
 */
export function findWords(
  source: Source,
  mark: Fingerprint,
  near: number | null,
  within: (span: SourceSpan) => boolean = () => true,
): SourceSpan | null {
  const found = findFingerprint(sumsOf(source), mark).filter((one) => isSure(one, mark) && within(one.span));
  const distance = (span: SourceSpan): number => Math.abs(span.start - (near ?? 0));
  const [best] = [...found].sort((a, b) => b.sides - a.sides || distance(a.span) - distance(b.span));
  return best === undefined ? null : best.span;
}

/** The places in the corpus where the marked words stand, those among the same neighbours first; none without a mark. */
export function findWordsInCorpus(mark: Fingerprint | null, corpus: Corpus): readonly InCorpus[] {
  const sources = [...corpus.sources.values()].map(({ source }) => source);
  if (mark === null || sources.reduce((sum, { text }) => sum + text.length, 0) > MOST_SEARCHED) return [];
  const found = sources.flatMap((source) =>
    findFingerprint(sumsOf(source), mark)
      .filter((one) => isSure(one, mark))
      .flatMap(({ span, sides }) => {
        const line = corpus.lineOf(source.id, span.start);
        const passage = corpus.passagesAt(source.id, [line, line]).find((one) => overlap(one.span, span) > 0);
        return passage === undefined ? [] : [{ citekey: passage.citekey, source: source.id, span, sides }];
      }),
  );
  const best = Math.max(...found.map(({ sides }) => sides));
  return found.filter(({ sides }) => sides === best).map(({ citekey, source, span }) => ({ citekey, source, span }));
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
