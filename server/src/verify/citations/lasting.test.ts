/** A thousand citations of the seed corpus, whose sources are then edited: their words are found again, and never other words. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Corpus } from '../../corpus/corpus.ts';
import type { Passage } from '../../corpus/domain.ts';
import { corpusOf } from '../../corpus/memory.ts';
import { type CitationStyle, writeCitation } from '../../draft/citation-text.ts';
import { parseDraft } from '../../draft/parse.ts';
import type { Citation } from '../../draft/types.ts';
import { citedPlace } from './place.ts';
import { resolveCitation } from './resolve.ts';

// Seven corpora are built here, which a machine that is shared with others may take its time for.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const DRAFT = '/corpus/drafts/review.md';
const NAMES = [0, 1, 2, 3, 4];
const CITED = 1000;

type Files = Readonly<Record<string, string>>;
interface Cited {
  readonly passage: Passage;
  readonly citation: Citation;
  /** 0-based line of its first word in the source as it was. */
  readonly line: number;
}

let files: Files;
let cited: readonly Cited[];

beforeAll(() => {
  files = Object.fromEntries(
    NAMES.map((n) => {
      const name = SEEDS[n] ?? '';
      return [name, readFileSync(join(ROOT, 'seeds', name), 'utf8')];
    }),
  );
  const corpus = corpusOf(files);
  const passages = [...corpus.documents.keys()].flatMap((citekey) => corpus.passagesOf(citekey));
  const chosen = Array.from({ length: CITED }, (_, i) => passages[Math.floor((i * passages.length) / CITED)]).filter(
    (one) => one !== undefined,
  );
  cited = chosen.map((passage, i) => ({
    passage,
    citation: written(passage, corpus, (['link', 'pandoc', 'footnote'] as const)[i % 3] ?? 'link'),
    line: corpus.lineOf(passage.source, passage.span.start) - 1,
  }));
  expect(new Set(chosen).size).toBe(CITED);
});

const SEEDS = [
  '000_f85c5f85b3eee172.txt',
  '001_c64d6e75711a3fff.txt',
  '002_d00529848cb94088.txt',
  '003_f18f7d8185accff8.txt',
  '004_494c8ac19e0aad5f.txt',
];

/** The citation of a passage, written into a draft and read back. */
function written(passage: Passage, corpus: Corpus, style: CitationStyle): Citation {
  const place = citedPlace(passage, corpus);
  if (place === null) throw new Error('a passage has a place');
  const { text, definition } = writeCitation(place, style, DRAFT);
  const [citation] = parseDraft(DRAFT, `It was so ${text}.\n\n${definition ?? ''}\n`).citations;
  if (citation === undefined) throw new Error(`not read back: ${text}`);
  return citation;
}

/** How many citations are found again, at other words, at the expected line, and told as moved. */
function outcome(now: Corpus, lineOf: (one: Cited) => number | null) {
  const counts = { found: 0, otherWords: 0, atLine: 0, lost: 0 };
  for (const one of cited) {
    const resolution = resolveCitation(one.citation, DRAFT, now);
    const place =
      resolution.kind === 'found'
        ? resolution.span && { source: resolution.source, span: resolution.span }
        : resolution.kind === 'unknown'
          ? (resolution.movedTo[0] ?? null)
          : null;
    const text = place === null ? null : now.sources.get(place.source)?.source.text.slice(place.span.start, place.span.end);
    if (place === null || text == null) {
      counts.lost++;
      continue;
    }
    if (wordsOf(text) === wordsOf(one.passage.text)) counts.found++;
    else counts.otherWords++;
    if (now.lineOf(place.source, place.span.start) - 1 === lineOf(one)) counts.atLine++;
  }
  return counts;
}

const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ').toLowerCase();

/** Chance that is the same at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

interface Line {
  readonly text: string;
  /** The line that it was, or null for a new one. */
  readonly was: number | null;
}

/** Every source edited by its lines; where a cited line stands afterwards. */
function edited(edit: (lines: readonly Line[], kept: ReadonlySet<number>, roll: (sides: number) => number) => readonly Line[]) {
  const now = new Map<string, readonly Line[]>();
  for (const [name, text] of Object.entries(files)) {
    const kept = new Set(
      cited
        .filter(({ passage }) => passage.source === name)
        .flatMap(({ passage, line }) => passage.text.split('\n').map((_, i) => line + i)),
    );
    const lines = text.split('\n').map((line, was) => ({ text: line, was }));
    now.set(name, edit(lines, kept, dice(name.length + kept.size)));
  }
  const corpus = corpusOf(Object.fromEntries([...now].map(([name, lines]) => [name, lines.map((line) => line.text).join('\n')])));
  const at = new Map([...now].flatMap(([name, lines]) => lines.map((line, i) => [`${name} ${line.was}`, i] as const)));
  return outcome(corpus, ({ passage, line }) => at.get(`${passage.source} ${line}`) ?? null);
}

describe('of a thousand citations', () => {
  it('all are found where nothing changed, at their own line', () => {
    expect(outcome(corpusOf(files), ({ line }) => line)).toEqual({ found: 1000, otherWords: 0, atLine: 1000, lost: 0 });
  });

  it('those are found again whose source got new lines', () => {
    const counts = edited((lines, kept, roll) =>
      lines.flatMap((line, i) =>
        roll(4) === 0 && !(kept.has(i) && kept.has(i - 1)) ? [{ text: `Related: item ${roll(1000)} of the day`, was: null }, line] : [line],
      ),
    );
    expect(counts.otherWords).toBe(0);
    expect(counts.found).toBe(CITED);
    expect(counts.atLine).toBeGreaterThanOrEqual(990);
  });

  it('those are found again whose source lost other lines', () => {
    const counts = edited((lines, kept, roll) => lines.filter((_, i) => kept.has(i) || roll(2) === 0));
    expect(counts.otherWords).toBe(0);
    expect(counts.found).toBe(CITED);
    expect(counts.atLine).toBeGreaterThanOrEqual(990);
  });

  it('those are found again that moved within their source', () => {
    const counts = edited((lines, _, roll) => {
      // Paragraphs change places: cut at empty lines, so that no sentence is torn apart.
      const paragraphs: Line[][] = [[]];
      for (const line of lines) {
        paragraphs.at(-1)?.push(line);
        if (line.text.trim() === '') paragraphs.push([]);
      }
      for (let i = 0; i < paragraphs.length / 4; i++) {
        const [taken] = paragraphs.splice(roll(paragraphs.length), 1);
        if (taken !== undefined) paragraphs.splice(roll(paragraphs.length), 0, taken);
      }
      return paragraphs.flat();
    });
    expect(counts.otherWords).toBe(0);
    expect(counts.found).toBe(CITED);
    // Posts that quote one another whole and then change places cannot be told apart.
    expect(counts.atLine).toBeGreaterThanOrEqual(950);
  });

  it('those are found again whose file was renamed', () => {
    const now = corpusOf(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`archive/copy-of-${name.slice(0, 3)}.txt`, text])),
    );
    const counts = outcome(now, ({ line }) => line);
    expect(counts.otherWords).toBe(0);
    expect(counts.found).toBe(CITED);
  });

  it('those are found again whose document was scraped anew, with other furniture, line breaks and quotation marks', () => {
    const now = corpusOf(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => {
          const rewrapped = text
            .replace(/[“”]/g, '"')
            .replace(/[‘’]/g, "'")
            .replace(/ – /g, ' - ')
            .replace(/(.{60,90}?) /g, '$1\r\n');
          return [
            name,
            `Skip to content\r\nMenu\r\nSubscribe now\r\n\r\n${rewrapped}\r\n\r\nAbout us\r\nCookies\r\nYou might also like\r\n`,
          ];
        }),
      ),
    );
    const counts = outcome(now, () => null);
    expect(counts.otherWords).toBe(0);
    expect(counts.found).toBe(CITED);
  });
});
