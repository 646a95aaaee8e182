/** Reported speech, findings and decisions: whom the draft lets say it, against who does in the passages that support it. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import { overlap, type Span, slice } from '../../text/span.ts';
import type { Analysis, Reporting } from '../../text/types.ts';
import type { Evidence, WrongSpeaker } from '../types.ts';
import { type Carried, carriedBy, contentStems } from './carried.ts';
import { identityOf } from './identity.ts';
import { fullName, namesIn, speakerOf } from './named.ts';
import { resolveSpeaker } from './resolve.ts';

/** A passage with less of the reported words may support something else of the sentence. */
const ENOUGH = 0.5;
const FEWEST_STEMS = 2;

/** Who speaks in a passage, as the corpus names them. */
interface Voice {
  readonly name: string;
  /** Others that the speaker's phrase names ("a review led by X"). */
  readonly within: readonly string[];
  /** The noun of a described speaker ("review"). */
  readonly noun: string | null;
}

/** The draft's speaker where every supporting passage has somebody else say it; null when one fits, or it is not sure. */
export function wrongReportedSpeaker(
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  supporting: readonly Evidence[],
  corpus: Corpus,
): WrongSpeaker | null {
  for (const report of analysis.reporting) {
    if (report.speaker === null || report.act === 'ask') continue;
    const wrong = judge(report, report.speaker, preceding, analysis, supporting, corpus);
    if (wrong !== null) return wrong;
  }
  return null;
}

function judge(
  report: Reporting,
  phrase: Span<'text'>,
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  supporting: readonly Evidence[],
  corpus: Corpus,
): WrongSpeaker | null {
  const stems = contentStems(
    analysis.tokens,
    report.content.filter((span) => overlap(span, phrase) === 0),
  );
  if (stems.size < FEWEST_STEMS) return null;
  const carried = supporting.flatMap((evidence) => carriedBy(evidence, stems, corpus) ?? []).filter((one) => one.share >= ENOUGH);
  const [best] = carried;
  if (best === undefined) return null;
  const speaker = speakerOf(phrase, analysis);
  const name = resolveSpeaker(speaker, analysis, preceding, (a, b) => corpus.gazetteer.compare(a, b) === 'same');
  if (name === null) return null;
  const voices = carried.map((one) => voicesOf(one, corpus));
  if (voices.some((list) => list.length === 0)) return null;
  const described = speaker.kind === 'description' ? otherWithin(phrase, analysis, voices.flat(), corpus) : null;
  if (described !== null) return { ...described, evidence: { ...best.evidence, stance: 'contradicts' } };
  if (!voices.flat().every((voice) => identityOf(name, voice.name, corpus) === 'different')) return null;
  const right = voices[0]?.[0]?.name ?? '';
  return { span: speaker.span, said: name, speaker: right, evidence: { ...best.evidence, stance: 'contradicts', speaker: right } };
}

/** Everybody who may be the one that says the words: by the passage's standing, and by its own reporting clauses. */
function voicesOf({ evidence, part, tokens }: Carried, corpus: Corpus): readonly Voice[] {
  const passage = corpus.passage(evidence.passage);
  if (passage === null) return [];
  const voices: Voice[] = part.speaker === null ? [] : [{ name: part.speaker, within: [], noun: null }];
  const analysis = analyse(passage.text);
  for (const report of analysis.reporting) {
    if (report.speaker === null || !tokens.some((token) => report.content.some((span) => overlap(span, token) > 0))) continue;
    const speaker = speakerOf(report.speaker, analysis);
    if (speaker.kind === 'pronoun') continue;
    const within = namesIn(report.speaker, analysis).map((name) => fullName(name, passage.text));
    voices.push({ name: speaker.name, within, noun: speaker.kind === 'description' ? headNoun(speaker.name) : null });
  }
  return voices;
}

/** "a review led by X" where the corpus has "a review led by Y": the same kind of thing, with another name in it. */
function otherWithin(
  phrase: Span<'text'>,
  analysis: Analysis,
  voices: readonly Voice[],
  corpus: Corpus,
): Pick<WrongSpeaker, 'span' | 'said' | 'speaker'> | null {
  const noun = headNoun(slice(analysis.text, phrase));
  const names = namesIn(phrase, analysis);
  const rivals = voices.filter((voice) => voice.noun === noun).flatMap((voice) => voice.within);
  const [rival] = rivals;
  if (rival === undefined) return null;
  const stranger = names.find((name) => rivals.every((other) => identityOf(fullName(name, analysis.text), other, corpus) === 'different'));
  return stranger === undefined ? null : { span: stranger.span, said: fullName(stranger, analysis.text), speaker: rival };
}

/** The noun before the first preposition or participle of a description: "review" of "a review of child care led by X". */
function headNoun(text: string): string {
  const head =
    text.split(
      /\s+(?:of|for|by|into|on|from|at|in|led|headed|chaired|commissioned|published|written|carried|conducted|which|that|who)\s|,/i,
    )[0] ?? text;
  return (head.trim().split(/\s+/).at(-1) ?? '').toLowerCase();
}
