/** The command line inside the test's own process: the whole way from files to text, without the start of a program. */
import { run } from '../../server/src/cli/cli.ts';
import type { ExitCode } from '../../server/src/cli/io.ts';

export interface Printed {
  readonly code: ExitCode;
  readonly out: string;
  readonly notes: string;
}

/** `answers` are those of a person at the terminal; without any, nobody is there. */
export async function corroborate(argv: readonly string[], cwd: string, answers: readonly string[] | null = null): Promise<Printed> {
  let out = '';
  let notes = '';
  const left = [...(answers ?? [])];
  const code = await run(argv, {
    cwd,
    env: {},
    terminal: false,
    terminalNotes: false,
    columns: null,
    out: (text) => {
      out += text;
    },
    note: (text) => {
      notes += text;
    },
    readStdin: async () => new Uint8Array(),
    ask: answers === null ? null : async () => left.shift() ?? '',
  });
  return { code, out, notes };
}
