import { expect, test } from 'vitest';
import { nounLemma, verbLemma } from './lemma.ts';

test.each([
  ['wrote', 'write'],
  ['was', 'be'],
  ['charged', 'charge'],
  ['visited', 'visit'],
  ['stopped', 'stop'],
  ['carried', 'carry'],
  ['travelled', 'travel'],
  ['called', 'call'],
  ['dying', 'die'],
  ['making', 'make'],
  ['created', 'create'],
  ['treated', 'treat'],
  ['found', 'find'],
  ['agreed', 'agree'],
  ['says', 'say'],
  ['goes', 'go'],
  ['fixes', 'fix'],
  ['fined', 'fine'],
  ['using', 'use'],
  ['accused', 'accuse'],
])('the verb %s is %s', (form, lemma) => {
  expect(verbLemma(form)).toBe(lemma);
});

test.each([
  ['children', 'child'],
  ['policemen', 'policeman'],
  ['cities', 'city'],
  ['boxes', 'box'],
  ['analysis', 'analysis'],
  ['buses', 'bus'],
  ['houses', 'house'],
])('the noun %s is %s', (form, lemma) => {
  expect(nounLemma(form)).toBe(lemma);
});
