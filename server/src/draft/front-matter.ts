/** YAML front matter as a plain object. */
import { parse } from 'yaml';
import type { DraftProblem, DraftSpan } from './types.ts';

export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly DraftProblem[];
}

/** Never throws: what is no valid YAML mapping is a problem at its place, and no values. */
export function readFrontMatter(block: { readonly value: string; readonly span: DraftSpan } | null): FrontMatter {
  if (block === null) return { values: {}, problems: [] };
  try {
    const values: unknown = parse(block.value, { logLevel: 'error' });
    if (values === null || values === undefined) return { values: {}, problems: [] };
    if (typeof values === 'object' && !Array.isArray(values)) return { values: Object.fromEntries(Object.entries(values)), problems: [] };
    return {
      values: {},
      problems: [{ span: block.span, message: 'The front matter is not a list of names and values; it was not read.' }],
    };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown error';
    return { values: {}, problems: [{ span: block.span, message: `The front matter is not valid YAML (${why}); it was not read.` }] };
  }
}
