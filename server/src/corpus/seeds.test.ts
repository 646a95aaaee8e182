import { describe, expect, it } from 'vitest';
import { buildCorpus } from './build.ts';
import { createDescriber } from './describe.ts';
import { loadSources } from './load/files.ts';

const seeds = new URL('../../../seeds', import.meta.url).pathname;

describe('the corpus that ships', () => {
  it('loads without a problem, as its corpus.json says', async () => {
    const { sources, manifests, problems } = await loadSources([seeds]);
    const describer = createDescriber(manifests);
    const corpus = buildCorpus(
      sources.map((source) => describer.structure(source)),
      [...problems, ...describer.problems, ...describer.missing(new Set(sources.map(({ id }) => id)))],
    );
    expect(corpus.problems).toEqual([]);
    expect(corpus.sources.size).toBe(5);
    expect(corpus.documents.size).toBe(18);
    for (const document of corpus.documents.values()) {
      expect(corpus.passagesOf(document.citekey).length, document.citekey).toBeGreaterThan(0);
      expect(document.parent === null || corpus.documents.has(document.parent)).toBe(true);
    }
  });

  it('is found almost alike without it', async () => {
    const { sources } = await loadSources([seeds]);
    const bare = createDescriber([]);
    const corpus = buildCorpus(sources.map((source) => bare.structure(source)));
    expect(corpus.documents.size).toBe(18);
    expect([...corpus.documents.values()].filter(({ kind }) => kind === 'comments').length).toBe(2);
  });
});
