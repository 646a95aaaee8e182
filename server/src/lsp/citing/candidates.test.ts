import { expect, it } from 'vitest';
import { corpusOf } from '../../corpus/memory.ts';
import { passagesFor } from './candidates.ts';

it('offers passages that tell something, not the references between them', () => {
  const corpus = corpusOf({
    'inquest.txt':
      'The inquest on the Larne ferry\n\nThe mate shut both doors at noon.\n\n[`LARN0000204 <https://example.org/evidence/larn0000204-mate>`_ at 3/14]\n\nMate 204.\n\nIbid. Mate\n',
  });
  const all = corpus.passagesOf([...corpus.documents.keys()][0] ?? '').map(({ text }) => text);
  expect(all.length).toBeGreaterThan(1);
  expect(passagesFor('The mate shut both doors, 204 LARN0000204.', corpus).map(({ text }) => text)).toEqual([
    'The mate shut both doors at noon.',
  ]);
});
