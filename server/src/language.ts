/**
 * Loads the data about English that ships with the product: word relations and the parser's weights. The only file of the
 * language side that reads from disk; everything else takes what this gives.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type ParserModel, parseModel } from './text/parse/model/model-file.ts';
import { createPredicateReader, type PredicateReader } from './text/parse/predicates.ts';
import type { Language } from './verify/engine.ts';
import { emptyLexicon, parseLexicon } from './verify/lexicon.ts';
import { type Nearness, noNearness, parseVectors } from './verify/nearness.ts';

/** How far above this file (or the bundle made of it) the package's root may lie. */
const LEVELS = 5;

/** Where a shipped data file is, or null where the package was put together without it. */
function dataFile(...path: readonly string[]): string | null {
  let folder = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < LEVELS; level++) {
    const file = join(folder, 'server', ...path);
    if (existsSync(file)) return file;
    folder = dirname(folder);
  }
  return null;
}

/** The parser's weights, or null where they are absent or cannot be read: predicates are then read by rules alone. */
function loadParser(): ParserModel | null {
  const file = dataFile('model', 'english.bin');
  if (file === null) return null;
  try {
    const model = parseModel(brotliDecompressSync(readFileSync(file)));
    return model.kind === 'model' ? model : null;
  } catch {
    return null;
  }
}

/** Reads the weights when the first sentence is to be parsed, for many commands parse none. */
function lazyPredicates(): PredicateReader {
  let reader: PredicateReader | null = null;
  return (analysis) => {
    reader ??= createPredicateReader(loadParser());
    return reader(analysis);
  };
}

/** Reads the vectors when two words are first held against each other. */
function lazyNearness(): Nearness {
  let nearness: Nearness | null = null;
  return (a, b) => {
    nearness ??= loadNearness();
    return nearness(a, b);
  };
}

function loadNearness(): Nearness {
  const file = dataFile('lexicon', 'vectors.bin');
  if (file === null) return noNearness;
  try {
    return parseVectors(brotliDecompressSync(readFileSync(file))) ?? noNearness;
  } catch {
    return noNearness;
  }
}

/** The language data; a missing table only makes the engine know less, it never stops it. */
export function loadLanguage(): Language {
  const lexicon = dataFile('lexicon', 'lexicon.txt');
  return {
    predicates: lazyPredicates(),
    lexicon: lexicon === null ? emptyLexicon : parseLexicon(readFileSync(lexicon, 'utf8')),
    nearness: lazyNearness(),
  };
}
