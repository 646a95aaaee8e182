/** Search in what stands in order, by halving. */

/** The first of the indices from 0 to `count` at which `holds`, where it holds from some index on; `count` where it never does. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
