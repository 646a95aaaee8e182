/** The speaker that a draft gives a quotation, against the one who said it. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftQuotation, DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import { overlap } from '../../text/span.ts';
import type { Analysis } from '../../text/types.ts';
import { evidenceOf } from '../evidence.ts';
import type { QuotationResult, QuotedPlace, WrongSpeaker } from '../types.ts';
import { meansAuthors, voiceOfAuthors } from './authors.ts';
import { isReadOut } from './hearing.ts';
import { identityOf, speakApart } from './identity.ts';
import { fullName, type Speaker } from './named.ts';
import { type Party, partyNamed, partyOf } from './party.ts';
import { resolveSpeaker } from './resolve.ts';
import { introducer, placeIn, speakersIn } from './said-by.ts';
import { sameParty } from './same-party.ts';

/** How many sentences back a pronoun's other candidates are looked for. */
const NEAR_BY = 5;

/** A speaker with the name that the draft means by it. */
interface Named {
  readonly speaker: Speaker;
  readonly name: string;
  readonly party: Party;
}

/** The first quotation whose every place has another speaker than the draft's; null when all are right, or it is not sure. */
export function wrongQuotedSpeaker(
  sentence: DraftSentence,
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  quotations: readonly QuotationResult[],
  corpus: Corpus,
): WrongSpeaker | null {
  for (const result of quotations) {
    if (result.kind !== 'exact') continue;
    const said = speakerOfQuotation(result.quotation, sentence, preceding, analysis, corpus);
    const wrong = said.length === 0 ? null : (judge(said, result.places, corpus) ?? notItsAuthors(said, result.places, analysis, corpus));
    if (wrong !== null && said.some(({ speaker }) => speaker.kind !== 'name') && isNamedNearBy(wrong.speaker, preceding, corpus)) continue;
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Who the draft says spoke a quotation, by name where it can be told; several where reports are nested. */
function speakerOfQuotation(
  quotation: DraftQuotation,
  sentence: DraftSentence,
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  corpus: Corpus,
): readonly Named[] {
  const same = (a: string, b: string): boolean => corpus.gazetteer.compare(a, b) === 'same';
  if (quotation.attributedTo !== null) {
    const party = partyNamed(quotation.attributedTo);
    const name = party.name ?? party.written;
    // The line that names the speaker is a sentence of its own: the quotation is underlined instead.
    return [
      { speaker: { span: { start: 0, end: sentence.text.length }, name, kind: party.name === null ? 'description' : 'name' }, name, party },
    ];
  }
  if (quotation.kind === 'block') {
    const at = preceding.findLastIndex((other) => other.place !== 'blockquote');
    const before = preceding[at];
    if (before === undefined) return [];
    const introduction = analyse(before.text);
    const speaker = introducer(introduction);
    const name = speaker === null ? null : resolveSpeaker(speaker, introduction, preceding.slice(0, at), same);
    // It is underlined where it stands only in its own sentence; here the quotation itself must do.
    if (speaker === null || name === null) return [];
    const party = partyIn(speaker, name, introduction);
    return [{ speaker: { ...speaker, span: { start: 0, end: sentence.text.length } }, name, party }];
  }
  return speakersIn(analysis, placeIn(quotation, sentence)).flatMap((speaker) => {
    const name = resolveSpeaker(speaker, analysis, preceding, same);
    return name === null ? [] : [{ speaker, name, party: partyIn(speaker, name, analysis) }];
  });
}

/** The speaker with what the sentence calls them; somebody whom a pronoun means is there by name alone. */
function partyIn(speaker: Speaker, name: string, analysis: Analysis): Party {
  return (name === speaker.name ? partyOf(speaker.span, analysis) : null) ?? partyNamed(name);
}

function judge(said: readonly Named[], places: readonly QuotedPlace[], corpus: Corpus): WrongSpeaker | null {
  const first = said.find(({ speaker }) => speaker.kind === 'name') ?? said[0];
  const [place] = places;
  if (first === undefined || place === undefined || place.speaker === null) return null;
  for (const one of said) for (const other of places) if (!isOther(one, other, corpus)) return null;
  const passage = corpus.passage(place.passages[0] ?? -1);
  const evidence = passage === null ? null : evidenceOf(passage, 'contradicts', place.score, corpus);
  if (evidence === null) return null;
  const inner = place.passages.flatMap((id) => quotedWithin(id, place, corpus)?.speaker?.written ?? []);
  const speaker = inner[0] ?? place.speaker;
  return { span: first.speaker.span, said: first.party.written, speaker, hearer: null, evidence: { ...evidence, speaker } };
}

/** Words that papers state in their own voice are their authors', and nobody else's whom the corpus knows. */
function notItsAuthors(said: readonly Named[], places: readonly QuotedPlace[], analysis: Analysis, corpus: Corpus): WrongSpeaker | null {
  const [first] = said;
  const [place] = places;
  const authors = place === undefined ? null : voiceOfAuthors(place.citekey, corpus);
  if (first === undefined || place === undefined || authors === null) return null;
  const all = said.every(({ speaker, name, party }) => {
    if (speaker.kind === 'pronoun') return false;
    const whole = speaker.span.end - speaker.span.start >= analysis.text.length;
    const phrase = whole ? party.written : analysis.text.slice(speaker.span.start, speaker.span.end);
    return places.every(
      (other) =>
        other.speaker === null &&
        other.standing === 'stated' &&
        voiceOfAuthors(other.citekey, corpus) !== null &&
        meansAuthors(phrase, party, other.citekey, corpus) === 'different' &&
        !other.passages.some((id) => isMentionedBefore(party.name ?? name, id, corpus)),
    );
  });
  const passage = corpus.passage(place.passages[0] ?? -1);
  const evidence = all && passage !== null ? evidenceOf(passage, 'contradicts', place.score, corpus) : null;
  const written = analysis.text.slice(first.speaker.span.start, first.speaker.span.end);
  const called = written.length < analysis.text.length ? written : first.party.written;
  return evidence === null
    ? null
    : { span: first.speaker.span, said: called, speaker: authors, hearer: null, evidence: { ...evidence, speaker: authors } };
}

function isOther({ name, party }: Named, place: QuotedPlace, corpus: Corpus): boolean {
  if (place.speaker === null) return false;
  const inner = place.passages.flatMap((id) => quotedWithin(id, place, corpus) ?? []);
  const [named] = inner.flatMap((one) => (one.speaker === null ? [] : [one.speaker]));
  if (named !== undefined) return sameParty(party, named, place.citekey, corpus) === 'different';
  const identity = sameParty(party, partyNamed(place.speaker), place.citekey, corpus);
  if (identity === 'same' || (identity === 'unsure' && !speakApart(name, place.speaker, place.citekey, corpus))) return false;
  // Whom somebody quotes without a name may be anybody near by.
  if (inner.length > 0 && (party.name === null || place.passages.some((id) => isMentionedBefore(party.name ?? '', id, corpus))))
    return false;
  return !place.passages.some((id) => isReadOut(name, id, corpus) || alsoSpeaks(name, id, place, corpus));
}

/** Words in quotation marks inside a turn or a post are somebody else's: whose, where the sentence names them. */
function quotedWithin(id: number, place: QuotedPlace, corpus: Corpus): { readonly speaker: Party | null } | null {
  const passage = corpus.passage(id);
  if (passage === null || passage.block.voice === 'document') return null;
  const inside = { start: place.span.start - passage.span.start, end: place.span.end - passage.span.start };
  const analysis = analyse(passage.text);
  if (!analysis.quotations.some((quotation) => overlap(quotation.inner, inside) * 2 > inside.end - inside.start)) return null;
  const report = analysis.reporting.find((one) => one.form === 'direct' && one.content.some((span) => overlap(span, inside) > 0));
  const party = report?.speaker == null ? null : partyOf(report.speaker, analysis);
  return { speaker: party?.name == null ? null : party };
}

/** How many sentences before a quotation its speaker may be named. */
const NAMED_WITHIN = 6;

function isMentionedBefore(name: string, id: number, corpus: Corpus): boolean {
  const surname = name.split(/\s+/).at(-1) ?? name;
  let at: number | null = id;
  for (let step = 0; step < NAMED_WITHIN && at !== null; step++) {
    const passage = corpus.passage(at);
    if (passage === null) return false;
    if (passage.text.includes(surname)) return true;
    at = passage.before;
  }
  return false;
}

/** Whether the words belong to that person too: what a witness agreed to, what a post quotes. */
function alsoSpeaks(name: string, id: number, place: QuotedPlace, corpus: Corpus): boolean {
  const passage = corpus.passage(id);
  if (passage === null) return false;
  const inside = { start: place.span.start - passage.span.start, end: place.span.end - passage.span.start };
  return corpus
    .standing(id)
    .parts.some((part) => part.speaker !== null && overlap(part.span, inside) > 0 && identityOf(name, part.speaker, corpus) === 'same');
}

/** A pronoun may mean anybody whom the draft names near by, the right speaker too. */
function isNamedNearBy(speaker: string, preceding: readonly DraftSentence[], corpus: Corpus): boolean {
  return preceding.slice(-NEAR_BY).some((sentence) => {
    const analysis = analyse(sentence.text);
    return analysis.names.some(
      (name) => identityOf(fullName(name, sentence.text), speaker, corpus) === 'same' || speaker.endsWith(name.name),
    );
  });
}
