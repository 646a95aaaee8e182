/** What a subcommand is, and how its arguments are read and explained. */
import type { ExitCode, Io } from './io.ts';

export interface OptionSpec {
  /** What stands for the value in the help (`DIR`); null for a switch. */
  readonly value: string | null;
  readonly repeatable?: boolean;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** The forms of the call, without the program's name. */
  readonly usage: readonly string[];
  readonly description: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Further paragraphs of the help; each has a heading. */
  readonly notes: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly positionals: 'any' | 'none' | { readonly least: number; readonly most: number };
  run(args: Arguments, io: Io): Promise<ExitCode>;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** The last value given for an option, or null. */
  value(name: string): string | null;
  /** All values of a repeatable option. */
  values(name: string): readonly string[];
  has(name: string): boolean;
}

/** The call cannot be understood; `message` says why and what to write instead. */
export class UsageError extends Error {}
