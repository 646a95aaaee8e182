/**
 * Brings the index of a folder up to what its sources are now: reads the files that changed, writes them as new segments,
 * and then puts the manifest that names them in place. Whenever it is ended, the last good index is what is found.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadingLimits } from '../config.ts';
import { createDescriber } from '../corpus/describe.ts';
import type { Source, SourceProblem, StructuredSource } from '../corpus/domain.ts';
import { rosterOf } from '../corpus/gazetteer.ts';
import { type LoadedSources, loadSources } from '../corpus/load/files.ts';
import { loadLimits } from '../corpus/load/limits.ts';
import { makeFolder } from './cache-folder.ts';
import { withSum } from './checked-text.ts';
import { filesOf } from './current.ts';
import { DamagedIndex } from './damaged.ts';
import { firstIdsFor } from './first-ids.ts';
import { takeLock } from './lock.ts';
import { type IndexManifest, MANIFEST, type ManifestSource, writeManifest, writeWhole } from './manifest-file.ts';
import { type OpenedStore, openManifest, openStore } from './open-store.ts';
import type { SourceRecord } from './records.ts';
import { segmentsToRewrite } from './rewrite.ts';
import { rosterToJson } from './roster-file.ts';
import { SegmentBuilder } from './write-segment.ts';

export interface UpdateOptions {
  readonly folder: string;
  readonly roots: readonly string[];
  readonly limits: ReadingLimits;
  /** Names the program's version; an index of another one is built again. */
  readonly program: string;
  readonly signal?: AbortSignal | undefined;
  /** `done` of `total` files. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  /** Passages of a segment, about. */
  readonly segmentSize?: number;
}

export interface Updated {
  /** Whether the index is another one than before. */
  readonly changed: boolean;
  /** Why the index that was there could not be used; null where it could, or where there was none. */
  readonly damage: string | null;
}

/** More passages in one segment would take more memory while it is written than a first build may. */
const SEGMENT_SIZE = 120_000;
/** Pages kept while writing. */
const BUDGET = 32 * 1024 * 1024;

/** Rejects with the reason of `signal`, or where the folder cannot be written to. */
export async function updateStore(options: UpdateOptions): Promise<Updated> {
  const refusal = makeFolder(options.folder);
  if (refusal !== null) throw new Error(refusal);
  const lock = await takeLock(options.folder, options.signal);
  let before: OpenedStore | null = null;
  try {
    let damage: string | null = null;
    try {
      before = openStore(options.folder, options.program, BUDGET);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      damage = error.message;
    }
    return { changed: await new Update(options, before).run(), damage };
  } finally {
    before?.close();
    lock.release();
  }
}

/** A source of the index to be, and where its words come from. */
type Entry =
  | {
      readonly kind: 'kept';
      readonly id: string;
      readonly path: string;
      readonly old: ManifestSource;
      readonly stamp: string;
      readonly problems: readonly SourceProblem[];
    }
  | {
      readonly kind: 'read';
      readonly id: string;
      readonly path: string;
      readonly source: Source;
      readonly stamp: string;
      readonly problems: readonly SourceProblem[];
    };

/** Where an entry was put. */
interface Put {
  readonly segment: string;
  readonly record: number;
}

class Update {
  readonly #options: UpdateOptions;
  readonly #before: OpenedStore | null;
  readonly #written: string[] = [];
  readonly #put = new Map<string, Put>();

  constructor(options: UpdateOptions, before: OpenedStore | null) {
    this.#options = options;
    this.#before = before;
  }

  /** True where the index changed. */
  async run(): Promise<boolean> {
    try {
      return await this.#run();
    } catch (error) {
      for (const name of this.#written) rmSync(join(this.#options.folder, name), { force: true });
      throw error;
    }
  }

  async #run(): Promise<boolean> {
    // Looked at before they are read: a file that changes meanwhile is read again next time.
    const found = await filesOf(this.#options.roots);
    const loaded = await this.#load();
    const describer = createDescriber(loaded.manifests);
    const entries = this.#entries(loaded);
    const missing = describer.missing(new Set(entries.map(({ id }) => id)));
    const own = new Set(entries.map(({ id }) => id));
    const problems = [...loaded.problems.filter(({ source }) => !own.has(source)), ...describer.problems, ...missing];
    const used = new Set(entries.map(({ path }) => path));
    const others = [...found.stamps].filter(([path]) => !used.has(path)).map(([path, stamp]) => ({ path, stamp }));
    const manifests = JSON.stringify(loaded.manifests);
    if (this.#isSame(entries, problems, others, manifests)) return false;
    await this.#write(entries, (source) => describer.structure(source));
    await this.#commit(entries, problems, others, manifests);
    return true;
  }

  async #load(): Promise<LoadedSources> {
    const { roots, limits, signal, onProgress } = this.#options;
    const options = {
      ...loadLimits(limits),
      signal,
      onFile: (done: number, total: number): void => {
        onProgress?.({ done: Math.floor(done / 2), total });
        signal?.throwIfAborted();
      },
    };
    const before = this.#before;
    const known = new Map(before?.manifest.sources.map((source) => [source.id, source]));
    const loaded = await loadSources(roots, {
      ...options,
      unchanged: (id, path, stamp) => known.get(id)?.stamp === stamp && before?.corpus.sources.get(id)?.source.path === forward(path),
    });
    // What a person says of the sources in corpus.json may change how each of them is read.
    const described = before === null || JSON.stringify(loaded.manifests) === before.manifest.manifests;
    return described ? loaded : loadSources(roots, options);
  }

  /** The sources of the index to be, in the order of their ids. */
  #entries(loaded: LoadedSources): readonly Entry[] {
    const old = new Map(this.#before?.manifest.sources.map((source) => [source.id, source]));
    const described = JSON.stringify(loaded.manifests) === this.#before?.manifest.manifests;
    const kept = loaded.kept.flatMap((id): readonly Entry[] => {
      const before = old.get(id);
      return before === undefined
        ? []
        : [{ kind: 'kept', id, path: before.path, old: before, stamp: before.stamp, problems: before.problems }];
    });
    const read = loaded.sources.map((source): Entry => {
      const { id } = source;
      const before = old.get(id);
      const { path, stamp } = loaded.files.get(id) ?? { path: source.path, stamp: '' };
      const about = { id, path, stamp, problems: loaded.problems.filter((problem) => problem.source === id) };
      // A file that was only touched has the same words as before.
      return described && before !== undefined && this.#hasSameWords(source)
        ? { kind: 'kept', old: before, ...about }
        : { kind: 'read', source, ...about };
    });
    return [...kept, ...read].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #hasSameWords(source: Source): boolean {
    const before = this.#before?.corpus.sources.get(source.id)?.source;
    if (before === undefined || before.hash !== source.hash || before.path !== source.path) return false;
    return JSON.stringify(before.places) === JSON.stringify(source.places);
  }

  #isSame(entries: readonly Entry[], problems: readonly SourceProblem[], others: IndexManifest['others'], manifests: string): boolean {
    const before = this.#before?.manifest;
    if (before === undefined || before.sources.length !== entries.length || before.manifests !== manifests) return false;
    if (!entries.every((entry) => entry.kind === 'kept' && entry.stamp === entry.old.stamp)) return false;
    return JSON.stringify([before.problems, before.others]) === JSON.stringify([problems, others]);
  }

  /** Writes new segments of what was read, and of what stands in segments that are not worth keeping. */
  async #write(entries: readonly Entry[], structure: (source: Source) => StructuredSource): Promise<void> {
    const { signal, onProgress, segmentSize = SEGMENT_SIZE } = this.#options;
    const before = this.#before;
    const kept = entries.flatMap((entry) => (entry.kind === 'kept' ? [entry.old] : []));
    const rewritten = segmentsToRewrite(before?.segments ?? [], kept);
    let builder: SegmentBuilder | null = null;
    let name = '';
    try {
      for (const [done, entry] of entries.entries()) {
        if (entry.kind === 'kept' && !rewritten.has(entry.old.segment)) {
          this.#put.set(entry.id, { segment: before?.manifest.segments[entry.old.segment] ?? '', record: entry.old.record });
          continue;
        }
        if (builder === null) {
          name = `${randomUUID()}.segment`;
          this.#written.push(name);
          builder = new SegmentBuilder(join(this.#options.folder, name));
        }
        const structured = entry.kind === 'read' ? structure(entry.source) : this.#kept(entry.old);
        this.#put.set(entry.id, { segment: name, record: builder.add(structured) });
        if (builder.size >= segmentSize) {
          builder.finish();
          builder = null;
        }
        onProgress?.({ done: Math.floor((done + 1 + entries.length) / 2), total: entries.length });
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
      builder?.finish();
    } catch (error) {
      builder?.abandon();
      throw error;
    }
  }

  #kept({ segment, record }: ManifestSource): StructuredSource {
    const stored = this.#before?.segments[segment];
    const found: SourceRecord | undefined = stored?.sources[record];
    if (stored === undefined || found === undefined) throw new DamagedIndex('its list of sources does not fit its parts');
    return stored.structured(found);
  }

  async #commit(
    entries: readonly Entry[],
    problems: readonly SourceProblem[],
    others: IndexManifest['others'],
    manifests: string,
  ): Promise<void> {
    const { folder, program } = this.#options;
    const segments = [...new Set(entries.map(({ id }) => this.#put.get(id)?.segment ?? ''))];
    const firstIds = firstIdsFor(
      entries.map((entry) => ({ id: entry.id, keeps: entry.kind === 'kept' })),
      this.#before?.manifest.sources ?? [],
    );
    const same = this.#written.length === 0 && this.#before?.manifest.sources.length === entries.length;
    const roster = same ? (this.#before?.manifest.roster ?? '') : `${randomUUID()}.names`;
    const manifest: IndexManifest = {
      version: 1,
      program,
      generation: (this.#before?.manifest.generation ?? 0) + 1,
      manifests,
      segments,
      roster,
      sources: entries.map(({ id, path, stamp, problems: own }, i) => {
        const { segment, record } = this.#put.get(id) ?? { segment: '', record: 0 };
        return { id, path, stamp, segment: segments.indexOf(segment), record, firstId: firstIds[i] ?? 0, problems: [...own] };
      }),
      problems: [...problems],
      others: [...others],
    };
    if (!same) this.#writeRoster(folder, manifest);
    this.#options.signal?.throwIfAborted();
    writeManifest(folder, manifest);
    clean(folder, manifest);
  }

  /** Who is who is worked out over the whole corpus, from the index that is about to be. */
  #writeRoster(folder: string, manifest: IndexManifest): void {
    this.#written.push(manifest.roster);
    writeWhole(join(folder, manifest.roster), withSum('{}'));
    const store = openManifest(folder, manifest, BUDGET);
    try {
      const roster = rosterOf(store.corpus.allPassages(), store.corpus.documents.values());
      writeWhole(join(folder, manifest.roster), withSum(rosterToJson(roster)));
    } finally {
      store.close();
    }
  }
}

/** Takes away what no manifest names: parts of older indexes, and what an ended writer left. */
function clean(folder: string, manifest: IndexManifest): void {
  const named = new Set([...manifest.segments, manifest.roster, MANIFEST]);
  for (const name of readdirSync(folder)) {
    if (named.has(name) || !/\.(?:segment|names|writing)$/.test(name)) continue;
    // Where the system does not let go of a file that somebody reads, it goes the next time.
    try {
      rmSync(join(folder, name), { force: true });
    } catch {}
  }
}

function forward(path: string): string {
  return path.replaceAll('\\', '/');
}
