/** Files written in one step, so that no half-written one is ever left behind or read. */
import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts `content` in the place of the file, or makes it. A link is followed, rights are kept, and a file that may not be
 * written to is refused as an ordinary write would be. A device or pipe (/dev/stdout) is written to as it is.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => null);
  if (before !== null && !before.isFile()) {
    await writeFile(target, content);
    return;
  }
  if (before !== null) await access(target, constants.W_OK);
  else await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx', ...(before === null ? {} : { mode: before.mode & 0o777 }) });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
