/** The way back from extracted text to the file that a person opens. */
import type { PlaceMark, Source } from './domain.ts';

/** The mark that holds at an offset of the source's text; null where the source needs none, or none holds there. */
export function placeAt(source: Source, offset: number): PlaceMark | null {
  const { places } = source;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return places[low - 1] ?? null;
}

/** A place as a person looks for it: "page 3", "paragraph 12"; null where the line of the text itself says more. */
export function placeName(mark: PlaceMark | null): string | null {
  return mark?.page !== undefined ? `page ${mark.page}` : mark?.paragraph !== undefined ? `paragraph ${mark.paragraph}` : null;
}
