import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Tidy } from './tidy.ts';

const MEGABYTE = 1024 * 1024;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function tidied(): { readonly tidy: Tidy; readonly heap: { bytes: number }; readonly collected: () => number } {
  const heap = { bytes: 100 * MEGABYTE };
  let collected = 0;
  const collect = (): void => {
    collected++;
    heap.bytes = 60 * MEGABYTE;
  };
  return { tidy: new Tidy({ heap: () => heap.bytes, collect, quiet: 1000 }), heap, collected: () => collected };
}

it('collects once in a pause, and not while somebody works', () => {
  const { tidy, collected } = tidied();
  for (let i = 0; i < 10; i++) {
    tidy.worked();
    vi.advanceTimersByTime(900);
  }
  expect(collected()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(collected()).toBe(1);
});

it('leaves small change alone', () => {
  const { tidy, heap, collected } = tidied();
  tidy.worked();
  vi.advanceTimersByTime(1000);
  heap.bytes += 2 * MEGABYTE;
  tidy.worked();
  vi.advanceTimersByTime(1000);
  expect(collected()).toBe(1);
  heap.bytes += 10 * MEGABYTE;
  tidy.worked();
  vi.advanceTimersByTime(1000);
  expect(collected()).toBe(2);
});

it('does not collect after it was stopped', () => {
  const { tidy, collected } = tidied();
  tidy.worked();
  tidy.stop();
  vi.advanceTimersByTime(60_000);
  expect(collected()).toBe(0);
});

it('collects with what the engine gives', () => {
  const tidy = new Tidy({ heap: () => 100 * MEGABYTE, quiet: 1 });
  tidy.worked();
  expect(() => vi.advanceTimersByTime(1)).not.toThrow();
});
