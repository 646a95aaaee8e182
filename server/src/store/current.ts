/** Whether an index still says what its files say, by their sizes and times alone. */
import { resolve } from 'node:path';
import { stampOf } from '../corpus/load/files.ts';
import { findFiles } from '../corpus/load/find.ts';
import type { OpenedStore } from './open-store.ts';

export interface SourceFiles {
  /** Absolute path → stamp; corpus.json files too. */
  readonly stamps: ReadonlyMap<string, string>;
  /** Of all files together. */
  readonly bytes: number;
}

/** The files below the roots as they are now. */
export async function filesOf(roots: readonly string[]): Promise<SourceFiles> {
  const paths = new Set<string>();
  for (const root of roots) {
    const { files, manifest } = await findFiles(resolve(root));
    for (const { path } of files) paths.add(path);
    if (manifest !== null) paths.add(manifest);
  }
  const stamps = await Promise.all([...paths].sort().map(async (path) => [path, await stampOf(path).catch(() => '')] as const));
  const bytes = stamps.reduce((sum, [, stamp]) => sum + (Number.parseInt(stamp, 10) || 0), 0);
  return { stamps: new Map(stamps), bytes };
}

/** Whether the index was made of these very files. */
export function isCurrent({ manifest }: OpenedStore, { stamps }: SourceFiles): boolean {
  const known = [...manifest.sources, ...manifest.others];
  return known.length === stamps.size && known.every(({ path, stamp }) => stamp !== '' && stamps.get(path) === stamp);
}
