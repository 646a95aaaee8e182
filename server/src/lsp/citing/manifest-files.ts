/** The corpus.json files of a corpus, as they are on disk. */
import { readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { MANIFEST_NAME } from '../../corpus/load/find.ts';
import type { ManifestFile } from './rename-manifest.ts';

/** One for each root that is a folder, whether it has a manifest yet or not. Rejects where one cannot be read. */
export async function manifestFiles(roots: readonly string[]): Promise<readonly ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const root of roots) {
    if (!(await stat(root)).isDirectory()) continue;
    const file = path.join(root, MANIFEST_NAME);
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    files.push({ file, folder: `${root.split(path.sep).join('/').replace(/\/+$/, '')}/`, text });
  }
  return files;
}
