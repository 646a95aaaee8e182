/** What the editor writes for a passage must be right in its own eyes: no finding, and a citation that leads back to the very place. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkSettings, DEFAULT_CONFIG } from '../../server/src/config.ts';
import { parseDraft } from '../../server/src/draft/parse.ts';
import { cite } from '../../server/src/lsp/citing/cite.ts';
import { openProject } from '../../server/src/project/project.ts';
import { resolveCitation } from '../../server/src/verify/citations/resolve.ts';
import { markWords } from '../../server/src/verify/citations/words.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const path = join(root, 'drafts', 'new.md').replaceAll('\\', '/');
const { corpus, ...project } = await opened();
/** Every so many passages; the sources that ship have some thousand. */
const STEP = 17;
/** What is said of the passage itself, not of how it is quoted. */
const OF_THE_SOURCE = new Set(['weak-source', 'missing-attribution']);

async function opened() {
  const one = await openProject({ roots: [join(root, 'seeds')] });
  return { corpus: one.corpus, check: (text: string) => one.check(path, text, checkSettings(DEFAULT_CONFIG)) };
}

const passages = [...corpus.documents.keys()].flatMap((citekey) => corpus.passagesOf(citekey)).filter((_, index) => index % STEP === 0);

describe.each(['link', 'footnote', 'pandoc'] as const)('as %s', (style) => {
  const written = (as: 'cite' | 'quote') =>
    passages.map((passage) => {
      const what = { citekey: passage.citekey, words: passage.text, start: passage.span.start };
      const edits = cite({ draft: parseDraft(path, ''), offset: 0, what, as, exactlyThere: false, style, marking: markWords, corpus });
      if (!edits.ok) throw new Error(edits.why);
      return { passage, text: edits.value.newText + edits.value.also.map(({ newText }) => newText).join('') };
    });

  it('quotes so that nothing is found amiss', () => {
    const found = written('quote').flatMap(({ text }) =>
      project
        .check(text)
        .findings.filter(({ rule }) => !OF_THE_SOURCE.has(rule))
        .map(({ rule, message }) => `${rule}: ${message}\n${text}`),
    );
    expect(passages.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it('cites the very place', () => {
    for (const { passage, text } of written('cite')) {
      const [citation] = parseDraft(path, text).citations;
      const resolution = citation === undefined ? null : resolveCitation(citation, path, corpus);
      const line = corpus.lineOf(passage.source, passage.span.start);
      expect(resolution, text).toMatchObject({ kind: 'found', source: passage.source, citekeys: [passage.citekey], placeExists: true });
      expect(resolution?.kind === 'found' && resolution.lines?.[0], text).toBe(line);
    }
  });
});
