/** Several windows of an editor on one workspace: a server each, all drafts open. What they hold, and what they do while nobody types. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '../../test/lsp/session.ts';
import { FLAGS, residentOf, workOf } from './servers.ts';

/** Milliseconds until the last window has given back what it can; V8 itself looks once more after half a minute. */
const SETTLED = 35_000;
/** Milliseconds of idleness that are measured. */
const IDLE = 10_000;

export interface Windows {
  readonly count: number;
  /** Megabytes of each. */
  readonly resident: readonly number[];
  /** Percent of a processor that all use together. */
  readonly work: number;
}

export async function measureWindows(sources: string, drafts: string, count: number): Promise<Windows> {
  const names = readdirSync(drafts).filter((name) => name.endsWith('.md'));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(drafts, name), 'utf8')]));
  const sessions: Session[] = [];
  for (let i = 0; i < count; i++) {
    const session = await Session.start({ files, settings: { sources: [sources] }, pull: true, flags: FLAGS });
    sessions.push(session);
    for (const name of names) await session.open(name);
    for (const name of names) await session.pull(name);
  }
  const ids = sessions.map(({ child }) => child.pid ?? 0);
  const work = (): number => ids.reduce((sum, id) => sum + workOf(id), 0);
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const before = work();
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  const measured = { count, resident: ids.map(residentOf), work: ((work() - before) / IDLE) * 100 };
  for (const session of sessions) await session.stop();
  return measured;
}
