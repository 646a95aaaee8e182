import { expect, test } from 'vitest';
import { tagTraits } from './parser.ts';
import { LEFT, REDUCE, RIGHT, SHIFT, State } from './state.ts';
import { WordTable } from './words.ts';

const TAGS = [
  { upos: 'NOUN', xpos: 'NN' },
  { upos: 'VERB', xpos: 'VBD' },
] as const;

function begin(text: string): State {
  const words = new WordTable();
  const forms = ['', ...text.split(' ')];
  return new State(
    forms.map((form) => words.of(form)),
    forms.map(() => 0),
    tagTraits(TAGS),
  );
}

test('"dogs chased cats" by the actions of its tree', () => {
  const state = begin('dogs chased cats');
  for (const [action, label] of [
    [SHIFT, -1],
    [LEFT, 1],
    [SHIFT, -1],
    [RIGHT, 2],
    [REDUCE, -1],
    [LEFT, -1],
  ] as const) {
    expect((state.legal() >> action) & 1).toBe(1);
    state.take(action, label);
  }
  expect(state.done).toBe(true);
  expect([...state.head.slice(1, 4)]).toEqual([2, state.root, 2]);
  expect([...state.label.slice(1, 4)]).toEqual([1, -1, 2]);
});

test('an action is always to be had until all words are read', () => {
  const state = begin('one two three four');
  for (let step = 0; step < 20 && !state.done; step++) {
    const legal = state.legal();
    expect(legal).not.toBe(0);
    const action = 31 - Math.clz32(legal);
    state.take(action, action >= LEFT ? 0 : -1);
  }
  expect(state.done).toBe(true);
});

test('no words, nothing to do', () => {
  const words = new WordTable();
  expect(new State([words.of('')], [0], tagTraits(TAGS)).done).toBe(true);
});
