/** How long a person waits for diagnostics: the language server as a process, a long draft, one letter typed or taken away. */
import { LineMap } from '../../server/src/text/lines.ts';
import { Session } from '../../test/lsp/session.ts';
import { countWords, longDraft, paragraphsOf } from './drafts.ts';
import { type Times, timed, timesOf } from './figures.ts';
import { FLAGS, REST, residentOf, workOf } from './servers.ts';

/** Milliseconds from one letter to the next of somebody who types fast; what comes quicker is a burst, and waits for its end. */
const LETTER = 100;

export interface Editing {
  /** Words of the draft. */
  readonly words: number;
  /** From starting the server to the first diagnostics of a short draft, in milliseconds. */
  readonly start: number;
  /** From then to the first of those of the long draft, and to all of them. */
  readonly first: number;
  readonly whole: number;
  /** Processor time of the server for that, in milliseconds; 0 where the system does not tell. */
  readonly wholeWork: number;
  /** From a keystroke to its diagnostics. */
  readonly edits: Times;
  /** Processor time of the server for a keystroke, on average, in milliseconds. */
  readonly editWork: number;
  /** Megabytes that the server holds after the edits, at once and when nobody has typed for some seconds; 0 where the system does not tell. */
  readonly resident: number;
  readonly rested: number;
}

/** `sources` is used where it is; the draft is made of the drafts' paragraphs. */
export async function measureEditing(sources: string, drafts: string, words: number, edits: number): Promise<Editing> {
  const text = longDraft(drafts, words);
  const settings = { sources: [sources] };
  const shortest = paragraphsOf(drafts)[1] ?? '';
  const begun = performance.now();
  const session = await Session.start({ files: { 'short.md': `${shortest}\n`, 'long.md': text }, settings, pull: true, flags: FLAGS });
  await session.open('short.md');
  await session.pull('short.md');
  const start = performance.now() - begun;
  const id = session.child.pid ?? 0;
  const idle = workOf(id);
  await session.open('long.md');
  const [, first] = await timed(() => session.pullOnce('long.md'));
  const [, rest] = await timed(() => session.pull('long.md'));
  const wholeWork = workOf(id) - idle;
  const lines = new LineMap(text);
  const samples: number[] = [];
  const before = workOf(id);
  for (const place of letters(text, edits)) {
    const at = lines.position(place);
    const letter = { start: at, end: { ...at, character: at.character + 1 } };
    for (const change of [
      { range: { start: at, end: at }, text: 'e' },
      { range: letter, text: '' },
    ]) {
      await new Promise((resolve) => setTimeout(resolve, LETTER));
      const [, took] = await timed(async () => {
        await session.change('long.md', change);
        await session.pull('long.md');
      });
      samples.push(took);
    }
  }
  const editWork = (workOf(id) - before) / samples.length;
  const resident = residentOf(id);
  await new Promise((resolve) => setTimeout(resolve, REST));
  const rested = residentOf(id);
  await session.stop();
  return { words: countWords(text), start, first, whole: first + rest, wholeWork, edits: timesOf(samples), editWork, resident, rested };
}

/** Places inside words, spread evenly over the draft. */
function letters(text: string, count: number): readonly number[] {
  const all = [...text.matchAll(/[a-z]{4,}/g)].map(({ index }) => index + 2);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] ?? 0);
}
