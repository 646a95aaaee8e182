import type { Shared } from '../project/shared.ts';

export type Checks = Shared;
