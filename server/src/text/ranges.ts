/** Two numbers that enclose one: "between 50 and 60", "three to four days", "£5m–£6m". */
import { readMeasured } from './measured.ts';
import type { Quantity, Token } from './types.ts';

export interface RangeReading {
  readonly low: number;
  readonly high: number;
  readonly kind: Quantity['kind'];
  readonly unit: string | null;
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
  // "from 10 to 20 per cent" may be a change; the words before tell, not the range.
  if (low.kind !== high.kind && low.kind !== 'count') return null;
  if (low.kind === high.kind && low.unit !== high.unit) return null;
  if (dash && high.kind === 'count' && tokens[at - 1]?.lower === '-') return null;
  if (word === 'to' && before === 'from' && low.kind !== 'age') return null;
  return { low: low.value, high: high.value, kind: high.kind, unit: high.unit, next: high.next };
}
