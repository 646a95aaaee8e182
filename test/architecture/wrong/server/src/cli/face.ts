import { start } from '../lsp/start.ts';

export type Face = 'supported' | typeof start;
