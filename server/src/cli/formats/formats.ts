/** The output formats by name. A format is a function; another one is a file here and a line in this list. */
import type { Io } from '../io.ts';
import type { LintResult } from '../linted.ts';
import { json } from './json.ts';
import { stylish } from './stylish.ts';

export type Format = (result: LintResult, io: Pick<Io, 'env' | 'terminal' | 'columns'>) => string;

export const FORMATS = { stylish, json } satisfies Record<string, Format>;

export function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}
