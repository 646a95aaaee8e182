/** Reported speech, findings and decisions: whom the draft lets say it, against who does in the passages that support it. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import { overlap, type Span, slice } from '../../text/span.ts';
import type { Analysis, Reporting, Token } from '../../text/types.ts';
import { evidenceOf } from '../evidence.ts';
import type { Evidence, QuotationResult, WrongSpeaker } from '../types.ts';
import { type Carried, carriedBy, contentStems } from './carried.ts';
import { mayHaveAgreed } from './hearing.ts';
import { identityOf } from './identity.ts';
import { fullName, makersIn, phraseOf, speakerOf } from './named.ts';
import { resolveSpeaker } from './resolve.ts';

/** A passage with less of the reported words may support something else of the sentence. */
const ENOUGH = 0.5;
const FEWEST_STEMS = 2;
/** Where nothing bears on the sentence as a whole, a passage with nearly all of the reported words may still have them from another. */
const SAME_WORDS = 0.75;
const FEWEST_SAME = 5;
const LOOKED_AT = 8;

/** Who speaks in a passage, as the corpus names them. */
interface Voice {
  readonly name: string;
  /** By whom the thing that speaks was made ("a review led by X"). */
  readonly within: readonly string[];
  /** The noun of a described speaker ("review"). */
  readonly noun: string | null;
  /** To whom it is said, where the passage says so. */
  readonly hearer: string | null;
}

const FIRST_PERSON = /^(?:i|we)$/i;

/** The draft's speaker where every passage that bears on it has somebody else say it; null when one fits, or it is not sure. */
export function wrongReportedSpeaker(
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  quotations: readonly QuotationResult[],
  bearing: readonly Evidence[],
  corpus: Corpus,
): WrongSpeaker | null {
  const quoted = quotations.flatMap((result) => (result.kind === 'not-checked' ? [] : [result.quotation.plain]));
  for (const report of analysis.reporting) {
    if (report.speaker === null || report.act === 'ask') continue;
    // Words in quotation marks are anchored and have their own check.
    if (quoted.some((span) => report.content.some((content) => overlap(content, span) > 0))) continue;
    const wrong = judge(report, phraseOf(report.speaker, report.cue, analysis), preceding, analysis, bearing, corpus);
    if (wrong !== null) return wrong;
  }
  return null;
}

function judge(
  report: Reporting,
  phrase: Span<'text'>,
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  bearing: readonly Evidence[],
  corpus: Corpus,
): WrongSpeaker | null {
  const stems = contentStems(
    analysis.tokens,
    report.content.filter((span) => overlap(span, phrase) === 0),
  );
  if (stems.size < FEWEST_STEMS) return null;
  const found = bearing.length > 0 ? bearing : sameWords(stems, corpus);
  const enough = bearing.length > 0 ? ENOUGH : SAME_WORDS;
  const carried = found.flatMap((evidence) => carriedBy(evidence, stems, corpus) ?? []).filter((one) => one.share >= enough);
  const [best] = carried;
  if (best === undefined) return null;
  const speaker = speakerOf(phrase, analysis);
  // Whom a pronoun means is seldom sure enough to accuse anybody by what passages on the same matter say.
  if (speaker.kind === 'pronoun') return null;
  const name = resolveSpeaker(speaker, analysis, preceding, (a, b) => corpus.gazetteer.compare(a, b) === 'same');
  if (name === null || carried.some(({ evidence }) => mayHaveAgreed(name, evidence.passage, corpus))) return null;
  const voices = carried.map((one) => voicesOf(one, corpus));
  if (voices.some((list) => list.length === 0)) return null;
  const described = speaker.kind === 'description' ? otherWithin(phrase, analysis, voices.flat(), corpus) : null;
  if (described !== null) return { ...described, evidence: { ...best.evidence, stance: 'contradicts' } };
  const identities = voices.flat().map((voice) => ({
    voice,
    identity: hears(voice, speaker.kind === 'description', name) ? 'different' : identityOf(name, voice.name, corpus),
  }));
  const others = identities.filter(({ identity }) => identity === 'different');
  // A described voice ("the new regulator") is let pass where several named ones, all of them others, say the same.
  const open = identities.filter(
    ({ voice, identity }) => identity === 'same' || (identity === 'unsure' && (voice.noun === null || others.length < 2)),
  );
  if (open.length > 0 || others.length === 0) return null;
  if (others.some(({ voice }) => isQuotedWithin(report, voice.name, analysis, corpus))) return null;
  const right = others[0]?.voice.name ?? '';
  return { span: speaker.span, said: name, speaker: right, evidence: { ...best.evidence, stance: 'contradicts', speaker: right } };
}

/** Passages that may hold nearly the same words, from the index. */
function sameWords(stems: ReadonlySet<string>, corpus: Corpus): readonly Evidence[] {
  if (stems.size < FEWEST_SAME) return [];
  const query = [...stems].map((term) => ({ term, weight: 1 }));
  return corpus.index.search(query, LOOKED_AT).flatMap(({ id }) => {
    const passage = corpus.passage(id);
    return passage === null ? [] : (evidenceOf(passage, 'contradicts', SAME_WORDS, corpus) ?? []);
  });
}

/** Everybody who may be the one that says the words: by the passage's standing, and by its own reporting clauses. */
function voicesOf({ evidence, part, tokens }: Carried, corpus: Corpus): readonly Voice[] {
  const passage = corpus.passage(evidence.passage);
  if (passage === null) return [];
  const parts = corpus.standing(passage.id).parts.filter((one) => tokens.some((token) => overlap(one.span, token) > 0));
  const analysis = analyse(passage.text);
  const speakers = new Set([part, ...parts].flatMap((one) => one.speaker ?? []));
  const voices: Voice[] = [...speakers].map((name) => ({ name, within: [], noun: null, hearer: hearerOf(name, tokens, analysis, corpus) }));
  for (const report of analysis.reporting) {
    if (report.speaker === null || !tokens.some((token) => report.content.some((span) => overlap(span, token) > 0))) continue;
    const phrase = phraseOf(report.speaker, report.cue, analysis);
    const speaker = speakerOf(phrase, analysis);
    if (FIRST_PERSON.test(speaker.name)) continue;
    if (speaker.kind === 'pronoun') {
      // What a witness or a poster says that "he" said may be anybody's.
      if (passage.block.voice !== 'document') return [];
      continue;
    }
    const within = makersIn(phrase, analysis).map((name) => fullName(name, passage.text));
    const noun = speaker.kind === 'description' ? headNoun(speaker.name) : null;
    voices.push({ name: speaker.name, within, noun, hearer: report.hearer === null ? null : slice(passage.text, report.hearer) });
  }
  return voices;
}

/** "X reported Y as saying that …", "X said that Y had told them …": the draft itself gives the words to that person, by way of another. */
function isQuotedWithin(report: Reporting, name: string, analysis: Analysis, corpus: Corpus): boolean {
  const inside = (span: Span<'text'>): boolean =>
    report.content.some((content) => overlap(content, span) > 0) || span.start >= report.cue.end;
  const isRight = (said: string): boolean => identityOf(said, name, corpus) === 'same';
  if (
    analysis.reporting.some((inner) => {
      if (inner === report || inner.speaker === null || !inside(inner.speaker)) return false;
      return isRight(speakerOf(phraseOf(inner.speaker, inner.cue, analysis), analysis).name);
    })
  )
    return true;
  return analysis.names.some(
    (mention) => /^['’]?\s+as\s+\p{L}+ing\b/u.test(analysis.text.slice(mention.span.end)) && isRight(fullName(mention, analysis.text)),
  );
}

/** To whom a passage has that person say the words. */
function hearerOf(name: string, tokens: readonly Token[], analysis: Analysis, corpus: Corpus): string | null {
  for (const report of analysis.reporting) {
    if (report.speaker === null || report.hearer === null) continue;
    if (!tokens.some((token) => report.content.some((span) => overlap(span, token) > 0))) continue;
    const speaker = speakerOf(phraseOf(report.speaker, report.cue, analysis), analysis);
    if (speaker.kind === 'pronoun' || identityOf(speaker.name, name, corpus) === 'same') return slice(analysis.text, report.hearer);
  }
  return null;
}

/** Whether whom the draft describes as the speaker ("the inquiry") is to whom the passage has the words said: then it is not who says them. */
function hears({ hearer }: Voice, described: boolean, name: string): boolean {
  if (!described || hearer === null || /\p{Lu}/u.test(name)) return false;
  return /^the\s/i.test(hearer) && hearer.replace(/^the\s+/i, '').toLowerCase() === name.toLowerCase();
}

/** "a review led by X" where the corpus has "a review led by Y": the same kind of thing, with another name in it. */
function otherWithin(
  phrase: Span<'text'>,
  analysis: Analysis,
  voices: readonly Voice[],
  corpus: Corpus,
): Pick<WrongSpeaker, 'span' | 'said' | 'speaker'> | null {
  const noun = headNoun(slice(analysis.text, phrase));
  const names = makersIn(phrase, analysis);
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
