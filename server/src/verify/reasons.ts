/** Reasons as data: what matched, what disagreed, what was missing in one part of a claim, and one plain sentence about it. */
import { type Span, slice } from '../text/span.ts';
import type { Assessment } from './assess.ts';
import type { UnitClash } from './compare/types.ts';
import type { JudgedPart } from './part-verdict.ts';
import type { Reading } from './reading.ts';
import type { Clash, PartReason, WordMatch } from './types.ts';

export function reasonOf(judged: JudgedPart, claim: Reading): PartReason {
  const decisive = judged.verdict === 'unsupported' ? judged.nearest : (judged.contradicting[0] ?? judged.supporting[0] ?? judged.nearest);
  const matched: WordMatch[] = [];
  const missing: Span<'text'>[] = [];
  for (const { word, partner, weight } of decisive?.alignment.words ?? []) {
    const token = partner !== null && partner.member === 0 ? decisive?.unit.core.reading.analysis.tokens[partner.index] : undefined;
    if (partner !== null && token !== undefined) matched.push({ claim: bare(word.token), passage: bare(token), how: partner.how });
    else if (partner === null && weight > 0) missing.push(bare(word.token));
  }
  for (const value of decisive?.values ?? []) {
    const { partner } = value;
    if (value.status === 'missing') missing.push(bare(value.claim));
    else if (value.status !== 'clash' && partner?.member === 0)
      matched.push({ claim: bare(value.claim), passage: bare(partner.span), how: value.kind === 'date' ? 'date-equal' : 'number-equal' });
  }
  const [against] = judged.contradicting;
  const clashes = judged.verdict === 'contradicted' || judged.verdict === 'disputed' ? (against?.clashes ?? []) : [];
  return {
    span: judged.part.span,
    verdict: judged.verdict,
    matched,
    missing: missing.sort((a, b) => a.start - b.start),
    clashes: clashes.map((clash) => clashOf(clash, against)),
    sameThing: (judged.contradicting[0] ?? decisive)?.sameThing ?? null,
    nearest: judged.verdict === 'unsupported' && decisive !== null ? placeOf(decisive) : null,
    summary: summary(judged, claim, missing),
  };
}

function placeOf({ unit }: Assessment): PartReason['nearest'] {
  const { id, citekey, source, span } = unit.core.passage;
  return { id, citekey, source, span };
}

/** A span and nothing else, for tokens carry more than reasons should. */
function bare({ start, end }: Span): Span<'text'> {
  return { start, end };
}

function clashOf(clash: UnitClash, against: Assessment | undefined): Clash {
  return {
    kind: clash.kind,
    claim: bare(clash.claim),
    passage: bare(clash.passage),
    words: against === undefined ? '' : clashWords(against, clash),
    replacement: clash.replacement,
  };
}

/** The passage's words that a clash points at. */
function clashWords(a: Assessment, clash: UnitClash): string {
  const member = a.unit.members[clash.member];
  return member === undefined ? '' : slice(member.passage.text, clash.passage);
}

/** Says of what a figure was reckoned, for the reader finds it nowhere in the source. */
function supportSummary(found: Assessment | undefined, claim: Reading): string {
  const reckoned = (found?.values ?? []).flatMap(({ claim: span, reckonedFrom }) => {
    const values = (reckonedFrom ?? []).map(({ member, span: at }) => `“${slice(found?.unit.members[member]?.passage.text ?? '', at)}”`);
    return values.length === 0 ? [] : [`“${slice(claim.analysis.text, span)}” is reckoned from ${values.join(' and ')}`];
  });
  return reckoned.length === 0 ? 'The source says so.' : `The source says so: ${reckoned.join('; ')}.`;
}

function summary(judged: JudgedPart, claim: Reading, missing: readonly Span<'text'>[]): string {
  const [against] = judged.contradicting;
  const clash = against?.clashes[0];
  if (judged.verdict === 'contradicted' && against !== undefined && clash !== undefined) {
    const mine = slice(claim.analysis.text, clash.claim);
    const theirs = clashWords(against, clash);
    if (clash.kind === 'negation') return `The draft and the source say the opposite of “${mine}”.`;
    if (clash.kind === 'agent-swap' && claim.analysis.text.toLowerCase().includes(theirs.toLowerCase()))
      return 'The draft has who did it to whom the other way about.';
    if (clash.kind === 'order' && clash.replacement === null) return `The draft has the two sides of “${mine}” the other way about.`;
    return `The draft has “${mine}” where the source has “${theirs}”.`;
  }
  if (judged.verdict === 'contradicted') return 'The corpus holds this only as something that is denied.';
  if (judged.verdict === 'disputed') return 'Some passages say so, others say otherwise.';
  if (judged.verdict === 'supported') return supportSummary(judged.supporting[0], claim);
  const words = missing.slice(0, 4).map((m) => `“${slice(claim.analysis.text, m)}”`);
  return words.length === 0 ? 'No passage states this.' : `No passage states this; the nearest one lacks ${words.join(', ')}.`;
}
