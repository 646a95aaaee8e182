/** Readers who write under articles and in forums: how a draft calls them, and whether they alone bear it out. */
import type { Span } from '../../text/span.ts';
import type { Analysis, Reporting } from '../../text/types.ts';
import type { Evidence, QuotationResult } from '../types.ts';

/** Whether nothing but reader comments and forum posts bears the sentence out. */
export function isCommentOnly(quotations: readonly QuotationResult[], supporting: readonly Evidence[]): boolean {
  if (supporting.length === 0) return false;
  const quoted = quotations.flatMap((q) => (q.kind === 'exact' ? [q.places] : []));
  return (
    supporting.every((e) => e.standing === 'comment') && quoted.every((places) => places.every((place) => place.standing === 'comment'))
  );
}

const WHERE =
  '(?:comments?(?: (?:section|thread|page)s?)?|threads?|forums?|discussion|message board|blog|article|site|website|page|story|post)';
const BELOW = String.raw`(?: (?:to|of|in|on|at|under|below|beneath) (?:the|a|an|this|that|its|one) (?:[\p{L}’'-]+ ){0,2}?${WHERE}){0,2}`;
const POSTER = String.raw`(?:(?:one|an?|another|the) )?(?:[\p{L}-]+ )?(?:contributor|commenter|poster|reader|forum (?:member|user))${BELOW}`;
/** "One contributor to the thread, Ian Dale, …", "a reader called Ian Dale". */
const BEFORE = new RegExp(`(?:^|[,;:]\\s|\\bto\\s)(${POSTER})(?:,| (?:called|named))\\s$`, 'iu');
/** "Ian Dale, a poster on the forum, …". */
const BEHIND = new RegExp(`^,\\s(${POSTER})(?=,|$)`, 'iu');
/** "In the comments under the article". */
const PLACE = new RegExp(
  `\\b(?:in|on|under|below) (?:the|a|that|this) (?:readers?[’']? )?(?:comments?(?: (?:section|thread|page))?|threads?|forum)\\b${BELOW}`,
  'giu',
);

/** The words of a report that only call its speaker a reader who posts, and say where: what kind of source it is tells, and no passage does. */
export function posterWords({ speaker, content }: Reporting, { text }: Analysis): readonly Span<'text'>[] {
  const spans: Span<'text'>[] = [...text.matchAll(PLACE)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  if (speaker !== null) {
    const from = Math.max(0, speaker.start - LONGEST);
    const before = BEFORE.exec(text.slice(from, speaker.start));
    if (before !== null) spans.push({ start: from + before.index, end: speaker.start });
    const behind = BEHIND.exec(text.slice(speaker.end, speaker.end + LONGEST));
    if (behind !== null) spans.push({ start: speaker.end, end: speaker.end + behind[0].length });
  }
  return spans.filter((span) => content.every((said) => said.end <= span.start || span.end <= said.start));
}

const LONGEST = 120;
