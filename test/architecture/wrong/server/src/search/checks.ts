import type { Shared } from '../project/shared.ts';

export type Searches = Shared;
