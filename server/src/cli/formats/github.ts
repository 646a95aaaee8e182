/**
 * Commands that GitHub Actions reads from a step's output and shows beside the lines of a pull request. What could not be
 * checked is an error among them: nobody reads the log of a step that is green.
 */
import type { Severity } from '../../rules/types.ts';
import { printable } from '../terminal.ts';
import type { Format } from './formats.ts';
import { placedFindings, summaryLine } from './shared.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

export const github: Format = (result) => {
  const found = placedFindings(result.drafts).map(({ draft, finding, range: { start, end } }) => {
    const place = {
      file: draft.name,
      line: start.line,
      endLine: end.line,
      // Columns are taken for those of one line; of a finding over several lines GitHub shows none.
      ...(start.line === end.line ? { col: start.character, endColumn: end.character } : {}),
      title: `Corroborate: ${finding.rule}`,
    };
    return command(COMMANDS[finding.severity], place, finding.message);
  });
  const notes = result.notes.map(({ message, failed }) => command(failed ? 'error' : 'warning', { title: 'Corroborate' }, message));
  return `${[...found, ...notes, summaryLine(result)].join('\n')}\n`;
};

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${written.join(',')}::${data(message)}`;
}

/** A line end in a message would begin a line of its own, and with it a command that a source or a draft has written. */
function data(text: string): string {
  return printable(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
