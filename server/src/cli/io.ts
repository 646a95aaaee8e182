/** The outside world of the command line, as a value: tests hand in another one. */
import { createInterface } from 'node:readline';

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  /** Whether standard error is one, so that progress can be shown on it and taken away again. */
  readonly terminalNotes: boolean;
  /** Width of the terminal in characters; null where there is none. */
  readonly columns: number | null;
  out(text: string): void;
  /** For everything that is no result: what was not checked, and why. */
  note(text: string): void;
  readStdin(): Promise<Uint8Array>;
  /** Asks the person at the terminal; null where nobody is there. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/**
 * What the exit code of the program says. A run that found something and could also not check everything exits with 2:
 * what was found is printed, but "no other findings" would be an untruth.
 */
export const EXIT = { clean: 0, findings: 1, incomplete: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function processIo(): Io {
  // A reader that has seen enough (`corroborate lint | head`) closes the pipe; that is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    terminal: process.stdout.isTTY === true,
    terminalNotes: process.stderr.isTTY === true,
    // A terminal that does not know its width says 0.
    columns: process.stdout.isTTY === true && process.stdout.columns > 0 ? process.stdout.columns : null,
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? ask : null,
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

/** The question stands on standard error, so that standard output can go into a file. An end of input is an empty answer. */
function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.once('close', () => resolve(''));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
