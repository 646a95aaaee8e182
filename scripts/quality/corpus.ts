/**
 * Measures what the program finds in sources against an annotation of them:
 * `npm run quality:corpus -- ANNOTATION_DIR SOURCES_DIR [--bare] [--misses]`. A corpus.json beside the sources is used
 * unless `--bare`; `--misses` lists what was not found.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCorpus } from '../../server/src/corpus/build.ts';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { createDescriber } from '../../server/src/corpus/describe.ts';
import type { CorpusDocument, Passage, SourceSpan } from '../../server/src/corpus/domain.ts';
import { loadSources } from '../../server/src/corpus/load/files.ts';
import { isoDate } from '../../server/src/corpus/structure/dates.ts';

type Lines = readonly [number, number];
interface GoldPost {
  readonly speaker: string;
  readonly lines: Lines;
  readonly own?: readonly Lines[];
  readonly quotes?: readonly { readonly quotes: string | null; readonly lines: Lines; readonly chars?: Lines }[];
}
interface GoldDocument {
  readonly source: string;
  readonly citekey: string;
  readonly title: string;
  readonly date: string | null;
  readonly kind: string;
  readonly lines: readonly Lines[];
  readonly posts?: readonly GoldPost[];
}
interface GoldText {
  readonly source: string;
  readonly line: number;
  readonly text: string;
  readonly in?: string;
}
interface GoldDated extends GoldText {
  readonly date: string;
  readonly kind: string;
}
interface GoldStanding {
  readonly source: string;
  readonly line: number;
  readonly quote: string;
  readonly standing: string;
  readonly speaker: string | null;
}

/** Two documents are the same when this share of the lines of both is common. */
const SAME = 0.9;

class Measure {
  readonly #misses: boolean;
  constructor(misses: boolean) {
    this.#misses = misses;
  }
  share(name: string, right: number, of: number): void {
    console.log(
      `${name.padEnd(34)} ${String(right).padStart(4)} of ${String(of).padStart(4)}  ${of === 0 ? '–' : (right / of).toFixed(3)}`,
    );
  }
  miss(what: string, detail: string): void {
    if (this.#misses) {
      console.log(`  ✗ ${what}: ${detail}`);
    }
  }
}

function lineSet(ranges: readonly Lines[]): Set<number> {
  return new Set(ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i)));
}

class Found {
  readonly corpus: Corpus;
  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }
  lines(source: string, spans: readonly SourceSpan[]): Set<number> {
    return lineSet(
      spans.map(({ start, end }) => [this.corpus.lineOf(source, start), this.corpus.lineOf(source, Math.max(start, end - 1))]),
    );
  }
  words(source: string): Set<number> {
    const text = this.corpus.sources.get(source)?.source.text ?? '';
    return new Set(text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1])));
  }
  documents(source: string): readonly CorpusDocument[] {
    return this.corpus.sources.get(source)?.documents ?? [];
  }
  offset(source: string, line: number): number {
    const text = this.corpus.sources.get(source)?.source.text ?? '';
    return text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
  }
  passage(source: string, line: number, quote: string): Passage | null {
    const text = this.corpus.sources.get(source)?.source.text ?? '';
    const at = text.indexOf(quote, this.offset(source, line));
    const near = this.corpus.passagesAt(source, [line, line]);
    const touching = near.filter(({ span }) => span.start < at + quote.length && span.end > at);
    return touching.sort((a, b) => shared(b, at, quote.length) - shared(a, at, quote.length))[0] ?? null;
  }
}

function shared(passage: Passage, at: number, length: number): number {
  return Math.min(passage.span.end, at + length) - Math.max(passage.span.start, at);
}

function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter((n) => b.has(n)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function furniture(found: Found, gold: Record<string, { ranges: readonly { lines: Lines }[] }>, measure: Measure): void {
  let hit = 0;
  let wrong = 0;
  let missed = 0;
  for (const [source, { ranges }] of Object.entries(gold)) {
    const words = found.words(source);
    const wanted = lineSet(ranges.map(({ lines }) => lines));
    const got = found.lines(source, found.corpus.sources.get(source)?.furniture ?? []);
    for (const line of words) {
      const is = wanted.has(line);
      const said = got.has(line);
      hit += is && said ? 1 : 0;
      wrong += !is && said ? 1 : 0;
      missed += is && !said ? 1 : 0;
      if (is !== said) {
        measure.miss(said ? 'matter taken for furniture' : 'furniture kept', `${source}:${line}`);
      }
    }
  }
  console.log(
    `${'furniture F1 by line'.padEnd(34)} ${((2 * hit) / Math.max(1, 2 * hit + wrong + missed)).toFixed(3)} (wrong ${wrong}, missed ${missed})`,
  );
}

function documents(found: Found, gold: readonly GoldDocument[], measure: Measure): void {
  let same = 0;
  let kinds = 0;
  let dates = 0;
  let titles = 0;
  for (const document of gold) {
    const words = found.words(document.source);
    const wanted = new Set([...lineSet(document.lines)].filter((line) => words.has(line)));
    const [best] = found
      .documents(document.source)
      .map((one) => ({
        one,
        overlap: overlapOf(wanted, new Set([...found.lines(document.source, one.ranges)].filter((line) => words.has(line)))),
      }))
      .sort((a, b) => b.overlap - a.overlap);
    if (best === undefined || best.overlap < SAME) {
      measure.miss('document', `${document.citekey} (best ${best?.overlap.toFixed(2) ?? 'none'}, "${best?.one.title ?? ''}")`);
      continue;
    }
    same++;
    const date = best.one.date === null ? null : isoDate(best.one.date);
    kinds += best.one.kind === document.kind ? 1 : 0;
    dates += date === document.date ? 1 : 0;
    titles += best.one.title.trim() === document.title.trim() ? 1 : 0;
    if (best.one.kind !== document.kind || date !== document.date || best.one.title !== document.title) {
      measure.miss(
        'description',
        `${document.citekey}: ${best.one.kind} ${date} "${best.one.title}", not ${document.kind} ${document.date}`,
      );
    }
  }
  measure.share('documents with their lines', same, gold.length);
  measure.share('  kind', kinds, same);
  measure.share('  date', dates, same);
  measure.share('  title', titles, same);
}

function posters(found: Found, gold: readonly GoldDocument[], measure: Measure): void {
  let posts = 0;
  let right = 0;
  let quotes = 0;
  let quotesRight = 0;
  for (const document of gold) {
    for (const post of document.posts ?? []) {
      posts++;
      const own = post.own ?? [post.lines];
      const passages = own.flatMap((lines) => found.corpus.passagesAt(document.source, lines));
      const good = passages.length > 0 && passages.every(({ block }) => block.speaker === post.speaker && block.voice === 'poster');
      right += good ? 1 : 0;
      if (!good) {
        measure.miss('poster', `${document.source}:${post.lines.join('-')} ${post.speaker}`);
      }
      for (const quote of (post.quotes ?? []).filter(({ chars }) => chars === undefined)) {
        quotes++;
        const quoted = found.corpus.passagesAt(document.source, quote.lines);
        const fine = quoted.length > 0 && quoted.every(({ block }) => block.voice === 'quoted-poster' && block.speaker === quote.quotes);
        quotesRight += fine ? 1 : 0;
        if (!fine) {
          measure.miss('quote in a post', `${document.source}:${quote.lines.join('-')} ${quote.quotes}`);
        }
      }
    }
  }
  measure.share('posts with their poster', right, posts);
  measure.share('quotes in posts', quotesRight, quotes);
}

function sentences(found: Found, gold: readonly GoldText[], measure: Measure): void {
  let right = 0;
  const wanted = gold.filter((sentence) => sentence.in !== 'furniture');
  for (const { source, line, text } of wanted) {
    const passage = found.passage(source, line, text);
    const same = passage?.text.trim() === text;
    right += same ? 1 : 0;
    if (!same) {
      measure.miss('sentence', `${source}:${line} «${text}» is «${passage?.text ?? ''}»`);
    }
  }
  measure.share('hard sentence boundaries', right, wanted.length);
}

function dated(found: Found, gold: readonly GoldDated[], measure: Measure): void {
  for (const kind of new Set(gold.map((one) => one.kind))) {
    const wanted = gold.filter((one) => one.kind === kind);
    let right = 0;
    for (const { source, line, text, date } of wanted) {
      const passage = found.passage(source, line, text.slice(0, 40));
      const day = passage === null ? null : (heldBy(passage) ?? found.corpus.dates(passage.id)[0]?.date ?? null);
      const got = day === null ? null : isoDate(day);
      right += got === date ? 1 : 0;
      if (got !== date) {
        measure.miss('date', `${source}:${line} ${text.slice(0, 40)} ${got}, not ${date}`);
      }
    }
    measure.share(`dates of entries (${kind})`, right, wanted.length);
  }
}

/** The date of the entry that a passage belongs to. */
function heldBy({ block }: Passage): Passage['block']['date'] {
  return block.kind === 'timeline-entry' ? block.date : null;
}

function standings(found: Found, gold: readonly GoldStanding[], measure: Measure): void {
  let right = 0;
  let attributed = 0;
  let speakers = 0;
  for (const { source, line, quote, standing, speaker } of gold) {
    const passage = found.passage(source, line, quote);
    const got = passage === null ? null : found.corpus.standing(passage.id);
    right += got?.standing === standing ? 1 : 0;
    if (got?.standing !== standing) {
      measure.miss('standing', `${source}:${line} ${got?.standing}, not ${standing}: ${quote}`);
    } else if (standing === 'attributed') {
      attributed++;
      const same = sameName(got.speaker, speaker);
      speakers += same ? 1 : 0;
      if (!same) {
        measure.miss('speaker', `${source}:${line} ${got.speaker}, not ${speaker}: ${quote}`);
      }
    }
  }
  measure.share('standing', right, gold.length);
  measure.share('speaker, where attributed', speakers, attributed);
}

function sameName(a: string | null, b: string | null): boolean {
  const last = (name: string | null) =>
    name
      ?.toLowerCase()
      .replace(/[^\p{L} ]+/gu, '')
      .trim()
      .split(' ')
      .at(-1) ?? null;
  return last(a) === last(b);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function readLinesOf<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

async function main(): Promise<void> {
  const [annotation, folder] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  if (annotation === undefined || folder === undefined || !existsSync(annotation) || !existsSync(folder)) {
    console.log('usage: npm run quality:corpus -- ANNOTATION_DIR SOURCES_DIR [--misses]');
    process.exitCode = 2;
    return;
  }
  const measure = new Measure(process.argv.includes('--misses'));
  const { sources, manifests, problems } = await loadSources([folder]);
  const describer = createDescriber(process.argv.includes('--bare') ? [] : manifests);
  const corpus = buildCorpus(
    sources.map((source) => describer.structure(source)),
    [...problems, ...describer.problems],
  );
  for (const { source, line, message } of corpus.problems) {
    console.log(`${source}${line === null ? '' : `:${line}`} ${message}`);
  }
  const found = new Found(corpus);
  const gold = readJson<readonly GoldDocument[]>(join(annotation, 'documents.json'));
  furniture(found, readJson(join(annotation, 'furniture.json')), measure);
  documents(found, gold, measure);
  posters(found, gold, measure);
  sentences(found, readLinesOf(join(annotation, 'sentences.jsonl')), measure);
  dated(found, readLinesOf(join(annotation, 'dated.jsonl')), measure);
  standings(found, readLinesOf(join(annotation, 'standing.jsonl')), measure);
}

await main();
