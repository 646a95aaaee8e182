/**
 * Whole reports, compared with what was accepted before. A missing or different one fails; `npm run accept` writes what
 * the program says now, and the change is read in the diff before it is committed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const accepting = process.env['ACCEPT'] === '1';

export function expectAccepted(file: string, actual: string): void {
  if (accepting) {
    writeFileSync(file, actual);
    return;
  }
  expect(existsSync(file), `${file} is missing; npm run accept writes it`).toBe(true);
  expect(actual, `${file} differs; if the change is right, npm run accept writes it`).toBe(readFileSync(file, 'utf8'));
}
