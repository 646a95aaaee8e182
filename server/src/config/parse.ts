/** Text of a configuration file to settings, or to what is wrong with it in words that a person can act on. */
import type { z } from 'zod';
import { type Config, configSchema } from '../config.ts';
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
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, problems: [notJson(text, error)] };
  }
  return validateConfig(value);
}

export function validateConfig(value: unknown): ParsedConfig {
  const result = configSchema.safeParse(value);
  return result.success ? { ok: true, config: result.data } : { ok: false, problems: result.error.issues.flatMap(describe) };
}

function notJson(text: string, error: unknown): ConfigProblem {
  if (text.trim() === '') return { at: '', message: 'The file is empty.', remedy: 'Write {} for the usual settings, or delete the file.' };
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? null : text.slice(0, Number(position)).split('\n');
  const at = before === null ? '' : `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  return {
    at,
    message: 'The file is not JSON.',
    remedy: 'Look for a missing or extra comma, quotation mark or bracket there; JSON has no comments.',
  };
}

function describe(issue: z.core.$ZodIssue): readonly ConfigProblem[] {
  const at = issue.path.map(String).join('.');
  const under = (key: string) => (at === '' ? key : `${at}.${key}`);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ at: under(key), message: 'There is no such setting.', remedy: suggestion(key, keysAt(at)) }));
    case 'invalid_value': {
      const allowed = issue.values.map((value) => JSON.stringify(value));
      return [{ at, message: 'This value is not known.', remedy: `Use one of ${allowed.join(', ')}.` }];
    }
    case 'invalid_type':
      return [
        { at, message: `Here belongs ${ARTICLES[issue.expected] ?? issue.expected}.`, remedy: 'Correct the value, or take the line out.' },
      ];
    case 'too_small':
    case 'too_big': {
      if (issue.origin !== 'number' && issue.origin !== 'int') {
        return [{ at, message: 'This is empty.', remedy: 'Fill it in, or take it out.' }];
      }
      const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      return [{ at, message: `This number must be ${bound}.`, remedy: 'Correct the value, or take the line out.' }];
    }
    default:
      return [{ at, message: issue.message, remedy: 'Correct the value, or take the line out.' }];
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: 'a list, in square brackets',
  object: 'a group of settings, in curly brackets',
  string: 'text, in quotation marks',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

function keysAt(at: string): readonly string[] {
  if (at === 'rules') return Object.keys(configSchema.shape.rules.unwrap().shape);
  if (at === 'reading') return Object.keys(configSchema.shape.reading.unwrap().shape);
  return Object.keys(configSchema.shape).filter((key) => key !== '$schema');
}

function suggestion(key: string, known: readonly string[]): string {
  const near = closest(key, known);
  return near === null ? `Known are ${known.join(', ')}.` : `Did you mean "${near}"?`;
}
