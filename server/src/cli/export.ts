/** `corroborate export`: the documents of the corpus, or those that drafts cite, for programs that keep bibliographies. */
import { resolve } from 'node:path';
import { citedDocuments } from '../bibliography/cited.ts';
import { BIBLIOGRAPHY_FORMATS, changedKeys, writeBibliography } from '../bibliography/formats.ts';
import { referenceOf } from '../bibliography/reference.ts';
import type { CorpusDocument } from '../corpus/domain.ts';
import { parseDraft } from '../draft/parse.ts';
import { LineMap } from '../text/lines.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { findDrafts, readDraft } from './drafts.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { OUTPUT_OPTION, put } from './output.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';

export const command: Command = {
  name: 'export',
  usage: ['--format NAME [OPTIONS] [DRAFT]', '--format NAME --cited [OPTIONS] DRAFT...'],
  description:
    'Writes the documents that a draft (or the current folder) is checked against as a bibliography, with the citekeys that drafts use: for Pandoc, reference managers and LaTeX. With --cited, only those that the drafts cite.',
  options: {
    format: { value: 'NAME', choices: BIBLIOGRAPHY_FORMATS, help: 'csl-json (for Pandoc and Zotero), bibtex or ris.' },
    cited: { value: null, help: 'Only the documents that the drafts (files, folders or patterns) cite, in whatever form.' },
    output: OUTPUT_OPTION,
    ...CORPUS_OPTIONS,
  },
  notes: [
    CORPUS_NOTE,
    {
      heading: 'With Pandoc',
      lines: [
        '  corroborate export --format csl-json --cited review.md --output references.json',
        '  pandoc review.md --citeproc --bibliography references.json -o review.docx',
      ],
    },
  ],
  positionals: 'any',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const format = BIBLIOGRAPHY_FORMATS.find((one) => one === args.value('format'));
  if (format === undefined) throw new UsageError(`Say in which format: --format ${BIBLIOGRAPHY_FORMATS.join('|')}.`);
  const paths = args.positionals;
  const session = new Session(args, io);
  if (args.has('cited') && paths.length === 0) throw new UsageError('--cited needs the drafts: corroborate export --cited DRAFT...');
  if (!args.has('cited') && paths.length > 1) throw new UsageError('For what several drafts cite, add --cited.');
  const documents = args.has('cited') ? await cited(paths, io, session) : await all(paths[0] ?? '.', io, session);
  const references = documents.map(referenceOf);
  const text = writeBibliography(references, format);
  for (const citekey of changedKeys(references, format)) {
    session.noted(`The citekey "${citekey}" holds signs that BibTeX does not allow; it was written without them. csl-json keeps it.`);
  }
  await put(text, args.value('output'), session, io);
  return session.incomplete ? EXIT.incomplete : EXIT.clean;
}

async function all(path: string, io: Io, session: Session): Promise<readonly CorpusDocument[]> {
  const opened = await session.open(resolve(io.cwd, path));
  return opened === null ? [] : [...opened.project.corpus.documents.values()];
}

async function cited(paths: readonly string[], io: Io, session: Session): Promise<readonly CorpusDocument[]> {
  const found = new Map<string, CorpusDocument>();
  for (const { path } of await findDrafts(paths, io.cwd, session)) {
    const text = await readDraft(path, session);
    const opened = text === null ? null : await session.open(path);
    if (text === null || opened === null) continue;
    const { documents, unknown } = citedDocuments(parseDraft(path, text), opened.project.corpus);
    for (const document of documents) found.set(document.citekey, document);
    const lines = new LineMap(text);
    for (const { span, label } of unknown) {
      session.noted(`${session.shown(path)}:${lines.lineNumber(span.start)} “${label}” leads to no source; it is left out.`);
    }
  }
  return [...found.values()];
}
