/** The reports inside one sentence, weighed: which stretches are somebody's words, and whether they are what the sentence is about. */

import { findNames } from '../../text/names.ts';
import { findReporting } from '../../text/reporting.ts';
import type { Span } from '../../text/span.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Quotation, Reporting } from '../../text/types.ts';
import type { Cast } from './cast.ts';
import { isFinder, weigh } from './finders.ts';

/** A report that attributes words, with the speaker as the document names him. */
export interface Voice {
  readonly reporting: Reporting;
  readonly speaker: string | null;
  readonly cue: string;
  readonly denied: boolean;
  /** Everything that belongs to the report: speaker, cue and content. */
  readonly spans: readonly Span<'text'>[];
  /** Whether the sentence as a whole is this report. */
  readonly main: boolean;
  /** Where a relative clause describes the speaker: that stays the document's own. */
  readonly aside: Span<'text'> | null;
}

const LONGEST_SENTENCE = 20_000;

/** All reports of a sentence in order, with quotations as the paragraph knows them. */
export function reportsIn(text: string, quotations: readonly Quotation[]): readonly Reporting[] {
  // A passage this long is no sentence, and nothing sure can be read from it.
  if (text.length > LONGEST_SENTENCE) return [];
  const tokens = tokenize(text);
  return findReporting(text, tokens, quotations, findNames(text, tokens));
}

/** Whoever last spoke in a sentence, urging and ordering included, for a quotation that follows; null where nobody did. */
export function speakerIn(text: string, reports: readonly Reporting[], cast: Cast, official: ReadonlySet<string>): string | null {
  const one = reports.findLast(
    (report) => report.speaker !== null && report.complement === 'infinitive' && report.act !== 'claim' && !isNested(report, reports),
  );
  if (one?.speaker === undefined || one.speaker === null) return null;
  const described = text.slice(one.speaker.start, one.speaker.end);
  return isFinder(described, official) ? null : cast.resolve(described);
}

/** Reports that attribute words, outermost only, with their speakers resolved in reading order. */
export function voicesIn(text: string, reports: readonly Reporting[], cast: Cast, official: ReadonlySet<string>): readonly Voice[] {
  const voices: Voice[] = [];
  for (const one of reports) {
    const described = one.speaker === null ? null : text.slice(one.speaker.start, one.speaker.end);
    if (isNested(one, reports)) continue;
    const nominal = one.complement === 'noun' || one.complement === 'infinitive';
    const resolved = described === null ? null : cast.resolve(described);
    const hearer = one.hearer === null ? null : text.slice(one.hearer.start, one.hearer.end);
    if (weigh(one, described, hearer, official, nominal) === 'stated') continue;
    const spans = [...one.content, one.cue, ...(one.speaker === null ? [] : [one.speaker]), ...(one.hearer === null ? [] : [one.hearer])];
    const start = Math.min(...spans.map((span) => span.start));
    const aside = asideOf(text, one);
    voices.push({
      reporting: one,
      speaker: resolved,
      cue: cueText(text, one),
      denied: one.act === 'deny',
      spans,
      main: isMain(text, one, start),
      aside,
    });
  }
  return voices;
}

/** A report that stands inside what another one reports is part of those words. */
function isNested(one: Reporting, all: readonly Reporting[]): boolean {
  return all.some((other) => other !== one && other.content.some((span) => span.start <= one.cue.start && one.cue.end <= span.end));
}

function cueText(text: string, one: Reporting): string {
  if (one.speaker !== null && one.speaker.end <= one.cue.start && one.cue.start - one.speaker.end <= 2)
    return text.slice(one.speaker.start, one.cue.end);
  if (one.speaker !== null && one.cue.end <= one.speaker.start && one.speaker.start - one.cue.end <= 2)
    return text.slice(one.cue.start, one.speaker.end);
  return text.slice(one.cue.start, one.cue.end);
}

/** "X, who …, said": the clause between the commas. */
function asideOf(text: string, one: Reporting): Span<'text'> | null {
  if (one.speaker === null || one.speaker.end >= one.cue.start) return null;
  const between = text.slice(one.speaker.end, one.cue.start);
  const clause = /^,\s*(?=(?:who|whose|which|whom)\b)/.exec(between);
  if (clause === null) return null;
  const end = one.speaker.end + between.lastIndexOf(',');
  const start = one.speaker.end + clause[0].length;
  return end > start ? { start, end } : null;
}

/**
 * The sentence is the report when nothing but an adverbial stands before it, or its speaker is the sentence's subject. Who was
 * told something is an event of its own; a report in a relative clause or a participle is a part.
 */
function isMain(text: string, one: Reporting, start: number): boolean {
  if (one.speaker === null && one.hearer !== null) return false;
  if (one.act === 'advise' && one.hearer !== null && one.hearer.start < one.cue.start) return false;
  if (one.form === 'direct') return true;
  const lead = text.slice(0, start);
  const cue = text.slice(one.cue.start, one.cue.end);
  if (/ing$/.test(cue) && !/\s/.test(cue)) return lead.trim() === '';
  if (one.speaker !== null && /\b(?:who|which)\s*$/.test(text.slice(one.speaker.end, one.cue.start)))
    return lead.trim() === '' && !/^,/.test(text.slice(one.speaker.end).trim());
  if (lead.trim() === '') return true;
  if (/\b(?:when|after|before|because|since|if|although|though|once|until|unless)\s*$/i.test(lead)) return false;
  return text.length - start >= text.length * 0.4;
}
