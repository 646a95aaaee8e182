/** The command line inside the test's own process: the whole way from files to text, without the start of a program. */
import { run } from '../../server/src/cli/cli.ts';
import type { ExitCode } from '../../server/src/cli/io.ts';

export interface Printed {
  readonly code: ExitCode;
  readonly out: string;
  readonly notes: string;
}

export async function corroborate(argv: readonly string[], cwd: string): Promise<Printed> {
  let out = '';
  let notes = '';
  const code = await run(argv, {
    cwd,
    env: {},
    terminal: false,
    columns: null,
    out: (text) => {
      out += text;
    },
    note: (text) => {
      notes += text;
    },
    readStdin: async () => new Uint8Array(),
  });
  return { code, out, notes };
}
