/** The one file that says which segments are the index. Whoever replaces it commits; all else is not there before. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { SourceProblem } from '../corpus/domain.ts';
import { checkedText, withSum } from './checked-text.ts';
import { DamagedIndex } from './damaged.ts';

export const MANIFEST = 'index.json';
/** Of the manifest; segments name their own in their last bytes. */
const VERSION = 1;

/** Kept as given: the checksum vouches for it. */
const problem = z.custom<SourceProblem>((value) => typeof value === 'object' && value !== null);

const schema = z.object({
  version: z.literal(VERSION),
  /** The program that wrote it: another one may read sources otherwise. */
  program: z.string(),
  generation: z.int(),
  /** The words of all corpus.json files, as they were read. */
  manifests: z.string(),
  segments: z.array(z.string()),
  /** The file that says who is who. */
  roster: z.string(),
  sources: z.array(
    z.object({
      id: z.string(),
      path: z.string(),
      /** Size and times of the file when it was read. */
      stamp: z.string(),
      segment: z.int(),
      record: z.int(),
      firstId: z.int(),
      /** What loading said of the file. */
      problems: z.array(problem),
    }),
  ),
  /** Of files that are no sources. */
  problems: z.array(problem),
  /** Files that could not be made sources, and the corpus.json files: as long as they stay the same, nothing is to be read. */
  others: z.array(z.object({ path: z.string(), stamp: z.string() })),
});

export type IndexManifest = Readonly<z.output<typeof schema>>;
export type ManifestSource = IndexManifest['sources'][number];

/** The manifest of a folder; null where there is none; throws DamagedIndex where it is not whole. */
export function readManifest(folder: string): IndexManifest | null {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch {
    return null;
  }
  const read = schema.safeParse(JSON.parse(checkedText(text, MANIFEST)));
  if (!read.success) throw new DamagedIndex('it was written by another version of the program');
  return read.data;
}

export function writeManifest(folder: string, manifest: IndexManifest): void {
  writeWhole(join(folder, MANIFEST), withSum(JSON.stringify(manifest)));
}

/** Writes a file so that either all of it is there or what was there before. */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.writing`;
  const file = openSync(temporary, 'w');
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Brings a renaming to the disk; not every system lets a folder be opened for that. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    fsyncSync(file);
    closeSync(file);
  } catch {
    // Then the system orders renamings itself.
  }
}
