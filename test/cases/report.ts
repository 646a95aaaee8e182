/** What the program says of a folder, as one text that people can read in a diff. */
import type { Report } from '../../server/src/cli/report-schema.ts';
import { reportSchema } from '../../server/src/cli/report-schema.ts';
import { corroborate } from './inprocess.ts';

export async function reportOf(folder: string, paths: readonly string[] = []): Promise<string> {
  const stylish = await corroborate(['lint', ...paths], folder);
  const json = await corroborate(['lint', '--format', 'json', ...paths], folder);
  const report = reportSchema.parse(JSON.parse(json.out));
  return [`exit code ${stylish.code}`, stylish.notes, stylish.out, ...report.drafts.map(verdicts)].filter((part) => part !== '').join('\n');
}

function verdicts({ path, claims, findings }: Report['drafts'][number]): string {
  const lines = claims.map(({ verdict, text, evidence: [best] }) => {
    const place =
      best === undefined ? '' : `  [${best.source}:${best.line} ${best.standing}${best.speaker === null ? '' : `, ${best.speaker}`}]`;
    return `${verdict.padEnd(12)} ${text.replace(/\s+/g, ' ')}${place}\n`;
  });
  const fixes = findings.flatMap(({ rule, fixes }) =>
    fixes.map(({ title, edits }) => `fix ${rule}: ${title} ${edits.map(({ newText }) => JSON.stringify(newText)).join(' ')}\n`),
  );
  return `=== ${path}\n${lines.join('')}${fixes.join('')}`;
}
