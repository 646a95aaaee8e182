/** What went wrong with a file, in words for people: the operating system's own names (ENOENT) say nothing to them. */

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'you may not open it',
  EPERM: 'the system does not allow it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program holds it',
  EIO: 'the disk could not read it',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk may only be read',
  EXDEV: 'it lies on another disk',
  ENOTEMPTY: 'the folder is not empty',
  EEXIST: 'it exists already',
};

/** Words that can stand in brackets after "cannot be read". */
export function reason(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (typeof code === 'string') return WORDS[code] ?? `the system says ${code}`;
  return error instanceof Error ? error.message : String(error);
}
