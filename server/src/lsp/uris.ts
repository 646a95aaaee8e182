/** File paths ⇄ the URIs of the protocol. */
import { URI } from 'vscode-uri';

/** The file system path of a `file:` URI; null for drafts that are not files (untitled, virtual) and for what is no URI. */
export function pathOf(uri: string): string | null {
  try {
    const parsed = URI.parse(uri, true);
    return parsed.scheme === 'file' ? parsed.fsPath : null;
  } catch {
    return null;
  }
}

/** The URI of an absolute path. */
export function uriOf(file: string): string {
  return URI.file(file).toString();
}

/** The URI of a place in a file, as editors open it from a link: `#L12` or `#L12,5`. Line and column are 1-based. */
export function uriAt(file: string, line: number, column = 1): string {
  return `${uriOf(file)}#L${line}${column > 1 ? `,${column}` : ''}`;
}
