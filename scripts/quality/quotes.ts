/**
 * Measures quotations on a set of them:
 *
 *   npm run quality:quotes -- FILE.jsonl CORPUS_DIR [--misses] [--limit N]
 *
 * Each line is {id, claim, label: "ok"|"misquote"|"misattributed", kind, gold: {file, text}}: a sentence with one quotation,
 * what is wrong with it, and the place in CORPUS_DIR that it was taken from. Prints how many sound quotations are flagged,
 * how many faults are found, whether the place is right, and the time each check takes; then the time for one draft of two
 * hundred quotations, and for quotations of sixty words from all over the corpus.
 */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { buildCorpus } from '../../server/src/corpus/build.ts';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { loadSources } from '../../server/src/corpus/load/files.ts';
import { structureSource } from '../../server/src/corpus/structure/structure.ts';
import { parseDraft } from '../../server/src/draft/parse.ts';
import { checkQuotations } from '../../server/src/verify/quotes/check.ts';
import { sourceWords } from '../../server/src/verify/quotes/words.ts';
import { checkSpeakers } from '../../server/src/verify/speakers/check.ts';
import type { QuotationResult, QuotedPlace, WrongSpeaker } from '../../server/src/verify/types.ts';

const item = z.object({
  id: z.string(),
  claim: z.string(),
  label: z.enum(['ok', 'misquote', 'misattributed']),
  kind: z.string(),
  gold: z.object({ file: z.string(), text: z.string() }).loose(),
});
type Item = z.output<typeof item>;

interface Answer {
  readonly item: Item;
  readonly results: readonly QuotationResult[];
  readonly wrongSpeaker: WrongSpeaker | null;
  readonly ms: number;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' }, limit: { type: 'string' } } });
const [file, folder] = positionals;
if (file === undefined || folder === undefined) {
  process.stderr.write('usage: npm run quality:quotes -- FILE.jsonl CORPUS_DIR [--misses] [--limit N]\n');
  process.exit(2);
}
const items = (await readFile(file, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => item.parse(JSON.parse(line)));
const started = performance.now();
const { sources } = await loadSources([folder]);
const corpus = buildCorpus(sources.map((source) => structureSource(source)));
console.log(`${corpus.passageCount} passages of ${sources.length} sources in ${((performance.now() - started) / 1000).toFixed(1)} s`);
// The names of a corpus in memory are gathered at the first question for them; a kept index has them.
const gathering = performance.now();
const known = corpus.gazetteer.entities.length;
console.log(`${known} names gathered in ${((performance.now() - gathering) / 1000).toFixed(1)} s`);

const answers = items.slice(0, values.limit === undefined ? items.length : Number(values.limit)).map((one) => answer(one, corpus));
report(answers);
speed(corpus);

/** Times what an editor waits for: one draft full of quotations, and long ones. */
function speed(within: Corpus): void {
  const full = parseDraft(
    'draft.md',
    items
      .slice(0, 200)
      .map((one) => one.claim)
      .join('\n\n'),
  );
  const used = process.cpuUsage();
  const from = performance.now();
  full.sentences.forEach((sentence, i) => {
    const preceding = full.sentences.slice(Math.max(0, i - 3), i);
    const quotations = checkQuotations(sentence, within, preceding);
    checkSpeakers({ sentence, preceding, quotations, supporting: [], contradicting: [], corpus: within });
  });
  console.log(
    `a draft of ${Math.min(200, items.length)} quotations in ${((performance.now() - from) / 1000).toFixed(2)} s, ${(process.cpuUsage(used).user / 1e6).toFixed(2)} s of processor time`,
  );
  const long = longQuotations(within, 200);
  const times = long.flatMap((text) => {
    const [sentence] = parseDraft('draft.md', `They heard: “${text}”.\n`).sentences;
    if (sentence === undefined) return [];
    const [before, started] = [process.cpuUsage(), performance.now()];
    checkQuotations(sentence, within);
    const { user, system } = process.cpuUsage(before);
    return [{ clock: performance.now() - started, processor: (user + system) / 1000 }];
  });
  const at = (which: 'clock' | 'processor', share: number): string => {
    const sorted = times.map((one) => one[which]).sort((a, b) => a - b);
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  };
  const both = (which: 'clock' | 'processor'): string => `p50 ${at(which, 0.5)} ms, p95 ${at(which, 0.95)} ms`;
  console.log(`${times.length} quotations of sixty words: ${both('clock')} by the clock, ${both('processor')} of processor time`);
}

/** Sixty words from as many places as asked, evenly over the documents, every other one with a word changed. */
function longQuotations(within: Corpus, count: number): readonly string[] {
  const keys = [...within.documents.keys()];
  const found: string[] = [];
  for (let i = 0; found.length < count && i < count * 20; i++) {
    const passages = within.passagesOf(keys[i % keys.length] ?? '');
    let at = passages[(i * 7919) % Math.max(1, passages.length)] ?? null;
    const words: string[] = [];
    const speaker = at?.block.speaker;
    while (at !== null && words.length < 60 && at.block.speaker === speaker) {
      words.push(...at.text.split(/\s+/));
      at = at.after === null ? null : within.passage(at.after);
    }
    if (words.length < 60 || words.some((word) => /["“”[\]`*_:|<>]/.test(word))) continue;
    const quoted = words.slice(0, 60).map((word, k) => (k === 30 && i % 2 === 1 ? 'marmalade' : word));
    found.push(quoted.join(' '));
  }
  return found;
}

function answer(one: Item, within: Corpus): Answer {
  const draft = parseDraft('draft.md', `${one.claim}\n`);
  const from = performance.now();
  const results: QuotationResult[] = [];
  let wrongSpeaker: WrongSpeaker | null = null;
  draft.sentences.forEach((sentence, i) => {
    const quotations = checkQuotations(sentence, within);
    results.push(...quotations);
    wrongSpeaker ??= checkSpeakers({
      sentence,
      preceding: draft.sentences.slice(0, i),
      quotations,
      supporting: [],
      contradicting: [],
      corpus: within,
    }).wrongSpeaker;
  });
  return { item: one, results, wrongSpeaker, ms: performance.now() - from };
}

function placesOf({ results }: Answer): readonly QuotedPlace[] {
  return results.flatMap((result) => (result.kind === 'exact' || result.kind === 'changed' ? result.places : []));
}

function verdictOf(one: Answer): 'ok' | 'misquote' | 'misattributed' | 'not-found' {
  if (one.results.some((result) => result.kind === 'changed')) return 'misquote';
  if (one.results.some((result) => result.kind === 'not-found')) return 'not-found';
  return one.wrongSpeaker === null ? 'ok' : 'misattributed';
}

/** Whether one of the places is in the right file, with the gold text's words on its line. */
function isRightPlace(one: Answer): boolean {
  const gold = keys(one.item.gold.text);
  return placesOf(one).some(
    (place) => place.source === one.item.gold.file && (keys(place.quote).includes(gold) || gold.includes(keys(place.quote))),
  );
}

/** The words alone: transcripts mark abbreviations that the set writes plainly. */
function keys(text: string): string {
  return sourceWords(text)
    .filter((word) => !word.marker)
    .map((word) => word.key)
    .join(' ');
}

function report(all: readonly Answer[]): void {
  const percent = (n: number, of: number): string => `${n}/${of} ${((100 * n) / Math.max(1, of)).toFixed(1)} %`;
  const of = (label: Item['label']) => all.filter((one) => one.item.label === label);
  const said = (label: Item['label'], verdict: string) => of(label).filter((one) => verdictOf(one) === verdict).length;
  const found = all.filter((one) => placesOf(one).length > 0);
  console.log(`ok flagged            ${percent(of('ok').length - said('ok', 'ok'), of('ok').length)}`);
  console.log(`misquote recall       ${percent(said('misquote', 'misquote'), of('misquote').length)}`);
  console.log(`misattribution recall ${percent(said('misattributed', 'misattributed'), of('misattributed').length)}`);
  console.log(`right file and line   ${percent(found.filter(isRightPlace).length, found.length)} of the found`);
  const times = all.map((one) => one.ms).sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  console.log(`check p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`);
  if (values.misses !== true) return;
  for (const one of all) {
    const verdict = verdictOf(one);
    if (verdict === one.item.label && (placesOf(one).length === 0 || isRightPlace(one))) continue;
    console.log(
      `\n[${one.item.kind}] ${one.item.id}: ${one.item.label}, said ${verdict}${isRightPlace(one) ? '' : ', elsewhere'}\n  ${one.item.claim}\n  ${one.item.gold.file}: ${one.item.gold.text}`,
    );
    for (const result of one.results) if (result.kind === 'changed') console.log(`  ${JSON.stringify(result.changes)}`);
    for (const place of placesOf(one).slice(0, 3)) console.log(`  → ${place.source}:${place.line} ${place.speaker ?? '-'}: ${place.quote}`);
  }
}
