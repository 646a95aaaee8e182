/** Stretches of a document as one sequence of words, across the borders of its passages. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { Passage } from '../../corpus/domain.ts';
import { Memo } from '../../text/memo.ts';
import { joinedTo, sourceWords, type Word } from './words.ts';

/** A word with the passage that it stands in; its offsets count in the source. */
export interface PlacedWord extends Word {
  readonly passage: number;
  /** First word of its passage, last of its passage. */
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface Window {
  readonly source: string;
  readonly citekey: string;
  readonly words: readonly PlacedWord[];
}

/** A draft's quotations come from fewer passages than this, with those around them. */
const MOST_PASSAGES = 5000;

const known = new WeakMap<Corpus, PassageWords>();

/** The words of a corpus's passages; forgotten with the corpus. */
export function passageWords(corpus: Corpus): PassageWords {
  const words = known.get(corpus) ?? new PassageWords(corpus);
  known.set(corpus, words);
  return words;
}

/** Remembers the words of passages, for windows overlap, and a quotation is looked at again at every keystroke beside it. */
export class PassageWords {
  readonly #corpus: Corpus;
  readonly #known = new Memo<number, readonly PlacedWord[]>(MOST_PASSAGES);

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  of(passage: Passage): readonly PlacedWord[] {
    return this.#known.get(passage.id, () => placed(passage));
  }

  /** The passages around `id` that hold at least `reach` words before it and after it, in reading order. */
  around(id: number, reach: number): Window | null {
    return this.#window(id, reach, () => true);
  }

  /** The same over the turns of one speaker of a transcript, as if nobody had interrupted; null elsewhere. */
  aroundInTurns(id: number, reach: number): Window | null {
    const core = this.#corpus.passage(id);
    if (core === null || core.block.voice !== 'turn') return null;
    const { speaker } = core.block;
    return this.#window(id, reach, (passage) => passage.block.voice === 'turn' && passage.block.speaker === speaker);
  }

  #window(id: number, reach: number, belongs: (passage: Passage) => boolean): Window | null {
    const core = this.#corpus.passage(id);
    if (core === null) return null;
    const before: (readonly PlacedWord[])[] = [];
    const after: (readonly PlacedWord[])[] = [];
    this.#collect(core.before, 'before', reach, belongs, before);
    this.#collect(core.after, 'after', reach, belongs, after);
    const words: PlacedWord[] = [];
    for (const own of [...before.reverse(), this.of(core), ...after]) for (const word of own) words.push(word);
    return { source: core.source, citekey: core.citekey, words: this.#joinLines(words, core.source) };
  }

  /** A line end may cut a word where it also ends a passage. */
  #joinLines(words: PlacedWord[], source: string): readonly PlacedWord[] {
    for (let i = 1; i < words.length; i++) {
      const word = words[i];
      const before = words[i - 1];
      if (word?.opens !== true || before === undefined) continue;
      // The whole text is asked for only where it may matter: a large corpus reads it from disk.
      const text = this.#corpus.sources.get(source)?.source.text ?? '';
      if (joinedTo(text, before.end, word.start)) words[i] = { ...word, joined: true };
    }
    return words;
  }

  #collect(
    from: number | null,
    side: 'before' | 'after',
    reach: number,
    belongs: (passage: Passage) => boolean,
    into: (readonly PlacedWord[])[],
  ): void {
    let words = 0;
    let skipped = 0;
    for (let id = from; id !== null && words < reach && skipped < MOST_SKIPPED; ) {
      const passage = this.#corpus.passage(id);
      if (passage === null) return;
      if (belongs(passage)) {
        const own = this.of(passage);
        into.push(own);
        words += Math.max(1, own.length);
      } else skipped++;
      id = passage[side];
    }
  }
}

/** How many sentences of others may stand between the turns of one speaker that a quotation runs over. */
const MOST_SKIPPED = 8;

function placed(passage: Passage): readonly PlacedWord[] {
  const words = sourceWords(passage.text);
  const by = passage.span.start;
  return words.map((word, i) => ({
    start: word.start + by,
    end: word.end + by,
    key: word.key,
    joined: word.joined,
    marker: word.marker,
    passage: passage.id,
    opens: i === 0,
    closes: i === words.length - 1,
  }));
}
