/** Medians and the like of measured times. */

export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

export async function timed<Result>(work: () => Result | Promise<Result>): Promise<readonly [result: Result, milliseconds: number]> {
  const begun = performance.now();
  const result = await work();
  return [result, performance.now() - begun];
}

/** `0.42`, `7.3`, `120`: three figures at most. */
export function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
