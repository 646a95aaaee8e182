/**
 * Measures how a folder of sources loads: `node scripts/run.mjs scripts/quality/load.ts SOURCES_DIR`. Prints the time of
 * each step, and of the transcripts the days, their dates and whose the turns are. Run it under `/usr/bin/time -v` for memory.
 */
import { buildCorpus } from '../../server/src/corpus/build.ts';
import { createDescriber } from '../../server/src/corpus/describe.ts';
import type { Block } from '../../server/src/corpus/domain.ts';
import { loadSources } from '../../server/src/corpus/load/files.ts';

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('Call it with the folder of the sources.');
}

let since = performance.now();
function step(name: string): void {
  const now = performance.now();
  console.log(`${name.padEnd(28)} ${((now - since) / 1000).toFixed(1)} s`);
  since = now;
}
function share(name: string, part: number, of: number): void {
  console.log(`${name.padEnd(28)} ${part} of ${of}`);
}

const loaded = await loadSources([folder]);
step('read');
const describer = createDescriber(loaded.manifests);
const structured = loaded.sources.map((source) => describer.structure(source));
step('structured');
const corpus = buildCorpus(structured, loaded.problems);
step('built and indexed');
for (const citekey of corpus.documents.keys()) {
  for (const { id } of corpus.passagesOf(citekey)) {
    corpus.standing(id);
  }
}
step('standings of all passages');
const entities = corpus.gazetteer.entities.length;
step('names');

const documents = [...corpus.documents.values()];
const transcripts = documents.filter(({ kind }) => kind === 'transcript');
const turns = transcripts.flatMap(({ blocks }) => blocks.filter(({ voice }) => voice === 'turn'));
const counted = (role: Block['turnRole']) => turns.filter(({ turnRole }) => turnRole === role).length;
console.log(`${corpus.sources.size} sources, ${documents.length} documents, ${corpus.passageCount} passages, ${entities} names`);
share('transcripts', transcripts.length, documents.length);
share('  with a whole date', transcripts.filter(({ date }) => (date?.day ?? null) !== null).length, transcripts.length);
share('turns with a speaker', turns.filter(({ speaker }) => speaker !== null).length, turns.length);
share('  questioner', counted('questioner'), turns.length);
share('  witness', counted('witness'), turns.length);
share('  chair', counted('chair'), turns.length);
share('  role left open', counted(null), turns.length);
console.log(`${corpus.problems.length} problems`);
