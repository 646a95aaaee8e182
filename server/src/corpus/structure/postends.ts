/**
 * Where the words of a post end and the engine's own begin: buttons, profile, signature. They are known by standing at the
 * ends of many posts alike, which no words do.
 */
import { isStampAlone } from './dates.ts';
import { readInterface } from './interface.ts';
import { countWords, endsSentence, type Line } from './lines.ts';
import { isBadge, isButtons, isProfileValue } from './memberfields.ts';

/** How far from its end a post's buttons and profile may begin. */
const TAIL = 14;
/** How many lines at a post's start may repeat its title. */
const SIGNATURE = /^(?:_{5,}|-{5,}|-- ?)$/;

export interface PostBody {
  readonly poster: string;
  readonly lines: readonly Line[];
}

/** A line with what differs from post to post taken out. */
function shape(line: Line, poster: string): string {
  return line.text.replaceAll(poster, '@').replace(/\d+/g, '0').toLowerCase();
}

/** Lines that are printed below posts and repeat at the ends of several; the last body may run on past its post and says nothing. */
function footers(bodies: readonly PostBody[]): ReadonlySet<string> {
  const bounded = bodies.slice(0, -1);
  const counts = new Map<string, number>();
  for (const { poster, lines } of bounded) {
    for (const text of new Set(
      lines
        .slice(-TAIL)
        .filter(isShort)
        .map((line) => shape(line, poster)),
    )) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, bounded.length * 0.4);
  return new Set([...counts].flatMap(([text, count]) => (count >= enough ? [text] : [])));
}

function isShort(line: Line): boolean {
  return line.text.length <= 80 && !(endsSentence(line.text) && countWords(line.text) > 3);
}

function isEnd(lines: readonly Line[], at: number, poster: string, known: ReadonlySet<string>): boolean {
  const line = lines[at];
  return (
    line !== undefined &&
    (known.has(shape(line, poster)) ||
      isButtons(line) ||
      isStampAlone(line.text) ||
      isProfileValue(lines, at) ||
      line.text === poster ||
      (isBadge(line) && /[\p{L}\p{N}]/u.test(line.text)))
  );
}

/**
 * How many lines of each body are the post's own. Of the last body, which nothing bounds, all behind the first line that
 * ends other posts is cut off.
 */
export function ownLines(bodies: readonly PostBody[]): readonly number[] {
  const known = footers(bodies);
  return bodies.map((body, b) => {
    const { lines, poster } = body;
    const signed = lines.findIndex((line, at) => at > 0 && SIGNATURE.test(line.text));
    const end = signed < 0 ? lines.length : signed;
    return b === bodies.length - 1 ? endOfOpen(lines.slice(0, end), poster, known) : endOfBounded(lines.slice(0, end), poster, known);
  });
}

function endOfBounded(lines: readonly Line[], poster: string, known: ReadonlySet<string>): number {
  let end = lines.length;
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - TAIL); at--) {
    const line = lines[at];
    if (line === undefined || !isShort(line)) {
      break;
    }
    if (isEnd(lines, at, poster, known)) {
      end = at;
    }
  }
  return end;
}

function endOfOpen(lines: readonly Line[], poster: string, known: ReadonlySet<string>): number {
  if (known.size === 0) {
    return endOfBounded(lines, poster, known);
  }
  const first = lines.findIndex((line, at) => at > 0 && isShort(line) && known.has(shape(line, poster)));
  return first < 0 ? lines.length : endOfBounded(lines.slice(0, first), poster, known);
}

/** Whether the page's own controls begin at the line, where no post tells what ends posts. */
export function startsControls(line: Line): boolean {
  const read = readInterface(line);
  return read.strength >= 2 && (!read.prose || read.words <= 10);
}
