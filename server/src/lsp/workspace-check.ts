/**
 * All drafts of the workspace checked at once, those that are not open read from disk. From then on what they are found to
 * say is kept in step with files, sources and settings, so that no stale mark stands in the list of problems.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { glob } from 'tinyglobby';
import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { decode } from '../corpus/load/decode.ts';
import { isInside } from '../project/reach.ts';
import type { CheckedDraft, CheckOutcome } from './checks.ts';
import { type DraftUse, useOf } from './draft-use.ts';
import { pathOf, uriOf } from './uris.ts';

export interface WorkspaceCheckHost {
  readonly folders: () => readonly string[];
  /** Patterns of the drafts below a folder, and the folder that they count from. */
  readonly patterns: (folder: string) => Promise<{ readonly patterns: readonly string[]; readonly base: string }>;
  readonly isOpen: (uri: string) => boolean;
  /** Checks a draft that is open; null where it has been closed. */
  readonly checkOpen: (uri: string) => Promise<CheckOutcome | null>;
  readonly checkClosed: (document: TextDocument) => Promise<CheckOutcome>;
  readonly diagnostics: (checked: CheckedDraft) => Diagnostic[];
  /** Told of what could not be done. */
  readonly log: (message: string) => void;
}

/** More drafts than this in a workspace are somebody's archive. */
const MOST_DRAFTS = 5000;
const MOST_BYTES = 8 * 1024 * 1024;
const NO_DRAFTS = ['**/node_modules/**', '**/.*/**'];

export class WorkspaceCheck {
  readonly #connection: Connection;
  readonly #host: WorkspaceCheckHost;
  /** Drafts that are not open, by URI; null where one has nothing to tell. */
  readonly #closed = new Map<string, DraftUse | null>();
  #asked = false;

  constructor(connection: Connection, host: WorkspaceCheckHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Whether all drafts were checked, and are kept in step since. */
  get asked(): boolean {
    return this.#asked;
  }

  /** Of the drafts that are not open. */
  get uses(): readonly DraftUse[] {
    return [...this.#closed].flatMap(([uri, use]) => (use === null || this.#host.isOpen(uri) ? [] : [use]));
  }

  /** Checks every draft; true where it came to the end. */
  async run(
    token: Pick<CancellationToken, 'isCancellationRequested'>,
    onProgress: (done: number, total: number) => void,
  ): Promise<boolean> {
    const files = await this.drafts();
    for (const [index, file] of files.entries()) {
      if (token.isCancellationRequested) return false;
      onProgress(index, files.length);
      const uri = uriOf(file);
      if (this.#host.isOpen(uri)) await this.#host.checkOpen(uri);
      else await this.#checkFile(uri, file);
    }
    this.#asked = true;
    return true;
  }

  /** Looks again at drafts that are not open: at these files, or at all that are known. */
  async again(files?: readonly string[]): Promise<void> {
    if (!this.#asked) return;
    const uris = files === undefined ? [...this.#closed.keys()] : (await this.#among(files)).map(uriOf);
    for (const uri of uris) {
      const file = pathOf(uri);
      if (file !== null && !this.#host.isOpen(uri)) await this.#checkFile(uri, file);
    }
  }

  /** What was told of a draft from disk goes: from now on it is told of as an open one. */
  opened(uri: string): void {
    if (this.#closed.has(uri)) this.#tell(uri, []);
  }

  async closed(uri: string): Promise<void> {
    const file = pathOf(uri);
    if (this.#asked && file !== null) await this.#checkFile(uri, file);
  }

  async #checkFile(uri: string, file: string): Promise<void> {
    const text = await this.#read(file);
    if (text === null) {
      if (this.#closed.delete(uri)) this.#tell(uri, []);
      return;
    }
    const outcome = await this.#host.checkClosed(TextDocument.create(uri, 'markdown', 0, text));
    if (this.#host.isOpen(uri)) return;
    const checked = outcome.kind === 'checked' ? outcome : null;
    const before = this.#closed.get(uri) ?? null;
    if (outcome.kind === 'failed') this.#host.log(`${file} was not checked: ${outcome.message}`);
    this.#closed.set(uri, checked === null ? null : useOf(checked));
    if (checked !== null || before !== null) this.#tell(uri, checked === null ? [] : this.#host.diagnostics(checked));
  }

  async #read(file: string): Promise<string | null> {
    try {
      if ((await fs.stat(file)).size > MOST_BYTES) {
        this.#host.log(`${file} was not checked: it is too large for a draft.`);
        return null;
      }
      const decoded = decode(await fs.readFile(file));
      return decoded.kind === 'binary' ? null : decoded.text;
    } catch {
      return null;
    }
  }

  /** All files that the patterns name, in an order that does not depend on the disk. */
  async drafts(): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const folder of this.#host.folders()) {
      const { patterns, base } = await this.#host.patterns(folder);
      const options = { cwd: base, absolute: true, ignore: NO_DRAFTS, followSymbolicLinks: false, expandDirectories: false };
      const files = (await glob([...patterns], options)).map((file) => path.resolve(file));
      for (const file of files.sort()) if (isInside(file, folder) && found.size < MOST_DRAFTS) found.add(file);
    }
    if (found.size === MOST_DRAFTS) this.#host.log(`Only the first ${MOST_DRAFTS} drafts of the workspace are checked.`);
    return [...found];
  }

  async #among(files: readonly string[]): Promise<readonly string[]> {
    const drafts = new Set([...(await this.drafts()), ...[...this.#closed.keys()].flatMap((uri) => pathOf(uri) ?? [])]);
    return files.filter((file) => drafts.has(file));
  }

  #tell(uri: string, diagnostics: Diagnostic[]): void {
    this.#connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  }
}
