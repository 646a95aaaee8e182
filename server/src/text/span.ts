/**
 * Half-open ranges of UTF-16 code units. The phantom `Space` names the text that the offsets count in, so that a place
 * in a draft cannot be handed over where a place in a source is wanted; a literal `{ start, end }` fits any space.
 */
export interface Span<Space extends string = string> {
  readonly start: number;
  readonly end: number;
  /** Never set; it only tells the compiler which text the offsets belong to. */
  readonly space?: Space;
}

/** The text under a span. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The same range, moved by `by` code units into another text. */
export function shift<To extends string>(span: Span, by: number): Span<To> {
  return { start: span.start + by, end: span.end + by };
}

/** How many code units two spans of one text share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
