/** `corroborate sources`: what the program sees of the corpus. */

import { basename, relative, resolve, sep } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument, SourceProblem } from '../corpus/domain.ts';
import { dateInDigits } from '../corpus/words.ts';
import { kindOf } from '../project/discover.ts';
import type { Project } from '../project/project.ts';
import { counted } from '../rules/wording.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';
import { fileView } from './source-view.ts';
import { type Paint, paintFor, printable } from './terminal.ts';
import { writeManifests } from './write-manifest.ts';

/** How many speakers of a document the table names. */
const NAMED = 3;

export const command: Command = {
  name: 'sources',
  usage: ['[OPTIONS] [DRAFT]', '[OPTIONS] FILE', '--write [OPTIONS] [DRAFT]'],
  description:
    'Lists the sources that a draft (or the current folder) is checked against: the documents in each file, their kind, date, passages and speakers, and what is wrong with them. FILE, one of the sources, is shown line by line: what is evidence, whose words it is, and what is left out as furniture.',
  options: {
    ...CORPUS_OPTIONS,
    format: { value: 'NAME', choices: ['table', 'json'], help: 'table (the usual one) or json.' },
    write: {
      value: null,
      help: 'Write what was found into a corpus.json in the folder of the sources, to be corrected there. Entries that are there already are kept as they are.',
    },
  },
  notes: [
    CORPUS_NOTE,
    {
      heading: 'Marks beside the lines of a FILE (without colours)',
      lines: [
        '×  furniture, never evidence',
        '#  title, heading or other line without a passage of its own',
        '|  evidence; whose words the lines are stands above them',
      ],
    },
  ],
  positionals: { least: 0, most: 1 },
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const json = args.value('format') === 'json';
  if (args.has('write') && json) throw new UsageError('--write prints no list: leave --format out.');
  const session = new Session(args, io);
  const from = resolve(io.cwd, args.positionals[0] ?? '.');
  const kind = await kindOf(from);
  if (args.positionals[0] !== undefined && kind === null) {
    throw new UsageError(`${session.shown(from)} is not there. Name a draft, a folder, or a file among the sources.`);
  }
  const opened = await session.open(from);
  if (opened === null) return EXIT.incomplete;
  const { corpus, roots } = opened.project;
  const source = opened.project.sourceAt(from);
  // A file among the sources of which nothing was read: the list of all others says nothing of it.
  const unread = source === null && kind === 'file' && opened.project.covers(from) ? whyUnread(from, opened.project) : null;
  if (unread !== null && !corpus.problems.includes(unread)) session.failed(`${session.shown(from)} ${unread.message}. ${unread.remedy}`);
  if (args.has('write')) await writeManifests(corpus, roots, session, io);
  else if (json) io.out(`${JSON.stringify(asJson(corpus, source, unread), null, 2)}\n`);
  else if (source !== null) io.out(fileView(corpus, source, paintFor(io)));
  else if (unread !== null) io.out(`Nothing was read of ${printable(session.shown(from))}.\n`);
  else io.out(asTable(corpus, paintFor(io)));
  return session.incomplete ? EXIT.incomplete : EXIT.clean;
}

/** What is wrong with a file below the roots of which nothing was read. */
function whyUnread(file: string, { corpus, roots }: Project): SourceProblem {
  // A file is named by its path below its root, behind the root's name where two roots hold the same path.
  const names = roots.flatMap((root) => {
    const below = relative(root, file).split(sep).join('/');
    return below.startsWith('../') ? [] : below === '' ? [file, basename(file)] : [below, `${basename(root)}/${below}`];
  });
  const known = corpus.problems.find(({ source }) => names.includes(source));
  if (known !== undefined) return known;
  const message = 'is no source: it is hidden, describes the sources, or is of a kind that is not read';
  const remedy = 'If it is to be one, save it as .txt, under a name that does not begin with a full stop.';
  return { source: names[0] ?? file, line: null, message, remedy };
}

/** The whole corpus, or one source of it, or what is wrong with one of which nothing was read. */
function asJson(corpus: Corpus, only: string | null, unread: SourceProblem | null) {
  if (unread !== null) return { version: 1, sources: [], problems: [unread] };
  return {
    version: 1,
    sources: [...corpus.sources.values()]
      .filter(({ source }) => only === null || source.id === only)
      .map(({ source, documents }) => ({
        source: source.id,
        format: source.format,
        documents: documents.map((document) => {
          const { citekey, title, publisher, author, date, kind, url, parent } = document;
          const passages = corpus.passagesOf(citekey).length;
          return {
            citekey,
            title,
            publisher,
            author,
            date: dateInDigits(date),
            kind,
            url,
            parent,
            passages,
            speakers: speakersOf(corpus, citekey),
          };
        }),
      })),
    problems: corpus.problems.filter(({ source }) => only === null || source === only),
  };
}

function asTable(corpus: Corpus, paint: Paint): string {
  const blocks = [...corpus.sources.values()].map(({ source, documents }) => {
    const rows = documents.map((document) => `${row(document, corpus, paint)}\n`);
    const none = documents.length === 0 ? [`  ${paint.dim('no document was found in it')}\n`] : [];
    return `${paint.underline(printable(source.id))}\n${[...rows, ...none, ...problemsOf(corpus, source.id, paint)].join('')}`;
  });
  const elsewhere = new Set(corpus.problems.map(({ source }) => source).filter((id) => !corpus.sources.has(id)));
  const left = [...elsewhere].map((id) => `${paint.underline(printable(id))}\n${problemsOf(corpus, id, paint).join('')}`);
  const parts = [
    counted(corpus.sources.size, 'source'),
    counted(corpus.documents.size, 'document'),
    counted(corpus.passageCount, 'passage'),
  ];
  const problems = corpus.problems.length === 0 ? [] : [counted(corpus.problems.length, 'problem')];
  const total = `${[...parts, ...problems].join(', ')}.`;
  return [...blocks, ...left, `${paint.bold(total)}\n`].join('\n');
}

function problemsOf(corpus: Corpus, source: string, paint: Paint): readonly string[] {
  return corpus.problems
    .filter((problem) => problem.source === source)
    .map(({ line, message, remedy }) => {
      const at = line === null ? '' : `line ${line}: `;
      return `  ${paint.yellow(printable(`! ${at}${message}. ${remedy}`))}\n`;
    });
}

function row({ citekey, title, publisher, date, kind }: CorpusDocument, corpus: Corpus, paint: Paint): string {
  const { length } = corpus.passagesOf(citekey);
  const passages = `${String(length).padStart(6)} ${length === 1 ? 'passage ' : 'passages'}`;
  const name = [title, publisher].filter((part) => part !== null && part !== '').join(', ');
  const line = `  ${kind.padEnd(10)}  ${(dateInDigits(date) ?? '–').padEnd(10)}  ${passages}  ${printable(name)}  ${paint.dim(`[@${printable(citekey)}]`)}`;
  const speakers = speakersOf(corpus, citekey);
  if (speakers.length === 0) return line;
  const named = speakers.slice(0, NAMED).map(({ speaker, passages: said }) => `${speaker} (${said})`);
  const more = speakers.length > NAMED ? [`${speakers.length - NAMED} more`] : [];
  return `${line}\n${' '.repeat(26)}${paint.dim(printable(`speakers: ${[...named, ...more].join(', ')}`))}`;
}

interface Speaking {
  readonly speaker: string;
  /** Passages that hold words of the speaker. */
  readonly passages: number;
}

/** Who speaks in a document besides the document itself; who speaks most comes first. */
function speakersOf(corpus: Corpus, citekey: string): readonly Speaking[] {
  const counts = new Map<string, number>();
  for (const { id } of corpus.passagesOf(citekey)) {
    const { speaker, parts } = corpus.standing(id);
    for (const name of new Set([speaker, ...parts.map((part) => part.speaker)])) {
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const ordered = [...counts].map(([speaker, passages]) => ({ speaker, passages }));
  return ordered.sort((a, b) => b.passages - a.passages || (a.speaker < b.speaker ? -1 : 1));
}
