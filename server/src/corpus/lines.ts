/**
 * Lines of a source text. A line ends at "\n", "\r\n" or a lone "\r", as editors count them; this is the one place where
 * offsets in sources become lines.
 */

/** Offset of the first code unit of every line; line n (1-based) starts at `starts[n - 1]`. */
export function lineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      starts.push(i + 1);
    }
  }
  return Uint32Array.from(starts);
}

/** 1-based line of an offset; offsets outside the text are moved to its nearest end. */
export function lineAt(starts: Uint32Array, offset: number): number {
  return Math.max(1, upperBound(starts, offset));
}

/** Number of entries of an ascending array that are not above `value`. */
export function upperBound(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
