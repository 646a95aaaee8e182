import { describe, expect, it } from 'vitest';
import { createDescriber } from './describe.ts';
import { parseManifest } from './manifest.ts';
import { sourceOf } from './memory.ts';

const article = `Pier closed after storm

The east pier was closed on Monday.

Tickets are sold at the gate.

Old pier, new pier

The west pier opened in 1901.
`;

const manifest = (source: object) => JSON.stringify({ version: 1, sources: { 'pier.txt': source } }, null, 2);

function structured(source: object, text = article) {
  const describer = createDescriber([{ path: '/seeds/corpus.json', prefix: '', text: manifest(source) }]);
  const result = describer.structure(sourceOf('pier.txt', text));
  const shown = result.documents.map((d) => ({
    ...d,
    words: d.blocks.map((b) => `${b.kind}: ${text.slice(b.span.start, b.span.end)}`),
  }));
  return {
    documents: shown,
    furniture: result.furniture.map((s) => text.slice(s.start, s.end)),
    problems: [...describer.problems, ...result.problems],
  };
}

describe('what a person says of a source', () => {
  it('cuts it into documents and furniture, and leaves the rest to the program', () => {
    const { documents, furniture, problems } = structured({
      documents: [
        { citekey: 'pier', date: '1998-11', lines: [[1, 3]], headings: [1] },
        { citekey: 'west', title: 'The old pier', kind: 'blog', lines: [[7, 9]], headings: [7] },
      ],
      furniture: [[5, 5]],
    });
    expect(problems).toEqual([]);
    expect(documents.map(({ citekey, title, date }) => [citekey, title, date])).toEqual([
      ['pier', 'Pier closed after storm', { year: 1998, month: 11, day: null }],
      ['west', 'The old pier', null],
    ]);
    expect(documents.flatMap(({ words }) => words)).toEqual([
      'heading: Pier closed after storm',
      'paragraph: The east pier was closed on Monday.',
      'heading: Old pier, new pier',
      'paragraph: The west pier opened in 1901.',
    ]);
    expect(furniture).toEqual(['Tickets are sold at the gate.']);
  });

  it('corrects one field of the only document', () => {
    const [document] = structured({ documents: [{ publisher: 'Harbour News' }] }).documents;
    expect(document).toMatchObject({ publisher: 'Harbour News', title: 'Pier closed after storm', citekey: 'pier' });
  });

  it('gives posts to their posters', () => {
    const text = 'Ann\nI saw the pier fall.\nIt fell at noon.\nBen\nNo, it fell at one.\n';
    const posts = [
      { speaker: 'Ann', lines: [2, 3], quotes: [{ speaker: 'Cem', lines: [3, 3] }] },
      { speaker: 'Ben', date: '1998-11-03', lines: [5, 5] },
    ];
    const [document] = structured({ documents: [{ kind: 'forum', lines: [[1, 5]], posts }] }, text).documents;
    expect(document?.blocks.map((b) => [b.voice, b.speaker, text.slice(b.span.start, b.span.end), b.date?.day ?? null])).toEqual([
      ['poster', 'Ann', 'I saw the pier fall.', null],
      ['quoted-poster', 'Cem', 'It fell at noon.', null],
      ['poster', 'Ben', 'No, it fell at one.', 3],
    ]);
  });

  it('is not used where the source has no such lines', () => {
    const { documents, problems } = structured({ documents: [{ citekey: 'pier', lines: [[1, 300]] }] });
    expect(documents[0]?.title).toBe('Pier closed after storm');
    expect(problems.map(({ source, message }) => [source, message])).toEqual([
      ['corpus.json', 'says line 300 of pier.txt, which has 9 lines; its entry was not used'],
    ]);
  });
});

describe('a wrong manifest', () => {
  const problems = (text: string) => parseManifest(text, 'corpus.json').problems.map(({ line, message }) => [line, message]);

  it('is told by path and line', () => {
    expect(problems(manifest({ documents: [{ titel: 'Pier' }] }))).toEqual([
      [7, 'sources["pier.txt"].documents[0].titel: "titel" is no field of corpus.json'],
    ]);
    expect(problems(manifest({ documents: [{ date: '3 May' }] }))).toEqual([
      [7, 'sources["pier.txt"].documents[0].date: a date is written 2008, 2008-11 or 2008-11-12'],
    ]);
    expect(problems('{ "version": 1,\n "sources": { }\n')[0]?.[1]).toMatch(/^is no JSON/);
  });

  it('is told where two entries claim a line', () => {
    const [problem] = problems(manifest({ documents: [{ lines: [[1, 3]] }], furniture: [[3, 5]] }));
    expect(problem?.[1]).toBe('sources["pier.txt"].furniture[0]: lines 3–5 overlap sources["pier.txt"].documents[0].lines[0] (lines 1–3)');
    expect(problem?.[0]).toBeGreaterThan(5);
  });

  it('is told where it describes a file that is not there', () => {
    const describer = createDescriber([{ path: '/seeds/corpus.json', prefix: '', text: manifest({}) }]);
    expect(describer.missing(new Set(['other.txt'])).map(({ message }) => message)).toEqual(['describes pier.txt, which is not there']);
  });
});
