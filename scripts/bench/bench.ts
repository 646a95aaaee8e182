/**
 * How long a person waits: `npm run bench -- [--drafts DIR] [--sources DIR] [--edits N]`.
 *
 * - cold start: `corroborate lint` over the folder of drafts, as a process, best of three;
 * - re-check: a draft of about 2,000 words (the drafts joined) is open in the language server, one letter is typed or
 *   taken away, and the diagnostics are pulled; p50, p95 and the longest of N edits all over the draft.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LineMap } from '../../server/src/text/lines.ts';
import { Session } from '../../test/lsp/session.ts';

const WORDS = 2000;
const { values } = parseArgs({
  options: {
    drafts: { type: 'string', default: 'drafts' },
    sources: { type: 'string', default: 'seeds' },
    edits: { type: 'string', default: '60' },
  },
});
const folder = resolve(values.drafts);
const sources = resolve(values.sources);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();

const times = [1, 2, 3].map(() =>
  timed(() => {
    spawnSync(process.execPath, [resolve('dist/main.cjs'), 'lint', '--sources', sources, '--format', 'json', folder], {
      maxBuffer: 1 << 28,
    });
  }),
);
print(`cold start, ${names.length} drafts`, `${Math.round(Math.min(...times))} ms`);

const text = longDraft();
const files = Object.fromEntries(readdirSync(sources).map((name) => [`seeds/${name}`, readFileSync(join(sources, name))]));
const session = await Session.start({ files: { ...files, 'drafts/long.md': text }, pull: true });
await session.open('drafts/long.md');
const opened = performance.now();
await session.pull('drafts/long.md');
print(`first check of ${countWords(text)} words, sources indexed before it`, `${Math.round(performance.now() - opened)} ms`);

const lines = new LineMap(text);
const samples: number[] = [];
for (const at of letters(Number(values.edits))) {
  const start = lines.position(at);
  const here = { start, end: start };
  const letter = { start, end: { ...start, character: start.character + 1 } };
  for (const change of [
    { range: here, text: 'e' },
    { range: letter, text: '' },
  ]) {
    const begun = performance.now();
    await session.change('drafts/long.md', change);
    await session.pull('drafts/long.md');
    samples.push(performance.now() - begun);
  }
}
await session.stop();
samples.sort((a, b) => a - b);
print(`re-check after one letter, ${samples.length} edits`, `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);

function at(share: number): number {
  return Math.round(samples[Math.min(samples.length - 1, Math.floor(share * samples.length))] ?? 0);
}

/** Drafts joined, again and again, cut at the paragraph that reaches the number of words. */
function longDraft(): string {
  const paragraphs = names.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/\n{2,}/),
  );
  const kept: string[] = [];
  for (let i = 0, words = 0; words < WORDS && paragraphs.length > 0; i++) {
    const paragraph = paragraphs[i % paragraphs.length] ?? '';
    kept.push(paragraph);
    words += countWords(paragraph);
  }
  return `${kept.join('\n\n')}\n`;
}

/** Places inside words, spread evenly over the draft. */
function letters(count: number): readonly number[] {
  const all = [...text.matchAll(/[a-z]{4,}/g)].map(({ index }) => index + 2);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] ?? 0);
}

function countWords(words: string): number {
  return words.split(/\s+/).filter((word) => word !== '').length;
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function print(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}
