/** The principal axes of a cloud of points: the eigenvectors of its covariance, by Jacobi's rotations (Golub and Van Loan, 8.5). */

const SWEEPS = 30;
const SMALL = 1e-12;

/** Unit vectors, the direction of most spread first. `rows` are centred. */
export function principalAxes(rows: readonly Float64Array[], dimensions: number): readonly Float64Array[] {
  const n = dimensions;
  const a = new Float64Array(n * n);
  for (const row of rows)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) a[i * n + j] = at(a, i * n + j) + (at(row, i) * at(row, j)) / rows.length;
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        off += at(a, p * n + q) ** 2;
        rotate(a, v, n, p, q);
      }
    if (off < SMALL) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => at(a, j * n + j) - at(a, i * n + i));
  return order.map((column) => Float64Array.from({ length: n }, (_, i) => at(v, i * n + column)));
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = at(a, p * n + q);
  if (Math.abs(apq) < SMALL) return;
  const theta = (at(a, q * n + q) - at(a, p * n + p)) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [kp, kq] = [at(a, k * n + p), at(a, k * n + q)];
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const [pk, qk] = [at(a, p * n + k), at(a, q * n + k)];
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const [vp, vq] = [at(v, k * n + p), at(v, k * n + q)];
    v[k * n + p] = c * vp - s * vq;
    v[k * n + q] = s * vp + c * vq;
  }
}

function at(array: Float64Array, index: number): number {
  return array[index] ?? 0;
}
