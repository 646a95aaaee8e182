/** Reads the arguments of a subcommand with node:util, whose own messages speak to programmers; these speak to its user. */
import { parseArgs } from 'node:util';
import { closest } from '../config/closest.ts';
import { type Arguments, type Command, UsageError } from './command.ts';

/** Throws a UsageError for what the command does not know. */
export function readArguments(argv: readonly string[], command: Pick<Command, 'options' | 'positionals' | 'name'>): Arguments {
  const { options } = command;
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [
        name,
        { type: option.value === null ? 'boolean' : 'string', multiple: true } as const,
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new UsageError(unknownOption(token.rawName, command));
    const values = given.get(token.name) ?? [];
    values.push(checkedValue(token.rawName, token.value, option));
    given.set(token.name, values);
  }
  checkPositionals(positionals, command);
  return {
    positionals,
    value: (name) => given.get(name)?.at(-1) ?? null,
    values: (name) => given.get(name) ?? [],
    has: (name) => given.has(name),
  };
}

function checkedValue(rawName: string, value: string | undefined, option: Command['options'][string]): string {
  if (option.value === null) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    return '';
  }
  if (value === undefined || value === '')
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.choices?.join('|') ?? option.value}.`);
  if (option.choices !== undefined && !option.choices.includes(value)) {
    throw new UsageError(`${rawName} cannot be "${value}". Use one of ${option.choices.join(', ')}.`);
  }
  return value;
}

function unknownOption(rawName: string, { options, name }: Pick<Command, 'options' | 'name'>): string {
  const near = closest(rawName.replace(/^-+/, ''), Object.keys(options));
  const hint = near === null ? `"corroborate ${name} --help" lists them.` : `Did you mean --${near}?`;
  return `There is no option ${rawName}. ${hint}`;
}

function checkPositionals(positionals: readonly string[], command: Pick<Command, 'positionals' | 'name'>): void {
  const { positionals: wanted, name } = command;
  if (wanted === 'any') return;
  const { least, most } = wanted === 'none' ? { least: 0, most: 0 } : wanted;
  const extra = positionals[most];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many. "corroborate ${name} --help" shows the form.`);
  if (positionals.length < least) throw new UsageError(`Something is missing. "corroborate ${name} --help" shows the form.`);
}
