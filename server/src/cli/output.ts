/** Where the result goes: standard output, or the file that --output names. */
import { resolve } from 'node:path';
import { reason } from '../corpus/load/reason.ts';
import type { OptionSpec } from './command.ts';
import type { Io } from './io.ts';
import type { Session } from './session.ts';
import { replaceFile } from './write-file.ts';

export const OUTPUT_OPTION: OptionSpec = { value: 'FILE', help: 'Write the result into this file instead of showing it.' };

/** A result for a file is made as for a pipe: no colours, no broken lines. */
export function outputIo(io: Io, file: string | null): Pick<Io, 'env' | 'terminal' | 'columns'> {
  return file === null ? io : { env: {}, terminal: false, columns: null };
}

/** Writes the result, and says whether it could: a file that cannot be written is told as work not done. */
export async function put(text: string, file: string | null, session: Session, io: Io): Promise<boolean> {
  if (file === null) {
    io.out(text);
    return true;
  }
  try {
    await replaceFile(resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    session.failed(`${file} was not written (${reason(error)}). Name another place.`);
    return false;
  }
}
