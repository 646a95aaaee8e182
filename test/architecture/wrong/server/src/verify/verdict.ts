import type { Face } from '../cli/face.ts';

export const verdict: Face = 'supported';
