/** The first passage ids of the sources of an index, as an updated corpus in memory gives them. */
import { firstIds } from '../corpus/slots.ts';

/** `sources` in the order of their ids; `before` as the index has them. */
export function firstIdsFor(
  sources: readonly { readonly id: string; readonly keeps: boolean }[],
  before: readonly { readonly id: string; readonly firstId: number }[],
): readonly number[] {
  const old = new Map(before.map(({ id, firstId }) => [id, firstId]));
  const given = firstIds(
    sources.map(({ id, keeps }) => ({ firstId: old.get(id) ?? null, keeps })),
    new Set(old.values()),
  );
  if (given !== null) return given;
  // No room is left between two sources: all are numbered anew.
  return (
    firstIds(
      sources.map(() => ({ firstId: null, keeps: false })),
      new Set(),
    ) ?? []
  );
}
