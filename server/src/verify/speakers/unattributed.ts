/** Facts that the corpus has only as somebody's words, and the draft as plain fact. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import { contains, overlap } from '../../text/span.ts';
import { stem } from '../../text/stem.ts';
import type { Analysis, Reporting } from '../../text/types.ts';
import type { Evidence, Judgement, QuotationResult } from '../types.ts';
import { type Carried, carriedBy, contentStems } from './carried.ts';
import { bodyFamily, personFamily } from './families.ts';
import { answers } from './hearing.ts';
import { partyNamed, partyOf } from './party.ts';
import { SAID } from './said-by.ts';
import { sameParty } from './same-party.ts';

/** Telling that somebody ordered, asked or promised a thing gives a deed, and nobody's words for it. */
const DEEDS: ReadonlySet<Reporting['act']> = new Set(['order', 'ask', 'promise', 'advise'] as const);
/** A passage that carries less than this share of what the best one carries is there for a name or a date, not for the fact. */
const BESIDE = 3 / 4;
/** Whoever has less than this share of the words says something else, or a part of it. */
const LEAST = 0.3;
/** "as she described it", "as Dr X tells it". */
const AS_TOLD =
  /\bas (?:he|she|they|\p{Lu}[\p{L}.’']+(?: \p{Lu}[\p{L}.’']+){0,3}) (?:has |had |later |then )?(?:puts?|describe[sd]|sees|saw|recalls?|recalled|remembers?|remembered|tells|told|explains?|explained|says?|said)\b/u;
/** Words that attribute without a reporting verb ("allegedly" and its kin are found as reports). */
const HEDGED =
  /\b(?:alleged|reputed|purported|self-described|so-called|(?:in|on|by|to|from) (?:his|her|their|its|(?:the )?(?:\p{Lu}[\p{L}.]* ){0,3}[\p{L}’']+s['’]?) (?:own )?(?:view|words|opinion|account|eyes|telling|evidence|version|recollection|memory|reckoning|estimate|estimation|testimony|statement|mind))\b/iu;

/** "The inquiry heard that …", "the jurors were shown …": what was put before a body is somebody's evidence. */
const HEARD =
  /\b(?:inquiry|inquest|court|tribunal|panel|jury|jurors|hearing|committee|commission|commissioners|assembly|parliament|judges?|MPs|peers|magistrates?|coroner)\b[^.;:“”"]{0,30}?\s(?:heard|learned|learnt|was told|were told|was shown|were shown)\b/iu;
/** "The cabinet heard from Councillor Moss …"; "the reason given was that …": what nobody but a teller answers for. */
const GIVEN =
  /\bheard from (?:the |an? )?(?:\p{L}+ ){0,2}\p{Lu}|\b(?:reasons?|grounds?|explanation|excuse|justification|pretext) (?:that (?:was|were) )?(?:given|offered|cited|stated|put forward)\b/u;
/** What somebody thinks or feels is not given as fact either. */
const THOUGHT =
  /\b(?:thinks?|thought|believe[sd]?|suspect(?:s|ed)?|doubt(?:s|ed)|considered|considers|regard(?:s|ed)|felt|feels|supposed|assume[sd]|reckons?|reckoned|perceive[sd]|guesse[sd]|wants?|would (?:not )?have it|(?:was|were|is|are) (?:convinced|certain|sure|persuaded))\b/iu;
/** An accusation told as one, in words that report nothing: "was prosecuted for theft", "faced a charge of fraud". */
const ACCUSED =
  /\b(?:charged with|prosecuted|sued|indicted|summonsed|arraigned|suspected|under suspicion|accused|blamed|held (?:liable|responsible)|fac(?:ed|es|ing) (?:\p{L}+ ){0,3}(?:allegations?|accusations?|charges?|claims?|complaints?|proceedings))\b/iu;
/** "X’s answer was that …", "the complaint of her lawyers had been that …": a thing said, and what it says. */
const TOLD_AS = new RegExp(
  `\\b(?:${SAID})\\b[^.;:“”"]{0,80}?\\s(?:was|is|were|are|remains|remained|(?:has|had|have) been)\\s+(?:simply |only |just )?that\\b|\\bit (?:was|is) [^.;:“”"]{0,40}?\\b(?:${SAID})\\b[^.;:“”"]{0,60}?\\sthat\\b`,
  'iu',
);

/** Whose words the fact is, where no passage states it and the sentence gives it to nobody. */
export function unattributedFact(
  sentence: DraftSentence,
  preceding: readonly DraftSentence[],
  analysis: Analysis,
  quotations: readonly QuotationResult[],
  supporting: readonly Evidence[],
  corpus: Corpus,
): Judgement['unattributed'] {
  if (sentence.place === 'blockquote' || HEDGED.test(sentence.text)) return null;
  if (analysis.reporting.some((report) => !DEEDS.has(report.act) && !isOnlyHeard(report))) return null;
  if ([AS_TOLD, TOLD_AS, HEARD, GIVEN, THOUGHT, ACCUSED].some((pattern) => pattern.test(sentence.text))) return null;
  // A sentence that ends in a colon only introduces what comes next.
  if (/:\s*$/.test(sentence.text)) return null;
  if (quotations.some((result) => result.kind !== 'not-checked')) return null;
  const stems = factStems(sentence.text, analysis);
  const carried = supporting.flatMap((evidence) => carriedBy(evidence, stems, corpus) ?? []);
  const most = Math.max(0, ...carried.map((one) => one.share));
  if (most < LEAST) return null;
  const bearing = carried.filter((one) => one.share >= most * BESIDE);
  if (bearing.some((one) => one.part.standing === 'stated' || isBesideReport(one, corpus))) return null;
  const attributed = bearing.filter(
    (one) => one.part.standing === 'attributed' && isSaid(one) && !isActItself(one, stems) && !isFinding(one, corpus),
  );
  if (attributed.length < bearing.length) return null;
  const [best] = attributed.sort((a, b) => Number(a.part.speaker === null) - Number(b.part.speaker === null));
  if (best === undefined || isOwnDeed(best, analysis, corpus)) return null;
  // Asked last, for a judgement that looks at nothing before its sentence need not be made again when that changes.
  if (preceding.some((before) => before.quotations.some((quotation) => contains(quotation.span, sentence.span)))) return null;
  const speaker = answers(best.evidence.passage, corpus) ?? best.part.speaker;
  return { speaker, evidence: { ...best.evidence, standing: 'attributed', speaker } };
}

/** "He had been told that it was too late" gives to nobody what he is told: that he was is given as fact. */
function isOnlyHeard({ speaker, hearer, verb }: Reporting): boolean {
  return speaker === null && hearer !== null && verb === 'tell';
}

/** Words in quotation marks that nobody is said to have spoken may be a headline or a name. */
function isSaid({ part }: Carried): boolean {
  return part.speaker !== null || part.cue !== null;
}

/** An order or a promise that the passage has from the very one who gave it, or from nobody, is no hearsay. */
function isOwnDeed({ part, evidence }: Carried, analysis: Analysis, corpus: Corpus): boolean {
  const deeds = analysis.reporting.filter((report) => DEEDS.has(report.act));
  const doers = deeds.flatMap((report) => (report.speaker === null ? [] : (partyOf(report.speaker, analysis) ?? [])));
  if (deeds.length === 0) return false;
  const { speaker } = part;
  return (
    speaker === null ||
    doers.length === 0 ||
    doers.some((doer) => sameParty(doer, partyNamed(speaker), evidence.citekey, corpus) !== 'different')
  );
}

/** "The board dismissed its director": where the draft has the verb too, it tells of the act and not of what was said. */
function isActItself({ part }: Carried, stems: ReadonlySet<string>): boolean {
  const cue = part.cue
    ?.toLowerCase()
    .match(/\p{L}+/gu)
    ?.at(-1);
  return cue !== undefined && stems.has(stem(cue));
}

/** What a coroner, a court or an inquiry concluded is stated, though a name stands beside the office. */
function isFinding({ evidence, tokens }: Carried, corpus: Corpus): boolean {
  const passage = corpus.passage(evidence.passage);
  if (passage === null || passage.block.voice !== 'document') return false;
  const analysis = analyse(passage.text);
  return analysis.reporting.some((report) => {
    if (report.act !== 'find' || report.speaker === null) return false;
    if (!tokens.some((token) => report.content.some((span) => overlap(span, token) > 0))) return false;
    const party = partyOf(report.speaker, analysis);
    return (
      party?.called.some(
        (one) => personFamily(one.head) === 'law' || bodyFamily(one.head) === 'forum' || bodyFamily(one.head) === 'jury',
      ) === true
    );
  });
}

/** What stands beside a report is the document's own: who speaks, and what came before ("X, a founder of the charity, was asked and said: …"). */
function isBesideReport({ evidence, tokens }: Carried, corpus: Corpus): boolean {
  const passage = corpus.passage(evidence.passage);
  if (passage === null || passage.block.voice !== 'document') return false;
  // That something was asked is told by the document; a question states nothing.
  const told = analyse(passage.text).reporting.flatMap((report) => (report.act === 'ask' ? [] : report.content));
  return told.length > 0 && tokens.every((token) => told.every((span) => overlap(span, token) === 0));
}

/** The meaning words without names, where enough are left: a passage on the same people states nothing of the fact. */
function factStems(text: string, analysis: Analysis): ReadonlySet<string> {
  const plain = analysis.tokens.filter((token) => !analysis.names.some((name) => overlap(name.span, token) > 0));
  const whole = [{ start: 0, end: text.length }];
  const stems = contentStems(plain, whole);
  return stems.size >= 2 ? stems : contentStems(analysis.tokens, whole);
}
