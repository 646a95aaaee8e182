/**
 * Trains the tagger and parser that ship in server/model:
 *
 *   node scripts/run.mjs scripts/parser/train.ts TREEBANK_DIR [OUT_DIR]
 *
 * TREEBANK_DIR holds en_ewt-ud-train.conllu, which alone is learned from, and en_ewt-ud-dev.conllu, by which margins are
 * turned into confidence. One core, 10 to 15 minutes when it has that core to itself, 2 GB of memory; the same treebank gives the same model.
 */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parseModel } from '../../server/src/text/parse/model/model-file.ts';
import { WordTable } from '../../server/src/text/parse/model/words.ts';
import { calibrate } from './calibrate.ts';
import { readTreebank } from './conllu.ts';
import { type Kept, storeModel } from './store.ts';
import { tagsetOf } from './tagset.ts';
import { trainParser } from './train-parser.ts';
import { jackknifedTags, trainTagger } from './train-tagger.ts';

const RUNS = [1, 2, 3, 4, 5, 6, 7, 8];
const PARSER_EPOCHS = 8;
const TAGGER_EPOCHS = 6;
const FOLDS = 5;
/** Keeps the file under 2.5 MB after compression; what is dropped costs two tenths of a point in edited text. */
const KEPT: Kept = { tagger: 0.2, actions: 0.2, arcs: 0.2 };

const [treebank, out = 'server/model'] = process.argv.slice(2);
const started = Date.now();
const log = (line: string): boolean =>
  process.stdout.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}\n`);

if (treebank === undefined || !fs.existsSync(path.join(treebank, 'en_ewt-ud-train.conllu'))) {
  process.stderr.write('Usage: train TREEBANK_DIR [OUT_DIR]; the folder must hold en_ewt-ud-train.conllu and en_ewt-ud-dev.conllu.\n');
  process.exitCode = 2;
} else {
  const train = readTreebank(path.join(treebank, 'en_ewt-ud-train.conllu'));
  const dev = readTreebank(path.join(treebank, 'en_ewt-ud-dev.conllu'));
  const tagset = tagsetOf(train);
  const words = new WordTable();
  const tagger = trainTagger(train, tagset, words, { epochs: TAGGER_EPOCHS, seeds: RUNS.slice(0, 4) });
  log('tagger trained');
  const tags = jackknifedTags(train, tagset, words, { epochs: TAGGER_EPOCHS, seeds: [1] }, FOLDS);
  log('training set tagged');
  const parser = trainParser(train, tags, tagset, words, { epochs: PARSER_EPOCHS, seeds: RUNS }, log);
  const unsure = { margins: [], calibration: [1] };
  const draft = parseModel(storeModel(tagset, tagger, parser, KEPT, unsure));
  if (draft.kind === 'model-problem') throw new Error(draft.message);
  const bytes = storeModel(tagset, tagger, parser, KEPT, calibrate(draft, dev));
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 };
  const packed = zlib.brotliCompressSync(bytes, { params });
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, 'english.bin'), packed);
  log(`written: ${packed.length} bytes (${bytes.length} unpacked)`);
}
