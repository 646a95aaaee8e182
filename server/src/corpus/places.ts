/** The way back from extracted text to the file that a person opens. */
import { firstWhere } from '../text/halving.ts';
import type { PlaceMark, Source } from './domain.ts';

/** The mark that holds at an offset of the source's text; null where the source needs none, or none holds there. */
export function placeAt(source: Source, offset: number): PlaceMark | null {
  const { places } = source;
  return places[firstWhere(places.length, (index) => (places[index]?.start ?? 0) > offset) - 1] ?? null;
}

/** Whether the text is the file itself, so that its lines are those that an editor shows; else it was extracted from the file. */
export function isFileText(source: Source): boolean {
  return source.places.length === 0;
}

/** A place as a person looks for it: "page 3", "paragraph 12"; null where the file has no such names. */
export function placeName(mark: PlaceMark | null): string | null {
  return mark?.page !== undefined ? `page ${mark.page}` : mark?.paragraph !== undefined ? `paragraph ${mark.paragraph}` : null;
}

/** What is known of a stretch of a source: where it begins, and the line (1-based) of the source's text there. */
export interface TextPlace {
  readonly span: { readonly start: number };
  readonly line: number;
}

/** Where a stretch stands, in words: "line 7", "page 3", "paragraph 12"; null where the file that a person opens has no such name. */
export function placeInWords(source: Source | undefined, { span, line }: TextPlace): string | null {
  return source === undefined || isFileText(source) ? `line ${line}` : placeName(placeAt(source, span.start));
}
