/**
 * Measures the shipped parser on a treebank:
 *
 *   node scripts/run.mjs scripts/parser/evaluate.ts TREEBANK_DIR [MODEL]
 *
 * TREEBANK_DIR holds en_ewt-ud-dev.conllu and, for text of other kinds, gum-open-test.conllu; the words are taken as the
 * treebank cuts them. Prints tags, arcs, relations and whole frames, and the speed.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { type ModelProblem, type ParserModel, parseModel } from '../../server/src/text/parse/model/model-file.ts';
import { createTreeParser } from '../../server/src/text/parse/model/nlp.ts';
import { createPredicateReader } from '../../server/src/text/parse/predicates.ts';
import { shallowPredicates } from '../../server/src/text/parse/shallow.ts';
import { readTreebank } from './conllu.ts';
import { goldAnalysis, goldTokens, score, scoreFrames } from './scoring.ts';

const SETS = ['en_ewt-ud-dev.conllu', 'gum-open-test.conllu'];
const BANDS = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95];

const [folder, modelPath = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../server/model/english.bin')] =
  process.argv.slice(2);
const share = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

if (folder === undefined || !fs.existsSync(folder)) {
  process.stderr.write('Usage: evaluate TREEBANK_DIR [MODEL]; the folder must hold CoNLL-U files.\n');
  process.exitCode = 2;
} else {
  const started = performance.now();
  const model = parseModel(zlib.brotliDecompressSync(fs.readFileSync(modelPath)));
  if (model.kind === 'model-problem') failed(model);
  else measure(folder, model, performance.now() - started);
}

function failed(problem: ModelProblem): void {
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 2;
}

function measure(treebank: string, model: ParserModel, loading: number): void {
  print(`${modelPath}: ${(fs.statSync(modelPath).size / 1e6).toFixed(2)} MB, read in ${loading.toFixed(0)} ms`);
  const parse = createTreeParser(model);
  const read = createPredicateReader(model);
  for (const file of SETS.map((name) => path.join(treebank, name)).filter((name) => fs.existsSync(name))) {
    const sentences = readTreebank(file);
    const scores = score(parse, sentences);
    print(`\n${path.basename(file)}: UPOS ${scores.upos.toFixed(2)}, UAS ${scores.uas.toFixed(2)}, LAS ${scores.las.toFixed(2)}`);
    for (const [kind, counts] of [...scores.relations].sort()) {
      print(
        `  ${kind.padEnd(26)} precision ${share(counts.right, counts.found)}, recall ${share(counts.right, counts.gold)} (${counts.gold})`,
      );
    }
    for (const [name, reader] of [
      ['tree and shallow', read],
      ['shallow alone', shallowPredicates],
    ] as const) {
      const bands = scoreFrames(reader, sentences, BANDS);
      const sum = (key: 'found' | 'right'): number => bands.reduce((total, band) => total + band[key], 0);
      print(
        `  frames, ${name}: precision ${share(sum('right'), sum('found'))}, recall ${share(sum('right'), bands[0]?.gold ?? 0)}; by confidence:`,
      );
      print(
        `    ${bands.flatMap((band, i) => (band.found === 0 ? [] : [`≥${BANDS[i]}: ${share(band.right, band.found)} of ${band.found}`])).join('; ')}`,
      );
    }
    const tokens = sentences.map(goldTokens);
    const analyses = sentences.map(goldAnalysis);
    const count = tokens.reduce((total, list) => total + list.length, 0);
    // Time of the processor, not of the clock, so that other work on the machine does not count.
    const speed = (work: () => void): string => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return `${Math.round((count / (user + system)) * 1e6)} tokens a second`;
    };
    const trees = speed(() => {
      for (const list of tokens) parse(list);
    });
    const predicates = speed(() => {
      for (const one of analyses) read(one);
    });
    print(`  trees: ${trees}; predicates: ${predicates}`);
  }
}
