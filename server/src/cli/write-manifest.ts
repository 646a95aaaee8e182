/** `corroborate sources --write`: what was found, as a corpus.json in each folder of sources. Nothing a person wrote is changed. */

import { lstat, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { StructuredSource } from '../corpus/domain.ts';
import { reason } from '../corpus/load/reason.ts';
import { type ManifestSource, parseManifest } from '../corpus/manifest.ts';
import { manifestEntry } from '../corpus/manifest-write.ts';
import { counted } from '../rules/wording.ts';
import type { Io } from './io.ts';
import type { Session } from './session.ts';
import { printable } from './terminal.ts';
import { replaceFile } from './write-file.ts';

/** Writes or completes the manifests of the roots; what could not be done is told by the session. */
export async function writeManifests(corpus: Corpus, roots: readonly string[], session: Session, io: Io): Promise<void> {
  for (const root of roots) {
    const file = join(root, 'corpus.json');
    const shown = session.shown(file);
    const folder = `${root.split(sep).join('/')}/`;
    const own = [...corpus.sources.values()].filter(({ source }) => source.path.startsWith(folder));
    try {
      if (!(await stat(root)).isDirectory()) {
        session.failed(`${session.shown(root)} is a single file: no corpus.json was written for it. Name its folder instead.`);
        continue;
      }
      const before = await existing(file);
      if (before !== null && parseManifest(before, shown).manifest === null) {
        session.failed(
          `${shown} was left as it is: what is in it cannot be read. Correct it (see above) or move it away, then write again.`,
        );
        continue;
      }
      const written = completed(before, own, folder, session);
      if (written.added === 0) {
        io.out(`${printable(shown)} has an entry for every source already; nothing was written.\n`);
        continue;
      }
      await replaceFile(file, written.text);
      const kept = written.kept === 0 ? '' : ` ${written.kept} of yours ${written.kept === 1 ? 'was' : 'were'} kept.`;
      io.out(`${printable(shown)}: ${counted(written.added, 'entry', 'entries')} written.${kept}\n`);
    } catch (error) {
      session.failed(`${shown} was not written (${reason(error)}). Check that the folder may be written to.`);
    }
  }
}

/** The text of the file, or null where there is none. Throws for anything that is no plain file, such as a link. */
async function existing(file: string): Promise<string | null> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  if (!found.isFile()) throw new Error('it is no plain file');
  return readFile(file, 'utf8');
}

interface Completed {
  readonly text: string;
  readonly added: number;
  readonly kept: number;
}

function completed(before: string | null, own: readonly StructuredSource[], folder: string, session: Session): Completed {
  // The raw value, not the parsed one: that would lose entries which are told as faulty and are the person's to mend.
  const given = before === null ? { version: 1, sources: {} } : (JSON.parse(before) as { sources: Record<string, unknown> });
  const added: [string, ManifestSource][] = [];
  for (const structured of own) {
    const { source } = structured;
    const name = source.path.slice(folder.length);
    if (Object.hasOwn(given.sources, name) || Object.hasOwn(given.sources, `sha256:${source.hash}`)) continue;
    const entry = manifestEntry(structured);
    if (entry !== null) added.push([name, entry]);
    else session.noted(`${source.id} got no entry: its structure cannot be told by lines. It is read as before.`);
  }
  const sources = { ...given.sources, ...Object.fromEntries(added) };
  return { text: laidOut({ ...given, sources }), added: added.length, kept: Object.keys(given.sources).length };
}

/** Two blanks a level, and pairs of line numbers in one line, where a person looks for them. */
function laidOut(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]')}\n`;
}
