/** From the limits that a person sets to those that reading files takes. */
import type { LoadOptions } from './files.ts';
import { CHILD_LIMITS } from './pool.ts';

/** What a process needs beside its heap, in megabytes. */
const OUTSIDE_HEAP = CHILD_LIMITS.resident - CHILD_LIMITS.heap;

/** `seconds` and `memory` (megabytes) for one file of a dear format; `fileSize` (megabytes) for any file. */
export function loadLimits({
  seconds,
  memory,
  fileSize,
}: {
  readonly seconds: number;
  readonly memory: number;
  readonly fileSize: number;
}): Pick<LoadOptions, 'maxBytes' | 'children'> {
  return {
    maxBytes: fileSize * 1024 * 1024,
    children: { limits: { time: seconds * 1000, heap: memory, resident: memory + OUTSIDE_HEAP } },
  };
}
