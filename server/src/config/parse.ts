/** Text of a configuration file to settings, or to what is wrong with it in words that a person can act on. */
import type * as z from 'zod';
import { type Config, configSchema } from '../config.ts';
import { offsetInJson, readJson } from '../text/json.ts';
import { LineMap } from '../text/lines.ts';
import { issueInWords } from '../text/schema-words.ts';
import { closest } from './closest.ts';

export interface ConfigProblem {
  /** Counted from 1. */
  readonly line: number;
  /** Which setting: `rules.misquote`; empty for the whole file. */
  readonly at: string;
  readonly message: string;
  readonly remedy: string;
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

export function parseConfig(text: string): ParsedConfig {
  const read = readJson(text);
  return read.ok ? validateConfig(read.value, text) : { ok: false, problems: [notJson(text, read.offset)] };
}

function validateConfig(value: unknown, text: string): ParsedConfig {
  const result = configSchema.safeParse(value);
  if (result.success) return { ok: true, config: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => describe(issue, text)) };
}

/** The line, counted from 1, where a setting stands in a configuration file. */
export function lineOfSetting(text: string, path: readonly (string | number)[]): number {
  return new LineMap(text).lineNumber(offsetInJson(text, path));
}

function notJson(text: string, offset: number): ConfigProblem {
  if (text.trim() === '')
    return { line: 1, at: '', message: 'The file is empty.', remedy: 'Write {} for the usual settings, or delete the file.' };
  const { line, character } = new LineMap(text).position(offset);
  return {
    line: line + 1,
    at: '',
    message: `The file is not JSON (character ${character + 1} of this line).`,
    remedy: 'Look for a missing or extra comma, quotation mark or bracket there; JSON has no comments.',
  };
}

function describe(issue: z.core.$ZodIssue, text: string): readonly ConfigProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const at = path.join('.');
  const under = (key: string) => (at === '' ? key : `${at}.${key}`);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: lineOfSetting(text, [...path, key]),
      at: under(key),
      message: 'There is no such setting.',
      remedy: suggestion(key, keysAt(at)),
    }));
  const words = issueInWords(issue);
  return [
    {
      line: lineOfSetting(text, path),
      at,
      message: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
      remedy: 'Correct the value, or take it out for the usual one.',
    },
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
