/** The built program as a process, as a person or a build server starts it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Report, reportSchema } from '../../server/src/cli/report-schema.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PROGRAM = join(root, 'dist', 'main.cjs');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Call {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export function corroborate(args: readonly string[], { cwd = root, stdin = '', env = {} }: Call = {}): Outcome {
  if (!existsSync(PROGRAM)) throw new Error('dist/main.cjs is missing: run npm run build first');
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  const result = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    input: stdin,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    timeout: 25_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** The JSON report of a lint, checked against its schema, with the exit code. */
export function report(args: readonly string[], call: Call = {}): Report & { readonly code: number | null; readonly err: string } {
  const { code, out, err } = corroborate(['lint', '--format', 'json', ...args], call);
  return { ...reportSchema.parse(JSON.parse(out)), code, err };
}
