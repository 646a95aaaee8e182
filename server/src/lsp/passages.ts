/** Passages that could be cited for the sentence at a place in the draft, best first, each with the edits that cite it. */

import type { Corpus } from '../corpus/corpus.ts';
import type { Passage } from '../corpus/domain.ts';
import { placeInWords } from '../corpus/places.ts';
import { dateInWords, standingInWords } from '../corpus/words.ts';
import { citationStyleOf, insertCitation } from '../draft/citation-style.ts';
import type { DraftSentence } from '../draft/types.ts';
import { citedPlace, markingOf } from '../verify/citations/place.ts';
import type { Evidence, Stance } from '../verify/types.ts';
import { type CheckedDraft, judgementAt } from './checks.ts';
import { matchingDocuments, passagesFor } from './citing/candidates.ts';
import { queryTerms } from './citing/near.ts';
import { toWireEdits } from './convert.ts';
import { placeInSource } from './places.ts';
import type { CitablePassage, CitedWords, PassagesParams, PassagesResult } from './protocol.ts';

/** A picker with more than this is scrolled, not read; who wants another passage types words of it. */
const OFFERED = 40;
/** Documents whose title matches what is typed, and passages of each. */
const TITLED = 8;
const OF_TITLED = 5;

export type PassagesQuery = Pick<PassagesParams, 'query' | 'recent'>;

/**
 * The passages to choose from at a place: those that go with the sentence, those that were cited lately, and those that
 * match what was typed, each once. Where no sentence stands at the place, those that go with the one before it.
 */
export function passagesAt(checked: CheckedDraft, offset: number, { query = '', recent = [] }: PassagesQuery = {}): PassagesResult {
  const { report, project, version } = checked;
  const { corpus } = project;
  const sentence = sentenceAt(checked, offset);
  const near = sentence ?? report.draft.sentences.findLast(({ span, place }) => span.end <= offset && place !== 'comment') ?? null;
  const evidence = sentence === null ? [] : (judgementAt(report.judgements, offset)?.evidence ?? []);
  const stances = new Map(evidence.map((one) => [one.passage, one]));
  const reasons = new Map<Passage, CitablePassage['because']>();
  const because = (reason: CitablePassage['because'], passages: readonly Passage[]) => {
    for (const passage of passages) if (!reasons.has(passage)) reasons.set(passage, reason);
  };
  because(
    'recent',
    recent.flatMap((words) => recentPassage(words, corpus) ?? []),
  );
  if (near !== null) because('sentence', ranked(near, evidence, corpus));
  if (query.trim() !== '') because('query', found(query, near?.text ?? '', corpus));
  const passages = [...reasons].flatMap(
    ([passage, reason]) => citable(passage, reason, stances.get(passage.id)?.stance ?? null, sentence, checked) ?? [],
  );
  return { sentence: sentence?.text ?? null, version, passages };
}

function citable(
  passage: Passage,
  because: CitablePassage['because'],
  stance: Stance | null,
  sentence: DraftSentence | null,
  { report, project: { corpus }, settings, lines }: CheckedDraft,
): CitablePassage | null {
  const place = placeInSource(corpus, passage.source, passage.span);
  const document = corpus.documents.get(passage.citekey);
  const cited = citedPlace(passage, corpus, markingOf(settings));
  if (place === null || document === undefined || cited === null) return null;
  const { standing, speaker } = corpus.standing(passage.id);
  const style = citationStyleOf(report.draft, settings.citationStyle);
  return {
    quote: passage.text,
    start: passage.span.start,
    title: document.title,
    publisher: document.publisher,
    date: dateInWords(document.date),
    kind: document.kind,
    citekey: document.citekey,
    standing: standingInWords(standing, speaker),
    because,
    stance,
    uri: place.uri,
    range: place.range,
    place: placeInWords(corpus.sources.get(passage.source)?.source, {
      span: passage.span,
      line: corpus.lineOf(passage.source, passage.span.start),
    }),
    edits: sentence === null ? [] : toWireEdits(insertCitation(sentence, report.draft, cited, style), lines),
  };
}

/** The passage of words that were cited before, where it is still there. */
function recentPassage({ citekey, words }: CitedWords, corpus: Corpus): Passage | null {
  return corpus.passagesOf(citekey).find(({ text }) => text === words) ?? null;
}

/** What a person typed, as words of passages and as words of titles, publishers and citekeys. */
function found(query: string, sentence: string, corpus: Corpus): readonly Passage[] {
  const words = corpus.index.search(queryTerms(query), OFFERED).flatMap(({ id }) => corpus.passage(id) ?? []);
  const documents = matchingDocuments(query, [], corpus, TITLED);
  const near = passagesFor(`${query} ${sentence}`, corpus, 400);
  const titled = documents.flatMap(({ citekey }) => {
    const matching = near.filter((passage) => passage.citekey === citekey);
    return (matching.length > 0 ? matching : corpus.passagesOf(citekey)).slice(0, OF_TITLED);
  });
  return [...words, ...titled];
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
  const found = passagesFor(sentence.text, corpus, OFFERED);
  const ids = new Set([...first, ...found.map(({ id }) => id)]);
  return [...ids].slice(0, OFFERED).flatMap((id) => corpus.passage(id) ?? []);
}
