/** Which files are sources, by the endings of their names. */
import type { Source } from './domain.ts';

const FORMATS: ReadonlyMap<string, Source['format']> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['rst', 'rst'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['vtt', 'subtitles'],
  ['srt', 'subtitles'],
  ['eml', 'email'],
  ['json', 'posts'],
  ['csv', 'posts'],
]);

/** Formats that are text as they come. */
export type PlainFormat = 'text' | 'markdown' | 'rst';
/** Formats whose text must be got out of them, which costs time and may fail. */
export type DearFormat = Exclude<Source['format'], PlainFormat>;

/** Endings of documents that people keep in source folders and that this version cannot read. */
const UNREAD: ReadonlySet<string> = new Set(['doc', 'odt', 'rtf', 'epub', 'pages', 'mht', 'mhtml', 'msg', 'ppt', 'pptx', 'xls', 'xlsx']);

/** Files of this program and of others that describe or configure, and are no sources. */
const NO_SOURCES: ReadonlySet<string> = new Set([
  'corpus.json',
  'corroborate.json',
  'corroborate-ignores.json',
  'corroborate-baseline.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]);

function ending(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The format that a file's name (or path) promises, or null where it is no source. */
export function sourceFormat(name: string): Source['format'] | null {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase();
  return NO_SOURCES.has(base) ? null : (FORMATS.get(ending(base)) ?? null);
}

export function isDear(format: Source['format']): format is DearFormat {
  return format !== 'text' && format !== 'markdown' && format !== 'rst';
}

/** Whether the name is that of a document a person may expect to be read, though it is not. */
export function isUnreadDocument(name: string): boolean {
  return UNREAD.has(ending(name));
}
