/** Server processes as they are measured: how they are started, what they hold, what they have done. */
import { readFileSync } from 'node:fs';

/** As the extension starts the server. */
export const FLAGS = ['--max-semi-space-size=2', '--expose-gc', '--v8-pool-size=1'];
/** Milliseconds after which a server that nobody asks has given back what it can. */
export const REST = 5000;
/** Clock ticks of a second, as /proc counts. */
const TICKS = 100;

/** Megabytes that a process holds; 0 where the system does not tell. */
export function residentOf(id: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** Processor time that a process has used so far, in milliseconds; 0 where the system does not tell. */
export function workOf(id: number): number {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return 0;
  }
}
