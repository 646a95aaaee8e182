/** What the program found in a source, as the entry of a corpus.json that a person can correct. */
import { LineMap } from '../text/lines.ts';
import type { Block, CorpusDocument, SourceSpan, StructuredSource } from './domain.ts';
import type { ManifestDocument, ManifestPost, ManifestSource } from './manifest.ts';
import { applyManifest } from './manifest-apply.ts';
import { dateInDigits } from './words.ts';

type Range = [number, number];

/**
 * The entry that says what was found. It is laid over the source before it is given: what would not lead to the very same
 * structure again (posts that share a line, say) is left to the program, and null is given where nothing can be said.
 */
export function manifestEntry(found: StructuredSource): ManifestSource | null {
  const map = new LineMap(found.source.text);
  const furniture = found.furniture.map((span) => linesOf(span, map));
  const whole = (posts: boolean): ManifestSource => ({
    documents: found.documents.map((document) => entryOf(document, map, posts)),
    ...(furniture.length === 0 ? {} : { furniture }),
  });
  const unranged = { documents: found.documents.map((document) => described(document)) };
  return [whole(true), whole(false), unranged].find((entry) => givesTheSame(found, entry)) ?? null;
}

function givesTheSame(found: StructuredSource, entry: ManifestSource): boolean {
  const applied = applyManifest(found, entry, 'corpus.json');
  const shown = ({ documents, furniture, problems }: StructuredSource) => JSON.stringify([documents.map(ordered), furniture, problems]);
  return shown(applied) === shown(found);
}

/** Fields in one order, so that two documents can be compared as text. */
function ordered({ citekey, title, publisher, author, date, kind, url, parent, ranges, blocks }: CorpusDocument): readonly unknown[] {
  const inOrder = blocks.map((block) => [
    block.kind,
    block.span.start,
    block.span.end,
    block.voice,
    block.speaker,
    block.turnRole,
    dateOf(block),
  ]);
  return [citekey, title, publisher, author, dateInDigits(date), kind, url, parent, ranges, inOrder];
}

function dateOf({ date }: Block): readonly unknown[] {
  return [date?.year ?? null, date?.month ?? null, date?.day ?? null];
}

function described(document: CorpusDocument): ManifestDocument {
  const { citekey, title, publisher, author, date, kind, url, parent } = document;
  return { citekey, ...(title === '' ? {} : { title }), publisher, author, date: dateInDigits(date), kind, url, parent };
}

function entryOf(document: CorpusDocument, map: LineMap, withPosts: boolean): ManifestDocument {
  const lines = document.ranges.map((span) => linesOf(span, map));
  const posts = withPosts ? postsOf(document.blocks, map) : [];
  return { ...described(document), lines, ...(posts.length === 0 ? {} : { posts }) };
}

/** Posts with the quotations in them; none where the document has other blocks than these and headings. */
function postsOf(blocks: readonly Block[], map: LineMap): ManifestPost[] {
  const posts: ManifestPost[] = [];
  let quotes: { speaker: string | null; lines: Range }[] = [];
  for (const block of blocks) {
    const [from, to] = linesOf(block.span, map);
    if (block.kind === 'heading') {
      continue;
    }
    if (block.voice === 'quoted-poster') {
      quotes.push({ speaker: block.speaker, lines: [from, to] });
      continue;
    }
    if (block.voice !== 'poster' || block.speaker === null) {
      return [];
    }
    const day = dateInDigits(block.date);
    const last = posts.at(-1);
    if (last !== undefined && last.speaker === block.speaker && last.date === (day ?? undefined)) {
      last.lines = [last.lines[0], to];
      if (quotes.length > 0) {
        last.quotes = [...(last.quotes ?? []), ...quotes];
      }
    } else {
      const begin = quotes[0]?.lines[0] ?? from;
      posts.push({
        speaker: block.speaker,
        ...(day === null ? {} : { date: day }),
        lines: [begin, to],
        ...(quotes.length === 0 ? {} : { quotes }),
      });
    }
    quotes = [];
  }
  return quotes.length === 0 ? posts : [];
}

/** First and last line of a span, 1-based. */
function linesOf(span: SourceSpan, map: LineMap): Range {
  return [map.lineNumber(span.start), map.lineNumber(Math.max(span.start, span.end - 1))];
}
