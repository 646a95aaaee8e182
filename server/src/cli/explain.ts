/** `corroborate explain FILE:LINE`: why the sentences there got their verdicts. */
import { resolve } from 'node:path';
import type { DraftReport } from '../checker.ts';
import { standingInWords } from '../corpus/words.ts';
import type { DraftSentence } from '../draft/types.ts';
import { applyIgnores } from '../ignores/apply.ts';
import { ignoreInWords } from '../ignores/types.ts';
import { loadIgnoresFor } from '../project/ignore-files.ts';
import type { Finding } from '../rules/types.ts';
import { counted, quoteShort } from '../rules/wording.ts';
import { LineMap } from '../text/lines.ts';
import { type Span, slice } from '../text/span.ts';
import type { Evidence, Judgement, PartReason } from '../verify/types.ts';
import { matchedInWords, UNCHECKED_WORDS, VERDICT_WORDS } from '../verify/words.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { readDraft, tellProblems } from './drafts.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { placeOf, type Sources } from './places.ts';
import { RULE_OPTION } from './rule-option.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, lineNumber, Session } from './session.ts';
import { type Paint, paintFor, printable, shortened } from './terminal.ts';

export const command: Command = {
  name: 'explain',
  usage: ['[OPTIONS] FILE:LINE'],
  description:
    'Says of each sentence on a line of a draft what the verdict is and what it rests on: the passages, the words that matched, and the words that disagree.',
  options: { ...CORPUS_OPTIONS, rule: RULE_OPTION },
  notes: [CORPUS_NOTE, { heading: 'Example', lines: ['  corroborate explain drafts/review.md:12'] }],
  positionals: { least: 1, most: 1 },
  run,
};

/** Long enough for any sentence; a source without full stops is cut. */
const LONGEST = 600;

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const { file, line } = place(args.positionals[0] ?? '');
  const session = new Session(args, io);
  const path = resolve(io.cwd, file);
  const text = await readDraft(path, session);
  const opened = text === null ? null : await session.open(path);
  if (text === null || opened === null) return EXIT.incomplete;
  const lines = new LineMap(text);
  // What follows the last line end is a line for an editor; a person counts it only where something stands on it.
  const written = text === '' || /[\r\n]$/.test(text) ? lines.lineCount - 1 : lines.lineCount;
  if (line > lines.lineCount) throw new UsageError(`${file} has only ${counted(written, 'line')}.`);
  const { project, settings } = opened;
  await project.ahead(path, text, settings);
  const report = project.check(path, text, settings);
  tellProblems(report, settings, session.shown(path), session);
  const sentences = report.draft.sentences.filter(
    ({ span }) => lines.lineNumber(span.start) <= line && line <= lines.lineNumber(Math.max(span.start, span.end - 1)),
  );
  const paint = paintFor(io);
  const { corpus } = project;
  const sources = { corpus, pathOf: (source: string) => session.sourcePath(corpus, source) };
  const { ignores, name } = await loadIgnoresFor(path);
  const { findings, ignored } = applyIgnores(report.draft, name, report.findings, ignores);
  const quiet = [
    ...report.silenced.map(({ finding, by }) => ({ finding, why: by.reason ?? 'a comment in the draft' })),
    ...ignored.map(({ finding, ignore }) => ({ finding, why: ignore.reason ?? ignoreInWords(ignore) })),
  ];
  const told = sentences.map((sentence) => ofSentence(sentence, { ...report, findings }, quiet, sources, paint));
  io.out(told.length === 0 ? `There is no sentence on line ${line} of ${printable(file)}.\n` : told.join('\n'));
  return session.incomplete ? EXIT.incomplete : EXIT.clean;
}

function place(text: string): { readonly file: string; readonly line: number } {
  const at = text.lastIndexOf(':');
  if (at < 1) throw new UsageError(`Give a file and a line, as in "corroborate explain ${text === '' ? 'review.md' : text}:12".`);
  return { file: text.slice(0, at), line: lineNumber(text.slice(at + 1)) };
}

interface Quiet {
  readonly finding: Finding;
  readonly why: string;
}

function ofSentence(sentence: DraftSentence, report: DraftReport, quiet: readonly Quiet[], sources: Sources, paint: Paint): string {
  const head = `${paint.bold(printable(sentence.text))}\n`;
  const judgement = report.judgements.find((one) => one.sentence.span.start === sentence.span.start);
  const findings = report.findings
    .filter((finding) => finding.sentence.start === sentence.span.start)
    .map((finding) => `  ${finding.severity}: ${printable(finding.message)}  ${paint.dim(finding.rule)}\n`);
  const ignored = quiet
    .filter(({ finding }) => finding.sentence.start === sentence.span.start)
    .map(({ finding, why }) => `  ignored (${printable(why)}): ${printable(finding.message)}  ${paint.dim(finding.rule)}\n`);
  const why = sentence.checkable.check ? '' : `  Not checked: ${UNCHECKED_WORDS[sentence.checkable.why]}.\n`;
  return head + why + (judgement === undefined ? '' : ofJudgement(judgement, sources, paint)) + findings.join('') + ignored.join('');
}

function ofJudgement({ sentence, verdict, parts, evidence }: Judgement, sources: Sources, paint: Paint): string {
  return [
    `  ${VERDICT_WORDS[verdict]} (${verdict}).`,
    ...parts.flatMap((part) => [...ofPart(part, sentence.text, parts.length > 1), ...ofNearest(part, sources, paint)]),
    ...evidence.flatMap((one) => ofEvidence(one, sources, paint)),
    '',
  ].join('\n');
}

function ofPart({ span, summary, matched, clashes, missing, sameThing }: PartReason, text: string, named: boolean): readonly string[] {
  const words = (spans: readonly Span[]) => spans.map((one) => `“${printable(slice(text, one))}”`).join(', ');
  return [
    `  ${named ? `“${shortened(printable(slice(text, span)), 80)}”: ` : ''}${printable(summary)}`,
    ...clashes.map(({ claim, words: source }) => `    disagrees: ${words([claim])}, where the passage has “${printable(source)}”`),
    ...(missing.length === 0 ? [] : [`    not in that passage: ${words(missing)}`]),
    ...matchedInWords(matched).map(([how, found]) => `    found there, ${how}: ${words(found)}`),
    ...(sameThing === null ? [] : [`    about the same thing: ${sameThing.same ? 'yes' : 'no'}, ${printable(sameThing.because)}`]),
  ];
}

function ofNearest({ nearest }: PartReason, sources: Sources, paint: Paint): readonly string[] {
  if (nearest === null) return [];
  const { corpus } = sources;
  const at = { ...nearest, line: corpus.lineOf(nearest.source, nearest.span.start) };
  return [
    `  ${paint.yellow('~ nearest')}  ${printable(quoteShort(corpus.words(nearest.source, nearest.span), LONGEST))}`,
    `      ${paint.dim(placeOf(at, sources))}`,
  ];
}

function ofEvidence(evidence: Evidence, sources: Sources, paint: Paint): readonly string[] {
  const { stance, quote, standing, speaker } = evidence;
  const mark = stance === 'supports' ? paint.green('+ supports') : paint.red('- contradicts');
  return [
    `  ${mark}  ${printable(quoteShort(quote, LONGEST))}`,
    `      ${paint.dim(`${placeOf(evidence, sources)}; ${printable(standingInWords(standing, speaker))}`)}`,
  ];
}
