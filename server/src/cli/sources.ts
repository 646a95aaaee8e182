/** `corroborate sources`: what the program sees of the corpus. */
import { resolve } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument } from '../corpus/domain.ts';
import { dateInDigits } from '../corpus/words.ts';
import type { Arguments, Command } from './command.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';
import { type Paint, paintFor, printable } from './terminal.ts';

export const command: Command = {
  name: 'sources',
  usage: ['[OPTIONS] [DRAFT]'],
  description:
    'Lists the sources that a draft (or the current folder) is checked against: the documents in each file, their kind, date and number of passages, and what is wrong with them.',
  options: { ...CORPUS_OPTIONS, format: { value: 'NAME', choices: ['table', 'json'], help: 'table (the usual one) or json.' } },
  notes: [CORPUS_NOTE],
  positionals: { least: 0, most: 1 },
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const session = new Session(args, io);
  const opened = await session.open(resolve(io.cwd, args.positionals[0] ?? '.'));
  if (opened !== null) {
    const { corpus } = opened.project;
    io.out(args.value('format') === 'json' ? `${JSON.stringify(asJson(corpus), null, 2)}\n` : asTable(corpus, paintFor(io)));
  }
  return session.incomplete ? EXIT.incomplete : EXIT.clean;
}

function asJson(corpus: Corpus) {
  return {
    version: 1,
    sources: [...corpus.sources.values()].map(({ source, documents }) => ({
      source: source.id,
      format: source.format,
      documents: documents.map(({ citekey, title, publisher, author, date, kind, url, parent }) => {
        const passages = corpus.passagesOf(citekey).length;
        return { citekey, title, publisher, author, date: dateInDigits(date), kind, url, parent, passages };
      }),
    })),
    problems: corpus.problems,
  };
}

function asTable(corpus: Corpus, paint: Paint): string {
  const blocks = [...corpus.sources.values()].map(({ source, documents }) => {
    const rows = documents.map((document) => `${row(document, corpus, paint)}\n`);
    return `${paint.underline(printable(source.id))}\n${rows.join('')}`;
  });
  const counted = (n: number, noun: string) => `${n} ${n === 1 ? noun : `${noun}s`}`;
  const parts = [
    counted(corpus.sources.size, 'source'),
    counted(corpus.documents.size, 'document'),
    counted(corpus.passageCount, 'passage'),
  ];
  const total = `${parts.join(', ')}.`;
  return [...blocks, `${paint.bold(total)}\n`].join('\n');
}

function row({ citekey, title, publisher, date, kind }: CorpusDocument, corpus: Corpus, paint: Paint): string {
  const { length } = corpus.passagesOf(citekey);
  const passages = `${String(length).padStart(6)} ${length === 1 ? 'passage ' : 'passages'}`;
  const name = [title, publisher].filter((part) => part !== null && part !== '').join(', ');
  return `  ${kind.padEnd(10)}  ${(dateInDigits(date) ?? '–').padEnd(10)}  ${passages}  ${printable(name)}  ${paint.dim(`[@${printable(citekey)}]`)}`;
}
