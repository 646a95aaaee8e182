/** Files that lie among the sources and are of no kind that is read, by their endings. */
import { readdir } from 'node:fs/promises';
import { extname, sep } from 'node:path';
import { isUnreadDocument, sourceFormat } from '../corpus/formats.ts';
import { MANIFEST_NAME } from '../corpus/load/find.ts';

/** `.jpg (3)`, `.xyz (1)`, most first. Documents that cannot be read are told one by one elsewhere. */
export async function otherFiles(roots: readonly string[]): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  for (const root of roots) {
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = `${entry.parentPath.slice(root.length)}${sep}${entry.name}`;
      const hidden = path.split(sep).some((part) => part.startsWith('.') || part === 'node_modules');
      const ending = extname(entry.name).toLowerCase();
      if (!entry.isFile() || hidden || ending === '' || entry.name === MANIFEST_NAME) continue;
      if (sourceFormat(entry.name) === null && !isUnreadDocument(entry.name)) counts.set(ending, (counts.get(ending) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([ending, n]) => `${ending} (${n})`);
}
