/**
 * What a source says of itself in fields at its top: the front matter of Markdown, the header of a letter or memorandum,
 * the lines that people type above a pasted article ("Title: …", "Source: …", "Date: …").
 */
import type { PartialDate } from '../../text/types.ts';
import { findHeaderDate } from './dates.ts';
import type { Line } from './lines.ts';

export interface Fields {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: PartialDate | null;
  readonly url: string | null;
  /** Lines that the fields take up, from the first line of the file. */
  readonly lines: number;
}

const NONE: Fields = { title: null, author: null, publisher: null, date: null, url: null, lines: 0 };
const FIELD = /^(?:\*\*)?(?<key>[\p{L}][\p{L} -]{1,18}?)(?:\*\*)?:(?:\*\*)?\s+(?<value>\S.*)$/u;
const KEYS: Readonly<Record<string, keyof Omit<Fields, 'lines'> | 'other'>> = {
  title: 'title',
  headline: 'title',
  subject: 'title',
  re: 'title',
  author: 'author',
  by: 'author',
  byline: 'author',
  from: 'author',
  publisher: 'publisher',
  publication: 'publisher',
  source: 'publisher',
  site: 'publisher',
  date: 'date',
  published: 'date',
  'publication date': 'date',
  sent: 'date',
  url: 'url',
  link: 'url',
  to: 'other',
  cc: 'other',
  tags: 'other',
  category: 'other',
  categories: 'other',
  language: 'other',
  description: 'other',
  ref: 'other',
  reference: 'other',
  keywords: 'other',
  layout: 'other',
  slug: 'other',
  accessed: 'other',
};

/** The fields that open a text; nothing where fewer than two lines are known fields. */
export function readFields(lines: readonly Line[]): Fields {
  const fenced = lines[0]?.text === '---';
  const found: Partial<Record<keyof Fields, string>> = {};
  let known = 0;
  let at = fenced ? 1 : 0;
  let end = 0;
  for (; at < Math.min(lines.length, 40); at++) {
    const line = lines[at];
    if (line === undefined || (fenced && /^(?:---|\.\.\.)$/.test(line.text))) {
      end = at + 1;
      break;
    }
    const groups = line.text.length > 300 ? undefined : FIELD.exec(line.text)?.groups;
    const key = KEYS[groups?.['key']?.toLowerCase() ?? ''];
    if (key === undefined && !fenced) {
      const letterhead = known === 0 && at < 2 && line.text === line.text.toUpperCase() && line.text.length < 60;
      if (letterhead) {
        continue;
      }
      end = at;
      break;
    }
    known += key === undefined ? 0 : 1;
    if (key !== undefined && key !== 'other' && found[key] === undefined) {
      found[key] = (groups?.['value'] ?? '').replace(/^["']|["']$/g, '').trim();
    }
  }
  if (end === 0 || (known < 2 && !fenced)) {
    return NONE;
  }
  return {
    title: found.title ?? null,
    author: found.author ?? null,
    publisher: found.publisher ?? null,
    date: findHeaderDate(found.date ?? '')?.date ?? null,
    url: found.url ?? null,
    lines: end,
  };
}
