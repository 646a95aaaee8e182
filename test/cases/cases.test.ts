/**
 * Each folder here is a case: drafts, their sources in `seeds/`, perhaps a corroborate.json, and what the program says of
 * them in `report.txt`: the stylish output, then every claim's verdict. A bug that was mended becomes a case of its own.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reportOf } from './report.ts';
import { expectAccepted } from './snapshot.ts';

const here = dirname(fileURLToPath(import.meta.url));
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('a case', () => {
  it('is there', () => expect(cases).not.toEqual([]));

  it.each(cases.map(({ name }) => name).sort())('%s reads as accepted', async (name) => {
    expectAccepted(join(here, name, 'report.txt'), await reportOf(join(here, name)));
  });
});
