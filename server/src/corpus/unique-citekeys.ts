/** Makes the citekeys that sources were given one by one unique in a corpus. */
import type { StructuredSource } from './domain.ts';

/**
 * Citekeys by source id, in the order of each source's documents. The first source in the given order keeps a key that
 * several claim; another one's gets a mark made from its own id, so that it stays the same when further files are added.
 */
export function uniqueCitekeys(sources: readonly StructuredSource[]): ReadonlyMap<string, readonly string[]> {
  const taken = new Set<string>();
  const keys = new Map<string, readonly string[]>();
  for (const { source, documents } of sources) {
    keys.set(
      source.id,
      documents.map(({ citekey }) => {
        let key = citekey;
        for (let salt = 0; taken.has(key); salt++) {
          key = `${citekey}-${shortHash(source.id, salt)}`;
        }
        taken.add(key);
        return key;
      }),
    );
  }
  return keys;
}

/** Four letters and digits from a text (FNV-1a, 32 bits). */
export function shortHash(text: string, salt: number): string {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-4);
}
