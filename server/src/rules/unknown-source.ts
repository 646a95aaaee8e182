/**
 * unknown-source: a citation that names no source, document or place of the corpus. In a checked sentence it speaks only
 * where the corpus supports the sentence, as all citation rules do; a citation in a sentence that is not checked, in a
 * footnote that nothing uses, or in no sentence is told on its own, for nothing else would tell it.
 */
import { relocateCitation, retargetCitation } from '../draft/citation-style.ts';
import type { Citation, Draft, DraftSpan } from '../draft/types.ts';
import { citedPlace, markingOf } from '../verify/citations/place.ts';
import { type CitationResolution, resolveCitation } from '../verify/citations/resolve.ts';
import { judgeCitations } from './citation-support.ts';
import { citationInWords, corpusCitations, offerDocuments } from './citations.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Finding, Fix } from './types.ts';
import { sayWhere } from './wording.ts';

/** Places with the same words that are offered. */
const MOST_PLACES = 3;

export const unknownSource: Rule = {
  code: 'unknown-source',
  severity: 'error',
  summary: 'The citation names no source of the corpus.',
  examples: [
    {
      title: 'A file that is not in the corpus',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found 14 cracked valves on the ferry in May 2011 ([the report](sources.txt#L3)).',
      expect: '[the report](sources.txt#L3)',
    },
    {
      title: 'A footnote without a definition',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found 14 cracked valves on the ferry in May 2011.[^valves]',
      expect: '[^valves]',
    },
  ],
  onJudgement(judgement, context) {
    if (judgement.verdict !== 'supported') return [];
    const nowhere = new Set(
      judgeCitations(judgement, context).flatMap(({ citation, outcome }) => (outcome.kind === 'no-place' ? [citation] : [])),
    );
    return corpusCitations(judgement.sentence, context).flatMap(({ citation, resolution }) => {
      const unknown = resolution.kind === 'unknown' || nowhere.has(citation);
      if (!unknown || isToldAtItsMarker(citation, context.draft) || isHandle(citation, context)) return [];
      return [finding(citation, resolution, judgement.sentence.span, offerDocuments(citation, judgement, context), context)];
    });
  },
  onDraft(context) {
    const { draft, corpus } = context;
    const judged = new Set(draft.sentences.filter((one) => one.checkable.check).flatMap((one) => one.citations));
    const sentenceOf = new Map(draft.sentences.flatMap((one) => one.citations.map((citation) => [citation, one.span] as const)));
    return draft.citations.flatMap((citation) => {
      if (judged.has(citation) || isToldAtItsMarker(citation, draft) || isHandle(citation, context)) return [];
      const resolution = resolveCitation(citation, draft.path, corpus);
      const known = resolution.kind === 'outside' || (resolution.kind === 'found' && resolution.placeExists);
      return known ? [] : [finding(citation, resolution, sentenceOf.get(citation) ?? citation.span, [], context)];
    });
  },
};

function finding(
  citation: Citation,
  resolution: CitationResolution,
  sentence: DraftSpan,
  offers: readonly Fix[],
  context: RuleContext,
): Finding {
  const suggestions = resolution.kind === 'unknown' ? resolution.suggestions : [];
  const nearest = suggestions.map(
    ({ target, title }): Fix => ({ title: `Change it to ${title}`, edits: retargetCitation(citation, target), sure: false }),
  );
  const found = wordsFound(citation, resolution, context);
  const [first] = suggestions;
  const [moved] = found;
  const hint = moved !== undefined ? ` Its words now stand in ${moved.where}.` : first === undefined ? '' : ` Is it ${first.title}?`;
  return {
    rule: 'unknown-source',
    severity: 'error',
    span: citation.span,
    sentence,
    message: `${says(citation, resolution)}${hint}`,
    evidence: [],
    fixes: [...found.map(({ fix }) => fix), ...nearest, ...offers],
  };
}

/** The words that the citation is marked with, found in other sources: one place only is surely theirs. */
function wordsFound(
  citation: Citation,
  resolution: CitationResolution,
  { corpus, draft, settings }: RuleContext,
): readonly { readonly where: string; readonly fix: Fix }[] {
  const places = resolution.kind === 'unknown' ? resolution.movedTo : [];
  return places.slice(0, MOST_PLACES).flatMap((at) => {
    const place = citedPlace(at, corpus, markingOf(settings));
    if (place === null) return [];
    const where = sayWhere({ ...at, line: corpus.lineOf(at.source, at.span.start) }, corpus);
    const edits = relocateCitation(citation, draft, place);
    return [{ where, fix: { title: `Move it to ${where}, where its words stand now`, edits, sure: places.length === 1 } }];
  });
}

function says(citation: Citation, resolution: CitationResolution): string {
  const { target } = citation;
  if (resolution.kind === 'found') return `${citationInWords(citation)} leads to a place that ${resolution.source} does not have.`;
  switch (target.kind) {
    case 'missing-footnote':
      return `The footnote ${citationInWords(citation)} has no definition.`;
    case 'citekey':
      return `No document of the corpus has the citekey “${target.citekey}”.`;
    case 'path':
      return `${citationInWords(citation)} leads to “${target.path}”, which is not among the sources.`;
  }
}

/** The link inside a footnote's definition is told where the footnote's marker stands. */
function isToldAtItsMarker(citation: Citation, draft: Draft): boolean {
  if (citation.form === 'footnote') return false;
  return draft.citations.some((other) => other.form === 'footnote' && other.targetSpan.start === citation.targetSpan.start);
}

/** `@name` in running text may be somebody's handle, unless the draft cites in Pandoc's way elsewhere. */
function isHandle(citation: Citation, { draft, corpus }: RuleContext): boolean {
  if (citation.form !== 'pandoc' || citation.target.kind !== 'citekey' || citation.target.locator !== null) return false;
  const bracketed = (one: Citation): boolean => /\[[^\]]*$/.test(draft.text.slice(Math.max(0, one.span.start - 300), one.span.start));
  if (bracketed(citation)) return false;
  return !draft.citations.some(
    (other) => other.form === 'pandoc' && (bracketed(other) || resolveCitation(other, draft.path, corpus).kind === 'found'),
  );
}
