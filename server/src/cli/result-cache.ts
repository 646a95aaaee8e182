/**
 * `--cache`: what was found is kept with a name made of everything it rests on (the draft, the sources, the settings, the
 * ignores, this program), and used again as long as that name is the same. Whatever was told is told again.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { version } from '../../../package.json';
import { loadIgnoresFor } from '../project/ignore-files.ts';
import { hashSources } from '../project/sources-hash.ts';
import { RULE_CODES } from '../rules/types.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lint-run.ts';
import type { LintedDraft, Note } from './linted.ts';
import { reportSchema } from './report-schema.ts';
import type { Session } from './session.ts';
import { replaceFile } from './write-file.ts';

export const CACHE_FILE = '.corroborate-cache.json';

const severity = z.enum(['error', 'warning', 'information']);
const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const place = z.object({ path: z.string(), line: z.int().nullable(), name: z.string().nullable() });
const edit = z.object({ span, newText: z.string() });
const finding = z.object({
  rule: z.enum(RULE_CODES),
  severity,
  span,
  message: z.string(),
  sentence: z.string(),
  fingerprint: z.string(),
  evidence: z.array(z.object({ quote: z.string(), title: z.string(), document: z.string(), place })),
  fixes: z.array(z.object({ title: z.string(), edits: z.array(edit), sure: z.boolean() })),
});
const remembered = z.object({
  key: z.string(),
  claims: reportSchema.shape.drafts.element.shape.claims,
  findings: z.array(finding),
  silenced: z.array(finding.extend({ by: z.enum(['comment', 'ignore file', 'baseline']), reason: z.string().nullable() })),
  failing: z.array(severity),
  notes: z.array(z.object({ message: z.string(), failed: z.boolean() })),
});
const schema = z.object({ version: z.literal(1), drafts: z.record(z.string(), remembered) });
type Remembered = z.output<typeof remembered>;

export class ResultCache {
  readonly #io: Io;
  readonly #file: string | null;
  readonly #options: LintOptions;
  readonly #before: ReadonlyMap<string, Remembered>;
  readonly #now = new Map<string, Remembered>();
  readonly #hashes = new Map<string, Promise<string | null>>();

  private constructor(io: Io, file: string | null, options: LintOptions, before: ReadonlyMap<string, Remembered>) {
    this.#io = io;
    this.#file = file;
    this.#options = options;
    this.#before = before;
  }

  /** A cache that cannot be read is an empty one. */
  static async open(options: LintOptions, io: Io): Promise<ResultCache> {
    // The report for readers shows what is behind the verdicts, and fixes check again and again: neither is remembered.
    if (!options.cache || options.stdin !== null || options.fix !== null || options.format === 'html') {
      return new ResultCache(io, null, options, new Map());
    }
    const file = resolve(io.cwd, CACHE_FILE);
    const read = await readFile(file, 'utf8')
      .then((text) => schema.parse(JSON.parse(text)))
      .catch(() => null);
    return new ResultCache(io, file, options, new Map(Object.entries(read?.drafts ?? {})));
  }

  /** What is remembered of the draft, or else what `check` finds. */
  async remembered(path: string, text: string, session: Session, check: () => Promise<LintedDraft | null>): Promise<LintedDraft | null> {
    if (this.#file === null) return check();
    const name = session.shown(path);
    const key = await this.#keyOf(path, text, session);
    const known = key === null ? undefined : this.#before.get(name);
    if (known !== undefined && known.key === key) {
      for (const note of known.notes) session.tell(note);
      this.#now.set(name, known);
      const { claims, findings, silenced, failing } = known;
      return { name, text, claims, findings, silenced, failing, checked: null };
    }
    const { value, notes } = await session.recorded(check);
    if (value !== null && key !== null) this.#now.set(name, toRemember(key, value, notes));
    return value;
  }

  /** Keeps what is known of drafts that this run did not look at. A cache that cannot be written is no failure: nothing depends on it. */
  async write(): Promise<void> {
    if (this.#file === null) return;
    const drafts = Object.fromEntries(new Map([...this.#before, ...this.#now]));
    await replaceFile(this.#file, JSON.stringify({ version: 1, drafts })).catch(() => {});
  }

  async #keyOf(path: string, text: string, session: Session): Promise<string | null> {
    const { config } = await session.config(path);
    const roots = (await session.locate(path))?.roots ?? [];
    const hash = this.#hashes.get(roots.join('\0')) ?? hashSources(roots);
    this.#hashes.set(roots.join('\0'), hash);
    const sources = await hash;
    if (sources === null) return null;
    const { failOn, maxWarnings } = this.#options;
    const { ignores, problem } = await loadIgnoresFor(path);
    const parts = [await program(), this.#io.cwd, path, text, config, failOn, maxWarnings === null, sources, ignores, problem];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  }
}

function toRemember(key: string, { claims, findings, silenced, failing }: LintedDraft, notes: readonly Note[]): Remembered {
  // The schema's own types are mutable; what is kept is written out at once and never changed.
  return JSON.parse(JSON.stringify({ key, claims, findings, silenced, failing, notes })) as Remembered;
}

/** This build of the program: another one may judge otherwise under the same version. */
async function program(): Promise<readonly unknown[]> {
  const file = process.argv[1];
  const found = file === undefined ? null : await stat(file).catch(() => null);
  return [version, found?.size ?? 0, found?.mtimeMs ?? 0];
}
