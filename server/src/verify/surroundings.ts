/**
 * What surrounds a passage: who speaks, which names a pronoun of it may stand for, the days and figures told beside it. The same
 * whichever of its neighbours are read with it, so it is worked out once for each passage, and each piece only when asked for.
 */
import { authorNames } from '../corpus/authors.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Passage, PassageStanding, SourceSpan } from '../corpus/domain.ts';
import type { PartialDate, Quantity } from '../text/types.ts';
import type { Reading } from './reading.ts';
import { voiceOfAuthors } from './speakers/authors.ts';
import type { ReadPassage } from './unit.ts';

export interface Surroundings {
  readonly standing: PassageStanding;
  readonly date: PartialDate | null;
  /** A "he", an "it" or a bare "the film" at the very beginning of a document. */
  readonly opensWithPronoun: boolean;
  speakers(): readonly string[];
  names(): readonly string[];
  stems(): ReadonlySet<string>;
  dates(): readonly PartialDate[];
  besides(): readonly Quantity[];
}

type Reader = (id: number) => ReadPassage | null;

/** Words behind a noun that say which one is meant. */
const MAKES_PLAINER: ReadonlySet<string> = new Set("of that which who whose where for in at on to with between 's".split(' '));

/** How many sentences back a pronoun's name is looked for, within one block. */
const REACH = 3;

const known = new WeakMap<ReadPassage, Surroundings>();

/** The surroundings of a passage; forgotten with what was read of it. */
export function surroundingsOf(corpus: Corpus, reader: Reader, core: ReadPassage): Surroundings {
  const found = known.get(core);
  if (found !== undefined) return found;
  const fresh = createSurroundings(corpus, reader, core);
  known.set(core, fresh);
  return fresh;
}

function createSurroundings(corpus: Corpus, reader: Reader, core: ReadPassage): Surroundings {
  const standing = corpus.standing(core.passage.id);
  // A sentence that names nobody, or speaks of "he" and "they", takes its names from what stands before it.
  const elliptic = core.reading.anaphoric || core.reading.analysis.names.length === 0;
  const before = once(() => sentencesBefore(core, reader));
  return {
    standing,
    date: core.passage.block.date,
    opensWithPronoun: core.passage.before === null && (core.reading.anaphoric || hasBareDefinite(core.reading)),
    speakers: once(() => speakersOf(core, standing, reader)),
    names: once(() => namesOf(corpus, core, standing, elliptic, before())),
    stems: once(() => new Set(elliptic ? before()[0]?.read.reading.words.map((w) => w.token.stem) : [])),
    dates: once(() =>
      before().flatMap(({ read, sameBlock }) =>
        sameBlock ? read.reading.analysis.dates.flatMap((mention) => (mention.relative === null ? [mention.date] : [])) : [],
      ),
    ),
    besides: once(() => besidesOf(core, reader)),
  };
}

/** A value that is worked out at the first call. */
function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}

interface Before {
  readonly read: ReadPassage;
  readonly sameBlock: boolean;
}

/** The sentences before a passage, nearest first. */
function sentencesBefore(core: ReadPassage, reader: Reader): readonly Before[] {
  const found: Before[] = [];
  let previous = core.passage.before;
  for (let step = 0; step < REACH && previous !== null; step++) {
    const read = reader(previous);
    if (read === null || Math.abs(read.passage.blockIndex - core.passage.blockIndex) > 1) break;
    found.push({ read, sameBlock: read.passage.blockIndex === core.passage.blockIndex });
    previous = read.passage.before;
  }
  return found;
}

function namesOf(
  corpus: Corpus,
  { passage }: ReadPassage,
  standing: PassageStanding,
  elliptic: boolean,
  before: readonly Before[],
): readonly string[] {
  const names: string[] = [];
  for (const part of standing.parts) if (part.speaker !== null) names.push(part.speaker);
  if (passage.block.speaker !== null) names.push(passage.block.speaker);
  for (const { read, sameBlock } of before) if (elliptic || sameBlock) for (const { name } of read.reading.analysis.names) names.push(name);
  const document = corpus.documents.get(passage.citekey);
  if (document !== undefined) {
    names.push(document.title);
    // What a paper tells, its authors tell: a draft names them where it says so.
    const authors = passage.block.voice === 'document' ? voiceOfAuthors(passage.citekey, corpus) : null;
    if (authors !== null) names.push(...authorNames(authors));
    const heading = headingOf(corpus, passage);
    if (heading !== null) names.push(corpus.words(document.source, heading));
  }
  return names;
}

function besidesOf({ passage }: ReadPassage, reader: Reader): readonly Quantity[] {
  return [passage.before, passage.after].flatMap((id) => (id === null ? [] : (reader(id)?.reading.analysis.quantities ?? [])));
}

/** How many blocks back the heading of a section is looked for. */
const HEADING_REACH = 60;

/** The nearest heading above a block, or null. */
function headingOf(corpus: Corpus, { citekey, blockIndex }: Passage): SourceSpan | null {
  for (let i = blockIndex; i >= Math.max(0, blockIndex - HEADING_REACH); i--) {
    const block = corpus.block(citekey, i);
    if (block?.kind === 'heading') return block.span;
  }
  return null;
}

/** The speaker where the passage says "I"; in a question that says "you", the witness who answers it. */
function speakersOf(core: ReadPassage, standing: PassageStanding, reader: Reader): readonly string[] {
  const found: string[] = [];
  if (core.reading.firstPerson)
    for (const speaker of [core.passage.block.speaker, standing.speaker]) if (speaker !== null) found.push(speaker);
  if (core.reading.secondPerson && core.passage.block.turnRole === 'questioner') {
    for (let next = core.passage.after, step = 0; next !== null && step < REACH * 2; step++) {
      const passage = reader(next)?.passage;
      if (passage === undefined) break;
      if (passage.block.turnRole === 'witness' && passage.block.speaker !== null) {
        found.push(passage.block.speaker);
        break;
      }
      next = passage.after;
    }
  }
  return found;
}

/** Whether a text speaks of "the film" or "the company" and does not say of which: a noun right behind "the" that nothing after it makes plainer. */
function hasBareDefinite({ analysis, words }: Reading): boolean {
  return words.some((w) => {
    const [before, after] = [analysis.tokens[w.index - 1]?.lower, analysis.tokens[w.index + 1]];
    const isBare = after === undefined || after.kind === 'punct' || (after.stop && !MAKES_PLAINER.has(after.lower));
    return w.class === 'word' && before === 'the' && isBare;
  });
}
