/** Files that lie among the sources and are of no kind that is read, by their endings. */
import { findFiles } from '../corpus/load/find.ts';

/** `.jpg (3)`, `.xyz (1)`, most first. Documents that cannot be read are told one by one elsewhere. */
export async function otherFiles(roots: readonly string[]): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  for (const root of roots) {
    for (const [ending, n] of (await findFiles(root)).others) counts.set(ending, (counts.get(ending) ?? 0) + n);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([ending, n]) => `${ending} (${n})`);
}
