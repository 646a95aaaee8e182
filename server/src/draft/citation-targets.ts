/** What a link's destination means as the target of a citation. */
import type { CitationTarget } from './types.ts';
import { readWordsQuery } from './words-mark.ts';

type PathTarget = Extract<CitationTarget, { kind: 'path' }>;

/** Names of files that can be sources; a link to anything else (an image, a folder, a page of the site) cites nothing. */
const SOURCE_FILE = /\.(?:txt|text|log|md|markdown|rst|html?|xhtml|pdf|docx|srt|vtt|eml|csv|tsv|json|jsonl|ndjson)$/i;

/**
 * The target of a link, or null where it cannot lead into a corpus: a place in the draft itself, a mail address, an
 * image, a folder. A web address is kept, for it may be the address of a document; who resolves it tells.
 */
export function linkTarget(url: string): CitationTarget | null {
  const hash = url.indexOf('#');
  const address = hash < 0 ? url : url.slice(0, hash);
  const fragment = hash < 0 ? '' : url.slice(hash + 1);
  if (address === '') return null;
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'file' && scheme !== 'http' && scheme !== 'https') return null;
  const place = readFragment(fragment);
  if (scheme === 'http' || scheme === 'https') return { kind: 'path', path: address, ...place, words: null };
  const query = address.indexOf('?');
  const words = query < 0 ? null : readWordsQuery(address.slice(query + 1));
  const path = percentDecoded((query < 0 ? address : address.slice(0, query)).replace(/^file:\/\/(?:localhost)?/i, ''));
  const located = place.lines !== null || place.page !== null || place.textFragment !== null || words !== null;
  if (path === '' || (!located && !SOURCE_FILE.test(path))) return null;
  return { kind: 'path', path, ...place, words };
}

/** `L12`, `L12-L14`, `L12-14`, `L12C3-L14C9`, `page=3` and text fragments; anything else names no place. */
function readFragment(fragment: string): Pick<PathTarget, 'lines' | 'page' | 'textFragment'> {
  const directive = fragment.indexOf(':~:');
  const plain = directive < 0 ? fragment : fragment.slice(0, directive);
  const text = directive < 0 ? null : /(?:^|&)text=([^&]*)/.exec(fragment.slice(directive + 3))?.[1];
  const lines = /^L(\d{1,9})(?:C\d{1,9})?(?:-L?(\d{1,9})(?:C\d{1,9})?)?$/i.exec(plain);
  const page = /(?:^|&)page=(\d{1,9})(?:&|$)/i.exec(plain)?.[1];
  return {
    lines: lines === null ? null : lineRange(lines[1], lines[2]),
    page: page === undefined ? null : Number(page),
    textFragment: text === undefined || text === null || text === '' ? null : text,
  };
}

function lineRange(from: string | undefined, to: string | undefined): readonly [number, number] {
  const first = Number(from ?? 0);
  const last = to === undefined ? first : Number(to);
  return first <= last ? [first, last] : [last, first];
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
