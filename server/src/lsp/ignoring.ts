/** Decisions to ignore findings: taken, listed, taken back, and told of where they match nothing any more. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Connection, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { type CheckedWithIgnores, ignoreFor, unmatchedIgnores } from '../ignores/apply.ts';
import { IGNORE_FILE, locateIgnores, withIgnore, withoutIgnores, withRenamed } from '../ignores/file.ts';
import { type Ignore, ignoreInWords, sameIgnore } from '../ignores/types.ts';
import { changeIgnoreFile, nameFrom, readIgnoreFile } from '../project/ignore-files.ts';
import { LineMap } from '../text/lines.ts';
import type { CheckedDraft } from './checks.ts';
import { DIAGNOSTIC_SOURCE, findingKey } from './convert.ts';
import type { DraftUse } from './draft-use.ts';
import type { ChangeIgnoresParams, IgnoreParams, WireIgnore, WireIgnoreFile } from './protocol-review.ts';
import { pathOf, uriOf } from './uris.ts';

export interface IgnoringHost {
  /** The draft's findings as of now, or null where it has none to give. */
  readonly checked: (uri: string) => Promise<CheckedDraft | null>;
  /** All drafts that were checked, and whether these are all drafts of the workspace. */
  readonly uses: () => { readonly drafts: readonly DraftUse[]; readonly all: boolean };
  /** An ignore file was written. */
  readonly written: () => void;
}

export class Ignoring {
  readonly #connection: Connection;
  readonly #host: IgnoringHost;
  readonly #marked = new Set<string>();

  constructor(connection: Connection, host: IgnoringHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Null, or why nothing was ignored, in words. */
  async ignore({ uri, finding: key, scope, reason }: IgnoreParams): Promise<string | null> {
    const checked = await this.#host.checked(uri);
    const finding = checked?.report.findings.find((one) => findingKey(one) === key);
    if (checked === null || finding === undefined) return 'The finding is not there any more; nothing was ignored.';
    if (checked.ignores === null) return 'Save the draft first: what is ignored is kept in a file beside it.';
    const { file, name } = checked.ignores;
    const ignore = ignoreFor(checked.report.draft, name, finding, scope, reason?.trim() || null);
    return this.#change(file, (ignores) => withIgnore(ignores, ignore));
  }

  /** Null, or what went wrong in words. */
  async change({ uri, remove = [], explain }: ChangeIgnoresParams): Promise<string | null> {
    const file = pathOf(uri);
    if (file === null || path.basename(file) !== IGNORE_FILE) return 'This is no list of ignores.';
    const is = (one: Ignore, id: Pick<Ignore, 'draft' | 'sentence' | 'finding'> & { readonly rule: string }) =>
      sameIgnore(one, { ...one, draft: id.draft, sentence: id.sentence, finding: id.finding }) && one.rule === id.rule;
    return this.#change(file, (ignores) => {
      const kept = withoutIgnores(
        ignores,
        ignores.filter((one) => remove.some((id) => is(one, id))),
      );
      if (explain === undefined) return kept;
      const reason = explain.reason.trim();
      return kept.map((one) => (is(one, explain.id) ? { ...one, reason: reason === '' ? null : reason } : one));
    });
  }

  /** Drafts or folders that were given other names, as absolute paths; `files` are the ignore files that may name them. */
  async renamed(renames: readonly { readonly from: string; readonly to: string }[], files: readonly string[]): Promise<void> {
    for (const file of files) {
      const { ignores } = await readIgnoreFile(file);
      const named = renames.map(({ from, to }) => [nameFrom(file, from), nameFrom(file, to)] as const);
      const next = named.reduce((now, [from, to]) => withRenamed(now, from, to), ignores);
      if (next.some((one, index) => one !== ignores[index])) await this.#change(file, () => next);
    }
  }

  async #change(file: string, change: (ignores: readonly Ignore[]) => readonly Ignore[]): Promise<string | null> {
    try {
      await changeIgnoreFile(file, change);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.#host.written();
    return null;
  }

  async list(files: readonly string[]): Promise<readonly WireIgnoreFile[]> {
    return Promise.all(files.map((file) => this.#listed(file)));
  }

  async #listed(file: string): Promise<WireIgnoreFile> {
    const { problem } = await readIgnoreFile(file);
    const text = await fs.readFile(file, 'utf8').catch(() => '');
    const lines = new LineMap(text);
    const written = locateIgnores(text);
    const drafts = this.#draftsOf(file);
    const unmatched = this.#unmatched(
      file,
      written.map(({ ignore }) => ignore),
    );
    const told = (ignore: Ignore) =>
      unmatched.includes(ignore) ? true : this.#host.uses().all || drafts.some(({ name }) => name === ignore.draft) ? false : null;
    return {
      uri: uriOf(file),
      problem: problem === null ? null : `Line ${problem.line}: ${problem.words}`,
      ignores: await Promise.all(
        written.map(async ({ ignore, span }): Promise<WireIgnore> => {
          const { rule, draft, sentence, finding, reason } = ignore;
          const matchesNothing = told(ignore) ?? ((await isGone(file, draft)) ? true : null);
          return {
            id: { rule, draft, sentence, finding },
            inWords: ignoreInWords(ignore),
            reason,
            matchesNothing,
            range: lines.range(span),
          };
        }),
      ),
    };
  }

  /** Marks, in the ignore files themselves, what matches nothing any more in the drafts that were checked. */
  async mark(): Promise<void> {
    const files = new Set(this.#host.uses().drafts.flatMap(({ ignores }) => (ignores === null ? [] : [ignores.file])));
    const marked = new Set<string>();
    for (const file of files) {
      const text = await fs.readFile(file, 'utf8').catch(() => '');
      const lines = new LineMap(text);
      const written = locateIgnores(text);
      const unmatched = this.#unmatched(
        file,
        written.map(({ ignore }) => ignore),
      );
      const diagnostics = written
        .filter(({ ignore }) => unmatched.includes(ignore))
        .map(
          ({ ignore, span }): Diagnostic => ({
            range: lines.range(span),
            severity: DiagnosticSeverity.Information,
            source: DIAGNOSTIC_SOURCE,
            code: 'ignores',
            message: `This matches nothing any more: ${ignoreInWords(ignore)}. The sentence has changed, or there is no such finding now.`,
            tags: [DiagnosticTag.Unnecessary],
          }),
        );
      if (diagnostics.length > 0) marked.add(file);
      if (diagnostics.length > 0 || this.#marked.has(file)) this.#push(file, diagnostics);
    }
    for (const file of this.#marked) if (!files.has(file)) this.#push(file, []);
    this.#marked.clear();
    for (const file of marked) this.#marked.add(file);
  }

  /** `ignores` as they stand in the file; the drafts were checked with values that are equal, not the same. */
  #unmatched(file: string, ignores: readonly Ignore[]): readonly Ignore[] {
    const drafts = this.#draftsOf(file).map(({ name, ignored }) => ({
      name,
      ignored: ignored.flatMap(({ finding, ignore }) => {
        const same = ignores.find((one) => sameIgnore(one, ignore));
        return same === undefined ? [] : [{ finding, ignore: same }];
      }),
    }));
    return unmatchedIgnores(ignores, drafts, this.#host.uses().all);
  }

  #draftsOf(file: string): readonly CheckedWithIgnores[] {
    return this.#host.uses().drafts.flatMap(({ ignores, ignored }) => (ignores?.file === file ? [{ name: ignores.name, ignored }] : []));
  }

  #push(file: string, diagnostics: Diagnostic[]): void {
    this.#connection.sendDiagnostics({ uri: uriOf(file), diagnostics }).catch(() => {});
  }
}

async function isGone(ignoreFile: string, draft: string | null): Promise<boolean> {
  if (draft === null) return false;
  return fs.access(path.resolve(path.dirname(ignoreFile), draft)).then(
    () => false,
    () => true,
  );
}
