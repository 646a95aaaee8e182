import { expect, test } from 'vitest';
import { firstIds, type SlotBefore } from './slots.ts';

const fresh: SlotBefore = { firstId: null, keeps: false };
const kept = (firstId: number | undefined): SlotBefore => ({ firstId: firstId ?? null, keeps: true });

test('a source that comes between two gets ids between theirs', () => {
  const [a, b] = firstIds([fresh, fresh], new Set()) ?? [];
  const ids = firstIds([kept(a), fresh, fresh, kept(b), fresh], new Set([a ?? 0, b ?? 0])) ?? [];
  expect(ids).toEqual([...ids].sort((x, y) => x - y));
  expect(new Set(ids).size).toBe(5);
});

test('a source that changes again and again never gets ids it had, until all are numbered anew', () => {
  const [a = 0, b = 0, c = 0] = firstIds([fresh, fresh, fresh], new Set()) ?? [];
  const had = new Set<number>([b]);
  let now = b;
  for (;;) {
    const ids = firstIds([kept(a), { firstId: now, keeps: false }, kept(c)], new Set([a, now, c]));
    if (ids === null) break;
    now = ids[1] ?? 0;
    expect(had.has(now)).toBe(false);
    had.add(now);
  }
  expect(had.size).toBeGreaterThan(1000);
});

test('very many sources have room', () => {
  const ids = firstIds(
    Array.from({ length: 200_000 }, () => fresh),
    new Set(),
  );
  expect(Number.isSafeInteger((ids?.at(-1) ?? 0) + 2 ** 26)).toBe(true);
});
