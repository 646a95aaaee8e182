/**
 * What the sources say of the sentence under the cursor: the verdict in words, why parts of it fail, and the passages'
 * own words with whose they are and a link to the place.
 */
import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.ts';
import { placeInWords } from '../corpus/places.ts';
import { dateInWords, standingInWords } from '../corpus/words.ts';
import type { DraftSentence } from '../draft/types.ts';
import type { Evidence, Judgement, QuotationResult, QuotedPlace } from '../verify/types.ts';
import { VERDICT_WORDS } from '../verify/words.ts';
import type { CheckedDraft } from './checks.ts';
import { judgementAt } from './checks.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { closestPassages } from './passages.ts';
import { placeInSource } from './places.ts';
import { type QuotedInContext, quotedInContext } from './quotation-hover.ts';
import { pathOf, uriAt } from './uris.ts';

/** More passages than this make a hover that nobody reads. */
const SHOWN = 4;
const CLOSEST = 2;

/** The hover for an offset of a draft, or null where no checked sentence stands there. */
export function hoverAt({ report, project, lines }: CheckedDraft, offset: number): Hover | null {
  const judgement = judgementAt(report.judgements, offset);
  if (judgement === null) return null;
  const value = describe(judgement, project.corpus, quotedInContext(judgement, offset, project.corpus));
  return { contents: { kind: MarkupKind.Markdown, value }, range: lines.range(judgement.sentence.span) };
}

function describe(judgement: Judgement, corpus: Corpus, quoted: QuotedInContext | null): string {
  const blocks = [`**${VERDICT_WORDS[judgement.verdict]}**`, ...reasons(judgement)];
  // What speaks against the draft comes first: it is what the reader must see.
  const other = judgement.evidence.filter((one) => quoted === null || !quoted.place.passages.includes(one.passage));
  if (quoted !== null) blocks.push(passage(quoted.place, 'The quoted words', corpus, quoted.words));
  const evidence = [...other].sort((a, b) => Number(b.stance === 'contradicts') - Number(a.stance === 'contradicts'));
  const shown = evidence.slice(0, SHOWN);
  blocks.push(...shown.map((one) => passage(one, STANCE_WORDS[one.stance], corpus)));
  const seen = new Set(shown.map((one) => `${one.source}:${one.line}`));
  if (quoted !== null) seen.add(`${quoted.place.source}:${quoted.place.line}`);
  for (const place of quotedPlaces(judgement.quotations)) {
    if (seen.has(`${place.source}:${place.line}`)) continue;
    seen.add(`${place.source}:${place.line}`);
    blocks.push(passage(place, 'The quoted words', corpus));
  }
  if (judgement.verdict === 'unsupported' && blocks.length === 1) blocks.push(...closest(judgement.sentence, corpus));
  const left = evidence.length - shown.length;
  if (left > 0) blocks.push(`… and ${left} more ${left === 1 ? 'passage' : 'passages'}.`);
  return blocks.join('\n\n');
}

const STANCE_WORDS = { supports: 'Supports it', contradicts: 'Contradicts it' } as const;

/** Why parts fail, where several do. */
function reasons(judgement: Judgement): readonly string[] {
  const failing = judgement.parts.filter((part) => part.verdict !== 'supported' && part.summary !== '');
  // A single reason is what the finding's message says already, right above the hover.
  return failing.length < 2 ? [] : [...new Set(failing.map((part) => escapeMarkdown(part.summary)))].slice(0, 3);
}

/** Where nothing supports a sentence, what comes closest tells the reader whether it is wrong or only not in the sources. */
function closest(sentence: DraftSentence, corpus: Corpus): readonly string[] {
  return closestPassages(sentence, corpus, CLOSEST).map(({ id, source, citekey, span, text }) => {
    const { standing, speaker } = corpus.standing(id);
    const line = corpus.lineOf(source, span.start);
    return passage({ quote: text, citekey, source, span, line, standing, speaker }, 'Closest, but does not say it', corpus);
  });
}

function quotedPlaces(quotations: readonly QuotationResult[]): readonly QuotedPlace[] {
  return quotations.flatMap((result) => (result.kind === 'exact' || result.kind === 'changed' ? result.places.slice(0, 1) : []));
}

function passage(
  {
    quote,
    citekey,
    source,
    span,
    line,
    standing,
    speaker,
  }: Pick<Evidence, 'quote' | 'citekey' | 'source' | 'span' | 'line' | 'standing' | 'speaker'>,
  label: string,
  corpus: Corpus,
  words = escapeMarkdown(quote),
): string {
  const document = corpus.documents.get(citekey);
  const about = [document?.publisher ?? null, dateInWords(document?.date ?? null)].filter((part) => part !== null && part !== '');
  const title = link(document?.title ?? citekey, corpus, source, span);
  const where = placeInWords(corpus.sources.get(source)?.source, { span, line });
  const from = [title, ...about.map((part) => escapeMarkdown(String(part))), ...(where === null ? [] : [where])].join(', ');
  return `**${label}** · ${from} · _${escapeMarkdown(standingInWords(standing, speaker))}_\n\n> ${words}`;
}

function link(title: string, corpus: Corpus, source: string, span: Evidence['span']): string {
  const place = placeInSource(corpus, source, span);
  const file = place === null ? null : pathOf(place.uri);
  if (place === null || file === null) return `*${escapeMarkdown(title)}*`;
  const { line, character } = place.range.start;
  // A PDF has no first line; any file opens at its beginning where the link names no place.
  return markdownLink(title, line === 0 && character === 0 ? place.uri : uriAt(file, line + 1, character + 1));
}
