/** JSON that people write by hand: its value, the place where it stops being JSON, and the places of its values. */
import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  /** Where it stops being JSON, in UTF-16 code units. */
  | { readonly ok: false; readonly offset: number };

/** The value of a JSON text; a byte-order mark before it does not count. Never throws. */
export function readJson(text: string): ReadJson {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { ok: false, offset: firstFault(text) };
  }
}

/** The messages of `JSON.parse` give the place in some cases only, and each version of them in other words. */
function firstFault(text: string): number {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true });
  } catch {
    // Thousands of brackets inside each other are more than the tree's parser can follow.
  }
  return errors[0]?.offset ?? 0;
}

/** Where the value at `path` stands (with its name), or the nearest one above it that is there; 0 where nothing is. Never throws. */
export function offsetInJson(text: string, path: readonly (string | number)[]): number {
  try {
    const root = parseTree(text);
    for (let length = path.length; root !== undefined && length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node !== undefined) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
    }
  } catch {
    // As above.
  }
  return 0;
}
