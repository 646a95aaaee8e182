/**
 * What forum and comment programs print around a post that is none of its words: the member's rank and profile, counters,
 * buttons. They are a small vocabulary that such programs share, whatever they are about.
 */
import type { Line } from './lines.ts';

const LABEL =
  '(?:join(?:ed)?(?: date)?|member since|registered|posts|messages|location|from|reputation|likes|points|threads|reactions?(?: score)?|trophy points|karma|rep(?: power)?|thanks|thanked|status|offline|online|age|gender|tags|replying to|occupation|country|city)';
const LABELLED = new RegExp(`^${LABEL}\\s*(?::.{0,40}|[\\d,.]+k?)?$`, 'iu');
/** "112 posts", "5 replies 1.2K views". */
const COUNTS = /^(?:[\d,.]+k? (?:posts?|messages|comments|points|likes|thanks|threads|repl(?:y|ies)|views|votes|reputation)[\s,·•|]*)+$/iu;
/** Whom a post answers. */
const ANSWERS = /^(?:in )?(?:response|reply|replying|replied) to @?\S.{0,60}$/iu;
const BARE_LABEL = new RegExp(`^${LABEL}\\s*:?$`, 'iu');
const RANK =
  /^(?:(?:well-known|active|new|senior|junior|full|registered|premium|distinguished|super|global|site|forum|super|staff|top|community|verified|banned|lead|frequent|regular)[ -]){0,2}(?:member|moderators?|mod|administrator|admin|guest|user|veteran|newbie|newcomer|regular|op|original poster|author|staff|contributor|commenter|fan|supporter|pick)$/iu;
/** Badges that a site puts on one post and not on others. */
const HONOUR = /^(?:[\p{L}'’]{1,20} )?(?:pick|recommended|featured|pinned|stickied|top comment|best answer|solution)$/iu;
const BUTTON =
  '(?:reply(?: to .{1,30}?)?|reply with quote|report(?: abuse| comment| post)?|quote|like|likes|liked|love|share|link|permalink|embed|parent|hide|crosspost|comments?|copy link|edit|delete|flag|upvote|downvote|vote|recommend|award|give award|follow|save|top|up|down|facebook|twitter|x|e-?mail|whatsapp|reddit|linkedin|pinterest|log in to reply|show more|read more|see more|show replies|hide replies|view \\d+ repl(?:y|ies)|more repl(?:y|ies)|continue this thread|click to expand|level \\d+|\\d+ (?:comments|points?|replies|likes|votes|upvotes)|back to top|click to rate|add message|see all|recommend\\?|clip|report abuse|best rated|rate (?:up|down)|\\(\\d+\\)|[+-]?[\\d,]+k?|[|·•.…:›»▲▼↑↓+-])';
const BUTTONS = new RegExp(`^(?:${BUTTON}(?:\\s+|$|(?=[.…|·•:›»])))+$`, 'iu');

/** A line that says something of the member, not of the matter, whatever the page. */
export function isBadge(line: Line): boolean {
  return isProfile(line.text) || (line.bullet !== null && line.body !== '' && isProfile(line.body));
}

function isProfile(text: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    LABELLED.test(text) ||
    COUNTS.test(text) ||
    (ANSWERS.test(text) && !/[.!?]$/.test(text)) ||
    RANK.test(text) ||
    HONOUR.test(text)
  );
}

/** A label of the profile on a line of its own, whose value stands on the next. */
export function isBareLabel(line: Line | undefined): boolean {
  return line !== undefined && BARE_LABEL.test(line.text);
}

/** Whether the line stands below a bare label of the profile, as its value. */
export function isProfileValue(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && line.gap === 0 && line.text.length <= 40 && isBareLabel(lines[at - 1]);
}

/** A line that holds the buttons and counters of a post and nothing else. */
export function isButtons(line: Line): boolean {
  return line.text.length <= 60 && BUTTONS.test(line.text);
}
