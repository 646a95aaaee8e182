/** Text of a configuration file to settings, or to what is wrong with it in words that a person can act on. */
import type * as z from 'zod';
import { type Config, configSchema } from '../config.ts';
import { readJson } from '../text/json.ts';
import { LineMap } from '../text/lines.ts';
import { issueInWords } from '../text/schema-words.ts';
import { closest } from './closest.ts';

export interface ConfigProblem {
  /** Where in the file: `rules.misquote`, or `line 3, column 7`; empty for the whole file. */
  readonly at: string;
  readonly message: string;
  readonly remedy: string;
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

export function parseConfig(text: string): ParsedConfig {
  const read = readJson(text);
  return read.ok ? validateConfig(read.value) : { ok: false, problems: [notJson(text, read.offset)] };
}

function validateConfig(value: unknown): ParsedConfig {
  const result = configSchema.safeParse(value);
  return result.success ? { ok: true, config: result.data } : { ok: false, problems: result.error.issues.flatMap(describe) };
}

function notJson(text: string, offset: number): ConfigProblem {
  if (text.trim() === '') return { at: '', message: 'The file is empty.', remedy: 'Write {} for the usual settings, or delete the file.' };
  const { line, character } = new LineMap(text).position(offset);
  return {
    at: `line ${line + 1}, column ${character + 1}`,
    message: 'The file is not JSON.',
    remedy: 'Look for a missing or extra comma, quotation mark or bracket there; JSON has no comments.',
  };
}

function describe(issue: z.core.$ZodIssue): readonly ConfigProblem[] {
  const at = issue.path.map(String).join('.');
  const under = (key: string) => (at === '' ? key : `${at}.${key}`);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ at: under(key), message: 'There is no such setting.', remedy: suggestion(key, keysAt(at)) }));
  const words = issueInWords(issue);
  return [
    { at, message: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`, remedy: 'Correct the value, or take it out for the usual one.' },
  ];
}

function keysAt(at: string): readonly string[] {
  if (at === 'rules') return Object.keys(configSchema.shape.rules.unwrap().shape);
  if (at === 'reading') return Object.keys(configSchema.shape.reading.unwrap().shape);
  if (at === 'reading.index') return Object.keys(configSchema.shape.reading.unwrap().shape.index.unwrap().shape);
  return Object.keys(configSchema.shape).filter((key) => key !== '$schema');
}

function suggestion(key: string, known: readonly string[]): string {
  const near = closest(key, known);
  return near === null ? `Known are ${known.join(', ')}.` : `Did you mean "${near}"?`;
}
