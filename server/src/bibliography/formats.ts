/** The formats in which a bibliography leaves the program. */
import { bibtexKey, writeBibtex } from './bibtex.ts';
import { writeCsl } from './csl.ts';
import type { Reference } from './reference.ts';
import { writeRis } from './ris.ts';

export const BIBLIOGRAPHY_FORMATS = ['csl-json', 'bibtex', 'ris'] as const;
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[number];

const WRITERS: Readonly<Record<BibliographyFormat, (references: readonly Reference[]) => string>> = {
  'csl-json': writeCsl,
  bibtex: writeBibtex,
  ris: writeRis,
};

/** The references as a file of the format, ordered by citekey so that only what changed differs from one file to the next. */
export function writeBibliography(references: readonly Reference[], format: BibliographyFormat): string {
  return WRITERS[format]([...references].sort((a, b) => (a.citekey < b.citekey ? -1 : a.citekey > b.citekey ? 1 : 0)));
}

/** Citekeys that the format cannot hold as they are, so that drafts which use them would not find them. */
export function changedKeys(references: readonly Reference[], format: BibliographyFormat): readonly string[] {
  return format === 'bibtex' ? references.map(({ citekey }) => citekey).filter((citekey) => bibtexKey(citekey) !== citekey) : [];
}
