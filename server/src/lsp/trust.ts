/** Which places lie inside a folder, links followed: a workspace that nobody trusts must not lead out of itself. */
import { realpath } from 'node:fs/promises';
import * as path from 'node:path';

/** By the names alone. */
export function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** Those of the roots that lie in the folder wherever links lead; what does not exist is judged by its name. */
export async function rootsInside(roots: readonly string[], folder: string): Promise<readonly string[]> {
  const real = (file: string) => realpath(file).catch(() => path.resolve(file));
  const top = await real(folder);
  const places = await Promise.all(roots.map(real));
  return roots.filter((_, index) => isInside(places[index] ?? '', top));
}
