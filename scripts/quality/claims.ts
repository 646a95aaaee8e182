/**
 * Measures verdicts on public claim-verification sets in one form: a claim, its evidence sentences, a label.
 *
 *   npm run quality:claims -- FILE.jsonl … [--limit N] [--misses]
 *
 * Each line is {id, claim, evidence: string[], label: "supported"|"contradicted"|"unsupported", meta?: {gold_sets?: number[][]}}.
 * Prints, per file, accuracy, macro-F1, balanced accuracy (supported or not), contradicted precision and recall, and how
 * often a gold sentence is the first, or among the first five passages found.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { parseDraft } from '../../server/src/draft/parse.ts';
import { loadLanguage } from '../../server/src/language.ts';
import { analyse } from '../../server/src/text/analyse.ts';
import { createEngine } from '../../server/src/verify/engine.ts';
import { judge } from '../../server/src/verify/judge.ts';
import { readSentence } from '../../server/src/verify/reading.ts';
import { retrieve } from '../../server/src/verify/retrieve.ts';
import { corpusOf } from './evidence-corpus.ts';

const item = z.object({
  id: z.string(),
  claim: z.string(),
  evidence: z.array(z.string()),
  label: z.enum(['supported', 'contradicted', 'unsupported']),
  meta: z
    .object({ gold_sets: z.array(z.array(z.number())).optional() })
    .loose()
    .optional(),
});
type Item = z.output<typeof item>;
const LABELS = ['supported', 'contradicted', 'unsupported'] as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { limit: { type: 'string' }, misses: { type: 'boolean' } } });
if (positionals.length === 0) {
  process.stderr.write('usage: npm run quality:claims -- FILE.jsonl … [--limit N] [--misses]\n');
  process.exit(2);
}
const language = loadLanguage();

/** Tokenised text of some sets has spaces before marks; drafts do not. */
function untokenised(text: string): string {
  return text
    .replace(/ ([,.;:!?%)\]])/g, '$1')
    .replace(/([(£$[]) /g, '$1')
    .replace(/ ('s|n't|’s)\b/g, '$1')
    .replace(/``|''/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

function judged(it: Item): { verdict: (typeof LABELS)[number]; top: readonly string[]; why: string } {
  const corpus = corpusOf(it.evidence.map(untokenised));
  const engine = createEngine(corpus, language);
  const text = untokenised(it.claim);
  const sentence = parseDraft('/draft.md', text).sentences[0];
  if (sentence === undefined) return { verdict: 'unsupported', top: [], why: '' };
  const judgement = judge(sentence, [], engine);
  const analysis = analyse(sentence.text);
  const ids = [
    ...judgement.evidence.map((e) => e.passage),
    ...retrieve(readSentence(analysis, language.predicates(analysis)), null, [], corpus, language.lexicon).map((h) => h.id),
  ];
  const top = [...new Set(ids)].slice(0, 5).map((id) => corpus.passage(id)?.text ?? '');
  return {
    verdict: judgement.verdict === 'disputed' ? 'contradicted' : judgement.verdict,
    top,
    why: judgement.parts.map((p) => p.summary).join(' '),
  };
}

for (const file of positionals) {
  const confusion = new Map<string, number>();
  let of = 0;
  let top1 = 0;
  let top5 = 0;
  let ranked = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() === '' || of >= Number(values.limit ?? Infinity)) continue;
    const parsed = item.safeParse(JSON.parse(line));
    if (!parsed.success) continue;
    const it = parsed.data;
    of++;
    const { verdict, top, why } = judged(it);
    confusion.set(`${it.label} ${verdict}`, (confusion.get(`${it.label} ${verdict}`) ?? 0) + 1);
    const gold = (it.meta?.gold_sets ?? []).flat().map((i) => untokenised(it.evidence[i] ?? ''));
    if (gold.length > 0) {
      ranked++;
      const found = top.map((t) => gold.some((g) => g !== '' && t !== '' && (g.includes(t) || t.includes(g))));
      if (found[0] === true) top1++;
      if (found.includes(true)) top5++;
    }
    if (values.misses === true && verdict !== it.label)
      process.stdout.write(`[${it.label} → ${verdict}] ${it.claim}\n    ${why}\n    ${top[0] ?? ''}\n`);
  }
  print(basename(file), of, confusion, ranked === 0 ? '' : `  top-1 ${pc(top1 / ranked)}  top-5 ${pc(top5 / ranked)}`);
}

function pc(x: number): string {
  return (100 * x).toFixed(1);
}

function print(name: string, of: number, confusion: ReadonlyMap<string, number>, ranks: string): void {
  const at = (gold: string, said: string): number => confusion.get(`${gold} ${said}`) ?? 0;
  const f1s: number[] = [];
  const rates: Record<string, { precision: number; recall: number }> = {};
  for (const label of LABELS) {
    const hit = at(label, label);
    const gold = LABELS.reduce((n, l) => n + at(label, l), 0);
    const said = LABELS.reduce((n, l) => n + at(l, label), 0);
    const precision = hit / (said || 1);
    const recall = hit / (gold || 1);
    rates[label] = { precision, recall };
    if (gold > 0) f1s.push((2 * precision * recall) / (precision + recall || 1));
  }
  const accuracy = LABELS.reduce((n, l) => n + at(l, l), 0) / of;
  const positives = LABELS.reduce((n, l) => n + at('supported', l), 0);
  const negatives = of - positives;
  const trueNegatives = negatives - at('contradicted', 'supported') - at('unsupported', 'supported');
  const balanced = ((rates['supported']?.recall ?? 0) + trueNegatives / (negatives || 1)) / 2;
  const c = rates['contradicted'] ?? { precision: 0, recall: 0 };
  process.stdout.write(
    `${name}: ${of} claims  accuracy ${pc(accuracy)}  macro-F1 ${pc(f1s.reduce((a, b) => a + b, 0) / (f1s.length || 1))}  balanced ${pc(balanced)}  contradicted P ${pc(c.precision)} R ${pc(c.recall)}${ranks}\n`,
  );
}
