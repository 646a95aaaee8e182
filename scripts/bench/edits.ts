/**
 * Random edits over the protocol: `node scripts/run.mjs scripts/bench/edits.ts [EDITS] [FOLDER]`. Words of a draft are typed, taken away,
 * moved and doubled, and now and then a line of a source is changed on disk, with the server told as an editor tells it. At every
 * checkpoint a server that never saw an edit reads what there is then, and must find the same; memory is read there too.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol/node';
import { LineMap } from '../../server/src/text/lines.ts';
import { Session } from '../../test/lsp/session.ts';
import { chance } from './passages.ts';
import { FLAGS, REST, residentOf } from './servers.ts';

/** One edit in so many is one of a source. */
const SOURCE_EDITS = 500;
/** A fresh server is asked after so many edits. */
const CHECKPOINT = 1000;
/** Edits that are sent at once, as somebody types faster than anyone checks. */
const BURST = 5;
/** Characters beyond which the draft is only cut. */
const LONGEST = 20_000;

const edits = Number(process.argv[2] ?? 10_000);
const example = resolve(process.argv[3] ?? '.');
const folder = mkdtempSync(join(tmpdir(), 'corroborate-edits-'));
cpSync(join(example, 'seeds'), join(folder, 'seeds'), { recursive: true });
const next = chance(5);
const pick = (below: number): number => Math.floor(next() * below);
const sources = readdirSync(join(folder, 'seeds')).filter((name) => name.endsWith('.txt'));
const drafts = readdirSync(join(example, 'drafts')).filter((name) => name.endsWith('.md'));
const NAME = 'drafts/edited.md';
let text = drafts.map((name) => readFileSync(join(example, 'drafts', name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')).join('\n\n');

/** What is put in: letters, marks that open and close Markdown, and the draft's own words. */
function inserted(): string {
  const marks = [
    'e',
    ' ',
    '\n',
    '\n\n',
    '"',
    '“',
    '”',
    '[',
    '](',
    ')',
    '*',
    '#',
    '> ',
    '- ',
    '`',
    '<!--',
    '-->',
    '17',
    '£3 million',
    ' not ',
  ];
  if (next() < 0.6) return marks[pick(marks.length)] ?? 'e';
  const from = pick(text.length);
  return text.slice(from, from + pick(80));
}

function edited(): TextDocumentContentChangeEvent {
  const lines = new LineMap(text);
  const full = text.length > LONGEST;
  const from = pick(text.length);
  const long = next() < 0.05 ? pick(200) : pick(8);
  const to = next() < 0.5 && !full ? from : Math.min(text.length, from + long);
  // The draft keeps its size, or each checkpoint would take longer than the last.
  const put = full || (to > from && next() < 0.6) ? '' : inserted();
  const range = { start: lines.position(from), end: lines.position(to) };
  text = text.slice(0, from) + put + text.slice(to);
  return { range, text: put };
}

function editSource(): string {
  const name = sources[pick(sources.length)] ?? '';
  const path = join(folder, 'seeds', name);
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = pick(lines.length);
  if (next() < 0.5) lines.splice(at, 1);
  else lines.splice(at, 0, lines[pick(lines.length)] ?? '');
  writeFileSync(path, lines.join('\n'));
  return `seeds/${name}`;
}

function told(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(
      ({ range, code, message }) =>
        `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character} ${code} ${message}`,
    )
    .sort()
    .join('\n');
}

async function findings(session: Session): Promise<string> {
  const report = await session.pull(NAME);
  return report.kind === 'full' ? told(report.items) : '';
}

const session = await Session.start({ files: { [NAME]: text }, shared: folder, pull: true, flags: FLAGS });
await session.open(NAME, text);
await session.pull(NAME);
let apart = 0;
for (let edit = 1; edit <= edits; edit++) {
  await session.change(NAME, edited());
  if (edit % SOURCE_EDITS === 0) await session.filesChanged(editSource());
  if (edit % BURST === 0) await session.pull(NAME);
  if (edit % CHECKPOINT !== 0) continue;
  // A changed source is read again after a moment, and then the editor is told to ask again.
  await new Promise((done) => setTimeout(done, REST));
  const mine = await findings(session);
  const fresh = await Session.start({ files: {}, shared: folder, pull: true, flags: FLAGS });
  await fresh.open(NAME, text);
  const theirs = await findings(fresh);
  fresh.child.kill();
  if (mine !== theirs) {
    apart++;
    const [a, b] = [new Set(mine.split('\n')), new Set(theirs.split('\n'))];
    console.log(
      [...a]
        .filter((x) => !b.has(x))
        .map((x) => `only after the edits: ${x}`)
        .join('\n'),
    );
    console.log(
      [...b]
        .filter((x) => !a.has(x))
        .map((x) => `only afresh: ${x}`)
        .join('\n'),
    );
  }
  const megabytes = Math.round(residentOf(session.child.pid ?? 0));
  console.log(
    `${edit} edits: ${text.length} characters, ${mine.split('\n').length} findings, ${mine === theirs ? 'the same afresh' : 'APART'}, ${megabytes} MB`,
  );
}
session.child.kill();
rmSync(folder, { recursive: true, force: true });
console.log(`${edits} edits, ${apart} of ${Math.floor(edits / CHECKPOINT)} checkpoints apart`);
process.exit(apart === 0 ? 0 : 1);
