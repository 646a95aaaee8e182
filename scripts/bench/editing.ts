/** How long a person waits for diagnostics: the language server as a process, a long draft, one letter typed or taken away. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineMap } from '../../server/src/text/lines.ts';
import { Session } from '../../test/lsp/session.ts';
import { type Times, timed, timesOf } from './figures.ts';

export interface Editing {
  /** Words of the draft. */
  readonly words: number;
  /** From starting the server to the first diagnostics of a short draft, in milliseconds. */
  readonly start: number;
  /** From then to those of the long draft. */
  readonly whole: number;
  /** From a keystroke to its diagnostics. */
  readonly edits: Times;
  /** Megabytes that the server holds after the edits; 0 where the system does not tell. */
  readonly resident: number;
}

/** `sources` is used where it is; the draft is made of the drafts' paragraphs. */
export async function measureEditing(sources: string, drafts: string, words: number, edits: number): Promise<Editing> {
  const text = longDraft(drafts, words);
  const settings = { sources: [sources] };
  const first = paragraphsOf(drafts)[1] ?? '';
  const begun = performance.now();
  const session = await Session.start({ files: { 'short.md': `${first}\n`, 'long.md': text }, settings, pull: true });
  await session.open('short.md');
  await session.pull('short.md');
  const start = performance.now() - begun;
  await session.open('long.md');
  const [, whole] = await timed(() => session.pull('long.md'));
  const lines = new LineMap(text);
  const samples: number[] = [];
  for (const place of letters(text, edits)) {
    const at = lines.position(place);
    const letter = { start: at, end: { ...at, character: at.character + 1 } };
    for (const change of [
      { range: { start: at, end: at }, text: 'e' },
      { range: letter, text: '' },
    ]) {
      const [, took] = await timed(async () => {
        await session.change('long.md', change);
        await session.pull('long.md');
      });
      samples.push(took);
    }
  }
  const resident = residentOf(session.child.pid ?? 0);
  await session.stop();
  return { words: countWords(text), start, whole, edits: timesOf(samples), resident };
}

function paragraphsOf(drafts: string): readonly string[] {
  return readdirSync(drafts)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(drafts, name), 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .split(/\n{2,}/),
    );
}

/** Drafts joined, again and again, cut at the paragraph that reaches the number of words. Repeated sentences are numbered, so that each is judged. */
function longDraft(drafts: string, wanted: number): string {
  const paragraphs = paragraphsOf(drafts);
  const kept: string[] = [];
  for (let i = 0, words = 0; words < wanted && paragraphs.length > 0; i++) {
    const paragraph = paragraphs[i % paragraphs.length] ?? '';
    const round = Math.floor(i / paragraphs.length);
    const own = round === 0 ? paragraph : paragraph.replaceAll(/(?<=[a-z]{3})\. (?=[A-Z])/g, `, as part ${round + 1} says. `);
    kept.push(own);
    words += countWords(own);
  }
  return `${kept.join('\n\n')}\n`;
}

/** Places inside words, spread evenly over the draft. */
function letters(text: string, count: number): readonly number[] {
  const all = [...text.matchAll(/[a-z]{4,}/g)].map(({ index }) => index + 2);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] ?? 0);
}

function countWords(words: string): number {
  return words.split(/\s+/).filter((word) => word !== '').length;
}

function residentOf(id: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}
