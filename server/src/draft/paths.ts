/** Paths as strings with forward slashes, absolute or relative; nothing here touches a file system. */

/** A path without `.`, `..`, doubled and backward slashes. A leading slash or drive letter stays. */
export function normalisePath(path: string): string {
  const forward = path.replaceAll('\\', '/');
  const root = /^(?:[A-Za-z]:)?\//.exec(forward)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of forward.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || root === '') parts.push(part);
  }
  return root.replace(/^[a-z]/, (drive) => drive.toUpperCase()) + parts.join('/');
}

/** Everything before the last slash. */
export function directoryOf(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.slice(0, Math.max(0, forward.lastIndexOf('/')));
}

/** The part behind the last slash. */
export function baseName(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.slice(forward.lastIndexOf('/') + 1);
}

/** Where a path written in the file `from` leads. */
export function resolvePath(from: string, written: string): string {
  const forward = written.replaceAll('\\', '/');
  const rooted = /^\/[A-Za-z]:\//.test(forward) ? forward.slice(1) : forward;
  return normalisePath(/^(?:[A-Za-z]:)?\//.test(rooted) ? rooted : `${directoryOf(from)}/${rooted}`);
}

/** The path to write in the file `from` so that it leads to `to`; `to` itself where they share no root. */
export function relativePath(from: string, to: string): string {
  const here = normalisePath(directoryOf(from)).split('/');
  const there = normalisePath(to).split('/');
  if (here[0] !== there[0]) return normalisePath(to);
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** A path as a link destination: spaces, parentheses and signs with a meaning in addresses are percent-encoded. */
export function encodePath(path: string): string {
  try {
    return encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    // Half a surrogate pair has no encoding; such a name cannot be linked to in any spelling.
    return path;
  }
}
