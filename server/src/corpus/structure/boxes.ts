/** Boxes inside and below an article that list other pages: a heading that says so, then titles, some with a date. */
import { findStamp } from './dates.ts';
import type { InterfaceRead } from './interface.ts';
import { endsSentence, type Line } from './lines.ts';

const HEADING =
  /^(?:#{1,6} )?(?:(?:table of )?contents|more on this(?: story)?|related(?: (?:articles?|stories|content|links|news|topics|posts?|internet links|coverage|reading|documents|pages))?|see also|also (?:in|on|read)|read (?:more|also|next)|what to read next|you may (?:also )?(?:like|be interested in)|more (?:from|on|in|stories)\b.{0,40}|recommended(?: for you| stories| reading)?|(?:latest|top|other|featured) (?:stories|news|headlines)|from the (?:archive|web)|around the web|elsewhere on\b.{0,30}|editor['’]s (?:picks|choice)|don['’]t miss|keep reading|most (?:read|popular|viewed|shared|watched)|promoted (?:stories|content)|similar threads|features|must read|popular (?:now|stories)|explore (?:more|the topic))(?: on this story)?:?$/iu;
/** A box holds no more lines than this. */
const LONGEST = 24;

/** The lines of such boxes, as ordinals. The last title is left out where it may head the words below it. */
export function boxLines(lines: readonly Line[], reads: readonly InterfaceRead[]): ReadonlySet<number> {
  const boxed = new Set<number>();
  for (let at = 0; at < lines.length; at++) {
    const heading = lines[at];
    if (heading === undefined || heading.text.length > 60 || !HEADING.test(heading.body)) {
      continue;
    }
    const listsParts = /^(?:table of )?contents$/iu.test(heading.body);
    let end = at + 1;
    while (end < lines.length && end < at + LONGEST && isItem(lines[end], reads[end]) && (!listsParts || isPart(lines[end]))) {
      end++;
    }
    const last = lines[end - 1];
    const headsWords =
      end > at + 1 && last !== undefined && last.gap > 0 && last.bullet === null && !isDated(last) && lines[end] !== undefined;
    const stop = headsWords ? end - 1 : end;
    if ((listsParts && stop > at + 3) || lines.slice(at + 1, stop).some(isDated)) {
      for (let i = at; i < stop; i++) {
        boxed.add(i);
      }
    }
    at = Math.max(at, stop - 1);
  }
  return boxed;
}

function isItem(line: Line | undefined, read: InterfaceRead | undefined): boolean {
  return (
    line !== undefined &&
    line.text.length <= 140 &&
    (isDated(line) ||
      (read?.prose === false && !/[.…]["'’”)]*$/u.test(line.text)) ||
      (/[?!]["'’”)]*$/u.test(line.text) && !endsSentence(line.text.slice(0, -1)) && line.text.length < 80))
  );
}

/** A part that contents list: an item, or a title with its page. */
function isPart(line: Line | undefined): boolean {
  return line !== undefined && (line.bullet !== null || /\d$|^[□▪◦]/u.test(line.text));
}

/** A title with its date, or the date alone. */
function isDated(line: Line): boolean {
  const stamp = line.text.length <= 140 ? findStamp(line.text) : null;
  return stamp !== null && line.text.length - stamp.end <= 3;
}
