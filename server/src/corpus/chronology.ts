/**
 * The days that the words of a passage mean: years taken from what stands above, words such as "last Monday" counted from
 * the document's own date, words such as "the following day" from the day told before. What is not sure is left out.
 */
import { dayNumber, weekdayOfDayNumber } from '../text/calendar.ts';
import { findDates, mergeDates, resolveDate } from '../text/dates.ts';
import { tokenize } from '../text/tokens.ts';
import type { DateMention, PartialDate } from '../text/types.ts';
import type { CorpusDocument, EventDate, Passage } from './domain.ts';

/** Only these tell that a passage may name a day at all; everything else costs nothing. */
const MAY_DATE =
  /\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|days?\b|\b(?:week|month|year|fortnight|decade|weekend|night|tomorrow|morning|afternoon|evening)s?\b/u;
const AHEAD = /\b(?:will|shall|is to|are to|due|expected|scheduled|until|adjourned|tomorrow|next|plans?|set to)\b/iu;
/** Publications that tell of days without years are of the months before them. */
const CURRENT: ReadonlySet<CorpusDocument['kind']> = new Set(['news', 'comments', 'forum', 'blog']);

interface Spoken {
  readonly date: PartialDate;
  readonly passage: Passage;
}

/** The days of one passage in the order of its words. `before` are the passages right above it, nearest last. */
export function eventDates(document: CorpusDocument, passage: Passage, before: readonly Passage[]): readonly EventDate[] {
  const mentions = mentionsOf(passage);
  if (mentions.length === 0) {
    return [];
  }
  const needsContext = mentions.some(({ date, relative }) => relative !== null || date.year === null);
  let context: Spoken | null = null;
  if (needsContext) {
    for (const earlier of before) {
      context = carriedOver(context, earlier, passage) ? context : null;
      for (const { date } of datesIn(document, earlier, mentionsOf(earlier), context)) {
        context = { date, passage: earlier };
      }
    }
    context = context !== null && passage.blockIndex - context.passage.blockIndex <= 1 ? context : null;
  }
  return datesIn(document, passage, mentions, context);
}

function carriedOver(context: Spoken | null, earlier: Passage, passage: Passage): boolean {
  return context !== null && earlier.blockIndex - context.passage.blockIndex <= 1 && passage.blockIndex >= earlier.blockIndex;
}

function mentionsOf({ text }: Passage): readonly DateMention[] {
  return MAY_DATE.test(text) ? findDates(text, tokenize(text)) : [];
}

function datesIn(
  document: CorpusDocument,
  passage: Passage,
  mentions: readonly DateMention[],
  context: Spoken | null,
): readonly EventDate[] {
  const found: EventDate[] = [];
  let spoken = context;
  mentions.forEach((mention, m) => {
    const date =
      mention.relative === null
        ? withYear(mention, document, passage, spoken, mentions)
        : counted(mention, mentions.slice(m + 1), document, passage, spoken);
    if (date !== null && (date.year !== null || date.month !== null)) {
      const { span, to, relation } = mention;
      found.push({ span, date, to, relation, by: mention.relative !== null ? 'count' : mention.date.year === null ? 'year' : 'words' });
      // What is told as before or until a day is not told of that day.
      spoken = { date, passage };
    }
  });
  return found;
}

/** A day without its year: that of its entry, of a work cited, of what was told just before, or of the months before a current publication. */
function withYear(
  { date, span }: DateMention,
  document: CorpusDocument,
  passage: Passage,
  context: Spoken | null,
  mentions: readonly DateMention[],
): PartialDate | null {
  if (date.year !== null) {
    const rest = passage.block.kind === 'reference' && date.month === null ? citedDay(mentions, span.end) : null;
    return rest === null ? date : { ...rest, year: date.year };
  }
  const held = passage.block.kind === 'timeline-entry' ? passage.block.date : null;
  if (held !== null) {
    return mergeDates(date, held);
  }
  if (context?.date.year != null && date.month !== null) {
    return { ...date, year: context.date.year };
  }
  const published = passage.block.date ?? document.date;
  if (!CURRENT.has(document.kind) || published?.year == null || published.month === null || date.month === null) {
    return null;
  }
  const ahead = AHEAD.test(passage.text);
  if (ahead) {
    return null;
  }
  const past = date.month < published.month || (date.month === published.month && (date.day ?? 0) <= (published.day ?? 0));
  return { ...date, year: past ? published.year : published.year - 1 };
}

/** The month or day that a work cited gives behind its year: "(2009) Inspection report, 3 July". */
function citedDay(mentions: readonly DateMention[], from: number): PartialDate | null {
  return (
    mentions.find(({ span, relative, date }) => span.start >= from && relative === null && date.year === null && date.month !== null)
      ?.date ?? null
  );
}

function counted(
  mention: DateMention,
  behind: readonly DateMention[],
  document: CorpusDocument,
  passage: Passage,
  context: Spoken | null,
): PartialDate | null {
  const { relative } = mention;
  if (relative === null) {
    return null;
  }
  if (relative.anchor === 'context') {
    // "The day after she was told on 2 August": the day counted from stands in the clause behind.
    const clause = /\b(?:before|after)$/iu.test(passage.text.slice(mention.span.start, mention.span.end));
    const named = clause ? behind.find((one) => one.relative === null && one.date.year !== null) : undefined;
    const anchor = clause ? named?.date : context?.date;
    return anchor === undefined ? null : resolveDate(mention, anchor);
  }
  const published = passage.block.voice === 'document' ? document.date : (passage.block.date ?? document.date);
  if (published === null || isTold(passage, context, published)) {
    return null;
  }
  return relative.unit === 'weekday' ? weekday(mention, passage.text, published) : resolveDate(mention, published);
}

/** Whether the passage goes on with a day long before the publication, so that "on Tuesday" may be a Tuesday of then. */
function isTold(passage: Passage, context: Spoken | null, published: PartialDate): boolean {
  if (context === null || context.passage.blockIndex !== passage.blockIndex) {
    return false;
  }
  const { year, month } = context.date;
  return year !== published.year || (month !== null && month !== published.month);
}

function isDeadline({ relation }: DateMention): boolean {
  return relation === 'until' || relation === 'by';
}

/** "on Tuesday" of a paper of Tuesday is that day; "last Tuesday" is not; what is still to come counts forward. */
function weekday(mention: DateMention, text: string, published: PartialDate): PartialDate | null {
  const { year, month, day } = published;
  if (year === null || month === null || day === null || mention.relative === null) {
    return null;
  }
  const words = text.slice(mention.span.start, mention.span.end);
  const wanted = Math.abs(mention.relative.step);
  const led = /^(?:last|next|this)\b/iu.test(words);
  const ahead = isDeadline(mention) || AHEAD.test(text.slice(0, mention.span.end));
  if (!led && weekdayOfDayNumber(dayNumber(year, month, day)) === wanted) {
    return isDeadline(mention) ? null : published;
  }
  if (!led && ahead) {
    return isDeadline(mention) || /\bwill\b/iu.test(text)
      ? resolveDate({ ...mention, relative: { ...mention.relative, step: wanted } }, published)
      : null;
  }
  return resolveDate(mention, published);
}
