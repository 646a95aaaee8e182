/**
 * What the sources say of the sentence under the cursor: the verdict in words, why parts of it fail, and the passages'
 * own words with whose they are and a link to the place. No words twice: what the finding's own message says, where the
 * editor shows it right above, and what one passage has said, are not said again.
 */
import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.ts';
import { standingInWords } from '../corpus/words.ts';
import type { Finding } from '../rules/types.ts';
import { counted, onOneLine, quoteShort } from '../rules/wording.ts';
import type { Evidence, Judgement, QuotationResult, QuotedPlace } from '../verify/types.ts';
import { VERDICT_WORDS } from '../verify/words.ts';
import type { CheckedDraft } from './checks.ts';
import { judgementAt } from './checks.ts';
import { passagesFor } from './citing/candidates.ts';
import { escapeMarkdown, markdownQuote } from './markdown.ts';
import { type QuotedInContext, quotedInContext } from './quotation-hover.ts';
import { evidenceOf, sourceLine } from './source-line.ts';

/** More passages than this make a hover that nobody reads. */
const SHOWN = 3;
const CLOSEST = 2;
/** Fewer words than this that a message left out are not shown below it. */
const FEW = 12;

/**
 * The hover for an offset of a draft, or null where no checked sentence stands there. `findingsShown`: the editor puts the
 * messages of the findings at that place above it.
 */
export function hoverAt({ report, project, lines }: CheckedDraft, offset: number, findingsShown: boolean): Hover | null {
  const judgement = judgementAt(report.judgements, offset);
  if (judgement === null) return null;
  const above = findingsShown ? report.findings.filter(({ span }) => span.start <= offset && offset <= span.end) : [];
  const value = describe(judgement, project.corpus, quotedInContext(judgement, offset, project.corpus), above);
  const { span } = judgement.sentence;
  const quoted = judgement.quotations.find(({ quotation }) => quotation.span.end > span.end && offset > span.end);
  return { contents: { kind: MarkupKind.Markdown, value }, range: lines.range(quoted?.quotation.span ?? span) };
}

function describe(judgement: Judgement, corpus: Corpus, quoted: QuotedInContext | null, above: readonly Finding[]): string {
  const page = new Page(corpus, above);
  // What speaks against the draft comes first: it is what the reader must see.
  const other = judgement.evidence.filter((one) => quoted === null || !quoted.place.passages.includes(one.passage));
  if (quoted !== null) page.passage(quoted.place, 'The quoted words', quoted.words);
  const evidence = [...other].sort((a, b) => Number(b.stance === 'contradicts') - Number(a.stance === 'contradicts'));
  for (const one of evidence) page.passage(one, STANCE_WORDS[one.stance]);
  for (const place of quotedPlaces(judgement.quotations)) page.passage(place, 'The quoted words');
  // Where nothing supports a sentence, what comes closest tells whether it is wrong or only not in the sources.
  if (judgement.verdict === 'unsupported' && page.isEmpty)
    for (const one of passagesFor(judgement.sentence.text, corpus, CLOSEST))
      page.passage(evidenceOf(one, corpus), 'Closest, but does not say it');
  const head = above.length === 0 ? [`**${VERDICT_WORDS[judgement.verdict]}**`] : [];
  return [...head, ...reasons(judgement), ...page.blocks()].join('\n\n');
}

const STANCE_WORDS = { supports: 'Supports it', contradicts: 'Contradicts it' } as const;

type Told = Pick<Evidence, 'quote' | 'citekey' | 'source' | 'span' | 'line' | 'standing' | 'speaker'>;

/** The passages of a hover: each words once, each place once. */
class Page {
  readonly #corpus: Corpus;
  readonly #above: string;
  readonly #blocks: string[] = [];
  readonly #words = new Set<string>();
  readonly #places = new Set<string>();
  #left = 0;

  constructor(corpus: Corpus, above: readonly Finding[]) {
    this.#corpus = corpus;
    this.#above = above.map(({ message }) => plain(message)).join('\n');
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** `words`: Markdown that shows the passage; the passage itself where nothing else is given. */
  passage(told: Told, label: string, words: string | null = null): void {
    const place = `${told.source}:${told.span.start}`;
    const quote = plain(told.quote);
    if (this.#places.has(place)) return;
    this.#places.add(place);
    if (this.#blocks.length >= SHOWN) {
      this.#left++;
      return;
    }
    const left = words ?? this.#untold(told.quote, quote);
    this.#words.add(quote);
    const whose = `_${escapeMarkdown(standingInWords(told.standing, told.speaker))}_`;
    const head = `**${label}** · ${sourceLine(told, this.#corpus)} · ${whose}`;
    this.#blocks.push(left === '' ? head : `${head}\n\n${markdownQuote(left)}`);
  }

  /** What of a passage is still to be said, as Markdown: all of it, or what follows where the message above breaks off, or nothing. */
  #untold(words: string, quote: string): string {
    if (this.#words.has(quote) || this.#above.includes(quote)) return '';
    const begun = plain(quoteShort(words)).replace(/…$/, '').trim();
    if (begun === quote || begun === '' || !this.#above.includes(begun)) return escapeMarkdown(words);
    const rest = onOneLine(words).split(' ').slice(begun.split(' ').length);
    // A few words are no reading; the passage is a click away.
    return rest.length < FEW ? '' : `… ${escapeMarkdown(rest.join(' '))}`;
  }

  blocks(): readonly string[] {
    const left = this.#left;
    return left === 0 ? this.#blocks : [...this.#blocks, `… and ${counted(left, 'more passage')}.`];
  }
}

/** Words to be compared: messages set quotation marks and full stops in their own way. */
function plain(text: string): string {
  return onOneLine(text)
    .replace(/["“”'‘’]/g, '')
    .replace(/[.,]$/, '');
}

/** Why parts fail, where several do. */
function reasons(judgement: Judgement): readonly string[] {
  const failing = judgement.parts.filter((part) => part.verdict !== 'supported' && part.summary !== '');
  // A single reason is what the finding's message says already, right above the hover.
  return failing.length < 2 ? [] : [...new Set(failing.map((part) => escapeMarkdown(part.summary)))].slice(0, 3);
}

function quotedPlaces(quotations: readonly QuotationResult[]): readonly QuotedPlace[] {
  return quotations.flatMap((result) => (result.kind === 'exact' || result.kind === 'changed' ? result.places.slice(0, 1) : []));
}
