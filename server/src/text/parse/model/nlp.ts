/** Tagger and parser together: tokens in, a dependency tree out, counted as the tokens are (from 0). */
import type { Token } from '../../types.ts';
import { NO_TAG, type Tag } from '../tags.ts';
import { correctCapitals } from './capitals.ts';
import type { ParserModel } from './model-file.ts';
import { ArcEagerParser } from './parser.ts';
import { Tagger } from './tagger.ts';
import { WordTable } from './words.ts';

/** A dependency tree over tokens counted from 0; the main word's head is −1. */
export interface Tree {
  readonly tags: readonly Tag[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /** For each word the share of right arcs among training decisions as clear as the one that placed it, 0–1. */
  readonly sureness: readonly number[];
}

/** Longer stretches are cut for parsing, so that no input can make it slow; sentences are never so long. */
const MAX_TOKENS = 400;

export type TreeParser = (tokens: readonly Token[]) => Tree;

/** Makes a parser from a model. */
export function createTreeParser(model: ParserModel): TreeParser {
  const words = new WordTable();
  const tagger = new Tagger(model.tagger, words);
  const parser = new ArcEagerParser(model.parser, model.tags, words);
  const proper = model.tags.findIndex((tag) => tag.xpos === 'NNP' && tag.upos === 'PROPN');
  const parseForms = (forms: readonly string[]): Tree => {
    const numbers = tagger.tag(forms);
    correctCapitals(forms, numbers, model.tags, proper);
    const { head, label, margin } = parser.parse(forms, numbers);
    const places = Array.from({ length: forms.length - 1 }, (_, i) => i + 1);
    return {
      tags: places.map((i) => model.tags[numbers[i] as number] ?? NO_TAG),
      heads: places.map((i) => (head[i] as number) - 1),
      labels: places.map((i) => label[i] ?? 'dep'),
      sureness: places.map((i) => surenessOf(model, margin[i] as number)),
    };
  };
  return (tokens) => {
    if (tokens.length <= MAX_TOKENS) return parseForms(['', ...tokens.map((token) => token.text)]);
    const parts: Tree[] = [];
    for (let from = 0; from < tokens.length; from += MAX_TOKENS) {
      parts.push(moved(parseForms(['', ...tokens.slice(from, from + MAX_TOKENS).map((token) => token.text)]), from));
    }
    return {
      tags: parts.flatMap((part) => part.tags),
      heads: parts.flatMap((part) => part.heads),
      labels: parts.flatMap((part) => part.labels),
      sureness: parts.flatMap((part) => part.sureness),
    };
  };
}

function moved(tree: Tree, by: number): Tree {
  return { ...tree, heads: tree.heads.map((head) => (head < 0 ? -1 : head + by)) };
}

function surenessOf(model: ParserModel, margin: number): number {
  for (let i = 0; i < model.margins.length; i++) if (margin < (model.margins[i] as number)) return model.calibration[i] ?? 0;
  return model.calibration[model.calibration.length - 1] ?? 0;
}
