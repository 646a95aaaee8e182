/** Measures one engine in a process of its own, so that none uses the memory or the warmth of another. */
import { execFileSync } from 'node:child_process';
import { type EngineName, engineOf } from './engines.ts';
import { type Times, timed, timesOf } from './figures.ts';
import { passages, questions } from './passages.ts';

export const BEST = 20;

export interface Retrieval {
  readonly engine: EngineName;
  readonly passages: number;
  /** Milliseconds. */
  readonly build: number;
  readonly open: number;
  /** Megabytes. */
  readonly disk: number;
  readonly resident: number;
  readonly search: Times;
  /** The best passages of each question. */
  readonly found: readonly (readonly number[])[];
}

/** Run in a process of its own: measures, and writes the result to standard output. */
export async function measureEngine(name: EngineName, count: number, asked: number): Promise<void> {
  const engine = engineOf(name);
  const [bytes, build] = await timed(() => engine.build(passages(count)));
  const [, open] = await timed(() => engine.open());
  const all = questions(asked, count);
  // The first questions warm the program up, as the first sentences of a draft do.
  for (const { words } of all.slice(0, 10)) engine.search(words, BEST);
  const samples: number[] = [];
  const found = all.map(({ words }) => {
    const begun = performance.now();
    const ids = engine.search(words, BEST);
    samples.push(performance.now() - begun);
    return ids;
  });
  const resident = process.memoryUsage().rss / 1e6;
  engine.close();
  const result: Retrieval = { engine: name, passages: count, build, open, disk: bytes / 1e6, resident, search: timesOf(samples), found };
  process.stdout.write(JSON.stringify(result));
}

export function retrieval(engine: EngineName, count: number, asked: number): Retrieval {
  const script = process.argv[1] ?? '';
  const args = ['--max-old-space-size=8000', script, '--engine', engine, '--passages', String(count), '--questions', String(asked)];
  return JSON.parse(
    execFileSync(process.execPath, args, { maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  ) as Retrieval;
}

/** Which share of the truly best passages was found. */
export function recall(found: Retrieval, truth: Retrieval): number {
  const shares = truth.found.map((best, i) => {
    const own = new Set(found.found[i] ?? []);
    return best.length === 0 ? 1 : best.filter((id) => own.has(id)).length / best.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}
