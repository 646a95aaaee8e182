/** What checking one sentence takes, retrieval included; in processor time, for whatever else the machine does would be measured too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Checker, createChecker } from '../../server/src/checker.ts';
import { checkSettings, DEFAULT_CONFIG } from '../../server/src/config.ts';
import { loadLanguage } from '../../server/src/language.ts';
import { openProject } from '../../server/src/project/project.ts';
import { type Times, timesOf } from './figures.ts';

export interface Sentences {
  readonly count: number;
  /** In a process that has checked nothing yet. */
  readonly cold: Times;
  /** The program has checked before, these sources have not been read. */
  readonly fresh: Times;
  /** The passages have been read for other sentences. */
  readonly warm: Times;
}

/** Of the warmer states each sentence is timed so often, and its best time counts. */
const ROUNDS = 5;

export async function measureSentences(drafts: string, sources: string): Promise<Sentences> {
  const { corpus } = await openProject({ roots: [resolve(sources)] });
  const language = loadLanguage();
  const texts = readdirSync(drafts)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(drafts, name), 'utf8'));
  const checker = (): Checker => createChecker(corpus, checkSettings(DEFAULT_CONFIG), language);
  const cold = millisecondsOf(texts, checker(), 'cold');
  const fresh = best(() => millisecondsOf(texts, checker(), 'fresh'));
  const known = checker();
  millisecondsOf(texts, known, 'before');
  // Conclusions are remembered by the draft's name: under another, every sentence is judged anew.
  const warm = best((round) => millisecondsOf(texts, known, `warm-${round}`));
  return { count: cold.length, cold: timesOf(cold), fresh: timesOf(fresh), warm: timesOf(warm) };
}

/** Milliseconds for each sentence that is judged, in the drafts' order. */
function millisecondsOf(texts: readonly string[], checker: Checker, name: string): readonly number[] {
  const times: number[] = [];
  for (const [i, text] of texts.entries()) {
    const steps = checker.steps(`/${name}-${i}.md`, text);
    for (let used = process.cpuUsage(); steps.next().done !== true; used = process.cpuUsage()) {
      const { user, system } = process.cpuUsage(used);
      times.push((user + system) / 1000);
    }
  }
  return times;
}

function best(round: (number: number) => readonly number[]): readonly number[] {
  const rounds = Array.from({ length: ROUNDS }, (_, number) => round(number));
  return (rounds[0] ?? []).map((_, i) => Math.min(...rounds.map((times) => times[i] ?? Number.POSITIVE_INFINITY)));
}
