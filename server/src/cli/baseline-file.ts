/** The file of `--baseline`: read before a run, written after it where that was asked for. */

import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { DraftReport } from '../checker.ts';
import { reason } from '../corpus/load/reason.ts';
import type { Finding } from '../rules/types.ts';
import { counted } from '../rules/wording.ts';
import { type Baseline, type BaselineEntry, entriesOf, formatBaseline, parseBaseline, withoutKnown } from './baseline.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import type { LintedWithIgnores } from './lint-draft.ts';
import type { LintedDraft } from './linted.ts';
import type { Session } from './session.ts';
import { replaceFile } from './write-file.ts';

export interface BaselineOptions {
  readonly baseline: string | null;
  readonly writeBaseline: boolean;
}

const EMPTY: Baseline = { version: 1, drafts: {} };

export class BaselineFile {
  readonly #file: string | null;
  readonly #write: boolean;
  readonly #before: Baseline;
  readonly #checked = new Map<string, readonly BaselineEntry[]>();
  readonly #gone: { readonly name: string; readonly entry: BaselineEntry }[] = [];

  private constructor(file: string | null, write: boolean, before: Baseline) {
    this.#file = file;
    this.#write = write;
    this.#before = before;
  }

  /** Throws a UsageError for a file that cannot be used: with it left out, old findings would look new, or new ones be lost. */
  static async open({ baseline, writeBaseline }: BaselineOptions, io: Io, session: Session): Promise<BaselineFile> {
    if (baseline === null) return new BaselineFile(null, false, EMPTY);
    const file = resolve(io.cwd, baseline);
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && writeBaseline) return null;
      const hint = error.code === 'ENOENT' ? ' To write one, add --write-baseline.' : '';
      throw new UsageError(`The baseline ${session.shown(file)} cannot be read (${reason(error)}).${hint}`);
    });
    if (text === null) return new BaselineFile(file, writeBaseline, EMPTY);
    const parsed = parseBaseline(text);
    if (!parsed.ok) {
      throw new UsageError(
        `The baseline ${session.shown(file)} cannot be used: ${parsed.problem}. Move it away, and write a new one with --write-baseline.`,
      );
    }
    return new BaselineFile(file, writeBaseline, parsed.baseline);
  }

  /** The draft without its known findings; when the baseline is being written, all findings become known ones. */
  withoutKnown(draft: LintedDraft, path: string): LintedDraft {
    if (this.#file === null) return draft;
    const name = this.#nameOf(path);
    if (this.#write) this.#checked.set(name, entriesOf(draft.findings));
    const entries = this.#write ? (this.#checked.get(name) ?? []) : (this.#before.drafts[name] ?? []);
    const compared = withoutKnown(draft, entries);
    this.#gone.push(...compared.gone.map((entry) => ({ name: draft.name, entry })));
    return compared.draft;
  }

  /** The findings that --fix may mend: those that would be shown. */
  mendable({ linted, report }: LintedWithIgnores & { readonly report: DraftReport }, path: string): readonly Finding[] {
    const left = this.#file === null ? linted : withoutKnown(linted, this.#before.drafts[this.#nameOf(path)] ?? []).draft;
    const kept = new Set(left.findings.map(({ rule, span }) => `${rule}@${span.start}-${span.end}`));
    return report.findings.filter(({ rule, span }) => kept.has(`${rule}@${span.start}-${span.end}`));
  }

  /** Writes the file where that was asked for; else tells which of its entries match nothing any more. */
  async finish(linted: readonly LintedDraft[], session: Session): Promise<void> {
    if (this.#file === null) return;
    const shown = session.shown(this.#file);
    if (!this.#write) {
      const [first, ...others] = this.#gone;
      if (first === undefined) return;
      const more = others.length === 0 ? '' : `, and ${others.length} more`;
      const told = `${first.entry.rule} in ${first.name} (“${first.entry.sentence.slice(0, 80)}”)${more}`;
      session.say(
        `${counted(this.#gone.length, 'entry', 'entries')} of ${shown} match nothing any more: ${told}. Write it anew with --write-baseline.`,
      );
      return;
    }
    // Drafts that this run did not look at keep what is known of them.
    const drafts = { ...this.#before.drafts, ...Object.fromEntries([...this.#checked].map(([name, entries]) => [name, [...entries]])) };
    try {
      await replaceFile(this.#file, formatBaseline({ version: 1, drafts }));
      const total = [...this.#checked.values()].reduce((sum, entries) => sum + entries.length, 0);
      session.say(`${shown}: ${counted(total, 'finding')} of ${counted(linted.length, 'draft')} written. From now on only others count.`);
    } catch (error) {
      session.failed(`${shown} was not written (${reason(error)}).`);
    }
  }

  #nameOf(path: string): string {
    return relative(dirname(this.#file ?? path), path)
      .split(sep)
      .join('/');
  }
}
