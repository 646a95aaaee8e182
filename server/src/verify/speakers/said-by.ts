/** Who a draft says spoke the words of a quotation. */
import type { DraftQuotation, DraftSentence } from '../../draft/types.ts';
import { reportingForm } from '../../text/reporting/verbs.ts';
import { overlap, type Span } from '../../text/span.ts';
import type { Analysis, Reporting } from '../../text/types.ts';
import { phraseOf, type Speaker, speakerOf } from './named.ts';

/** Nouns of things said: "“…” was the inspector’s complaint", "her words were “…”". */
export const SAID =
  'complaints?|words?|view|verdict|comments?|remarks?|answer|reply|response|reaction|description|summary|conclusion|phrase|judge?ment|opinion|belief|message|explanation|argument|assessment|claim|account|line|plea|warning|observation|admission|statement|testimony|evidence|question|expression|term';
/** After the quotation: "was the same inspector’s complaint", "were the words of Dr X". */
const AFTER_OWNER = new RegExp(
  `^[\\s,]*(?:was|is|were|are|remained|became)\\s+((?:[^\\s,.;:“"]+\\s+){0,6}?[^\\s,.;:“"]+)['’]s?\\s+(?:[\\p{L}-]+\\s+){0,2}(?:${SAID})\\b`,
  'iu',
);
const AFTER_OF = new RegExp(
  `^[\\s,]*(?:was|is|were|are)\\s+(?:the\\s+)?(?:${SAID})\\s+(?:of|from|by)\\s+((?:[^\\s,.;:“"]+\\s+){0,5}?[^\\s,.;:“"]+)(?=[\\s,]*(?:[.,;:!?]|$|when|about|on|after))`,
  'iu',
);
/** "“…” is how Dr X put it", "was what the chairman told the inquiry". */
const AFTER_HOW =
  /^[\s,]*(?:was|is|were|are)\s+(?:how|what|all(?: that)?)\s+((?:[^\s,.;:“"]+\s+){0,6}?[^\s,.;:“"]+)\s+(?:has |had |later |then )?(?:puts?|described|describes|saw|sees|summed|sums|expressed|expresses|explained|explains|remembered|remembers|recalled|recalls|said|says|told|tells|wrote|writes)\b/iu;
/** "“…”, as Dr X put it"; before the words: "As Dr X put it, “…”". */
const AS_PUT = '\\bas\\s+((?:[^\\s,.;:“"]+\\s+){0,6}?[^\\s,.;:“"]+)\\s+(?:has |had |later |then )?(?:puts?|has|had)\\s+it\\b';
const AFTER_AS = new RegExp(`^[\\s,]*${AS_PUT}`, 'iu');
const BEFORE_AS = new RegExp(`${AS_PUT}\\s*[,:]?\\s*$`, 'iu');
/** Before it: "X’s reaction was that “", "his words were “", "in X’s words, “", "the words of X: “". */
const BEFORE_OWNER = new RegExp(
  `([^,.;:“"]{1,80}?)(?:['’]s?)?\\s+(?:own\\s+)?(?:[\\p{L}-]+\\s+){0,1}(?:${SAID})\\s*(?:(?:was|is|were|are|had been|has been)(?:\\s+that)?)?\\s*[:,]?\\s*$`,
  'iu',
);
const POSSESSIVE_END = /^(?:his|her|their)$|['’]s?$/i;

/** The readings of who speaks, the surest first; empty where the sentence does not say. */
export function speakersIn(analysis: Analysis, quoted: Span<'text'>): readonly Speaker[] {
  const gapped = gappedBefore(analysis, quoted);
  if (gapped !== null) return gapped.speaker === null ? [] : [gapped.speaker];
  const reports = analysis.reporting
    .filter(
      (report) =>
        report.speaker !== null &&
        report.act !== 'ask' &&
        report.content.some((span) => overlap(span, quoted) * 2 > quoted.end - quoted.start),
    )
    .sort((a, b) => length(a) - length(b));
  const named = reports.flatMap((report) =>
    report.speaker === null ? [] : [speakerOf(phraseOf(report.speaker, report.cue, analysis), analysis)],
  );
  if (named.length > 0) return named;
  const owner =
    ownerAfter(analysis, quoted) ?? ownerBefore(analysis, quoted) ?? beforeColon(analysis, quoted) ?? subjectBefore(analysis, quoted);
  return owner === null ? [] : [owner];
}

/** `X said that “…”, Y that “…”`: what stands between two quotations and leads to the second. */
const GAP = /^[\s,;.]*(?:(?:and|but|while|whereas)\s+)?(.{2,80}?)\s*(?:that|,|:)?\s*$/iu;

/** Whoever stands alone between this quotation and the one before it; a speaker of null where somebody does who cannot be read. */
function gappedBefore(analysis: Analysis, quoted: Span<'text'>): { readonly speaker: Speaker | null } | null {
  const before = analysis.quotations.filter((one) => one.depth === 0 && one.span.end <= quoted.start).at(-1);
  if (before === undefined) return null;
  const inside = analysis.names.filter((one) => one.form !== 'place' && one.span.start >= before.span.end && one.span.end <= quoted.start);
  const [name] = inside;
  if (name === undefined) return null;
  // A verb of its own between the two is read as any other.
  const between = analysis.reporting.some((report) => report.cue.start >= before.span.end && report.cue.end <= quoted.start);
  if (between) return null;
  const text = analysis.text.slice(before.span.end, quoted.start);
  const lead = GAP.exec(text)?.[1] ?? '';
  return { speaker: inside.length === 1 && lead.endsWith(name.name) ? speakerOf(name.span, analysis) : null };
}

/** Who introduces the words that follow the sentence: "The inspector was blunt:" before a block quotation. */
export function introducer(analysis: Analysis): Speaker | null {
  if (!/:\s*$/.test(analysis.text)) return null;
  const end = analysis.text.length;
  return speakersIn(analysis, { start: end - 1, end })[0] ?? beforeColon(analysis, { start: end, end });
}

/** The quotation's place in its sentence; a block quotation is the whole sentence. */
export function placeIn(quotation: DraftQuotation, sentence: DraftSentence): Span<'text'> {
  return { start: quotation.plain.start, end: Math.min(quotation.plain.end, sentence.text.length) };
}

function length(report: Reporting): number {
  return report.content.reduce((sum, span) => sum + span.end - span.start, 0);
}

function ownerAfter(analysis: Analysis, quoted: Span<'text'>): Speaker | null {
  const after = analysis.text.slice(quoted.end, quoted.end + 160);
  for (const pattern of [AFTER_OWNER, AFTER_OF, AFTER_HOW, AFTER_AS]) {
    const match = pattern.exec(after);
    const owner = match?.[1];
    if (match === null || owner === undefined) continue;
    const start = quoted.end + match.index + match[0].indexOf(owner);
    return speakerOf({ start, end: start + owner.length }, analysis);
  }
  return null;
}

function ownerBefore(analysis: Analysis, quoted: Span<'text'>): Speaker | null {
  const from = Math.max(0, quoted.start - 160);
  const before = analysis.text.slice(from, quoted.start);
  const put = BEFORE_AS.exec(before);
  if (put?.[1] !== undefined) {
    const start = from + put.index + put[0].indexOf(put[1], 2);
    return speakerOf({ start, end: start + put[1].length }, analysis);
  }
  const clause = Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '), before.lastIndexOf(', ', before.length - 3)) + 1;
  const match = BEFORE_OWNER.exec(before.slice(clause));
  const owner = match?.[1];
  if (match === null || owner === undefined) return null;
  const lead = owner.length - owner.trimStart().length;
  const start = from + clause + match.index + match[0].indexOf(owner) + lead;
  const written = analysis.text.slice(start, start + owner.trim().length + 2);
  const trimmed = owner.trim().replace(/^(?:in|it was|it is|to use|using|on [^,]{1,60}?)\s+/i, '');
  const at = start + owner.trim().length - trimmed.length;
  const span = { start: at, end: at + trimmed.length };
  if (!POSSESSIVE_END.test(trimmed) && !/['’]/.test(written.slice(owner.trim().length))) return null;
  return speakerOf(span, analysis);
}

/** "Professor Jones put it more strongly: “…”": the name that begins the clause before the colon. */
function beforeColon(analysis: Analysis, quoted: Span<'text'>): Speaker | null {
  const before = analysis.text.slice(0, quoted.start).trimEnd();
  if (!before.endsWith(':')) return null;
  const clause = Math.max(...['. ', '; ', '” '].map((mark) => before.lastIndexOf(mark) + mark.length).filter((at) => at > 1), 0);
  const first = analysis.names.find((name) => name.span.start >= clause && name.span.end <= before.length && name.form !== 'place');
  const pronoun = /^\s*(he|she|they)\s/i.exec(before.slice(clause));
  if (pronoun !== null && (first === undefined || first.span.start > clause + 6)) {
    const start = clause + pronoun[0].search(/\S/);
    return speakerOf({ start, end: start + (pronoun[1] ?? '').length }, analysis);
  }
  if (first === undefined) return null;
  // Only a subject speaks: nothing but an adverbial or a title may stand before it.
  const lead = before.slice(clause, first.span.start).trim();
  if (lead !== '' && !/,$/.test(lead) && !/^(?:the|professor|and|but|then|later|only|as for)$/i.test(lead)) return null;
  return speakerOf(first.span, analysis);
}

/** `Sir X describes "…"`: a name that begins the sentence, a verb of saying in the active, and the quotation as its object. */
function subjectBefore(analysis: Analysis, quoted: Span<'text'>): Speaker | null {
  const [first, second] = analysis.names.filter((name) => name.form !== 'place' && name.span.start < quoted.start);
  if (first === undefined || second !== undefined || analysis.text.slice(0, first.span.start).trim() !== '') return null;
  const between = analysis.tokens.filter((token) => token.start >= first.span.end && token.end <= quoted.start);
  const [verb, ...rest] = between.filter((token, i) => i > 0 || !/ly$/.test(token.lower));
  if (verb === undefined || rest.length > 4 || reportingForm(verb.lower) === undefined || rest.some((token) => token.kind === 'punct'))
    return null;
  return speakerOf(first.span, analysis);
}
