/** The headings that part what readers write from what they write about. */
import { findStamp } from './dates.ts';
import { countWords, endsSentence, type Line } from './lines.ts';

/** "13 Responses to …", "Comments (5)", "Reader comments". */
const HEADING = /\b(?:responses?|comments?|replies|reactions|thoughts)\b/iu;
const TITLED = /\b(?:responses?|comments?|replies|thoughts|reactions) (?:to|on|for|about)\b/iu;
/** A heading that fills its line: "Comments", "24 comments", "Comments (4)", "Join the discussion: 3 comments". */
const ALONE =
  /^(?:#{1,6} )?(?:[\d,]+ |all |(?:your|reader|user|recent|latest|most recent|oldest|newest|public)s?['’]? )*(?:comments?|responses?|replies|have your say|discussion|conversation|thoughts)(?: so far| received| posted| section)?[\s:|·•-]*\(?[\d,]*\)?[.:]?$/iu;
/** Between the heading and the first post stand controls only, and not many of them. */
const REACH = 14;

/** Whether the heading says that readers comment, by what it names or by their number. */
export function isCommentHeading(line: Line | undefined): boolean {
  return (
    line !== undefined && (TITLED.test(line.text) || (HEADING.test(line.text) && /\d/.test(line.text) && !/\bviews\b/iu.test(line.text)))
  );
}

/** Whether the heading names what is commented on, and so is the thread's title. */
export function isCommentTitle(line: Line | undefined): boolean {
  return line !== undefined && TITLED.test(line.text);
}

/** Whether the line may head comments, by a word of it alone. */
export function namesComments(line: Line | undefined): boolean {
  return line !== undefined && line.text.length < 200 && HEADING.test(line.text);
}

/** Whether the line is a heading of comments and nothing else. */
export function isLoneHeading(line: Line | undefined): boolean {
  return line !== undefined && line.text.length < 160 && ALONE.test(line.body);
}

/** The line that heads the comments of a page, as an ordinal; null where none is followed by posts right below it. */
export function commentsFrom(lines: readonly Line[]): number | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    const heads =
      line !== undefined &&
      line.text.length < 160 &&
      (ALONE.test(line.body) || (TITLED.test(line.text) && /^\W*(?:\d|[Oo]ne\b)/u.test(line.text)));
    if (heads && opensPosts(lines, at)) {
      return at;
    }
  }
  return null;
}

/** Whether a date stands near below, with no running text before it. */
function opensPosts(lines: readonly Line[], heading: number): boolean {
  for (let at = heading + 1; at <= heading + REACH; at++) {
    const line = lines[at];
    if (line === undefined) {
      return false;
    }
    if (line.text.length <= 200 && findStamp(line.text) !== null) {
      return true;
    }
    if (countWords(line.text, 20) > 14 && endsSentence(line.text)) {
      return false;
    }
  }
  return false;
}
