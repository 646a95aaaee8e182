/**
 * Measures attribution against an annotated set: `npm run quality:attribution -- FILE [--misses]`. FILE has one article a line:
 * `{ "text", "attributions": [{ "source", "cue", "content": [{ "spans": [[start, end]] }], "direct" }] }`. Prints precision and
 * recall of the content words of sources and contents, for direct and indirect attributions, and how many were found at all.
 */
import { readFileSync } from 'node:fs';
import { findNames } from '../../server/src/text/names.ts';
import { findQuotations } from '../../server/src/text/quotations.ts';
import { findReporting } from '../../server/src/text/reporting.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import type { Token } from '../../server/src/text/types.ts';

type Spans = readonly { readonly text: string; readonly spans: readonly (readonly [number, number])[] }[];
interface GoldAttribution {
  readonly source: Spans;
  readonly cue: Spans;
  readonly content: Spans;
  readonly direct: boolean;
}
interface Article {
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}
interface Found {
  readonly cue: readonly [number, number];
  readonly speaker: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
  readonly direct: boolean;
}

class Count {
  right = 0;
  predicted = 0;
  gold = 0;
  add(predicted: ReadonlySet<number>, gold: ReadonlySet<number>): void {
    this.predicted += predicted.size;
    this.gold += gold.size;
    for (const one of predicted) if (gold.has(one)) this.right++;
  }
  toString(): string {
    const [p, r] = [this.right / Math.max(1, this.predicted), this.right / Math.max(1, this.gold)];
    return `P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${((2 * p * r) / Math.max(1e-9, p + r)).toFixed(3)}`;
  }
}

/** Ordinals of the content words under spans of the article. */
function wordsUnder(tokens: readonly Token[], spans: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const words = new Set<number>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'punct') continue;
    if (spans.some(([start, end]) => start <= token.start && token.end <= end)) words.add(index);
  }
  const content = [...words].filter((index) => tokens[index]?.stop === false);
  return new Set(content.length > 0 ? content : words);
}

function findAll(article: Article, tokens: readonly Token[]): readonly Found[] {
  const found: Found[] = [];
  const { text } = article;
  let paragraph = 0;
  for (const piece of text.split(/(\n\s*\n)/)) {
    // A quotation may run over sentences: what stands inside one paragraph is read as one text.
    if (piece.trim() !== '') {
      const sentence = piece;
      const own = tokenize(sentence);
      const from = paragraph;
      const at = (span: { readonly start: number; readonly end: number }): readonly [number, number] => [
        span.start + from,
        span.end + from,
      ];
      for (const one of findReporting(sentence, own, findQuotations(sentence, own), findNames(sentence, own))) {
        found.push({
          cue: at(one.cue),
          speaker: one.speaker === null ? new Set() : wordsUnder(tokens, [at(one.speaker)]),
          content: wordsUnder(tokens, one.content.map(at)),
          direct: one.form === 'direct',
        });
      }
    }
    paragraph += piece.length;
  }
  return found;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return shared;
}

const [file, flag] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npm run quality:attribution -- FILE [--misses]');
  process.exit(2);
}
const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Article => JSON.parse(line));
const counts = new Map<string, Count>();
const count = (name: string): Count => {
  const known = counts.get(name) ?? new Count();
  counts.set(name, known);
  return known;
};
const detected = { direct: [0, 0], indirect: [0, 0] };
let spurious = 0;
let predicted = 0;
for (const article of articles) {
  const tokens = tokenize(article.text);
  const found = findAll(article, tokens);
  const used = new Set<Found>();
  for (const gold of article.attributions) {
    const kind = gold.direct ? 'direct' : 'indirect';
    const cue = gold.cue.flatMap((part) => part.spans);
    const content = wordsUnder(
      tokens,
      gold.content.flatMap((part) => part.spans),
    );
    const source = wordsUnder(
      tokens,
      gold.source.flatMap((part) => part.spans),
    );
    // The same attribution: the cues touch, or with no cue in common the contents do by more than half.
    const match =
      found.find((one) => cue.some(([start, end]) => one.cue[0] < end && start < one.cue[1]) && overlap(one.content, content) > 0) ??
      found.find(
        (one) =>
          !used.has(one) &&
          overlap(one.content, content) > content.size / 2 &&
          cue.some(([start, end]) => one.cue[0] < end && start < one.cue[1]),
      );
    const tally = detected[kind];
    tally[1] = (tally[1] ?? 0) + 1;
    const none: ReadonlySet<number> = new Set();
    count(`${kind} source, all`).add(match?.speaker ?? none, source);
    count(`${kind} content, all`).add(match?.content ?? none, content);
    if (match === undefined) {
      if (flag === '--misses') console.log(`missed ${kind}: ${show(gold.source)} | ${show(gold.cue)} | ${show(gold.content)}`);
      continue;
    }
    used.add(match);
    tally[0] = (tally[0] ?? 0) + 1;
    count(`${kind} source, found`).add(match.speaker, source);
    count(`${kind} content, found`).add(match.content, content);
    if (flag === '--misses' && overlap(match.speaker, source) < source.size)
      console.log(`source ${kind}: ${words(tokens, match.speaker)} ≠ ${show(gold.source)} | ${show(gold.cue)}`);
    if (flag === '--misses' && overlap(match.content, content) < Math.max(content.size, match.content.size) * 0.8) {
      console.log(`content ${kind}: ${show(gold.cue)}\n   got  ${words(tokens, match.content)}\n   gold ${words(tokens, content)}`);
    }
  }
  predicted += found.length;
  const annotated = new Set(
    article.attributions.flatMap((one) => [
      ...wordsUnder(
        tokens,
        one.content.flatMap((part) => part.spans),
      ),
    ]),
  );
  for (const one of found) {
    if (used.has(one)) continue;
    if (overlap(one.content, annotated) > one.content.size / 2) continue;
    spurious++;
    if (flag === '--misses')
      console.log(`spurious: ${words(tokens, one.speaker)} | ${article.text.slice(...one.cue)} | ${words(tokens, one.content)}`);
  }
}

function show(spans: Spans): string {
  return spans
    .map((span) => span.text)
    .join(' … ')
    .slice(0, 160);
}

function words(tokens: readonly Token[], set: ReadonlySet<number>): string {
  return [...set]
    .sort((a, b) => a - b)
    .map((index) => tokens[index]?.text ?? '')
    .join(' ')
    .slice(0, 200);
}

for (const [kind, [right = 0, all = 0]] of Object.entries(detected))
  console.log(`${kind.padEnd(9)} found ${right} of ${all}  ${(right / Math.max(1, all)).toFixed(3)}`);
for (const [name, one] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${name.padEnd(26)} ${one}`);
console.log(`predicted ${predicted}, of which in no annotated content ${spurious}  ${(spurious / Math.max(1, predicted)).toFixed(3)}`);
