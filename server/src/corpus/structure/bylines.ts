/** The lines around a title that say who wrote a page, when, where it stood, and what its pictures are. */
import { findHeaderDate } from './dates.ts';

/** Whether a line says who wrote the page, or when. */
export function isByline(text: string): boolean {
  if (text.length > 120) {
    return false;
  }
  if (/^(?:written |posted |published |story |words |text )?by:? \p{Lu}/iu.test(text) && !/[.!?]$/.test(text)) {
    return true;
  }
  const date = findHeaderDate(text);
  return (
    date !== null &&
    date.date.day !== null &&
    text.length - (date.end - date.start) < 70 &&
    !/[!?]$|\d\.$/.test(text) &&
    isDateLine(text, date.start)
  );
}

/** A date that opens its line, or stands behind a word such as "published", a name or a mark; not one inside a sentence. */
function isDateLine(text: string, start: number): boolean {
  const before = text.slice(0, start).trim();
  return (
    before === '' ||
    /[:|,·•/–-]$|\b(?:published|updated|posted|online|modified|date|on|publication)$/iu.test(before) ||
    !/\s\p{Ll}/u.test(before)
  );
}

/** A month alone on its line, as covers of reports have it. */
export function isMonthAlone(text: string): boolean {
  const date = text.length < 24 ? findHeaderDate(text) : null;
  return date !== null && date.date.day === null && date.date.month !== null && text.length - (date.end - date.start) < 3;
}

/** A record of the publication: journal, volume, DOI, pages, copyright. */
export function isRecord(text: string): boolean {
  return (
    text.length < 400 &&
    (/\bdoi\b|doi\.org/iu.test(text) ||
      /\b(?:volume|vol\.?|v\.)\s?\d+.{0,20}(?:issue|no\.?|\()/iu.test(text) ||
      /^(?:©|copyright\b|\(c\))/iu.test(text) ||
      /^(?:online|first|date of)? ?(?:publication|published)\b.{0,60}(?:19|20)\d\d/iu.test(text))
  );
}

/** What a writer does, as papers print it below the name: "Local Democracy Reporter", "Crime Correspondent". */
const WRITES =
  /^(?:by )?(?:[\p{L}’'&,.-]+ ){0,8}(?:reporters?|correspondents?|editors?|columnist|journalists?|political staff|newsdesk|news desk|staff writer|writer)(?: (?:in|at|for|,) .{2,30})?$/iu;
/** Labels and controls of pages that stand between title and text and are neither. */
const AROUND =
  /^(?:published|updated|last (?:updated|modified)|posted|date|time|image (?:source|caption|copyright)|media caption|video caption|getty images|reuters|pa media|photograph|photo|picture|by|from|share|comments?|print|save|listen|a{1,3}|(?:a ){1,3}a|[\d,]+ ?(?:min(?:ute)?s? read|shares|views|comments)|this (?:article|story) is (?:more than|over) .{3,20} old|(?:ref|reference|our ref|your ref|case no|case number|neutral citation number|company number|notice id)\b.*|breaking|exclusive|news|press release|article|research article|journal article|original article|abstract|full text|open access|review article|blog|opinion|authored article|speech|guidance|statutory guidance|notice|correspondence|policy paper|report|consultation outcome|transparency data|independent report|claimants?|defendants?|appellants?|respondents?|applicants?|petitioners?|(?:-|–)? ?and ?(?:-|–)?|between|before|approved judgment|judgment|in the matter of)[:,]?$/iu;

/** Whether the line describes the page or its pictures and so is neither its title nor its matter. */
export function isAbout(text: string): boolean {
  return (
    text.length < 120 &&
    (AROUND.test(text) ||
      /^@\w{2,20}$/u.test(text) ||
      /^\([^()]{1,80}\)$/u.test(text) ||
      /^(?:category|decision|decision date|status|outcome|type|topic|author|date|closed|opened) ?: \S/iu.test(text) ||
      /^[\d.,]+k? (?:repl(?:y|ies)|posts|views|members)\b/iu.test(text) ||
      /^(?:image|media|video) (?:source|caption|copyright)\b/iu.test(text) ||
      /^(?:photo(?:graph|grapher)?|picture|image|credit)s?(?: by| credit)?:\s/iu.test(text) ||
      (WRITES.test(text) && !/[.!?]$/.test(text) && text.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length >= 1))
  );
}

/** A picture's words end with who made it: "The pier in 2010. Picture: Ann Hale". */
export function isCaption(text: string): boolean {
  return text.length < 300 && /\b(?:photo(?:graph)?|picture|image|pic|credit)s?(?: by| credit)?: ?\p{Lu}[^.:]{1,60}\.?$/iu.test(text);
}

/** A row of a menu: "Home | Archive | About". */
export function isMenuRow(text: string): boolean {
  return text.length < 200 && /\S \| \S[^|]*\S \| \S/u.test(text) && !/[.!?]$/.test(text);
}
