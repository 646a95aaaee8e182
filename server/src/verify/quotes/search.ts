/** The search for one quotation: its candidates, the places of its very words, and the place that differs least. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { QuotedPlace } from '../types.ts';
import { isCloseEnough, mayBeCloseEnough } from './accept.ts';
import { type Alignment, align } from './align.ts';
import { apart, outOfOrder } from './apart.ts';
import { farCandidates, nearCandidates, quoteQuery, type WordWeights, wordWeights } from './candidates.ts';
import { extent } from './changes.ts';
import { exactMatches, GAP_REACH, type Segment, segmentsOf } from './exact.ts';
import { placeOf } from './places.ts';
import type { PassageWords, Window } from './window.ts';
import type { QuoteUnit } from './words.ts';

/** How many candidates are aligned word by word. */
const ALIGNED = 8;
/** How many places of the same words are kept. */
const MOST_PLACES = 50;
/** What an alignment costs that differs in one place. */
const ONE_DIFFERENCE = 1.2;
/** Source words that a window holds beyond the quotation's own number, for words left out. */
const SLACK = 40;

export interface NearMatch {
  readonly alignment: Alignment;
  readonly window: Window;
  readonly places: readonly QuotedPlace[];
}

export class QuoteSearch {
  readonly #units: readonly QuoteUnit[];
  readonly #segments: readonly Segment[];
  readonly #corpus: Corpus;
  readonly #words: PassageWords;
  readonly #text: string;
  readonly #near: readonly number[];
  readonly #crowded: boolean;
  readonly #query: ReturnType<typeof quoteQuery>;

  constructor(text: string, units: readonly QuoteUnit[], corpus: Corpus, words: PassageWords) {
    this.#text = text;
    this.#units = units;
    this.#segments = segmentsOf(units);
    this.#corpus = corpus;
    this.#words = words;
    this.#query = quoteQuery(this.#segments, text, corpus);
    const { ids, crowded } = nearCandidates(units, this.#query, corpus, words);
    this.#near = ids;
    this.#crowded = crowded;
  }

  /** Every place of these very words. */
  exact(): readonly QuotedPlace[] {
    const found = this.#exactIn(this.#near, (id, reach) => this.#words.around(id, reach));
    if (found.length > 0) return found;
    const inTurns = this.#exactIn(this.#near.slice(0, ALIGNED), (id, reach) => this.#words.aroundInTurns(id, reach));
    if (inTurns.length > 0) return inTurns;
    if (this.#crowded) {
      const far = this.#exactIn(farCandidates(this.#segments, this.#query, this.#corpus), (id, reach) => this.#words.around(id, reach));
      if (far.length > 0) return far;
    }
    return apart(this.#units, this.#exactPart);
  }

  /** The places of its parts, where these stand in one document in another order. */
  outOfOrder(): readonly QuotedPlace[] {
    return outOfOrder(this.#units, this.#exactPart);
  }

  readonly #exactPart = (part: readonly QuoteUnit[]): readonly QuotedPlace[] =>
    new QuoteSearch(this.#text, part, this.#corpus, this.#words).exact();

  /** The place whose words differ least, if it is close enough to be the one that is meant. */
  near(): NearMatch | null {
    const weights = wordWeights(this.#text, this.#corpus);
    const asPrinted = this.#nearIn((id, reach) => this.#words.around(id, reach), weights);
    // One difference explains itself; several may be a questioner's words between those of the witness.
    if (asPrinted !== null && asPrinted.alignment.cost <= ONE_DIFFERENCE) return asPrinted;
    const inTurns = this.#nearIn((id, reach) => this.#words.aroundInTurns(id, reach), weights);
    if (asPrinted === null || inTurns === null) return asPrinted ?? inTurns;
    const better = inTurns.alignment.cost < asPrinted.alignment.cost;
    return better && (inTurns.alignment.cost <= ONE_DIFFERENCE || holdsBothEnds(inTurns)) ? inTurns : asPrinted;
  }

  /** The text around the best candidates. */
  windows(): readonly Window[] {
    return this.#near.slice(0, ALIGNED).flatMap((id) => this.#words.around(id, this.#reach()) ?? []);
  }

  #exactIn(candidates: readonly number[], windowOf: (id: number, reach: number) => Window | null): readonly QuotedPlace[] {
    const places = new Map<string, QuotedPlace>();
    const reach = this.#reach();
    for (const id of candidates) {
      if (places.size >= MOST_PLACES) break;
      const window = windowOf(id, reach);
      if (window === null) continue;
      for (const match of exactMatches(this.#segments, window.words)) {
        const key = `${window.source} ${window.words[match.first]?.start}`;
        if (places.has(key)) continue;
        const place = placeOf(window, match.first, match.last, 1, this.#corpus);
        if (place !== null) places.set(key, place);
      }
    }
    return [...places.values()];
  }

  #nearIn(windowOf: (id: number, reach: number) => Window | null, weights: WordWeights): NearMatch | null {
    const aligned: { readonly alignment: Alignment; readonly window: Window }[] = [];
    const reach = this.#reach() + SLACK;
    for (const id of this.#near.slice(0, ALIGNED)) {
      const window = windowOf(id, reach);
      if (window === null || !mayBeCloseEnough(this.#units, window.words)) continue;
      const alignment = align(this.#units, window.words);
      if (isCloseEnough(alignment, this.#units, weights)) aligned.push({ alignment, window });
    }
    const cheapest = Math.min(...aligned.map(({ alignment }) => alignment.cost));
    const best = aligned.filter(({ alignment }) => alignment.cost <= cheapest + 1e-6);
    const places = new Map<string, QuotedPlace>();
    for (const { alignment, window } of best) {
      const range = extent(alignment);
      if (range === null) continue;
      const score = Math.max(0, 1 - alignment.cost / Math.max(1, this.#units.length));
      const place = placeOf(window, range.first, range.last, score, this.#corpus);
      if (place !== null) places.set(`${place.source} ${place.span.start}`, place);
    }
    const [head] = best;
    return head === undefined || places.size === 0 ? null : { ...head, places: [...places.values()] };
  }

  #reach(): number {
    const gaps = this.#units.filter((unit) => unit.kind === 'gap').length;
    return this.#units.length + Math.min(2, gaps) * GAP_REACH;
  }
}

/** Words that must agree in the first and in the last sentence of a quotation over several turns; fewer agree by chance. */
const AGREE_AT_ENDS = 3;

function holdsBothEnds({ alignment, window }: NearMatch): boolean {
  const agreed = alignment.steps.flatMap((step) => (step.kind === 'match' ? (window.words[step.word]?.passage ?? []) : []));
  return [agreed[0], agreed.at(-1)].every((end) => agreed.filter((one) => one === end).length >= AGREE_AT_ENDS);
}
