/** Logistic regression by Newton's method with a quadratic penalty; small enough to be read, exact enough to be repeated. */

export interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

const ROUNDS = 60;
const STEP = 1e-6;

/** Weights for the features; the first feature is the constant 1 and is not held down by the penalty. */
export function learn(examples: readonly Example[], penalty: number, start: readonly number[] | null = null): readonly number[] {
  const n = examples[0]?.features.length ?? 0;
  let w = start === null ? new Array<number>(n).fill(0) : [...start];
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = w.map((x, i) => (i === 0 ? 0 : penalty * x));
    const hessian = w.map((_, i) => w.map((__, j) => (i === j ? penalty : 0)));
    for (const { features, positive, weight } of examples) {
      const p = 1 / (1 + Math.exp(-dot(features, w)));
      const pull = weight * (p - Number(positive));
      const bend = weight * p * (1 - p);
      features.forEach((x, i) => {
        gradient[i] = (gradient[i] ?? 0) + pull * x;
        const row = hessian[i];
        if (row === undefined || x === 0) return;
        features.forEach((y, j) => {
          row[j] = (row[j] ?? 0) + bend * x * y;
        });
      });
    }
    const step = solve(hessian, gradient);
    w = w.map((x, i) => x - (step[i] ?? 0));
    if (Math.max(...step.map(Math.abs)) < STEP) break;
  }
  return w;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

/** Solves `a · x = b` by elimination with pivots. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i] ?? 0]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot] ?? [], rows[c] ?? []];
    const top = rows[c] ?? [];
    for (let r = 0; r < n; r++) {
      const row = rows[r] ?? [];
      const factor = (row[c] ?? 0) / (top[c] ?? 1);
      if (r !== c && factor !== 0) for (let k = c; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (top[k] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
