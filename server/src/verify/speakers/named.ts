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
  if (PREPOSITION.test(before)) return false;
  const written = slice(text, name.span);
  const after = /['’]s?$/.test(written)
    ? text.slice(name.span.end - (/['’]s$/.test(written) ? 2 : 1), span.end)
    : text.slice(name.span.end, span.end);
  return !POSSESSIVE.test(after) || /^['’]s?\s*$/.test(after) || VEHICLE.test(after);
}

/** Every person or body that a phrase names, wherever it stands in it. */
export function namesIn(span: Span<'text'>, analysis: Analysis): readonly NameMention[] {
  return analysis.names.filter((name) => contains(span, name.span) && name.form !== 'place');
}
