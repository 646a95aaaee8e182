import type { Face } from '../cli/face.ts';

export type Shared = Face;
