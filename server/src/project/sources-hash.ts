/** One name for all that is in the sources of some roots, so that a result can be known to rest on the same ones. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { findFiles } from '../corpus/load/find.ts';

/** SHA-256 over names, bytes and problems; null where a file cannot be read, for what is not known cannot be the same. */
export async function hashSources(roots: readonly string[]): Promise<string | null> {
  const hash = createHash('sha256');
  for (const root of roots.map((path) => resolve(path))) {
    const { files, manifest, problems } = await findFiles(root);
    hash.update(JSON.stringify([root, problems]));
    const paths = [...files.map(({ path }) => path), ...(manifest === null ? [] : [manifest])];
    for (const path of paths) {
      const bytes = await hashFile(path);
      if (bytes === null) return null;
      hash.update(JSON.stringify([path, bytes]));
    }
  }
  return hash.digest('hex');
}

async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
