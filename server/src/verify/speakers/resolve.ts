/** Pronouns and repeated descriptions in a draft, led back to the name that they stand for; null wherever two readings are open. */
import type { DraftSentence } from '../../draft/types.ts';
import { analyse } from '../../text/analyse.ts';
import { overlap } from '../../text/span.ts';
import type { Analysis, NameMention } from '../../text/types.ts';
import { fullName, type Speaker, speakerOf } from './named.ts';

/** How many sentences back a pronoun's name may stand. */
const REACH = 3;
const HE_TITLE = /^(?:mr|sir|lord|father|king|prince)\b/i;
const SHE_TITLE = /^(?:mrs|ms|miss|dame|lady|sister|queen|princess)\b/i;

/** The name that the speaker goes by; descriptions stay as they are. */
export function resolveSpeaker(
  speaker: Speaker,
  analysis: Analysis,
  preceding: readonly DraftSentence[],
  same: (a: string, b: string) => boolean,
): string | null {
  if (speaker.kind === 'name') return speaker.name;
  if (speaker.kind === 'description') return repeated(speaker, analysis, preceding) ?? speaker.name;
  if (/^(?:it|its)$/i.test(speaker.name)) return null;
  const fits = (name: string): boolean =>
    /^(?:he|him|his)$/i.test(speaker.name)
      ? !SHE_TITLE.test(name)
      : /^(?:she|her|hers)$/i.test(speaker.name)
        ? !HE_TITLE.test(name)
        : false;
  const own = people(analysis).filter((name) => name.span.end <= speaker.span.start);
  const lists = [
    own.map((name) => fullName(name, analysis.text)),
    ...preceding
      .slice(-REACH)
      .reverse()
      .map((sentence) => topics(sentence.text)),
  ];
  for (const names of lists) {
    const distinct = names.filter(fits).filter((name, i, all) => all.findIndex((other) => other === name || same(other, name)) === i);
    if (distinct.length === 1) return distinct[0] ?? null;
    if (distinct.length > 1) return null;
  }
  return null;
}

/** The people a sentence is about: its speaker where it names one, else everybody it names outside quotations. */
function topics(text: string): readonly string[] {
  const analysis = analyse(text);
  const speakers = analysis.reporting
    .flatMap((report) => (report.speaker === null ? [] : [speakerOf(report.speaker, analysis)]))
    .filter((speaker) => speaker.kind === 'name');
  if (speakers.length > 0) return speakers.map((speaker) => speaker.name);
  return people(analysis).map((name) => fullName(name, text));
}

function people(analysis: Analysis): readonly NameMention[] {
  return analysis.names.filter(
    (name) =>
      (name.form === 'person' || name.title !== null) && !analysis.quotations.some((quotation) => overlap(quotation.span, name.span) > 0),
  );
}

/** "the same inspector": the longer description of the sentences before that ends with the same noun. */
function repeated(speaker: Speaker, analysis: Analysis, preceding: readonly DraftSentence[]): string | null {
  if (!/^(?:the|this|that)\b/i.test(analysis.text.slice(speaker.span.start, speaker.span.end))) return null;
  const noun = speaker.name.toLowerCase().split(/\s+/).at(-1) ?? '';
  for (const sentence of preceding.slice(-REACH).reverse()) {
    const before = analyse(sentence.text);
    for (const report of before.reporting) {
      if (report.speaker === null) continue;
      const other = speakerOf(report.speaker, before);
      if (other.kind === 'description' && other.name.length > speaker.name.length && other.name.toLowerCase().endsWith(` ${noun}`))
        return other.name;
    }
  }
  return null;
}
