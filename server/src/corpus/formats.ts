/** Which files are sources, by the endings of their names. */
import type { Source } from './domain.ts';

const FORMATS: ReadonlyMap<string, Source['format']> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['rst', 'rst'],
]);

/** Endings of documents that people keep in source folders and that this version cannot read. */
const UNREAD: ReadonlySet<string> = new Set(['pdf', 'doc', 'docx', 'odt', 'rtf', 'html', 'htm', 'epub', 'eml', 'vtt', 'srt']);

function ending(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The format that a file's name promises, or null where it is no source. */
export function sourceFormat(name: string): Source['format'] | null {
  return FORMATS.get(ending(name)) ?? null;
}

/** Whether the name is that of a document a person may expect to be read, though it is not. */
export function isUnreadDocument(name: string): boolean {
  return UNREAD.has(ending(name));
}
