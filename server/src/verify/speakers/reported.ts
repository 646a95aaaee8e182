/** Reported speech, findings and decisions: whom the draft lets say it, against who does in the passages that support it. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { Passage } from '../../corpus/domain.ts';
import type { DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import { contains, overlap, type Span, slice } from '../../text/span.ts';
import { indexTerms } from '../../text/terms.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Analysis, Reporting } from '../../text/types.ts';
import { evidenceOf } from '../evidence.ts';
import type { Evidence, QuotationResult, WrongSpeaker } from '../types.ts';
import { meansAuthors, voiceOfAuthors, writtenBy } from './authors.ts';
import { type Carried, carriedBy, contentStems, sharePosted } from './carried.ts';
import { mayHaveAgreed } from './hearing.ts';
import { identityOf } from './identity.ts';
import { fullName, makersIn, phraseOf, speakerOf } from './named.ts';
import { type Party, partyNamed, partyOf, wordsOf } from './party.ts';
import { resolveSpeaker } from './resolve.ts';
import { sameParty } from './same-party.ts';
import { addresseeSpan, headNoun, isAddressed, type Voice, voicesOf } from './voices.ts';

/** A passage with less of the reported words may support something else of the sentence. */
const ENOUGH = 0.5;
const FEWEST_STEMS = 2;
/** A passage with less than this share of what the best one has is beside the point. */
const BESIDE = 0.75;
/** Where nothing bears on the sentence as a whole, a passage with nearly all of the reported words may still have them from another. */
const SAME_WORDS = 0.75;
const FEWEST_SAME = 5;
const FEWEST_FRAGMENTS = 2;
/** Fewer words of a finding may stand in many papers. */
const FEWEST_FOUND = 4;
/** Longer papers are not read through for it. */
const MOST_READ = 3000;
const LOOKED_AT = 12;
/** The share of the reported words with which somebody is taken to say so in another place. */
const SAYS_SO = 0.5;

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
    // "X said that Y had told him …": who says what Y told is not settled by who says it.
    if (
      analysis.reporting.some(
        (inner) => inner !== report && inner.speaker !== null && report.content.some((content) => contains(content, inner.cue)),
      )
    )
      continue;
    // Words in quotation marks are anchored and have their own check.
    if (quoted.some((span) => report.content.some((content) => overlap(content, span) > 0))) continue;
    const evidence = bearing.length > 0 ? bearing : sameFragments(fragmentsOf(report, quotations), corpus);
    const wrong = judge(report, phraseOf(report.speaker, report.cue, analysis), preceding, analysis, evidence, corpus);
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
  const all = found.flatMap((evidence) => carriedBy(evidence, stems, corpus) ?? []);
  const most = Math.max(0, ...all.map((one) => one.share));
  const alone = all.filter((one) => one.share >= Math.max(enough, most * BESIDE));
  const carried = alone.length > 0 ? alone : all.filter((one) => one.share >= most * BESIDE && sharePosted(one, stems, corpus) >= enough);
  const [best] = carried;
  if (best === undefined) return null;
  const speaker = speakerOf(phrase, analysis);
  // Whom a pronoun means is seldom sure enough to accuse anybody by what passages on the same matter say.
  if (speaker.kind === 'pronoun') return null;
  const name = resolveSpeaker(speaker, analysis, preceding, (a, b) => corpus.gazetteer.compare(a, b) === 'same');
  if (name === null || carried.some(({ evidence }) => mayHaveAgreed(name, evidence.passage, corpus))) return null;
  const voices = carried.map((one) => voicesOf(one, corpus));
  if (voices.every((list) => list.length === 0)) return notItsAuthors(phrase, stems, carried, analysis, corpus);
  if (voices.some((list) => list.length === 0)) return null;
  const described = speaker.kind === 'description' ? otherWithin(phrase, analysis, voices.flat(), corpus) : null;
  if (described !== null) return { ...described, evidence: { ...best.evidence, stance: 'contradicts' } };
  const own = partyOf(phrase, analysis);
  const draft = name === speaker.name || own === null ? own : { ...partyNamed(name), called: own.called };
  if (draft === null) return null;
  const identities = voices.flatMap((list, i) =>
    list.map((voice) => ({
      voice,
      identity: isAddressed(voice, draft, corpus) ? 'different' : sameParty(draft, voice.party, carried[i]?.evidence.citekey ?? '', corpus),
    })),
  );
  const others = identities.filter(({ identity }) => identity === 'different');
  // A described voice ("the new regulator") is let pass where several named ones, all of them others, say the same.
  const open = identities.filter(
    ({ voice, identity }) => identity === 'same' || (identity === 'unsure' && (voice.noun === null || others.length < 2)),
  );
  const [right] = others;
  if (open.length > 0 || right === undefined) return null;
  if (others.some(({ voice }) => voice.party.name !== null && isQuotedWithin(report, voice.party.name, analysis, corpus))) return null;
  const plain = contentStems(
    analysis.tokens.filter((token) => !analysis.names.some((one) => overlap(one.span, token) > 0)),
    report.content,
  );
  if (saysItElsewhere(draft, plain.size >= FEWEST_STEMS ? plain : stems, corpus)) return null;
  return {
    span: speaker.span,
    said: draft.written,
    speaker: right.voice.party.written,
    hearer: turnedRound(report, right.voice, draft, analysis, corpus),
    evidence: { ...best.evidence, stance: 'contradicts', speaker: right.voice.party.written },
  };
}

/**
 * "Hale and colleagues found that …" where a paper of others finds it in its own voice, and none of theirs says much the same.
 * A paper tells what others found as well, but then it names them.
 */
function notItsAuthors(
  phrase: Span<'text'>,
  stems: ReadonlySet<string>,
  carried: readonly Carried[],
  analysis: Analysis,
  corpus: Corpus,
): WrongSpeaker | null {
  const party = partyOf(phrase, analysis);
  const [best] = carried;
  const authors = best === undefined ? null : voiceOfAuthors(best.evidence.citekey, corpus);
  if (party === null || best === undefined || authors === null || stems.size < FEWEST_FOUND) return null;
  const called = slice(analysis.text, phrase);
  const words = wordsOf(party);
  const others = carried.every(({ evidence, part, tokens }) => {
    const passage = corpus.passage(evidence.passage);
    if (passage === null || part.standing !== 'stated' || voiceOfAuthors(evidence.citekey, corpus) === null) return false;
    const near = [passage.before, passage.id, passage.after].flatMap((id) => (id === null ? [] : (corpus.passage(id)?.text ?? '')));
    const named = near.some((text) => tokenize(text).some((token) => words.has(token.stem)));
    return tokens.length > 0 && !named && meansAuthors(called, party, evidence.citekey, corpus) === 'different';
  });
  const theirs = new Set(others ? writtenBy(called, party, corpus).map(({ citekey }) => citekey) : []);
  if (theirs.size === 0) return null;
  if ([...theirs].some((citekey) => saysMuchOf(stems, corpus.passagesOf(citekey)))) return null;
  const evidence: Evidence = { ...best.evidence, stance: 'contradicts', speaker: authors };
  return { span: phrase, said: called, speaker: authors, hearer: null, evidence };
}

/** Whether a sentence of theirs has much of the words, or there are too many to be read. */
function saysMuchOf(stems: ReadonlySet<string>, passages: readonly Passage[]): boolean {
  if (passages.length > MOST_READ) return true;
  return passages.some(({ text }) => {
    const said = new Set(tokenize(text).map((token) => token.stem));
    return [...stems].filter((one) => said.has(one)).length >= stems.size * SAYS_SO;
  });
}

/** "called it “rushed” and “shallow”": quoted words of the report that are too few to be looked for one by one. */
function fragmentsOf(report: Reporting, quotations: readonly QuotationResult[]): readonly string[] {
  return quotations.flatMap((result) =>
    result.kind === 'not-checked' &&
    result.why === 'too-short' &&
    report.content.some((content) => overlap(content, result.quotation.plain) > 0)
      ? [result.quotation.text.toLowerCase()]
      : [],
  );
}

/** Passages that hold all of the fragments; one alone may be anybody's. */
function sameFragments(fragments: readonly string[], corpus: Corpus): readonly Evidence[] {
  if (fragments.length < FEWEST_FRAGMENTS) return [];
  const query = [...new Set(fragments.flatMap((one) => indexTerms(one)))].map((term) => ({ term, weight: 1 }));
  return corpus.index.search(query, LOOKED_AT).flatMap(({ id }) => {
    const passage = corpus.passage(id);
    const text = passage?.text.toLowerCase() ?? '';
    return passage === null || !fragments.every((one) => text.includes(one)) ? [] : (evidenceOf(passage, 'contradicts', 1, corpus) ?? []);
  });
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

/** "B told A" for "A told B": the draft's hearer, where it is the one who speaks in the passage. */
function turnedRound(report: Reporting, voice: Voice, draft: Party, analysis: Analysis, corpus: Corpus): WrongSpeaker['hearer'] {
  if (voice.addressee === null || !isAddressed(voice, draft, corpus)) return null;
  const span = addresseeSpan(report, analysis);
  const told = span === null ? null : partyOf(span, analysis);
  if (span === null || told === null) return null;
  const stems = wordsOf(voice.party);
  const same =
    told.name !== null && voice.party.name !== null
      ? identityOf(told.name, voice.party.name, corpus) !== 'different'
      : [...wordsOf(told)].some((word) => stems.has(word));
  return same ? { span, rightful: voice.addressee.written } : null;
}

/** Whether the draft's speaker says much the same in some other passage. */
function saysItElsewhere(draft: Party, stems: ReadonlySet<string>, corpus: Corpus): boolean {
  const query = [...new Set([...stems, ...wordsOf(draft)])].map((term) => ({ term, weight: 1 }));
  return corpus.index.search(query, LOOKED_AT).some(({ id }) => {
    const passage = corpus.passage(id);
    if (passage === null) return false;
    const is = (party: Party | null): boolean => party !== null && sameParty(draft, party, passage.citekey, corpus) === 'same';
    const analysis = analyse(passage.text);
    const enough = (spans: readonly Span<'text'>[]): boolean => {
      const said = contentStems(analysis.tokens, spans);
      return [...stems].filter((one) => said.has(one)).length > stems.size * SAYS_SO;
    };
    if (corpus.standing(id).parts.some((part) => part.speaker !== null && enough([part.span]) && is(partyNamed(part.speaker)))) {
      if (passage.block.voice !== 'document') return true;
    }
    return analysis.reporting.some(
      (report) =>
        report.speaker !== null && enough(report.content) && is(partyOf(phraseOf(report.speaker, report.cue, analysis), analysis)),
    );
  });
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

/** "a review led by X" where the corpus has "a review led by Y": the same kind of thing, with another name in it. */
function otherWithin(
  phrase: Span<'text'>,
  analysis: Analysis,
  voices: readonly Voice[],
  corpus: Corpus,
): Omit<WrongSpeaker, 'evidence'> | null {
  const noun = headNoun(slice(analysis.text, phrase));
  const names = makersIn(phrase, analysis);
  const rivals = voices.filter((voice) => voice.noun === noun).flatMap((voice) => voice.within);
  const [rival] = rivals;
  if (rival === undefined) return null;
  const stranger = names.find((name) => rivals.every((other) => identityOf(fullName(name, analysis.text), other, corpus) === 'different'));
  return stranger === undefined ? null : { span: stranger.span, said: fullName(stranger, analysis.text), speaker: rival, hearer: null };
}
