/** Lays what a person says of a source over what the program found in it. */
import type { PartialDate } from '../text/types.ts';
import type { Block, CorpusDocument, SourceProblem, SourceSpan, StructuredSource } from './domain.ts';
import type { ManifestDocument, ManifestPost, ManifestSource } from './manifest.ts';
import { documentBlocks } from './structure/blocks.ts';
import { documentKey } from './structure/citekeys.ts';
import { type Line, readLines } from './structure/lines.ts';
import { rangesOf } from './structure/ranges.ts';
import { joinWrapped } from './structure/wrapping.ts';

type Range = readonly [number, number];

/** A document whose lines the manifest takes to this share is the same document, corrected. */
const SAME = 0.5;

/** The structure with the manifest's entry laid over it. `file` is what problems call the manifest. Never throws. */
export function applyManifest(found: StructuredSource, entry: ManifestSource, file: string): StructuredSource {
  const lines = readLines(found.source.text);
  const last = (lines.at(-1)?.index ?? 0) + 1;
  const beyond = farthest(entry);
  if (beyond > last) {
    const message = `says line ${beyond} of ${found.source.id}, which has ${last} lines; its entry was not used`;
    const remedy = 'The source has changed: correct the lines, or remove the entry.';
    return { ...found, problems: [...found.problems, { source: file, line: null, message, remedy }] };
  }
  const furniture = entry.furniture ?? [];
  const entries = entry.documents ?? [];
  const ranged = entries.flatMap((one) => one.lines ?? []);
  const taken = new Set([...lineNumbers(ranged), ...lineNumbers(furniture)]);
  const problems: SourceProblem[] = [];
  const replaced = new Set<CorpusDocument>();
  const written: CorpusDocument[] = [];
  for (const one of entries) {
    const base = baseOf(found, one, lines);
    if (base !== null) {
      replaced.add(base);
    } else if (one.lines === undefined) {
      const message = `corrects ${one.found === undefined ? 'a document' : `"${one.found}"`} of ${found.source.id}, which has none such or several`;
      problems.push({ source: file, line: null, message, remedy: 'Say its lines, or the citekey that the program gives it as "found".' });
      continue;
    }
    written.push(documentOf(found, one, base, lines, furniture));
  }
  const kept = found.documents.filter((document) => !replaced.has(document)).flatMap((document) => without(document, taken, lines));
  const documents = [...written, ...kept].sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0));
  const held = new Set(documents.flatMap((document) => linesIn(document.ranges, lines)));
  return {
    source: found.source,
    documents: documents.map((document) =>
      document.parent === null ? document : { ...document, parent: renamed(document.parent, found, written) },
    ),
    furniture: rangesOf(lines.filter((line) => !held.has(line))),
    problems: [...found.problems, ...problems],
  };
}

function farthest(entry: ManifestSource): number {
  const documents = entry.documents ?? [];
  const ranges = [
    ...(entry.furniture ?? []),
    ...documents.flatMap((one) => [...(one.lines ?? []), ...(one.posts ?? []).map((post) => post.lines)]),
  ];
  return Math.max(0, ...ranges.map(([, to]) => to), ...documents.flatMap((one) => one.headings ?? []));
}

/** The found document that an entry speaks of, or null. */
function baseOf(found: StructuredSource, entry: ManifestDocument, lines: readonly Line[]): CorpusDocument | null {
  if (entry.found !== undefined) {
    return found.documents.find(({ citekey }) => citekey === entry.found) ?? null;
  }
  if (entry.lines === undefined) {
    return found.documents.length === 1 ? (found.documents[0] ?? null) : null;
  }
  const own = lineNumbers(entry.lines);
  return (
    found.documents.find(({ ranges }) => {
      const theirs = linesIn(ranges, lines);
      return theirs.length > 0 && theirs.filter((line) => own.has(line.index + 1)).length > theirs.length * SAME;
    }) ?? null
  );
}

function documentOf(
  found: StructuredSource,
  entry: ManifestDocument,
  base: CorpusDocument | null,
  lines: readonly Line[],
  furniture: readonly Range[],
): CorpusDocument {
  const out = lineNumbers(furniture);
  const own = entry.lines === undefined ? linesIn(base?.ranges ?? [], lines) : within(entry.lines, lines);
  const kept = own.filter((line) => !out.has(line.index + 1));
  const described = {
    title: entry.title ?? base?.title ?? kept[0]?.body ?? '',
    publisher: entry.publisher === undefined ? (base?.publisher ?? null) : entry.publisher,
    author: entry.author === undefined ? (base?.author ?? null) : entry.author,
    date: entry.date === undefined ? (base?.date ?? null) : partial(entry.date),
    kind: entry.kind ?? base?.kind ?? 'news',
    url: entry.url === undefined ? (base?.url ?? null) : entry.url,
    parent: entry.parent === undefined ? (base?.parent ?? null) : entry.parent,
  } as const;
  const citekey = entry.citekey ?? base?.citekey ?? documentKey(described);
  return { ...described, citekey, source: found.source.id, ranges: rangesOf(kept), blocks: blocksOf(found, entry, kept) };
}

function blocksOf(found: StructuredSource, entry: ManifestDocument, kept: readonly Line[]): readonly Block[] {
  const touches = (line: Line, block: Block) => block.span.start < line.end && line.start < block.span.end;
  const posted = entry.posts === undefined ? null : new Set(entry.posts.flatMap((post) => [...lineNumbers([post.lines])]));
  const threads = found.documents.filter(({ blocks }) => blocks.some(({ voice }) => voice === 'poster'));
  const titled = (line: Line) => threads.some(({ blocks }) => blocks.some((block) => block.kind === 'heading' && touches(line, block)));
  const matter = kept.filter((line) => posted === null || posted.has(line.index + 1) || titled(line));
  const spans = rangesOf(matter);
  const holds = (span: SourceSpan, block: Block) => span.start <= block.span.start && block.span.end <= span.end;
  const all = found.documents.flatMap((document) => document.blocks);
  const auto = all.filter((block) => spans.some((span) => holds(span, block)));
  const broken = all.filter((block) => !auto.includes(block) && matter.some((line) => touches(line, block)));
  // Lines without a block that the program gave to a document are headers of posts and the like; the rest are words it did not expect.
  const free = matter.filter(
    (line) =>
      !auto.some((block) => touches(line, block)) &&
      (broken.some((block) => touches(line, block)) || found.furniture.some((span) => span.start <= line.start && line.start < span.end)),
  );
  const fresh = rangesOf(free).flatMap(({ start, end }) =>
    documentBlocks(
      joinWrapped(
        free.filter((line) => start <= line.start && line.start < end),
        found.source.text,
      ),
      found.source.text,
    ),
  );
  const headings = new Set(entry.headings ?? []);
  const titles = kept.filter((line) => headings.has(line.index + 1));
  return [...auto, ...fresh]
    .sort((a, b) => a.span.start - b.span.start)
    .map((block) =>
      titles.some((line) => line.start <= block.span.start && block.span.end <= line.end) ? { ...block, kind: 'heading' as const } : block,
    )
    .flatMap((block) => spoken(block, entry.posts ?? [], matter));
}

/** A block inside a post is its poster's, or the quoted poster's. */
function spoken(block: Block, posts: readonly ManifestPost[], lines: readonly Line[]): readonly Block[] {
  const line = lines.find(({ start, end }) => start <= block.span.start && block.span.start < end);
  const at = line === undefined ? 0 : line.index + 1;
  const post = posts.find(({ lines: [from, to] }) => from <= at && at <= to);
  if (post === undefined || block.kind === 'heading') {
    return [block];
  }
  const quote = post.quotes?.find(({ lines: [from, to] }) => from <= at && at <= to);
  const date = post.date === undefined ? block.date : partial(post.date);
  const voice = quote === undefined ? 'poster' : 'quoted-poster';
  return [{ ...block, kind: 'post', voice, speaker: quote === undefined ? post.speaker : quote.speaker, turnRole: null, date }];
}

/** What is left of a found document when the manifest gives some of its lines away. */
function without(document: CorpusDocument, taken: ReadonlySet<number>, lines: readonly Line[]): readonly CorpusDocument[] {
  const own = linesIn(document.ranges, lines);
  const left = own.filter((line) => !taken.has(line.index + 1));
  if (left.length === own.length) {
    return [document];
  }
  const ranges = rangesOf(left);
  const inside = (span: SourceSpan) => ranges.some((range) => range.start <= span.start && span.end <= range.end);
  return left.length === 0 ? [] : [{ ...document, ranges, blocks: document.blocks.filter(({ span }) => inside(span)) }];
}

/** A comment thread's article under the key that the manifest gives it. */
function renamed(parent: string, found: StructuredSource, written: readonly CorpusDocument[]): string {
  const old = found.documents.find(({ citekey }) => citekey === parent);
  const now = written.find(({ ranges }) => old !== undefined && ranges[0]?.start === old.ranges[0]?.start);
  return written.some(({ citekey }) => citekey === parent) || now === undefined ? parent : now.citekey;
}

function lineNumbers(ranges: readonly Range[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const [from, to] of ranges) {
    for (let n = from; n <= to; n++) {
      numbers.add(n);
    }
  }
  return numbers;
}

function within(ranges: readonly Range[], lines: readonly Line[]): readonly Line[] {
  const numbers = lineNumbers(ranges);
  return lines.filter((line) => numbers.has(line.index + 1));
}

function linesIn(ranges: readonly SourceSpan[], lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => ranges.some((range) => range.start <= line.start && line.start < range.end));
}

/** `2008-11` as a date; null stays null. */
function partial(date: string | null): PartialDate | null {
  if (date === null) {
    return null;
  }
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}
