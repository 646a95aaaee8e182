/** Help texts, made from what the commands say of themselves. */
import type { Command, OptionSpec } from './command.ts';

/** Longer lines are hard to read; a terminal may be narrower. */
const WIDEST = 100;
const NARROWEST = 40;

export interface Listed {
  readonly name: string;
  readonly summary: string;
}

export function programHelp(commands: readonly Listed[], version: string, columns: number | null): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns ?? WIDEST));
  return [
    `corroborate ${version}: checks a draft against its sources.`,
    '',
    'Usage: corroborate COMMAND [OPTIONS] [PATHS]',
    '',
    'Commands',
    ...table(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    '',
    'Begin with',
    '  corroborate init                     write a first configuration into this folder',
    '  corroborate doctor                   what is seen here, and why nothing is checked',
    '  corroborate lint drafts/             check every draft in a folder',
    '  corroborate lint review.md           check one draft',
    '  corroborate explain review.md:12     why line 12 got its verdict',
    '  corroborate lint --help              all options, and where the sources are looked for',
    '',
    ...wrap('Everything is done on this machine: no text leaves it, and the same input gives the same output.', '', width),
    '',
  ].join('\n');
}

/** `columns`: those of the terminal, or null where there is none. */
export function commandHelp(command: Command, columns: number | null): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns ?? WIDEST));
  const options: Record<string, OptionSpec> = { ...command.options, help: { value: null, help: 'Show this text.' } };
  return [
    ...wrap(command.description, '', width),
    '',
    ...command.usage.map((form, index) => `${index === 0 ? 'Usage: ' : '       '}corroborate ${command.name} ${form}`.trimEnd()),
    '',
    'Options',
    ...table(
      Object.entries(options).map(([name, option]) => [`--${name}${option.value === null ? '' : ` ${option.value}`}`, optionText(option)]),
      width,
    ),
    ...command.notes.flatMap(({ heading, lines }) => ['', heading, ...lines.flatMap((line) => wrap(line, '  ', width))]),
    '',
  ].join('\n');
}

function optionText({ help, repeatable }: OptionSpec): string {
  return repeatable === true ? `${help} May be given more than once.` : help;
}

/** Two columns; the second is wrapped under itself. */
function table(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.flatMap(([name, text]) => {
    const lines = wrap(text, ' '.repeat(left), width);
    return [`  ${name}`.padEnd(left) + (lines[0] ?? '').trimStart(), ...lines.slice(1)];
  });
}

/** Lines that are indented already (examples, lists) stay as they are. */
function wrap(text: string, indent: string, width: number): readonly string[] {
  if (text.startsWith(' ')) return [indent + text.slice(Math.min(indent.length, 2))];
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
