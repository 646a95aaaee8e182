/** Reads exports of forums and comment threads (.json, .csv): plain lists of posts, each with author, date and text. */
import { parseCsv } from './csv.ts';
import { decode } from './decode.ts';
import { type Extraction, refused, TextWriter } from './extraction.ts';
import { readHtml } from './html.ts';
import { forwardFinder } from './locate.ts';

interface Post {
  readonly author: string;
  /** As in "3 May 2011 at 10:31"; null where the record has none. */
  readonly date: string | null;
  readonly text: string;
  readonly origin: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Names of fields in exports, lower case, without marks between their words. */
const AUTHOR = [
  'author',
  'username',
  'user',
  'poster',
  'authorname',
  'displayname',
  'screenname',
  'nickname',
  'name',
  'by',
  'from',
  'commenter',
  'sender',
];
const TEXT = ['text', 'body', 'content', 'message', 'comment', 'post', 'selftext', 'commenttext', 'bodytext', 'posttext', 'html'];
const DATE = [
  'date',
  'createdat',
  'created',
  'createdutc',
  'datetime',
  'timestamp',
  'time',
  'postedat',
  'posted',
  'publishedat',
  'published',
  'postdate',
  'dateposted',
  'datecreated',
  'timecreated',
];
const REPLIES = ['replies', 'children', 'comments', 'responses', 'answers'];
const TITLE = ['title', 'subject', 'thread', 'topic', 'name', 'headline'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DEEPEST = 100;
/** Share of the records that must be posts, and how many posts make a list. */
const SHARE = 0.8;
const FEWEST = 2;
const NOT_POSTS = 'is not a list of posts with author, date and text';
const REMEDY = 'Save its text as a .txt file if it is a source; else move it out of the folder.';

/** Reads the bytes of a JSON or CSV file; `csv` says which. Posts lead back to their offsets. */
export function readPosts(bytes: Uint8Array, csv: boolean): Extraction {
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') {
    return refused('is not text', REMEDY);
  }
  const list = csv ? csvPosts(decoded.text) : jsonPosts(decoded.text);
  return list === null ? refused(NOT_POSTS, REMEDY) : written(list.posts, list.title, decoded.text);
}

interface PostList {
  readonly title: string | null;
  readonly posts: readonly Post[];
}

function written(posts: readonly Post[], title: string | null, original: string): Extraction {
  const writer = new TextWriter();
  if (title !== null) {
    writer.line(title);
  }
  for (const { author, date, text, origin } of posts) {
    writer.gap();
    writer.line(date === null ? `${author} wrote:` : `Posted by ${author} on ${date}`, { origin });
    for (const line of text.split(/\r?\n/)) {
      if (line.trim() === '') {
        writer.gap();
      } else {
        writer.line(line.trimEnd());
      }
    }
  }
  return writer.finish(original);
}

function csvPosts(text: string): PostList | null {
  const [head, ...rows] = parseCsv(text);
  if (head === undefined) {
    return null;
  }
  const records = rows.map(({ fields, origin }) => ({
    fields: Object.fromEntries(head.fields.map((name, i) => [name, fields[i] ?? ''])),
    origin,
  }));
  return listOf(
    records.map(({ fields, origin }) => postOf(fields, () => origin)),
    null,
  );
}

function jsonPosts(text: string): PostList | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const found = listIn(value);
  if (found === null) {
    return null;
  }
  const find = forwardFinder(text);
  const posts: (Post | null)[] = [];
  const visit = (record: unknown, depth: number) => {
    if (!isFields(record)) {
      posts.push(null);
      return;
    }
    posts.push(postOf(record, (words) => find(JSON.stringify(words).slice(1, -1))));
    const replies = field(record, REPLIES);
    for (const reply of Array.isArray(replies) && depth < DEEPEST ? replies : []) {
      visit(reply, depth + 1);
    }
  };
  for (const record of found.records) {
    visit(record, 0);
  }
  return listOf(posts, found.title);
}

/** The value itself where it is a list, or the one list of records that it holds. */
function listIn(value: unknown): { readonly records: readonly unknown[]; readonly title: string | null } | null {
  if (Array.isArray(value)) {
    return { records: value, title: null };
  }
  if (!isFields(value)) {
    return null;
  }
  const lists = Object.values(value).filter(
    (one): one is readonly unknown[] => Array.isArray(one) && one.length > 0 && one.every(isFields),
  );
  const [only, second] = lists;
  const title = field(value, TITLE);
  const own = postOf(value, () => 0) === null ? [] : [value];
  if (only === undefined || second !== undefined) {
    return null;
  }
  // The post that opens the thread may be the record that holds the others, as its replies.
  const records = own.length > 0 && field(value, REPLIES) === only ? own : [...own, ...only];
  return { records, title: typeof title === 'string' && title.trim() !== '' ? title.replace(/\s+/g, ' ').trim().slice(0, 200) : null };
}

function listOf(posts: readonly (Post | null)[], title: string | null): PostList | null {
  const found = posts.filter((post) => post !== null);
  const dated = found.filter(({ date }) => date !== null).length;
  const plain = found.length >= FEWEST && found.length >= posts.length * SHARE && dated >= found.length * SHARE;
  return plain ? { title, posts: found } : null;
}

function postOf(record: Fields, originOf: (words: string) => number): Post | null {
  const author = nameIn(field(record, AUTHOR));
  const raw = field(record, TEXT);
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (author === null || text === '') {
    return null;
  }
  const page = /<(?:p|br|div|blockquote|a|span)\b[^>]{0,300}>/i.test(text) ? readHtml(new TextEncoder().encode(text)) : null;
  return { author, date: dateIn(field(record, DATE)), text: page?.kind === 'text' ? page.text.trim() : text, origin: originOf(text) };
}

/** The value of the first of the names that the record has a value for. */
function field(record: Fields, names: readonly string[]): unknown {
  const keys = new Map(Object.keys(record).map((key) => [key.toLowerCase().replace(/[^a-z]/g, ''), key]));
  for (const name of names) {
    const key = keys.get(name);
    const value = key === undefined ? null : record[key];
    if (value !== null && value !== undefined && value !== '') {
      return value;
    }
  }
  return null;
}

function nameIn(value: unknown): string | null {
  const name = isFields(value) ? field(value, ['displayname', 'name', 'username', 'screenname', 'login']) : value;
  const plain = typeof name === 'string' ? name.replace(/\s+/g, ' ').trim() : '';
  return plain === '' || plain.length > 60 ? null : plain;
}

/** Seconds or milliseconds since 1970, or a date as people and machines write it; the time of day is kept where there is one. */
function dateIn(value: unknown): string | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{9,13}(?:\.\d+)?$/.test(value) ? Number(value) : null;
  if (number !== null) {
    const date = new Date(number > 1e11 ? number : number * 1000);
    return Number.isNaN(date.getTime()) ? null : spelled(date.toISOString());
  }
  return typeof value === 'string' ? spelled(value.trim()) : null;
}

function spelled(date: string): string | null {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name !== undefined) {
    return `${Number(day)} ${name} ${year}${hour === undefined ? '' : ` at ${hour}:${minute}`}`;
  }
  return /\b(?:19|20)\d\d\b/.test(date) && date.length < 60 ? date.replace(/\s+/g, ' ') : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
