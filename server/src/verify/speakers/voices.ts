/** Who says something in a passage, and to whom, by its own grammar and by what the corpus knows of its speakers. */
import type { Corpus } from '../../corpus/corpus.ts';
import { analyse } from '../../text/analyse.ts';
import { contains, overlap, type Span, slice } from '../../text/span.ts';
import { stem } from '../../text/stem.ts';
import type { Analysis, Reporting } from '../../text/types.ts';
import type { Carried } from './carried.ts';
import { type Description, describe, fits } from './description.ts';
import { bodyFamily } from './families.ts';
import { identityOf } from './identity.ts';
import { fullName, makersIn, phraseOf, speakerOf } from './named.ts';
import { type Party, partyNamed, partyOf } from './party.ts';

/** Who speaks in a passage. */
export interface Voice {
  readonly party: Party;
  /** By whom the thing that speaks was made ("a review led by X"). */
  readonly within: readonly string[];
  /** The noun of a described speaker ("review"). */
  readonly noun: string | null;
  /** To or of whom it is said, where the passage says so. */
  readonly addressee: Party | null;
}

const FIRST_PERSON = /^(?:i|we)$/i;

/** Everybody who may be the one that says the words: by the passage's standing, and by its own reporting clauses. */
export function voicesOf({ evidence, part, tokens }: Carried, corpus: Corpus): readonly Voice[] {
  const passage = corpus.passage(evidence.passage);
  if (passage === null) return [];
  const parts = corpus.standing(passage.id).parts.filter((one) => tokens.some((token) => overlap(one.span, token) > 0));
  const analysis = analyse(passage.text);
  // Whoever affirms what is put to them has said it, before whoever put it.
  const speakers = new Set([corpus.standing(passage.id), part, ...parts].flatMap((one) => one.speaker ?? []));
  const reports = analysis.reporting.filter(
    (report) => report.speaker !== null && tokens.some((token) => report.content.some((span) => overlap(span, token) > 0)),
  );
  // "She said that she had been told to wait": who told her, the passage leaves open.
  if (reports.length > 0 && analysis.reporting.some((report) => isOpenInside(report, analysis, tokens))) return [];
  const voices: Voice[] = [...speakers].map((name) => ({
    party: partyNamed(name),
    within: [],
    noun: null,
    addressee: addresseeOf(name, reports, analysis, corpus),
  }));
  for (const report of reports) {
    if (report.speaker === null) continue;
    const phrase = phraseOf(report.speaker, report.cue, analysis);
    const speaker = speakerOf(phrase, analysis);
    if (FIRST_PERSON.test(speaker.name)) {
      const own = passage.block.voice === 'document' ? authorOf(passage.citekey, corpus) : null;
      if (own !== null) voices.push({ party: own, within: [], noun: null, addressee: addressee(report, analysis) });
      continue;
    }
    const party = partyOf(phrase, analysis);
    if (speaker.kind === 'pronoun' || party === null) {
      // What a witness or a poster says that "he" said may be anybody's.
      if (passage.block.voice !== 'document') return [];
      continue;
    }
    const within = makersIn(phrase, analysis).map((name) => fullName(name, passage.text));
    const noun = speaker.kind === 'description' ? headNoun(speaker.name) : null;
    voices.push({ party, within, noun, addressee: addressee(report, analysis) });
  }
  return voices;
}

/** What somebody says that others were told, by nobody named, where the words are in that. */
function isOpenInside(report: Reporting, { reporting }: Analysis, tokens: Carried['tokens']): boolean {
  if (report.speaker !== null || report.hearer === null || report.verb !== 'tell') return false;
  const within = reporting.some((other) => other !== report && other.content.some((span) => contains(span, report.cue)));
  return within && tokens.some((token) => report.content.some((span) => overlap(span, token) > 0));
}

/** Who "we" are in a document that was published: its publisher, whom its title calls a review, an inquiry, a commission. */
function authorOf(citekey: string, corpus: Corpus): Party | null {
  const document = corpus.documents.get(citekey);
  const name = document?.publisher ?? document?.author ?? null;
  return document === undefined || name === null || document.kind !== 'report'
    ? null
    : { written: name, name, called: titled(document.title) };
}

function titled(title: string): readonly Description[] {
  return title
    .split(/\s+/)
    .flatMap((word) => (bodyFamily(stem(word.toLowerCase())) === 'forum' ? (describe(word.toLowerCase()) ?? []) : []));
}

/** To whom it is said, or of whom ("accused the trust of …"). */
function addressee(report: Reporting, analysis: Analysis): Party | null {
  const span = addresseeSpan(report, analysis);
  return span === null ? null : partyOf(span, analysis);
}

export function addresseeSpan(report: Reporting, analysis: Analysis): Span<'text'> | null {
  if (report.hearer !== null) return report.hearer;
  const [content] = report.content;
  if (content === undefined || (report.complement !== 'predicative' && report.complement !== 'noun')) return null;
  const target = /^[^,.;:“"]{2,80}?(?=\s+(?:of|for|as|over)\s|[,.;]|$)/u.exec(slice(analysis.text, content))?.[0];
  return target === undefined ? null : { start: content.start, end: content.start + target.length };
}

/** To whom a passage has that person say the words. */
function addresseeOf(name: string, reports: readonly Reporting[], analysis: Analysis, corpus: Corpus): Party | null {
  for (const report of reports) {
    if (report.speaker === null) continue;
    const speaker = speakerOf(phraseOf(report.speaker, report.cue, analysis), analysis);
    if (speaker.kind === 'pronoun' || identityOf(speaker.name, name, corpus) === 'same') return addressee(report, analysis);
  }
  return null;
}

/** Whether the draft's speaker is to whom, or of whom, the passage has the words said: then it is not who says them. */
export function isAddressed({ addressee: other }: Voice, draft: Party, corpus: Corpus): boolean {
  if (other === null) return false;
  if (draft.name !== null && other.name !== null) return identityOf(draft.name, other.name, corpus) === 'same';
  const [mine] = draft.called;
  const [theirs] = other.called;
  return draft.name === null && other.name === null && mine !== undefined && theirs !== undefined && fits(mine, theirs) === 'yes';
}

/** The noun before the first preposition or participle of a description: "review" of "a review of child care led by X". */
export function headNoun(text: string): string {
  const head =
    text.split(
      /\s+(?:of|for|by|into|on|from|at|in|led|headed|chaired|commissioned|published|written|carried|conducted|which|that|who)\s|,/i,
    )[0] ?? text;
  return (head.trim().split(/\s+/).at(-1) ?? '').toLowerCase();
}
