/**
 * The child process: reads one file after the other for the program that started it. A bundle of its own
 * (dist/loaders.cjs), so that the program stays small and is not harmed by what a hostile file does to a reader.
 */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { type Extraction, refused } from './extraction.ts';
import { extractorOf } from './extractors.ts';
import { type Done, type Job, MEMORY_MARK, MEMORY_VARIABLE } from './protocol.ts';

/**
 * Runs beside the reader, which may never give way again: ends the process when it holds too much memory outside the
 * heap, which V8's own limit does not see, or when the program that started it is gone.
 */
const WATCH = `
const { workerData: { limit, parent } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
setInterval(() => {
  const full = process.memoryUsage.rss() > limit;
  if (full) writeSync(2, ${JSON.stringify(MEMORY_MARK)});
  if (full || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 50);
`;

function watch(megabytes: number): void {
  const worker = new Worker(WATCH, { eval: true, execArgv: [], workerData: { limit: megabytes * 1024 * 1024, parent: process.ppid } });
  worker.unref();
}

async function extract({ path, format }: Job): Promise<Extraction> {
  try {
    return await extractorOf(format, path)(new Uint8Array(await readFile(path)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error) {
      return refused(`cannot be read (${String(error.code)})`, 'Check that the file exists and may be read.');
    }
    const why = error instanceof RangeError ? 'is nested too deep' : 'is damaged';
    return refused(`${why} and cannot be read`, 'Open it in its own program and save it again.');
  }
}

/** Readers may reject promises that nobody waits for; what they were asked for is told by what they give back. */
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (job: Job) => {
  void extract(job).then((extraction) => {
    const done: Done = { id: job.id, extraction };
    process.send?.(done);
  });
});
watch(Number(process.env[MEMORY_VARIABLE] ?? '768'));
