/** Drops what a layout prints on every page: running heads and feet, and page numbers. Repetition tells, not the words. */
import type { PdfLine, PdfPage } from './page-lines.ts';

/** How many lines at the top and at the bottom of a page may be its head and foot. */
const REACH = 3;
/** A head stands at the same height on each page, in points. */
const SLACK = 4;
/** Heads are short, in characters. */
const LONGEST = 100;
/** Pages whose edges must show a number that counts with them. */
const FEWEST_FOLIOS = 4;
const NUMBER = /^[\s\p{P}|]*(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[\s\p{P}|]*$/iu;

interface Candidate {
  readonly line: PdfLine;
  readonly page: number;
  readonly key: string;
}

/** The pages without heads, feet and numbers. */
export function withoutRunningHeads(pages: readonly PdfPage[]): readonly PdfPage[] {
  const candidates = pages.flatMap((page, p) =>
    edges(page.lines, page.lines.length / 3).map((line): Candidate => ({ line, page: p, key: keyOf(line) })),
  );
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const same = byKey.get(candidate.key);
    if (same === undefined) {
      byKey.set(candidate.key, [candidate]);
    } else {
      same.push(candidate);
    }
  }
  /** Heights at which the words of a key are a head. */
  const heads = new Map(
    [...byKey].map(([key, same]) => [key, levelsOf(same).flatMap((level) => (repeats(level, pages.length) ? [heightOf(level)] : []))]),
  );
  const dropped = new Set<PdfLine>();
  for (const page of pages) {
    for (const line of edges(page.lines, page.lines.length)) {
      if (heads.get(keyOf(line))?.some((y) => Math.abs(y - line.y) <= SLACK) === true) {
        dropped.add(line);
      }
    }
  }
  const folio = folioOffset(candidates);
  pages.forEach((page, p) => {
    for (const line of outermost(page.lines, dropped)) {
      const counted = folio !== null && line.text.length < LONGEST && numbersOf(line.text).some((number) => number - p === folio);
      if (counted || (NUMBER.test(line.text) && /\d/.test(line.text))) {
        dropped.add(line);
      }
    }
  });
  return pages.map((page) => ({ lines: page.lines.filter((line) => !dropped.has(line)) }));
}

/** What the printed page numbers are ahead of the pages' ordinals; null where too few lines at the edges count with the pages. */
function folioOffset(candidates: readonly Candidate[]): number | null {
  const counts = new Map<number, number>();
  for (const { line, page } of candidates) {
    for (const number of line.text.length < LONGEST ? numbersOf(line.text) : []) {
      counts.set(number - page, (counts.get(number - page) ?? 0) + 1);
    }
  }
  const [offset, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return count >= FEWEST_FOLIOS ? offset : null;
}

/** The number that opens a line and the one that ends it. */
function numbersOf(text: string): readonly number[] {
  return [/^\d{1,4}(?=\s|$)/.exec(text)?.[0], /(?<=\s)\d{1,4}$/.exec(text)?.[0]].flatMap((number) =>
    number === undefined ? [] : [Number(number)],
  );
}

/** The highest and the lowest lines, at most `most` each: of a page that counts as a witness a third must be matter. */
function edges(lines: readonly PdfLine[], most: number): readonly PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  const reach = Math.min(REACH, Math.floor(most));
  return reach === 0 ? [] : [...new Set([...byHeight.slice(0, reach), ...byHeight.slice(-reach)])];
}

/** Candidates of one key, those at the same height together. */
function levelsOf(same: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const levels: Candidate[][] = [];
  for (const one of [...same].sort((a, b) => a.line.y - b.line.y)) {
    const level = levels.at(-1);
    if (level === undefined || one.line.y - heightOf(level) > SLACK) {
      levels.push([one]);
    } else {
      level.push(one);
    }
  }
  return levels;
}

function heightOf(level: readonly Candidate[]): number {
  return level[0]?.line.y ?? 0;
}

/** The one highest and the one lowest line that are still there. */
function outermost(lines: readonly PdfLine[], dropped: ReadonlySet<PdfLine>): readonly PdfLine[] {
  const left = lines.filter((line) => !dropped.has(line)).sort((a, b) => b.y - a.y);
  const [top] = left;
  const bottom = left.at(-1);
  return left.length < 2 || top === undefined || bottom === undefined ? [] : [top, bottom];
}

function keyOf(line: PdfLine): string {
  return line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, 200);
}

/**
 * The same words at the same height on three pages (heads change with the chapter, so not on most of them), or on both
 * of two. Lines that differ by a number must count with the pages, else they may be numbered headings.
 */
function repeats(level: readonly Candidate[], pages: number): boolean {
  const onPages = new Set(level.map(({ page }) => page)).size;
  if (level.some(({ line }) => line.text.length >= LONGEST)) {
    return false;
  }
  if (onPages < (pages <= 2 ? 2 : 3)) {
    return false;
  }
  const texts = new Set(level.map(({ line }) => line.text));
  if (texts.size === 1) {
    return true;
  }
  const steps = level.map(({ line, page }) => Number(/\d+(?=\D*$)/.exec(line.text)?.[0] ?? Number.NaN) - page);
  const firsts = level.map(({ line, page }) => Number(/\d+/.exec(line.text)?.[0] ?? Number.NaN) - page);
  return new Set(steps).size === 1 || new Set(firsts).size === 1 || mostlySame(steps) || mostlySame(firsts);
}

function mostlySame(values: readonly number[]): boolean {
  const counts = new Map<number, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Math.max(...counts.values()) >= values.length * 0.6;
}
