/** Finds the line of a value in JSON text, so that a problem can be opened where it stands. */

/** 1-based line of the value at `path`, or of the nearest value above it that exists; null for the whole file. */
export function lineOfPath(text: string, path: readonly (string | number)[]): number | null {
  let at = skipSpace(text, 0);
  let found = at;
  for (const part of path) {
    const next = enter(text, at, part);
    if (next === null) {
      break;
    }
    found = next.key;
    at = next.value;
  }
  return path.length === 0 ? null : lineAt(text, found);
}

/** The line that the message of `JSON.parse` points to ("… at position 17", "… at line 3"), or null. */
export function lineOfPosition(text: string, message: string): number | null {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? null : lineAt(text, Number(position));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Where a member of the object or array at `at` stands; the text is valid JSON. */
function enter(text: string, at: number, part: string | number): { readonly key: number; readonly value: number } | null {
  const close = text[at] === '{' ? '}' : text[at] === '[' ? ']' : null;
  if (close === null) {
    return null;
  }
  let i = skipSpace(text, at + 1);
  for (let index = 0; i < text.length && text[i] !== close; index++) {
    const key = i;
    let name: string | number = index;
    if (close === '}') {
      const end = skipValue(text, i);
      name = text.slice(i + 1, end - 1);
      i = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === part || (typeof name === 'string' && name.includes('\\') && unescaped(name) === part)) {
      return { key, value: i };
    }
    i = skipSpace(text, skipValue(text, i));
    i = text[i] === ',' ? skipSpace(text, i + 1) : i;
  }
  return null;
}

function unescaped(name: string): string {
  return String(JSON.parse(`"${name}"`));
}

function skipSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && /\s/.test(text[i] ?? '')) {
    i++;
  }
  return i;
}

/** Behind the value that starts at `from`. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let i = from;
  while (i < text.length) {
    const char = text[i];
    if (char === '"') {
      i++;
      while (i < text.length && text[i] !== '"') {
        i += text[i] === '\\' ? 2 : 1;
      }
    } else if (char === '{' || char === '[') {
      depth++;
    } else if (char === '}' || char === ']') {
      depth--;
      if (depth < 0) {
        return i;
      }
    } else if (char === ',' && depth === 0) {
      return i;
    }
    i++;
    if (depth === 0 && (char === '"' || char === '}' || char === ']')) {
      return i;
    }
  }
  return i;
}
