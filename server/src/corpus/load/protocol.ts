/** What the program and the child processes that read files for it tell each other. */
import type { DearFormat } from '../formats.ts';
import type { Extraction } from './extraction.ts';

export interface Job {
  readonly id: number;
  readonly path: string;
  readonly format: DearFormat;
}

export interface Done {
  readonly id: number;
  readonly extraction: Extraction;
}

/** What a child writes to its standard error when it ends itself for want of memory. */
export const MEMORY_MARK = 'corroborate: memory limit reached';
/** Names of the environment variable that carries the limit, in megabytes. */
export const MEMORY_VARIABLE = 'CORROBORATE_LOADER_MEMORY';
