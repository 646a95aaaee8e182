/**
 * What a sentence is like, as names of features: word classes and their neighbours, function words, endings, numbers and
 * names. No word with a meaning of its own is a feature, so that nothing is learned of what the training texts are about.
 */
import type { UncheckedWhy } from '../types.ts';
import type { SentenceView, Word } from './view.ts';

const MONEY = /[$£€]|\b(?:dollars|pounds|euros?|million|billion|trillion)\b/i;
const SHARE = /%|\bper ?cent\b/i;
const YEAR = /\b(?:1[89]|20)\d\d\b/;

/** The features of a sentence, each once; `rule` is what the hand-written rules say of it. */
export function featuresOf(view: SentenceView, rule: UncheckedWhy | 'check'): readonly string[] {
  const { words, text } = view;
  const features = new Set<string>(['bias', `rule:${rule}`]);
  const steps = (name: string, count: number, most: number): void => {
    for (let n = 1; n <= Math.min(most, count); n++) features.add(`${name}${n}`);
  };
  steps('length', Math.floor(Math.log2(words.filter((word) => /[\p{L}\d]/u.test(word.text)).length + 1) * 2), 16);
  steps('numbers', words.filter((word) => word.tag.upos === 'NUM' || /\d/.test(word.text)).length, 3);
  steps('names', words.filter((word, i) => i > 0 && /^\p{Lu}/u.test(word.text) && word.text !== 'I').length, 4);
  steps('past', words.filter((word) => word.tag.xpos === 'VBD' || word.tag.xpos === 'VBN').length, 4);
  if (view.hasFigure) features.add('figure');
  if (YEAR.test(text)) features.add('year');
  if (SHARE.test(text)) features.add('share');
  if (MONEY.test(text)) features.add('money');
  const main = words[view.main];
  features.add(`main:${main?.tag.xpos ?? 'none'}`);
  if (main?.tag.upos === 'AUX') features.add(`main:${main.lower}`);
  const first = words[0];
  if (first !== undefined) features.add(`first:${hasContent(first) ? first.tag.xpos : first.lower}`);
  for (let i = 0; i < words.length; i++) addWord(features, words[i], words[i + 1]);
  return [...features];
}

function addWord(features: Set<string>, word: Word | undefined, next: Word | undefined): void {
  if (word === undefined) return;
  const { xpos } = word.tag;
  features.add(xpos);
  features.add(`${xpos} ${next?.tag.xpos ?? '$'}`);
  if (!hasContent(word)) {
    features.add(`=${word.lower}`);
    if (next !== undefined) features.add(`=${word.lower} ${hasContent(next) ? next.tag.xpos : `=${next.lower}`}`);
    return;
  }
  if (/^[a-z]{5,}$/.test(word.lower)) features.add(`-${word.lower.slice(-3)}`);
  if (next !== undefined && !hasContent(next)) features.add(`${xpos} =${next.lower}`);
}

function hasContent(word: Word): boolean {
  return /^(?:NOUN|PROPN|VERB|ADJ|NUM|SYM|X)$/.test(word.tag.upos);
}
