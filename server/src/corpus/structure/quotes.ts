/**
 * Whose words the lines of a post are. Scraped threads keep "Ann wrote:" but lose where the quoted words end, so the end
 * is found from the thread itself: the quoted words stand in Ann's own post, or a later quote of this post shows which
 * of its lines are its own.
 */
import { countWords, type Line } from './lines.ts';

export interface PostLines {
  readonly poster: string;
  readonly lines: readonly Line[];
}

/** What a line of a post is: the poster's own words, another's, or a header that says who is quoted. */
export type LineVoice =
  | { readonly kind: 'own' }
  | { readonly kind: 'header' }
  | { readonly kind: 'quoted'; readonly speaker: string | null };

const OWN: LineVoice = { kind: 'own' };
const HEADER: LineVoice = { kind: 'header' };
const QUOTE_HEADERS = [
  /^(?:quote:?\s+)?originally posted by:?\s+(?<name>\S.{0,60}?)(?:\s+(?:on|view post).*|\s*[»:↑›]*)$/iu,
  /^quote (?:from|by):?\s+(?<name>\S.{0,60}?)(?:\s+on\b.*)?\s*[:»]*$/iu,
  /^@?(?<name>\S.{0,60}?)\s+(?:wrote|said|posted|writes):?\s*[»↑›:]*(?:(?<=[»↑›]).{0,50})?$/iu,
];
/** Below this many words two equal lines may be chance ("I agree."). */
const TELLING = 5;

function quotedName(line: Line): string | null {
  if (line.body.length > 120 || !/[:»↑›]$|^(?:quote|originally)|:\s*[»↑›]/iu.test(line.body)) {
    return null;
  }
  for (const form of QUOTE_HEADERS) {
    const name = form.exec(line.body)?.groups?.['name'];
    if (name !== undefined && countWords(name) <= 6) {
      return name.trim();
    }
  }
  return null;
}

/** Keys of lines already asked for: a thread's lines are compared with each other many times. */
const KEYS = new WeakMap<Line, string>();

function key(line: Line): string {
  const known = KEYS.get(line);
  if (known !== undefined) {
    return known;
  }
  const words = line.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  KEYS.set(line, words);
  return words;
}

/** A stretch of a post's lines that repeats lines of another post. */
interface Repeat {
  /** Of the quoting post: ordinals of its lines, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly of: number;
  readonly ofFrom: number;
  readonly ofTo: number;
}

/** Where each line's words stand in the thread, so that looking for repeats costs the length of the thread. */
function occurrences(posts: readonly PostLines[]): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const places = new Map<string, (readonly [number, number])[]>();
  posts.forEach((post, p) => {
    post.lines.forEach((line, l) => {
      const words = key(line);
      const known = places.get(words);
      if (known === undefined) {
        places.set(words, [[p, l]]);
      } else if (known.length < 50) {
        known.push([p, l]);
      }
    });
  });
  return places;
}

/** The longest repeat of lines from `at` on in a post of `speaker` (any other poster where null). */
function repeatAt(
  posts: readonly PostLines[],
  places: ReadonlyMap<string, readonly (readonly [number, number])[]>,
  p: number,
  at: number,
  speaker: string | null,
): Repeat | null {
  const post = posts[p];
  const line = post?.lines[at];
  if (post === undefined || line === undefined) {
    return null;
  }
  let best: Repeat | null = null;
  for (const [q, start] of places.get(key(line)) ?? []) {
    const other = posts[q];
    const wanted = other !== undefined && q !== p && (speaker === null ? other.poster !== post.poster && q < p : other.poster === speaker);
    if (!wanted) {
      continue;
    }
    let length = 0;
    for (let a = post.lines[at]; a !== undefined; a = post.lines[at + length]) {
      const b = other.lines[start + length];
      if (b === undefined || key(a) !== key(b)) {
        break;
      }
      length++;
    }
    if (length > 0 && (best === null || length > best.to - best.from)) {
      best = { from: at, to: at + length, of: q, ofFrom: start, ofTo: start + length };
    }
  }
  return best;
}

/** The voice of every line of every post, in order. */
export function quoteVoices(posts: readonly PostLines[]): readonly (readonly LineVoice[])[] {
  const places = occurrences(posts);
  const headers = posts.map((post) => post.lines.map(quotedName));
  const repeats = posts.map((post, p) => {
    const found: Repeat[] = [];
    for (let at = 0; at < post.lines.length; at++) {
      const line = post.lines[at];
      const named = at > 0 ? (headers[p]?.[at - 1] ?? null) : null;
      const telling = line !== undefined && countWords(line.text) >= TELLING;
      const repeat =
        named !== null ? repeatAt(posts, places, p, at, named) : at === 0 && telling ? repeatAt(posts, places, p, at, null) : null;
      if (repeat !== null) {
        found.push(repeat);
        at = repeat.to - 1;
      }
    }
    return found;
  });
  const firstOwn = ownFrom(posts, headers, repeats);
  return posts.map((post, p) => voicesOf(post, posts, headers[p] ?? [], repeats[p] ?? [], firstOwn[p] ?? null));
}

/**
 * The first own line of each post that is quoted later without its beginning: engines drop the quotes inside a quote.
 * Null where nobody quotes the post, or somebody quotes it from its start.
 */
function ownFrom(
  posts: readonly PostLines[],
  headers: readonly (readonly (string | null)[])[],
  repeats: readonly (readonly Repeat[])[],
): readonly (number | null)[] {
  const first = posts.map((): number | null => null);
  const reached = new Set<number>();
  for (const repeat of repeats.flat()) {
    first[repeat.of] = Math.min(first[repeat.of] ?? repeat.ofFrom, repeat.ofFrom);
    if (repeat.ofTo === posts[repeat.of]?.lines.length) {
      reached.add(repeat.of);
    }
  }
  const opensWithHeader = posts.map((_, p) => (headers[p]?.[0] ?? null) !== null);
  const late = first.map((own, p) => (own !== null && reached.has(p) && own > (opensWithHeader[p] === true ? 1 : 0) ? own : null));
  const engineDropsQuotes = late.some((own, p) => own !== null && opensWithHeader[p] === true);
  return late.map((own) => (engineDropsQuotes ? own : null));
}

function voicesOf(
  post: PostLines,
  posts: readonly PostLines[],
  headers: readonly (string | null)[],
  repeats: readonly Repeat[],
  firstOwn: number | null,
): readonly LineVoice[] {
  const voices = post.lines.map((line): LineVoice => (line.text.startsWith('>') ? { kind: 'quoted', speaker: null } : OWN));
  let named: string | null = null;
  post.lines.forEach((line, at) => {
    const speaker = headers[at] ?? null;
    if (speaker !== null) {
      voices[at] = HEADER;
      named = speaker;
    } else if (line.text.startsWith('>')) {
      voices[at] = { kind: 'quoted', speaker: named };
    } else {
      named = null;
    }
  });
  for (let at = 0; at < post.lines.length; at++) {
    const speaker = headers[at] ?? null;
    if (speaker !== null && !repeats.some((repeat) => repeat.from === at + 1)) {
      const end = firstOwn !== null && firstOwn > at ? firstOwn : nextGap(post.lines, at + 1);
      for (let l = at + 1; l < end; l++) {
        voices[l] = { kind: 'quoted', speaker };
      }
    }
  }
  if (firstOwn !== null && (headers[0] ?? null) === null) {
    for (let l = 0; l < firstOwn; l++) {
      voices[l] = { kind: 'quoted', speaker: null };
    }
  }
  for (const repeat of repeats) {
    for (let l = repeat.from; l < repeat.to; l++) {
      voices[l] = { kind: 'quoted', speaker: posts[repeat.of]?.poster ?? null };
    }
  }
  return endedQuotes(voices, post).map((voice, l) =>
    voice.kind === 'quoted' && voice.speaker === null ? { kind: 'quoted', speaker: sayerOf(post, l, posts) } : voice,
  );
}

/** Some engines print where a quote ends; what stands behind that is the poster's own. */
function endedQuotes(voices: readonly LineVoice[], post: PostLines): readonly LineVoice[] {
  let quoting = -1;
  const ended = [...voices];
  post.lines.forEach((line, at) => {
    if (voices[at]?.kind === 'header') {
      quoting = at;
    } else if (quoting >= 0 && /^click to (?:expand|collapse)\b/iu.test(line.text)) {
      const header = post.lines[quoting];
      const speaker = header === undefined ? null : quotedName(header);
      for (let l = quoting + 1; l < at; l++) {
        ended[l] = { kind: 'quoted', speaker };
      }
      ended[at] = HEADER;
      for (let l = at + 1; l < post.lines.length && voices[l]?.kind === 'quoted' && !post.lines[l]?.text.startsWith('>'); l++) {
        ended[l] = OWN;
      }
      quoting = -1;
    }
  });
  return ended;
}

/** How many posts back the words of a nameless quote are looked for. */
const BACK = 60;

/** The one poster before whose post holds the words that a line quotes without a name; null where none or several do. */
function sayerOf(post: PostLines, at: number, posts: readonly PostLines[]): string | null {
  const line = post.lines[at];
  const words = line === undefined ? '' : key(line);
  const own = posts.indexOf(post);
  if (words.split(' ').length < TELLING - 1) {
    return null;
  }
  const sayers = new Set<string>();
  for (const other of posts.slice(Math.max(0, own - BACK), own)) {
    if (other.poster !== post.poster && other.lines.some((one) => !one.text.startsWith('>') && key(one).includes(words))) {
      sayers.add(other.poster);
    }
  }
  return sayers.size === 1 ? ([...sayers][0] ?? null) : null;
}

/** The end of the paragraph that starts at line `at`: all that a quote whose end is lost is sure to hold. */
function nextGap(lines: readonly Line[], at: number): number {
  let end = at + 1;
  while (end < lines.length && lines[end]?.gap === 0) {
    end++;
  }
  return Math.min(end, lines.length);
}
