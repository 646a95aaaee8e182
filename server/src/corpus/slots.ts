/**
 * Where the ids of a source's passages begin. Ids ascend with the sources' order and leave gaps, so that a source which
 * comes or changes later finds ids between its neighbours': whoever ranks ties by id ranks them by source and place,
 * in an updated corpus as in a fresh one.
 */

/** Ids of one slot: more than any source has passages. 2^27 slots of this size are exact numbers. */
const SLOT_SIZE = 2 ** 26;
const SLOTS = 2 ** 27;
/** Free slots between two sources where there is room. */
const SPACING = 4096;

/** What is known of a source's slot: it keeps it, or had it before it changed; a source that comes has had none. */
export interface SlotBefore {
  readonly firstId: number | null;
  readonly keeps: boolean;
}

/**
 * The first passage id of each source, in the sources' order. A changed source gets no slot that is in `used` (first
 * ids), so that ids of its old words lead nowhere. Null where there is no room: number all sources anew then.
 */
export function firstIds(before: readonly SlotBefore[], used: ReadonlySet<number>): readonly number[] | null {
  const ids: number[] = [];
  let last = -1;
  for (let i = 0; i < before.length; ) {
    const run = runOfNew(before, i);
    const next = before[i + run]?.firstId ?? null;
    const limit = next === null ? SLOTS : next / SLOT_SIZE;
    for (let n = 0; n < run; n++) {
      const left = run - n;
      const old = before[i + n]?.firstId ?? null;
      const step = Math.max(1, Math.min(SPACING, Math.floor((limit - last) / (left + 1))));
      let slot = old !== null && old / SLOT_SIZE >= last ? old / SLOT_SIZE + 1 : last + step;
      while (used.has(slot * SLOT_SIZE)) {
        slot++;
      }
      if (slot + left - 1 >= limit) {
        return null;
      }
      ids.push(slot * SLOT_SIZE);
      last = slot;
    }
    if (next !== null) {
      ids.push(next);
      last = limit;
    }
    i += run + 1;
  }
  return ids;
}

/** How many sources from `from` on keep no slot. */
function runOfNew(before: readonly SlotBefore[], from: number): number {
  const end = before.findIndex((one, i) => i >= from && one.keeps);
  return (end < 0 ? before.length : end) - from;
}
