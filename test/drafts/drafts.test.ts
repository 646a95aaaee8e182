/**
 * The example drafts: what becomes of their planted faults, and what is said of the right sentences. Which faults are not
 * found yet is accepted in known.txt (`npm run accept`), where a change shows; that a right sentence is called wrong never is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DraftReport } from '../../server/src/checker.ts';
import { checkSettings, DEFAULT_CONFIG } from '../../server/src/config.ts';
import { openProject } from '../../server/src/project/project.ts';
import { type Finding, RULE_CODES } from '../../server/src/rules/types.ts';
import { slice } from '../../server/src/text/span.ts';
import { reportOf } from '../cases/report.ts';
import { expectAccepted } from '../cases/snapshot.ts';
import { PLANTED, type Planted } from './planted.ts';

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

/** The findings of the sentence that has the words. */
function said({ draft, words }: Pick<Planted, 'draft' | 'words'>): readonly Finding[] {
  const report = reports.get(draft);
  const at = report?.draft.text.indexOf(words) ?? -1;
  if (report === undefined || at < 0) throw new Error(`${draft} has no “${words}”`);
  expect(report.draft.text.indexOf(words, at + 1), `“${words}” stands twice in ${draft}`).toBe(-1);
  return report.findings.filter(({ sentence, span }) => [sentence, span].some(({ start, end }) => start <= at && at < end));
}

function isFound(fault: Planted): boolean {
  const { draft, rule, underlined } = fault;
  const text = reports.get(draft)?.draft.text ?? '';
  return said(fault).some((finding) => finding.rule === rule && (underlined === null || slice(text, finding.span) === underlined));
}

/** Findings about right sentences. That a right sentence cites no source is no false alarm. */
function alarms(name: string): readonly Finding[] {
  const report = reports.get(name);
  const text = report?.draft.text ?? '';
  const faulty = PLANTED.filter(({ draft }) => draft === name).map(({ words }) => words);
  return (report?.findings ?? []).filter(
    ({ rule, sentence }) => rule !== 'missing-citation' && !faulty.some((words) => slice(text, sentence).includes(words)),
  );
}

describe('the example drafts', () => {
  it('have a fault for every rule but missing-citation, which needs no planting', () => {
    expect([...new Set(PLANTED.map(({ rule }) => rule))].sort()).toEqual(RULE_CODES.filter((code) => code !== 'missing-citation').sort());
  });

  it.each([...new Set(PLANTED.map(({ rule }) => rule))])('show what %s finds', (rule) => {
    expect(PLANTED.filter((fault) => fault.rule === rule && isFound(fault)).length).toBeGreaterThan(0);
  });

  it.each(names)('%s: no right sentence is called wrong', (name) => {
    const text = reports.get(name)?.draft.text ?? '';
    expect(
      alarms(name)
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, span }) => `${rule}: ${slice(text, span)}`),
    ).toEqual([]);
  });

  it('are read as well as accepted', () => {
    const missed = PLANTED.filter((fault) => !isFound(fault)).map((fault) => {
      const instead = said(fault).map(({ rule }) => rule);
      return `  ${fault.rule} in “${fault.words}” (${fault.fault}); said instead: ${instead.length === 0 ? 'nothing' : instead.join(', ')}`;
    });
    const wrong = names.flatMap((name) => {
      const text = reports.get(name)?.draft.text ?? '';
      return alarms(name).map(({ rule, sentence }) => `  ${rule} in “${slice(text, sentence)}”`);
    });
    const lines = [
      `${PLANTED.length - missed.length} of ${PLANTED.length} planted faults are found as planted. Not found:`,
      ...missed,
      '',
      'Said of right sentences:',
      ...wrong,
      '',
    ];
    expectAccepted(join(here, 'known.txt'), lines.join('\n'));
  });

  it('give the accepted report', async () => {
    expectAccepted(join(here, 'report.txt'), await reportOf(root, ['drafts']));
  });
});
