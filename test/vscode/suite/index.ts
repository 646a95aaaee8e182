/** What runs inside VS Code: every case in turn, a line each, and the totals in a file, because the exit code alone proves nothing. */
import * as fs from 'node:fs';
import { cases } from './cases.ts';
import { citingCases } from './citing-cases.ts';
import { reviewCases } from './review-cases.ts';

/** Called by VS Code. Rejects where a case failed. */
export async function run(): Promise<void> {
  let passed = 0;
  const failed: string[] = [];
  for (const { name, test } of [...cases, ...citingCases, ...reviewCases]) {
    try {
      await test();
      passed++;
      console.log(`  ✓ ${name}`);
    } catch (error) {
      failed.push(name);
      console.log(`  ✗ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  const results = process.env['CORROBORATE_TEST_RESULTS'];
  if (results !== undefined) fs.writeFileSync(results, JSON.stringify({ passed, failed }));
  if (failed.length > 0) throw new Error(`${failed.length} failed: ${failed.join(', ')}`);
}
