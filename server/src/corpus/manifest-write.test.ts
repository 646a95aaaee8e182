import { expect, test } from 'vitest';
import { createDescriber } from './describe.ts';
import { manifestEntry } from './manifest-write.ts';
import { sourceOf } from './memory.ts';
import { structureSource } from './structure/structure.ts';

const PLAIN = 'The harbour board met in May. It closed the east pier.\n\nThe pier opened again in June.\n';
const THREAD = [
  'Old ferries forum',
  '',
  'Marlo',
  '3 May 2011, 10:12',
  'The Anna had two boilers when she left the yard in 1931.',
  '',
  'Quayside',
  '3 May 2011, 11:40',
  'Marlo wrote:',
  '> The Anna had two boilers',
  'She had three, and the yard book says so on its first page.',
  '',
  'Marlo',
  '4 May 2011, 09:02',
  'Then I stand corrected by the yard book.',
].join('\n');
const TURNS = [
  'Thursday, 4 May 2017',
  '',
  'MS HALE: Did you see the letter?',
  '',
  'MR WARD: I did not see it.',
  '',
  'MS HALE: Thank you.',
].join('\n');

test.each([
  ['an article', PLAIN],
  ['a thread', THREAD],
  ['a hearing', TURNS],
])('what is written of %s leads to the same structure when it is read again', (_name, text) => {
  const source = sourceOf('harbour.txt', text);
  const found = structureSource(source);
  const entry = manifestEntry(found);
  expect(entry).not.toBeNull();
  const written = JSON.stringify({ version: 1, sources: { 'harbour.txt': entry } });
  const describer = createDescriber([{ path: '/corpus/corpus.json', prefix: '', text: written }]);
  expect(describer.problems).toEqual([]);
  expect(describer.structure(source)).toEqual(found);
});
