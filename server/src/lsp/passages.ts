/** Passages that could be cited for the sentence at a place in the draft, best first, each with the edits that cite it. */

import type { Corpus } from '../corpus/corpus.ts';
import type { Passage } from '../corpus/domain.ts';
import { placeInWords } from '../corpus/places.ts';
import { dateInWords, standingInWords } from '../corpus/words.ts';
import { citationStyleOf, insertCitation } from '../draft/citation-style.ts';
import type { DraftSentence } from '../draft/types.ts';
import { citedPlace } from '../rules/citations.ts';
import { indexTerms, isStop } from '../text/terms.ts';
import type { Evidence, Stance } from '../verify/types.ts';
import { type CheckedDraft, judgementAt } from './checks.ts';
import { toWireEdits } from './convert.ts';
import { placeInSource } from './places.ts';
import type { CitablePassage, PassagesResult } from './protocol.ts';

/** A picker with more than this is scrolled, not read; the filter works on these. */
const OFFERED = 40;

export function passagesAt(checked: CheckedDraft, offset: number): PassagesResult {
  const { report, project, settings, version, lines } = checked;
  const { corpus } = project;
  const sentence = sentenceAt(checked, offset);
  if (sentence === null) return { sentence: null, version, passages: [] };
  const stances = new Map((judgementAt(report.judgements, offset)?.evidence ?? []).map((one) => [one.passage, one]));
  const style = citationStyleOf(report.draft, settings.citationStyle);
  const passages = ranked(sentence, [...stances.values()], corpus).flatMap((passage): readonly CitablePassage[] => {
    const place = placeInSource(corpus, passage.source, passage.span);
    const document = corpus.documents.get(passage.citekey);
    const cited = citedPlace(passage, corpus);
    if (place === null || document === undefined || cited === null) return [];
    const { standing, speaker } = corpus.standing(passage.id);
    return [
      {
        quote: passage.text,
        title: document.title,
        publisher: document.publisher,
        date: dateInWords(document.date),
        kind: document.kind,
        citekey: document.citekey,
        standing: standingInWords(standing, speaker),
        stance: stances.get(passage.id)?.stance ?? null,
        uri: place.uri,
        range: place.range,
        place: placeInWords(corpus.sources.get(passage.source)?.source, {
          span: passage.span,
          line: corpus.lineOf(passage.source, passage.span.start),
        }),
        edits: toWireEdits(insertCitation(sentence, report.draft, cited, style), lines),
      },
    ];
  });
  return { sentence: sentence.text, version, passages };
}

/** The sentence that holds the offset, or else the last one before it on its line: where a cursor rests after typing. */
function sentenceAt(checked: CheckedDraft, offset: number): DraftSentence | null {
  const { sentences } = checked.report.draft;
  const holding = sentences.find(({ span }) => span.start <= offset && offset <= span.end);
  const line = checked.lines.line(offset);
  return holding ?? sentences.findLast(({ span }) => span.end <= offset && checked.lines.line(span.end) === line) ?? null;
}

const STANCE_ORDER: Readonly<Record<Stance, number>> = { supports: 0, contradicts: 1 };

/** What the checker rested on first, supporting passages before contradicting ones; then what the words alone find. */
function ranked(sentence: DraftSentence, evidence: readonly Evidence[], corpus: Corpus): readonly Passage[] {
  const first = [...evidence]
    .sort((a, b) => STANCE_ORDER[a.stance] - STANCE_ORDER[b.stance] || b.score - a.score)
    .map((one) => one.passage);
  const found = closestPassages(sentence, corpus, OFFERED);
  const ids = new Set([...first, ...found.map(({ id }) => id)]);
  return [...ids].slice(0, OFFERED).flatMap((id) => corpus.passage(id) ?? []);
}

/** The passages that share most words with a sentence, rare words counting most; best first. */
export function closestPassages(sentence: DraftSentence, corpus: Corpus, limit: number): readonly Passage[] {
  const terms = [...new Set(indexTerms(sentence.text))].filter((term) => !isStop(term)).map((term) => ({ term, weight: 1 }));
  return corpus.index.search(terms, limit).flatMap(({ id }) => corpus.passage(id) ?? []);
}
