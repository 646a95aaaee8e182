/**
 * Measures which sentences are taken for claims:
 *
 *   node scripts/run.mjs scripts/quality/checkworthy.ts FILE.jsonl|GOLD_DIR … [--misses]
 *
 * A file has lines {claim, label: "check_worthy" | "not_check_worthy"}; each claim is read as a paragraph of a draft. A gold
 * set is a folder with drafts/*.md and labels.jsonl, whose verdict `unchecked` means no claim. Prints precision, recall and
 * F1 of claims, and of sentences that are none.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { checkable } from '../../server/src/draft/checkable.ts';
import { parseDraft } from '../../server/src/draft/parse.ts';
import type { Checkable } from '../../server/src/draft/types.ts';

const judged = z.object({ claim: z.string(), label: z.enum(['check_worthy', 'not_check_worthy']) });
const labelled = z.object({ draft: z.string(), text: z.string(), verdict: z.string(), kind: z.string() });

interface Case {
  readonly text: string;
  readonly worthy: boolean;
  readonly said: Checkable;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
if (positionals.length === 0) {
  process.stderr.write('usage: node scripts/run.mjs scripts/quality/checkworthy.ts FILE.jsonl|GOLD_DIR … [--misses]\n');
  process.exit(2);
}
for (const path of positionals) report(basename(path), statSync(path).isDirectory() ? goldCases(path) : fileCases(path));

function lines(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

function fileCases(path: string): readonly Case[] {
  return lines(path).map((line) => {
    const { claim, label } = judged.parse(line);
    return { text: claim, worthy: label === 'check_worthy', said: checkable(claim, 'paragraph') };
  });
}

function goldCases(folder: string): readonly Case[] {
  const sentences = new Map<string, ReadonlyMap<string, Checkable>>();
  return lines(join(folder, 'labels.jsonl')).flatMap((line): readonly Case[] => {
    const { draft, text, verdict } = labelled.parse(line);
    const known = sentences.get(draft) ?? sentencesOf(join(folder, 'drafts', draft));
    sentences.set(draft, known);
    const said = known.get(text);
    if (said === undefined) process.stderr.write(`${draft}: no such sentence: ${text}\n`);
    return said === undefined ? [] : [{ text, worthy: verdict !== 'unchecked', said }];
  });
}

function sentencesOf(path: string): ReadonlyMap<string, Checkable> {
  const text = readFileSync(path, 'utf8');
  return new Map(parseDraft(path, text).sentences.map((one) => [text.slice(one.span.start, one.span.end), one.checkable]));
}

function report(name: string, cases: readonly Case[]): void {
  process.stdout.write(`${name}: ${cases.length} sentences\n`);
  for (const worthy of [true, false]) {
    const said = cases.filter((one) => one.said.check === worthy);
    const gold = cases.filter((one) => one.worthy === worthy);
    const both = said.filter((one) => one.worthy === worthy).length;
    const [precision, recall] = [both / (said.length || 1), both / (gold.length || 1)];
    const f1 = (2 * precision * recall) / (precision + recall || 1);
    const figures = `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${gold.length})`;
    process.stdout.write(`  ${worthy ? 'claims    ' : 'other text'}  ${figures}\n`);
  }
  if (values.misses !== true) return;
  for (const { text, worthy, said } of cases)
    if (said.check !== worthy) process.stdout.write(`  ${said.check ? 'checked' : said.why}: ${text}\n`);
}
