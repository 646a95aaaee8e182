/** Which segments are written anew with the next update, so that an index of many changes stays as quick as a fresh one. */
import type { ManifestSource } from './manifest-file.ts';
import type { StoredSegment } from './stored-segment.ts';

/** With more segments than this, the small ones become one. */
const MOST_SEGMENTS = 8;
/** A segment of which less than this share is left is not worth its room. */
const WORTH_KEEPING = 0.7;
/** Segments of fewer passages are cheap to write anew. */
const SMALL = 30_000;

/** Numbers of the segments to rewrite; `kept` are the sources that stay as they are. */
export function segmentsToRewrite(segments: readonly StoredSegment[], kept: readonly ManifestSource[]): ReadonlySet<number> {
  const living = segments.map(() => 0);
  for (const { segment, record } of kept) living[segment] = (living[segment] ?? 0) + (segments[segment]?.sources[record]?.passages ?? 0);
  const chosen = new Set<number>();
  segments.forEach(({ postings: { size } }, number) => {
    const left = living[number] ?? 0;
    if (left > 0 && left < size * WORTH_KEEPING) chosen.add(number);
  });
  const standing = segments.filter((_, number) => (living[number] ?? 0) > 0).length - chosen.size;
  if (standing >= MOST_SEGMENTS) {
    segments.forEach(({ postings: { size } }, number) => {
      if (size < SMALL) chosen.add(number);
    });
  }
  return chosen;
}
