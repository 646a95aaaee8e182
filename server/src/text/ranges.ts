/** Two numbers that enclose one: "between 50 and 60", "three to four days", "£5m–£6m". */
import { type Measured, readMeasured } from './measured.ts';
import { digitsOf, SCALE_LETTERS, SCALES } from './numberwords.ts';
import type { Quantity, Token } from './types.ts';

export interface RangeReading {
  readonly low: number;
  readonly high: number;
  readonly kind: Quantity['kind'];
  readonly unit: string | null;
  /** Index of the word or dash between the two. */
  readonly join: number;
  readonly next: number;
}

/** The range whose first number starts at `at`, or null. */
export function readRange(tokens: readonly Token[], at: number): RangeReading | null {
  const low = readMeasured(tokens, at);
  if (low === null || tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an') return null;
  const join = tokens[low.next];
  const before = tokens[at - 1]?.lower ?? '';
  const word = join?.lower ?? '';
  const dash = /^[-–—]$/.test(word) && join?.glued === true && tokens[low.next + 1]?.glued === true;
  if (!(dash || word === 'to' || (word === 'and' && before === 'between') || (word === 'or' && low.kind === 'count'))) return null;
  const high = readMeasured(tokens, low.next + 1);
  if (high === null || high.value <= low.value) return null;
  // "two or three": neighbours only, for other pairs are alternatives.
  if (word === 'or' && high.value - low.value !== 1) return null;
  if (dash && high.kind === 'count' && tokens[at - 1]?.lower === '-') return null;
  if (word === 'to' && before === 'from' && low.kind !== 'age') return null;
  const shared = sharedUnit(low, high);
  if (shared === null) return null;
  const scale = scaleAt(tokens, high.next) ?? 1;
  // "three to four thousand", "£5–6m": the scale of the second number is the first one's too.
  const scaled = scaleAt(tokens, low.next) === null && low.value * scale < high.value ? low.value * scale : low.value;
  return { low: scaled, high: high.value, ...shared, join: low.next, next: high.next };
}

/** What both numbers measure, where the first or the second alone says it; null where they differ. */
function sharedUnit(low: Measured, high: Measured): Pick<RangeReading, 'kind' | 'unit'> | null {
  if (low.kind === high.kind) return low.unit === high.unit ? { kind: low.kind, unit: low.unit } : null;
  if (low.kind === 'count') return { kind: high.kind, unit: high.unit };
  if (high.kind === 'count') return low.kind === 'money' || low.kind === 'age' ? { kind: low.kind, unit: low.unit } : null;
  // "aged between 5 and 17 months": the bare first number was read as years.
  return low.kind === 'age' && high.kind === 'duration' && low.unit === 'year' ? { kind: 'age', unit: high.unit } : null;
}

/** The scale (a thousand or more) that ends the number before `next`, or null. */
function scaleAt(tokens: readonly Token[], next: number): number | null {
  for (let at = next - 1; at >= next - 2 && at >= 0; at--) {
    const token = tokens[at];
    const scale =
      SCALES.get(token?.lower ?? '') ??
      (digitsOf(token?.lower ?? '')?.scaled ? SCALE_LETTERS.get(/[a-z]+$/.exec(token?.lower ?? '')?.[0] ?? '') : undefined);
    if (scale !== undefined && scale >= 1000) return scale;
  }
  return null;
}
