/** The example drafts: every planted fault is found by its rule, and nothing is said of what is right. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DraftReport } from '../../server/src/checker.ts';
import { checkSettings, DEFAULT_CONFIG } from '../../server/src/config.ts';
import { openProject } from '../../server/src/project/project.ts';
import { RULE_CODES } from '../../server/src/rules/types.ts';
import { slice } from '../../server/src/text/span.ts';
import { reportOf } from '../cases/report.ts';
import { expectAccepted } from '../cases/snapshot.ts';
import { FALSE_ALARMS, MISSED, PLANTED } from './planted.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const folder = join(root, 'drafts');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();
const project = await openProject({ roots: [join(root, 'seeds')] });
const reports = new Map<string, DraftReport>(
  names.map((name) => [name, project.check(join(folder, name), readFileSync(join(folder, name), 'utf8'), checkSettings(DEFAULT_CONFIG))]),
);

/** `rule: underlined words` for each finding in the sentence that has the words; what counts as a fault, that is. */
function said(draft: string, words: string): readonly string[] {
  const report = reports.get(draft);
  const at = report?.draft.text.indexOf(words) ?? -1;
  if (report === undefined || at < 0) throw new Error(`${draft} has no “${words}”`);
  const { text } = report.draft;
  expect(text.indexOf(words, at + 1), `“${words}” stands twice in ${draft}`).toBe(-1);
  return report.findings
    .filter(({ sentence, span }) => (sentence.start <= at && at < sentence.end) || (span.start <= at && at < span.end))
    .map(({ rule, span }) => `${rule}: ${slice(text, span)}`);
}

describe('the example drafts', () => {
  it('have a fault for every rule but missing-citation, which needs no planting', () => {
    expect([...new Set(PLANTED.map(({ rule }) => rule))].sort()).toEqual(RULE_CODES.filter((code) => code !== 'missing-citation').sort());
  });

  it.each(PLANTED.filter(({ words }) => !MISSED.includes(words)))(
    '$rule is found in “$words” ($fault)',
    ({ draft, words, rule, underlined }) => {
      const found = said(draft, words).filter((one) => one.startsWith(`${rule}: `));
      expect(found).not.toEqual([]);
      if (underlined !== null) expect(found).toEqual([`${rule}: ${underlined}`]);
    },
  );

  it.each(names)('nothing else is said of %s', (name) => {
    const report = reports.get(name);
    const text = report?.draft.text ?? '';
    const expected = [...PLANTED.filter(({ draft }) => draft === name).map(({ words }) => words), ...FALSE_ALARMS];
    const alarms = (report?.findings ?? [])
      .filter(({ rule, sentence }) => rule !== 'missing-citation' && !expected.some((words) => slice(text, sentence).includes(words)))
      .map(({ rule, span }) => `${rule}: ${slice(text, span)}`);
    expect(alarms).toEqual([]);
  });

  it('have no fault listed as missed that is found by now', () => {
    const found = PLANTED.filter(
      ({ draft, words, rule }) => MISSED.includes(words) && said(draft, words).some((one) => one.startsWith(`${rule}: `)),
    );
    expect(found.map(({ words }) => words)).toEqual([]);
  });

  it('read as accepted', async () => {
    expectAccepted(join(here, 'report.txt'), await reportOf(root, ['drafts']));
  });
});
