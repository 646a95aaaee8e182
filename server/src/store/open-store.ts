/** Opens the index of a folder for reading. Any number may read while one writes: what was opened stays as it was. */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Roster } from '../corpus/gazetteer/entities.ts';
import { checkedText } from './checked-text.ts';
import { DamagedIndex } from './damaged.ts';
import { type IndexManifest, readManifest } from './manifest-file.ts';
import { PageCache } from './pages.ts';
import { rosterFromJson } from './roster-file.ts';
import { type Held, StoredCorpus } from './stored-corpus.ts';
import { StoredSegment } from './stored-segment.ts';

export interface OpenedStore {
  readonly manifest: IndexManifest;
  readonly corpus: StoredCorpus;
  /** By the numbers that the manifest gives them. */
  readonly segments: readonly StoredSegment[];
  close(): void;
}

/** Times that a manifest is read anew because a writer put another in its place. */
const TRIES = 5;

/**
 * The index in a folder; null where there is none. Throws DamagedIndex where it is not whole, or where another version of
 * the program wrote it. `budget` bounds the bytes of pages that are kept.
 */
export function openStore(folder: string, program: string, budget: number): OpenedStore | null {
  for (let attempt = 1; ; attempt++) {
    const manifest = readManifest(folder);
    if (manifest === null) return null;
    if (manifest.program !== program) throw new DamagedIndex('it was written by another version of the program');
    try {
      return openManifest(folder, manifest, budget);
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!missing) throw error;
      if (attempt === TRIES) throw new DamagedIndex('a part of it is missing');
    }
  }
}

/** Opens the parts that a manifest names, whether or not it is in place yet. */
export function openManifest(folder: string, manifest: IndexManifest, budget: number): OpenedStore {
  const cache = new PageCache(budget);
  const segments: StoredSegment[] = [];
  let roster = -1;
  const close = (): void => {
    for (const segment of segments) segment.close();
    if (roster >= 0) closeSync(roster);
    roster = -1;
  };
  try {
    // Opened now, for a writer may take it away before somebody is looked up.
    roster = openSync(join(folder, manifest.roster), 'r');
    for (const name of manifest.segments) segments.push(new StoredSegment(join(folder, name), cache));
    const held = manifest.sources.map((source): Held => {
      const segment = segments[source.segment];
      const record = segment?.sources[source.record];
      if (segment === undefined || record?.about.id !== source.id) throw new DamagedIndex('its list of sources does not fit its parts');
      return { segment, record, firstId: source.firstId };
    });
    const problems = [...manifest.problems, ...manifest.sources.flatMap((source) => source.problems)];
    const readRoster = (): Roster => {
      if (roster < 0) throw new DamagedIndex('it is closed');
      return rosterFromJson(checkedText(readFileSync(roster, 'utf8'), manifest.roster));
    };
    return { manifest, corpus: new StoredCorpus(held, problems, readRoster), segments, close };
  } catch (error) {
    close();
    throw error;
  }
}
