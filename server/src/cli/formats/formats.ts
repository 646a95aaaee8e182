/** The output formats by name. A format is a function; another one is a file here and a line in this list. */
import type { Io } from '../io.ts';
import type { LintResult } from '../linted.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';
import { unix } from './unix.ts';

/** How a result is to be printed. */
export interface FormatOptions {
  /** Nothing is to be said where nothing was found. */
  readonly quiet: boolean;
}

export type Format = (result: LintResult, io: Pick<Io, 'env' | 'terminal' | 'columns'>, options: FormatOptions) => string;

export const FORMATS = { stylish, html, json, sarif, github, junit, unix } satisfies Record<string, Format>;

export function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}
