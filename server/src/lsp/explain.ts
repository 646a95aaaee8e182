/** Why a sentence has its verdict, as a page: what was read, part by part what matched and what disagreed, and every passage. */
import type { Corpus } from '../corpus/corpus.ts';
import { standingInWords } from '../corpus/words.ts';
import type { DraftSentence } from '../draft/types.ts';
import { ignoreInWords } from '../ignores/types.ts';
import { onOneLine } from '../rules/wording.ts';
import { slice } from '../text/span.ts';
import type { Evidence, Judgement, PartReason } from '../verify/types.ts';
import { matchedInWords, UNCHECKED_WORDS, VERDICT_WORDS } from '../verify/words.ts';
import type { CheckedDraft } from './checks.ts';
import { passagesFor } from './citing/candidates.ts';
import { escapeMarkdown, markdownQuote } from './markdown.ts';
import { evidenceOf, sourceLine } from './source-line.ts';

/** A page that lists more passages is a corpus, not an explanation. */
const SHOWN = 12;
const CLOSEST = 3;

/** Markdown for the sentence at an offset, or null where none stands there. */
export function explanationAt(checked: CheckedDraft, offset: number): string | null {
  const { report, ignored, project } = checked;
  const sentence = report.draft.sentences.find(({ span }) => span.start <= offset && offset <= span.end);
  if (sentence === undefined) return null;
  const judgement = report.judgements.find((one) => one.sentence.span.start === sentence.span.start);
  const decided = ignored.filter(({ finding }) => finding.sentence.start === sentence.span.start);
  const blocks = [
    markdownQuote(escapeMarkdown(sentence.text)),
    ...(judgement === undefined ? unchecked(sentence) : judged(judgement, project.corpus)),
    ...section(
      'What there is to tell',
      report.findings
        .filter(({ sentence: { start } }) => start === sentence.span.start)
        .map(({ rule, severity, message }) => `- **${rule}** (${severity}): ${escapeMarkdown(message)}`),
    ),
    ...section(
      'What is ignored',
      decided.map(({ ignore, finding }) => `- ${escapeMarkdown(ignoreInWords(ignore))}: ${escapeMarkdown(finding.message)}`),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function unchecked({ checkable }: DraftSentence): readonly string[] {
  return checkable.check ? [] : [`**Not checked**: ${UNCHECKED_WORDS[checkable.why]}.`];
}

function judged({ sentence, verdict, parts, evidence }: Judgement, corpus: Corpus): readonly string[] {
  const order = [...evidence].sort((a, b) => Number(b.stance === 'contradicts') - Number(a.stance === 'contradicts'));
  const shown = order.slice(0, SHOWN).flatMap((one) => passage(one, STANCE[one.stance], corpus));
  const near = evidence.length > 0 ? [] : passagesFor(sentence.text, corpus, CLOSEST);
  return [
    `## ${VERDICT_WORDS[verdict]}`,
    ...parts.flatMap((part) => ofPart(part, sentence.text, parts.length > 1)),
    ...(shown.length === 0 ? [] : ['## The passages that it rests on', ...shown]),
    ...(evidence.length > SHOWN ? [`… and ${evidence.length - SHOWN} more.`] : []),
    ...(near.length === 0
      ? []
      : ['## What comes closest, and does not say it', ...near.flatMap((one) => passage(evidenceOf(one, corpus), 'Close', corpus))]),
  ];
}

const STANCE = { supports: 'Supports it', contradicts: 'Contradicts it' } as const;

function ofPart({ span, summary, matched, clashes, missing, sameThing }: PartReason, text: string, named: boolean): readonly string[] {
  const words = (span: { readonly start: number; readonly end: number }) => `“${escapeMarkdown(slice(text, span))}”`;
  const lines = [
    ...clashes.map(({ claim, words: source }) => `- Disagrees: ${words(claim)}, where the passage has “${escapeMarkdown(source)}”`),
    ...(missing.length === 0 ? [] : [`- Not in the nearest passage: ${missing.map(words).join(', ')}`]),
    ...matchedInWords(matched).map(([how, found]) => `- Found there, ${how}: ${found.map(words).join(', ')}`),
    ...(sameThing === null ? [] : [`- About the same thing: ${sameThing.same ? 'yes' : 'no'}, ${escapeMarkdown(sameThing.because)}`]),
  ];
  const head = named ? `**“${escapeMarkdown(onOneLine(slice(text, span)))}”**: ` : '';
  return [`${head}${escapeMarkdown(summary)}`, ...(lines.length === 0 ? [] : [lines.join('\n')])];
}

function passage(evidence: Evidence, label: string, corpus: Corpus): readonly string[] {
  const whose = escapeMarkdown(standingInWords(evidence.standing, evidence.speaker));
  return [`**${label}**, ${whose}: ${sourceLine(evidence, corpus, 'words')}`, markdownQuote(escapeMarkdown(evidence.quote))];
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.join('\n')];
}
