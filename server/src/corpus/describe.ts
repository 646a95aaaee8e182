/** Sources with what a person says of them: the way from a loaded text to its structure. */
import type { Source, SourceProblem, StructuredSource } from './domain.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { applyManifest } from './manifest-apply.ts';
import { structureSource } from './structure/structure.ts';

/** The text of a corpus.json. Source `name` of the manifest is the source whose id is `prefix + name`. */
export interface ManifestText {
  readonly path: string;
  readonly prefix: string;
  readonly text: string;
}

export interface Describer {
  /** Of the manifests themselves; what they say of a source that does not fit it is a problem of that source. */
  readonly problems: readonly SourceProblem[];
  /** The source's structure, corrected by the manifests. */
  structure(source: Source): StructuredSource;
  /** Sources that a manifest names and the corpus does not have, as problems; hashes are not looked for. */
  missing(ids: ReadonlySet<string>): readonly SourceProblem[];
}

/** Reads the manifests once, for structuring any number of sources. */
export function createDescriber(manifests: readonly ManifestText[]): Describer {
  const parsed = manifests.map((file) => ({ file, ...parseManifest(file.text, `${file.prefix}corpus.json`) }));
  const used = parsed.flatMap(({ file, manifest }) => (manifest === null ? [] : [{ file, manifest }]));
  return {
    problems: parsed.flatMap(({ problems }) => problems),
    structure: (source) => used.reduce((structured, { file, manifest }) => corrected(structured, file, manifest), structureSource(source)),
    missing: (ids) => used.flatMap(({ file, manifest }) => missingOf(file, manifest, ids)),
  };
}

function corrected(structured: StructuredSource, file: ManifestText, manifest: Manifest): StructuredSource {
  const { id, hash } = structured.source;
  const own = id.startsWith(file.prefix) ? manifest.sources[id.slice(file.prefix.length)] : undefined;
  const entry = own ?? manifest.sources[`sha256:${hash}`];
  return entry === undefined ? structured : applyManifest(structured, entry, `${file.prefix}corpus.json`);
}

function missingOf(file: ManifestText, manifest: Manifest, ids: ReadonlySet<string>): readonly SourceProblem[] {
  return Object.keys(manifest.sources)
    .filter((name) => !name.startsWith('sha256:') && !ids.has(file.prefix + name))
    .map((name) => ({
      source: `${file.prefix}corpus.json`,
      line: null,
      message: `describes ${name}, which is not there`,
      remedy: 'Correct the path, or remove the entry.',
    }));
}
