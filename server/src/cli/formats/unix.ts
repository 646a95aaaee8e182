/** One line a finding, `path:line:column: message`, which editors, grep and make understand. */
import { printable } from '../terminal.ts';
import type { Format } from './formats.ts';
import { placedFindings, summaryLine } from './shared.ts';

export const unix: Format = (result) => {
  const found = placedFindings(result.drafts).map(({ draft, finding, range: { start } }) => {
    const { severity, message, rule } = finding;
    return printable(`${draft.name}:${start.line}:${start.character}: ${severity}: ${message} [${rule}]`);
  });
  return `${[...found, summaryLine(result)].join('\n')}\n`;
};
