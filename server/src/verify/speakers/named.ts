/** What a noun phrase that speaks names: the person or body at its head, not those that only describe it. */
import { contains, type Span, slice } from '../../text/span.ts';
import type { Analysis, NameMention } from '../../text/types.ts';

/** Somebody whom a sentence lets speak. */
export interface Speaker {
  /** In the sentence's plain text; what a finding underlines. */
  readonly span: Span<'text'>;
  /** The name at the head, as written with its title; or the description without its article. */
  readonly name: string;
  readonly kind: 'name' | 'pronoun' | 'description';
}

const PRONOUN = /^(?:he|she|they|it|him|her|them|his|hers|their|theirs|its)$/i;
const ARTICLE = /^(?:the same|the|a|an|this|that|these|those|one|another|his|her|their|its|our|my|both|some)\s+/i;
const PREPOSITION = /(?:^|\s)(?:of|for|from|at|in|on|by|with|to|about|behind|against|under)\s/i;
const POSSESSIVE = /^(?:['’]s|['’])(?=\s|$)/;
/** Things that speak for whoever wrote or gave them. */
const VEHICLE =
  /^['’]s?\s+(?:(?:own|first|second|witness|written|oral|press|official|final|opening|closing|annual|public|blog|news|Twitter)\s+)*(?:letter|statement|report|article|evidence|testimony|submission|book|speech|email|e-mail|page|website|review|judgment|judgement|ruling|column|post|comment|account|reaction|response|view|words?|verdict|complaint|answer|reply|opinion|argument|reasoning|position|case|conclusion|finding|memoir|interview|diary|paper|study|claim|belief)s?$/i;

const MADE = 'led|chaired|headed|written|conducted|prepared|commissioned|published|produced|compiled|run|drafted|carried out';
/** "a review of child protection led by " before the name that a reader of clauses takes for the subject. */
const LED_BY = new RegExp(`(?:^|[\\s,(])((?:an?|the|his|her|its|their)\\s[^,.;:“"]{2,90}?\\s(?:${MADE})\\s+by\\s+)$`, 'iu');

/**
 * The whole phrase of a speaker: without a date that stands before it, with the thing that it leads ("a review led by X")
 * and the apposition between it and its verb.
 */
export function phraseOf(span: Span<'text'>, cue: Span<'text'>, analysis: Analysis): Span<'text'> {
  const date = analysis.dates.find((one) => one.span.start <= span.start && one.span.end > span.start && one.span.end < span.end);
  const lead = date === undefined ? span.start : date.span.end + analysis.text.slice(date.span.end, span.end).search(/\S|$/);
  const led = LED_BY.exec(analysis.text.slice(Math.max(0, lead - 140), lead))?.[1];
  const apposition = /^,\s[^,:;“"]{2,70}(?=,\s*$)/.exec(analysis.text.slice(span.end, Math.max(span.end, cue.start)));
  return { start: lead - (led?.length ?? 0), end: span.end + (apposition?.[0].length ?? 0) };
}

/** "a report by X", "a letter from X": who speaks in it. */
const BY =
  /^(?:[\p{L}’'-]+\s+){0,5}?(?:report|review|study|letter|statement|article|survey|investigation|inquiry|inspection|paper|audit)s?\s+(?:by|from)\s+(?:the\s+)?$/iu;

/** Reads the speaker of a phrase. */
export function speakerOf(span: Span<'text'>, analysis: Analysis): Speaker {
  const text = slice(analysis.text, span);
  if (PRONOUN.test(text)) return { span, name: text, kind: 'pronoun' };
  const head = analysis.names.find((name) => contains(span, name.span) && isHead(name, span, analysis.text));
  if (head !== undefined) return { span, name: fullName(head, analysis.text), kind: 'name' };
  return { span, name: text.replace(ARTICLE, '').replace(/['’]s?$/, ''), kind: 'description' };
}

/** The name as written with its title and without its possessive. */
export function fullName(name: NameMention, text: string): string {
  const written = slice(text, name.span).replace(/['’]s?$/, '');
  return name.title !== null && !written.toLowerCase().startsWith(name.title.toLowerCase()) ? `${name.title} ${name.name}` : written;
}

function isHead(name: NameMention, span: Span<'text'>, text: string): boolean {
  if (name.form === 'place') return false;
  const before = text.slice(span.start, name.span.start);
  if (PREPOSITION.test(before) && !BY.test(before)) return false;
  const written = slice(text, name.span);
  const after = /['’]s?$/.test(written)
    ? text.slice(name.span.end - (/['’]s$/.test(written) ? 2 : 1), span.end)
    : text.slice(name.span.end, span.end);
  return !POSSESSIVE.test(after) || /^['’]s?\s*$/.test(after) || VEHICLE.test(after);
}

/** The people or bodies by whom the thing that a phrase describes was made or led. */
export function makersIn(span: Span<'text'>, analysis: Analysis): readonly NameMention[] {
  return analysis.names.filter(
    (name) =>
      contains(span, name.span) && name.form !== 'place' && /\bby\s+(?:the\s+)?$/i.test(analysis.text.slice(span.start, name.span.start)),
  );
}
