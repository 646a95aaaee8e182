/**
 * corpus.json: what a person says of the sources beside it. Everything it says overrides what the program found;
 * everything it leaves out is found. A wrong manifest is told with its path, line and remedy.
 */
import * as z from 'zod';
import { offsetInJson, readJson } from '../text/json.ts';
import { LineMap } from '../text/lines.ts';
import { issueInWords } from '../text/schema-words.ts';
import type { SourceProblem } from './domain.ts';

const line = z.int().min(1);
const range = z
  .tuple([line, line])
  .refine(([from, to]) => from <= to, { error: 'a range must not end before it begins' })
  .describe('First and last line, 1-based, both inside.');
const date = z
  .string()
  .regex(/^(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, {
    error: 'a date is written 2008, 2008-11 or 2008-11-12',
  })
  .describe('YYYY, YYYY-MM or YYYY-MM-DD.');
const kind = z.enum(['report', 'news', 'academic', 'guidance', 'blog', 'comments', 'forum', 'transcript']);
/** What a citekey may look like. */
export const CITEKEY = /^[\p{L}\p{N}][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u;
const citekey = z.string().regex(CITEKEY, {
  error: 'a citekey holds letters, digits and marks such as - and _, and no space',
});

const post = z
  .strictObject({
    speaker: z.string().min(1).describe('Who posted it.'),
    date: date.optional(),
    lines: range,
    quotes: z
      .array(z.strictObject({ speaker: z.string().min(1).nullable(), lines: range }))
      .optional()
      .describe('Lines of the post that another poster wrote; null where nobody knows who.'),
  })
  .describe('A comment or forum post. Lines between posts (headers, badges) are no passages.');

const documentEntry = z
  .strictObject({
    found: z.string().optional().describe('Citekey that the program gave the document which this entry corrects. Not needed beside lines.'),
    citekey: citekey.optional(),
    title: z.string().min(1).optional(),
    publisher: z.string().min(1).nullable().optional(),
    author: z.string().min(1).nullable().optional(),
    date: date.nullable().optional(),
    kind: kind.optional(),
    url: z.string().min(1).nullable().optional(),
    parent: z.string().min(1).nullable().optional().describe('Citekey of the article that the comments belong to.'),
    lines: z.array(range).min(1).optional().describe('The lines that are the document.'),
    headings: z.array(line).optional().describe('Lines that name what follows and assert nothing: titles, headings, bylines, records.'),
    posts: z.array(post).optional(),
  })
  .describe('One publication.');

const sourceEntry = z.strictObject({
  documents: z.array(documentEntry).optional(),
  furniture: z.array(range).optional().describe('Lines that are never evidence.'),
});

const schema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    sources: z
      .record(z.string().min(1), sourceEntry)
      .describe('By path below the folder of this file, or by "sha256:" and the hash of the text.'),
  })
  .describe('What a person says of the sources in a folder. Everything left out is found by the program.');

export type Manifest = z.infer<typeof schema>;
export type ManifestSource = z.infer<typeof sourceEntry>;
export type ManifestDocument = z.infer<typeof documentEntry>;
export type ManifestPost = z.infer<typeof post>;

/** The JSON Schema of corpus.json, for editors. */
export function manifestJsonSchema(): object {
  return z.toJSONSchema(schema, { io: 'input' });
}

export interface ParsedManifest {
  /** Null where nothing of it can be used; a source whose entry is wrong is left out of it. */
  readonly manifest: Manifest | null;
  readonly problems: readonly SourceProblem[];
}

/** Reads a manifest's text; `file` is what problems call it. Never throws. */
export function parseManifest(text: string, file: string): ParsedManifest {
  const read = readJson(text);
  if (!read.ok) {
    const line = new LineMap(text).lineNumber(read.offset);
    const remedy =
      'Look for a missing or extra comma, quotation mark or bracket there, or just before; until then every source is read as if there were no corpus.json.';
    return { manifest: null, problems: [{ source: file, line, message: 'is no JSON', remedy }] };
  }
  const parsed = schema.safeParse(read.value);
  if (!parsed.success) {
    return { manifest: null, problems: parsed.error.issues.map((issue) => told(issue, text, file)) };
  }
  const problems: SourceProblem[] = [];
  const sources: [string, ManifestSource][] = [];
  for (const [name, entry] of Object.entries(parsed.data.sources)) {
    const faults = [...overlaps(name, entry), ...outside(name, entry)];
    problems.push(
      ...faults.map(({ path, message, remedy }) => ({
        source: file,
        line: lineOfPath(text, path),
        message: `${written(path)}: ${message}`,
        remedy,
      })),
    );
    if (faults.length === 0) {
      sources.push([name, entry]);
    }
  }
  return { manifest: { ...parsed.data, sources: Object.fromEntries(sources) }, problems };
}

type Path = readonly (string | number)[];
interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/** 1-based line of the value at `path`, or of the nearest value above it that is there; null for the whole file. */
function lineOfPath(text: string, path: Path): number | null {
  return path.length === 0 ? null : new LineMap(text).lineNumber(offsetInJson(text, path));
}

function told(issue: z.core.$ZodIssue, text: string, file: string): SourceProblem {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const at = unknown[0] === undefined ? path : [...path, unknown[0]];
  const names = unknown.map((key) => `"${key}"`).join(', ');
  const message =
    unknown.length > 0 ? `${names} ${unknown.length === 1 ? 'is no field' : 'are no fields'} of corpus.json` : issueInWords(issue);
  const remedy =
    unknown.length > 0
      ? 'Check the spelling, or remove it.'
      : 'Correct the value; until then every source is read as if there were no corpus.json.';
  return { source: file, line: lineOfPath(text, at), message: `${written(at)}: ${message}`, remedy };
}

/** `sources["a.txt"].documents[0].date`. */
function written(path: Path): string {
  return (
    path
      .map((part, i) => (typeof part === 'number' ? `[${part}]` : /^\w+$/.test(part) ? `${i === 0 ? '' : '.'}${part}` : `["${part}"]`))
      .join('') || 'the file'
  );
}

/** Lines that two documents claim, or a document and the furniture. */
function overlaps(name: string, entry: ManifestSource): readonly Fault[] {
  const claims = [
    ...(entry.documents ?? []).flatMap((document, d) =>
      (document.lines ?? []).map((lines, l) => ({ lines, path: ['sources', name, 'documents', d, 'lines', l] as Path })),
    ),
    ...(entry.furniture ?? []).map((lines, f) => ({ lines, path: ['sources', name, 'furniture', f] as Path })),
  ].sort((a, b) => a.lines[0] - b.lines[0]);
  const faults: Fault[] = [];
  let last = claims[0];
  for (const claim of claims.slice(1)) {
    if (last !== undefined && claim.lines[0] <= last.lines[1]) {
      const message = `lines ${claim.lines.join('–')} overlap ${written(last.path)} (lines ${last.lines.join('–')})`;
      faults.push({ path: claim.path, message, remedy: 'Give each line to one document, or to the furniture.' });
    }
    last = last === undefined || claim.lines[1] > last.lines[1] ? claim : last;
  }
  return faults;
}

/** Posts and quotes that leave what they are part of. */
function outside(name: string, entry: ManifestSource): readonly Fault[] {
  const faults: Fault[] = [];
  const remedy = 'Widen the lines that hold it, or correct these.';
  entry.documents?.forEach((document, d) => {
    document.posts?.forEach((one, p) => {
      const path: Path = ['sources', name, 'documents', d, 'posts', p];
      const held = document.lines === undefined || document.lines.some(([from, to]) => from <= one.lines[0] && one.lines[0] <= to);
      if (!held) {
        faults.push({ path: [...path, 'lines'], message: `the post's lines ${one.lines.join('–')} lie outside its document`, remedy });
      }
      one.quotes?.forEach((quote, q) => {
        if (quote.lines[0] < one.lines[0] || quote.lines[1] > one.lines[1]) {
          faults.push({
            path: [...path, 'quotes', q],
            message: `the quoted lines ${quote.lines.join('–')} lie outside their post`,
            remedy,
          });
        }
      });
    });
  });
  return faults;
}
