/** `corroborate bibliography`: writes the list of sources into drafts, and keeps it up to date. */

import { resolve } from 'node:path';
import { findSection } from '../bibliography/section.ts';
import type { DraftEdit } from '../draft/citation-style.ts';
import { parseDraft } from '../draft/parse.ts';
import { BUILT_IN_STYLE, PANDOC_STYLE, sourcesSection } from '../project/sources-section.ts';
import { counted } from '../rules/wording.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { findDrafts, readDraft, tellUnread } from './drafts.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';
import { printable } from './terminal.ts';
import { writeDraft } from './write-draft.ts';

export const command: Command = {
  name: 'bibliography',
  usage: ['[OPTIONS] DRAFT...', '--check [OPTIONS] DRAFT...'],
  description:
    'Writes the list of the sources that a draft cites into the draft, under the heading "Sources", or brings the one that stands there up to date. What stands outside its two comments is left alone.',
  options: {
    style: {
      value: 'NAME|FILE',
      help: `"${BUILT_IN_STYLE}" (the usual one, built in), "${PANDOC_STYLE}" (that of Pandoc, Chicago), or a CSL file, for which Pandoc must be installed. When not given, "csl:" in the draft's front matter counts.`,
    },
    check: { value: null, help: 'Write nothing; exit with 1 where a list is missing or out of date.' },
    ...CORPUS_OPTIONS,
  },
  notes: [CORPUS_NOTE],
  positionals: 'any',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.positionals.length === 0) throw new UsageError('Name the drafts: corroborate bibliography DRAFT...');
  const session = new Session(args, io);
  let outdated = 0;
  for (const { path } of await findDrafts(args.positionals, io.cwd, session)) {
    if (await update(path, args, session, io)) outdated++;
  }
  if (session.incomplete) return EXIT.incomplete;
  return args.has('check') && outdated > 0 ? EXIT.findings : EXIT.clean;
}

/** Whether the list of a draft was not what it should be. */
async function update(path: string, args: Arguments, session: Session, io: Io): Promise<boolean> {
  const text = await readDraft(path, session);
  const opened = text === null ? null : await session.open(path);
  if (text === null || opened === null) return false;
  const shown = session.shown(path);
  const draft = parseDraft(path, text);
  // What a draft cites is not known where it could not be read; its list is left as it stands.
  if (!tellUnread(draft, shown, session)) return false;
  const given = args.value('style');
  const list = await sourcesSection(draft, opened.project.corpus, given === null ? null : styleFrom(given, io));
  if (!list.ok) {
    session.failed(`${shown}: the list of sources was not written: ${list.message}. ${list.remedy}`);
    return false;
  }
  if (list.unknown > 0) session.noted(`${shown}: ${list.unknown} of its citations lead to no source; they are left out of the list.`);
  const sources = counted(list.sources, 'source');
  if (list.edits.length === 0) {
    const none = list.sources === 0 && findSection(text) === null;
    io.out(`${printable(shown)}: ${none ? 'it cites no source, and needs no list' : `up to date, ${sources}`}.\n`);
    return false;
  }
  if (args.has('check')) {
    io.out(`${printable(shown)}: the list of sources is missing or out of date (${sources} cited).\n`);
    return true;
  }
  const problem = await writeDraft(path, text, applied(text, list.edits));
  if (problem === null) io.out(`${printable(shown)}: ${sources} listed.\n`);
  else session.failed(`${shown} was not changed: ${problem}.`);
  return true;
}

/** A file named on the command line counts from the working folder; one in the front matter from the draft. */
function styleFrom(given: string, { cwd }: Io): string {
  const name = given === BUILT_IN_STYLE || given === PANDOC_STYLE || given.includes('://');
  return name ? given : resolve(cwd, given);
}

function applied(text: string, edits: readonly DraftEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}
