/** The speaker that a draft gives a quotation, against the one who said it. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftQuotation, DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import type { Analysis } from '../../text/types.ts';
import { evidenceOf } from '../evidence.ts';
import type { QuotationResult, QuotedPlace, WrongSpeaker } from '../types.ts';
import { identityOf } from './identity.ts';
import type { Speaker } from './named.ts';
import { resolveSpeaker } from './resolve.ts';
import { introducer, placeIn, speakersIn } from './said-by.ts';

/** A speaker with the name that the draft means by it. */
interface Named {
  readonly speaker: Speaker;
  readonly name: string;
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
    const wrong = said.length === 0 ? null : judge(said, result.places, corpus);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Who the draft says spoke a quotation, by name where it can be told; several where reports are nested. */
export function speakerOfQuotation(
  quotation: DraftQuotation,
  sentence: DraftSentence,
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  corpus: Corpus,
): readonly Named[] {
  const same = (a: string, b: string): boolean => corpus.gazetteer.compare(a, b) === 'same';
  const before = preceding.at(-1);
  if (quotation.kind === 'block') {
    if (before === undefined) return [];
    const introduction = analyse(before.text);
    const speaker = introducer(introduction);
    const name = speaker === null ? null : resolveSpeaker(speaker, introduction, preceding.slice(0, -1), same);
    // It is underlined where it stands only in its own sentence; here the quotation itself must do.
    return speaker === null || name === null ? [] : [{ speaker: { ...speaker, span: { start: 0, end: sentence.text.length } }, name }];
  }
  return speakersIn(analysis, placeIn(quotation, sentence)).flatMap((speaker) => {
    const name = resolveSpeaker(speaker, analysis, preceding, same);
    return name === null ? [] : [{ speaker, name }];
  });
}

function judge(said: readonly Named[], places: readonly QuotedPlace[], corpus: Corpus): WrongSpeaker | null {
  const [first] = said;
  const [place] = places;
  if (first === undefined || place === undefined || place.speaker === null) return null;
  for (const { name } of said) for (const other of places) if (!isOther(name, other, corpus)) return null;
  const passage = corpus.passage(place.passages[0] ?? -1);
  const evidence = passage === null ? null : evidenceOf(passage, 'contradicts', place.score, corpus);
  if (evidence === null) return null;
  return { span: first.speaker.span, said: first.name, speaker: place.speaker, evidence: { ...evidence, speaker: place.speaker } };
}

function isOther(name: string, place: QuotedPlace, corpus: Corpus): boolean {
  if (place.speaker === null || identityOf(name, place.speaker, corpus) !== 'different') return false;
  return !isReadOut(name, place, corpus);
}

/** Counsel who reads a witness's own words out to him: the words are the witness's. */
function isReadOut(name: string, place: QuotedPlace, corpus: Corpus): boolean {
  const passage = corpus.passage(place.passages[0] ?? -1);
  if (passage === null || passage.block.turnRole !== 'questioner') return false;
  for (const neighbour of nextTurns(passage.id, corpus)) {
    if (
      identityOf(name, neighbour, corpus) === 'same' &&
      /["“”'‘]|\b(?:you (?:say|said|wrote|write|state|stated|told)|statement|paragraph)\b/i.test(passage.text)
    )
      return true;
  }
  return false;
}

/** The speakers of the turns before and after a passage's own. */
function nextTurns(id: number, corpus: Corpus): readonly string[] {
  const core = corpus.passage(id);
  const found: string[] = [];
  for (const side of ['before', 'after'] as const) {
    let at = core?.[side] ?? null;
    for (let step = 0; step < 40 && at !== null; step++) {
      const passage = corpus.passage(at);
      if (passage === null) break;
      if (passage.block.voice === 'turn' && passage.block.speaker !== core?.block.speaker) {
        if (passage.block.speaker !== null) found.push(passage.block.speaker);
        break;
      }
      at = passage[side];
    }
  }
  return found;
}
