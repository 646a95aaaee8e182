/** The ignore file as text ⇄ values: JSON with a schema, one decision an entry, in an order that does not depend on who made it when. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import * as z from 'zod';
import { RULE_CODES } from '../rules/types.ts';
import { offsetInJson, readJson } from '../text/json.ts';
import { LineMap } from '../text/lines.ts';
import { issueInWords } from '../text/schema-words.ts';
import type { Span } from '../text/span.ts';
import { type Ignore, sameIgnore } from './types.ts';
import { WORDS_KEY } from './words-key.ts';

/** The name of the file, in the folder of the configuration file or of the workspace. */
export const IGNORE_FILE = 'corroborate-ignores.json';

const KEY = z.string().regex(WORDS_KEY);

const entrySchema = z
  .strictObject({
    rule: z.enum(RULE_CODES).describe('The kind of finding that is ignored. Alone it holds in all drafts.'),
    draft: z
      .string()
      .min(1)
      .optional()
      .describe('The draft that this was decided in, from this file’s folder. Without a sentence it holds for the whole draft.'),
    sentence: KEY.optional().describe(
      'The sentence, by a mark made of its words; case, punctuation, markup and citations do not count. It holds wherever that sentence stands.',
    ),
    finding: KEY.optional().describe('The underlined words, by a mark made of them: only the finding on these words is ignored.'),
    words: z.string().optional().describe('How the sentence begins, for people; the program does not read it.'),
    reason: z.string().optional().describe('Why, in your own words. It is shown in lists and reports.'),
  })
  .refine((entry) => entry.finding === undefined || entry.sentence !== undefined, { message: 'a finding needs its sentence beside it' });

export const ignoreFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where this file’s own schema is, for editors.'),
    ignores: z.array(entrySchema).default([]).describe('What Corroborate is not to tell of any more.'),
  })
  .describe('Findings of Corroborate that somebody has looked at and decided to ignore.');

type Entry = z.output<typeof entrySchema>;

export type ParsedIgnores =
  | { readonly ok: true; readonly ignores: readonly Ignore[]; readonly schema: string | null }
  /** `line` counts from 1; `problem` is in words. The file is not to be written over. */
  | { readonly ok: false; readonly line: number; readonly problem: string };

export function parseIgnores(text: string): ParsedIgnores {
  if (text.trim() === '') return { ok: true, ignores: [], schema: null };
  const read = readJson(text);
  if (!read.ok) {
    const line = new LineMap(text).lineNumber(read.offset);
    return {
      ok: false,
      line,
      problem: 'The file is not JSON. Look for a missing or extra comma, quotation mark or bracket there.',
    };
  }
  const result = ignoreFileSchema.safeParse(read.value);
  if (result.success) return { ok: true, ignores: result.data.ignores.map(fromEntry), schema: result.data.$schema ?? null };
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
  const line = new LineMap(text).lineNumber(offsetInJson(text, path));
  const entry = path[0] === 'ignores' && typeof path[1] === 'number' ? [`Entry ${path[1] + 1}`] : [];
  const key = (path[0] === 'ignores' ? path.slice(2) : path).join('.');
  const where = [...entry, ...(key === '' ? [] : [`“${key}”`])].join(', ');
  return {
    ok: false,
    line,
    problem: `${where === '' ? '' : `${where}: `}${issue === undefined ? 'this is not understood' : wordsOf(issue)}.`,
  };
}

/** An ignore as it stands in its file. */
export interface WrittenIgnore {
  readonly ignore: Ignore;
  /** The whole entry. */
  readonly span: Span<'ignore-file'>;
}

/** The decisions with their places, for marks in an editor; none where the file is not understood. */
export function locateIgnores(text: string): readonly WrittenIgnore[] {
  const parsed = parseIgnores(text);
  const list = parsed.ok ? parseTree(text) : undefined;
  const entries = (list === undefined ? undefined : findNodeAtLocation(list, ['ignores']))?.children ?? [];
  if (!parsed.ok || entries.length !== parsed.ignores.length) return [];
  return parsed.ignores.flatMap((ignore, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [{ ignore, span: { start: entry.offset, end: entry.offset + entry.length } }];
  });
}

/** The file's text. The same decisions give the same text, whatever their order. `schema` is what stood under `$schema`. */
export function formatIgnores(ignores: readonly Ignore[], schema: string | null = null): string {
  const entries = [...ignores].sort(inOrder).map(toEntry);
  return `${JSON.stringify({ ...(schema === null ? {} : { $schema: schema }), ignores: entries }, null, 2)}\n`;
}

/** With one decision more; one that is there already takes the new reason, if there is one. */
export function withIgnore(ignores: readonly Ignore[], added: Ignore): readonly Ignore[] {
  const old = ignores.find((one) => sameIgnore(one, added));
  const kept = ignores.filter((one) => one !== old);
  return [...kept, old === undefined ? added : { ...added, reason: added.reason ?? old.reason }];
}

export function withoutIgnores(ignores: readonly Ignore[], removed: readonly Ignore[]): readonly Ignore[] {
  return ignores.filter((one) => !removed.some((other) => sameIgnore(one, other)));
}

/** Drafts that were given other names; both names count from the folder of the ignore file. */
export function withRenamed(ignores: readonly Ignore[], from: string, to: string): readonly Ignore[] {
  const inside = `${from}/`;
  return ignores.map((one) => {
    if (one.draft === from) return { ...one, draft: to };
    return one.draft?.startsWith(inside) === true ? { ...one, draft: `${to}/${one.draft.slice(inside.length)}` } : one;
  });
}

/** What holds for all drafts first, then draft by draft; within one by rule and by the sentences' words. */
function inOrder(a: Ignore, b: Ignore): number {
  const key = ({ draft, rule, words, sentence, finding }: Ignore) => [draft ?? '', rule, words ?? '', sentence ?? '', finding ?? ''];
  const [left, right] = [key(a), key(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}

function fromEntry({ rule, draft, sentence, finding, words, reason }: Entry): Ignore {
  return { rule, draft: draft ?? null, sentence: sentence ?? null, finding: finding ?? null, words: words ?? null, reason: reason ?? null };
}

function toEntry(ignore: Ignore): Entry {
  const { rule, draft, words, sentence, finding, reason } = ignore;
  return {
    rule,
    ...(draft === null ? {} : { draft }),
    ...(words === null ? {} : { words }),
    ...(sentence === null ? {} : { sentence }),
    ...(finding === null ? {} : { finding }),
    ...(reason === null ? {} : { reason }),
  };
}

/** A sentence without its full stop. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no “${issue.keys.join('”, “')}” here`;
  if (issue.code === 'invalid_format') return 'this is not a mark as the program writes it';
  return issueInWords(issue);
}
