/** Reads the sources below some roots and structures those whose words changed; the rest are handed through as they are. */
import type { ReadingLimits } from '../config.ts';
import { createDescriber } from '../corpus/describe.ts';
import type { Source, SourceProblem, StructuredSource } from '../corpus/domain.ts';
import { type ExtractedFiles, loadSources } from '../corpus/load/files.ts';
import { loadLimits } from '../corpus/load/limits.ts';

/** How far the reading is. `total` is the number of files. */
export interface LoadProgress {
  readonly done: number;
  readonly total: number;
  /** They are being brought to a search server; else they are being read. */
  readonly sending?: true;
}

export interface Reading {
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ReadSources {
  readonly structured: readonly StructuredSource[];
  /** Of files that could not be read or of a manifest that is wrong. */
  readonly problems: readonly SourceProblem[];
  /** The manifests' words, to see whether they changed. */
  readonly manifests: string;
  /** What was got out of files of dear formats, so that an unchanged PDF is not read twice. */
  readonly extracted: ExtractedFiles;
}

/** What an earlier reading gave. */
export const NOTHING_READ: ReadSources = { structured: [], problems: [], manifests: '', extracted: new Map() };

/**
 * All sources below the roots. A source that `before` holds with the same words is the very same value again, so that an
 * update costs only what changed. Rejects only with the reason of `signal`.
 */
export async function readSources(
  roots: readonly string[],
  before: ReadSources,
  { onProgress, signal }: Reading,
  limits: ReadingLimits,
): Promise<ReadSources> {
  signal?.throwIfAborted();
  const loaded = await loadSources(roots, {
    known: before.extracted,
    ...loadLimits(limits),
    signal,
    onFile: (done, total) => {
      onProgress?.({ done, total });
      signal?.throwIfAborted();
    },
  });
  signal?.throwIfAborted();
  const manifests = JSON.stringify(loaded.manifests);
  const known = new Map(manifests === before.manifests ? before.structured.map((one) => [one.source.id, one]) : []);
  const describer = createDescriber(loaded.manifests);
  const structured: StructuredSource[] = [];
  for (const source of loaded.sources) {
    const old = known.get(source.id);
    if (old !== undefined && isSame(old.source, source)) {
      structured.push(old);
      continue;
    }
    structured.push(describer.structure(source));
    // Structuring is synchronous; giving way between files keeps an editor's requests answered and a cancellation seen.
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  const missing = describer.missing(new Set(loaded.sources.map(({ id }) => id)));
  return { structured, problems: [...loaded.problems, ...describer.problems, ...missing], manifests, extracted: loaded.extracted };
}

/** Whether words and places are the same: a PDF may be paginated anew without a word changed. */
function isSame(before: Source, now: Source): boolean {
  const places = before.places === now.places || JSON.stringify(before.places) === JSON.stringify(now.places);
  return before.hash === now.hash && before.path === now.path && places;
}
