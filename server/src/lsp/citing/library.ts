/**
 * All drafts of the workspace, open or not, and what each cites. A draft is read when it is first asked for and again when
 * its file changed; of an open one the editor's text counts. Only drafts that may cite what is looked for are parsed.
 */
import { readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { glob } from 'tinyglobby';
import { DEFAULT_CONFIG } from '../../config.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/domain.ts';
import { decode } from '../../corpus/load/decode.ts';
import { parseDraft } from '../../draft/parse.ts';
import { baseName } from '../../draft/paths.ts';
import type { Citation, Draft, DraftSentence } from '../../draft/types.ts';
import type { Project } from '../../project/project.ts';
import { LineMap } from '../../text/lines.ts';
import { type CitationResolution, resolveCitation } from '../../verify/citations/resolve.ts';
import type { OpenDocuments } from '../documents.ts';
import { pathOf, uriOf } from '../uris.ts';
import type { DraftWorkspace } from '../workspace.ts';
import { folded } from './candidates.ts';

/** A draft of the workspace with its citations. */
export interface LibraryDraft {
  readonly uri: string;
  readonly draft: Draft;
  readonly lines: LineMap;
  /** Of the editor, or null where the draft is not open. */
  readonly version: number | null;
}

/** One citation of a draft that leads into a corpus. */
export interface FoundCitation {
  readonly draft: LibraryDraft;
  readonly citation: Citation;
  /** Null where the citation stands in none. */
  readonly sentence: DraftSentence | null;
  readonly resolution: Extract<CitationResolution, { kind: 'found' }>;
}

interface Read {
  readonly text: string;
  /** Of the editor, or null where the draft is not open. */
  readonly version: number | null;
}

const USUAL = DEFAULT_CONFIG.drafts;
const IGNORED = ['**/node_modules/**', '**/.*/**'];
/** Milliseconds of reading after which other requests get their turn. */
const SLICE = 20;

export class DraftLibrary {
  readonly #workspace: DraftWorkspace;
  readonly #documents: OpenDocuments;
  readonly #texts = new Map<string, { readonly stamp: string; readonly text: string }>();
  readonly #parsed = new Map<string, LibraryDraft>();

  constructor(workspace: DraftWorkspace, documents: OpenDocuments) {
    this.#workspace = workspace;
    this.#documents = documents;
  }

  /** The draft at a URI as it is now, or null where it cannot be read. */
  async draft(uri: string): Promise<LibraryDraft | null> {
    const read = await this.#text(uri);
    return read === null ? null : this.#parse(uri, read);
  }

  /**
   * All citations that lead to any of the documents, in the order of the drafts' paths. `same` says for a draft's project
   * which of its documents are meant: drafts may be checked against different corpora that share sources.
   */
  async citing(
    same: (project: Project) => readonly CorpusDocument[],
    isCancelled: () => boolean = () => false,
  ): Promise<readonly FoundCitation[]> {
    const found: FoundCitation[] = [];
    let begun = performance.now();
    for (const uri of await this.#uris()) {
      if (isCancelled()) return [];
      if (performance.now() - begun > SLICE) {
        await new Promise((resolve) => setImmediate(resolve));
        begun = performance.now();
      }
      const read = await this.#text(uri);
      if (read === null) continue;
      // Where a draft belongs is asked before its text is searched: what it costs is remembered, and it says what to search for.
      const home = await this.#workspace.homeOf(uri).catch(() => null);
      if (home?.kind !== 'project') continue;
      const documents = same(home.project);
      if (documents.length === 0 || !mayCite(read.text, documents)) continue;
      const draft = this.#parse(uri, read);
      const citekeys = new Set(documents.map(({ citekey }) => citekey));
      found.push(
        ...citationsOf(draft, home.project.corpus).filter(({ resolution }) => resolution.citekeys.some((key) => citekeys.has(key))),
      );
    }
    return found;
  }

  async #uris(): Promise<readonly string[]> {
    const files = new Set<string>();
    for (const folder of this.#workspace.folders) {
      const { patterns, base } = await this.#workspace.patternsFor(folder);
      const options = { absolute: true, ignore: IGNORED, followSymbolicLinks: false, expandDirectories: false };
      const inside = folder.endsWith(path.sep) ? folder : folder + path.sep;
      for (const file of await glob([...patterns], { ...options, cwd: base })) {
        if (path.resolve(file).startsWith(inside)) files.add(path.resolve(file));
      }
      // A folder further down may have a configuration of its own; what is no draft there is left out later.
      for (const file of await glob([...USUAL], { ...options, cwd: folder })) files.add(path.resolve(file));
    }
    const closed = [...files].sort().map(uriOf);
    const open = this.#documents.all().map(({ uri }) => uri);
    return [...closed, ...open.filter((uri) => !files.has(pathOf(uri) ?? uri)).sort()];
  }

  async #text(uri: string): Promise<Read | null> {
    const open = this.#documents.get(uri);
    if (open !== undefined) return { text: open.getText(), version: open.version };
    const file = pathOf(uri);
    if (file === null) return null;
    try {
      const { mtimeMs, size } = await stat(file);
      const stamp = `${mtimeMs} ${size}`;
      const known = this.#texts.get(uri);
      if (known?.stamp === stamp) return { text: known.text, version: null };
      const decoded = decode(await readFile(file));
      if (decoded.kind === 'binary') return null;
      this.#texts.set(uri, { stamp, text: decoded.text });
      return { text: decoded.text, version: null };
    } catch {
      this.#texts.delete(uri);
      this.#parsed.delete(uri);
      return null;
    }
  }

  #parse(uri: string, { text, version }: Read): LibraryDraft {
    const known = this.#parsed.get(uri);
    if (known?.version === version && known.draft.text === text) return known;
    const file = (pathOf(uri) ?? uri).split(path.sep).join('/');
    const kept: LibraryDraft = { uri, draft: parseDraft(file, text), lines: new LineMap(text), version };
    this.#parsed.set(uri, kept);
    return kept;
  }
}

/** The citations of a draft that lead into a corpus, each once; those of a footnote where its marker stands. */
function citationsOf(draft: LibraryDraft, corpus: Corpus): readonly FoundCitation[] {
  const { sentences, citations, path: draftPath } = draft.draft;
  const seen = new Set<string>();
  const marked = new Set(citations.filter(({ form }) => form === 'footnote').map(({ targetSpan }) => `${targetSpan.start}`));
  const all = [
    ...sentences.flatMap((sentence) => sentence.citations.map((citation) => ({ citation, sentence }))),
    ...citations.map((citation) => ({ citation, sentence: null })),
  ];
  return all.flatMap(({ citation, sentence }): readonly FoundCitation[] => {
    const key = `${citation.span.start} ${citation.targetSpan.start}`;
    // A definition that a marker leads to is counted where it is used.
    if (seen.has(key) || (citation.form !== 'footnote' && marked.has(`${citation.targetSpan.start}`))) return [];
    seen.add(key);
    const resolution = resolveCitation(citation, draftPath, corpus);
    return resolution.kind === 'found' ? [{ draft, citation, sentence, resolution }] : [];
  });
}

/** Whether a text holds a name that a citation of the documents must hold: a citekey, the file's name, or the web address. */
function mayCite(text: string, documents: readonly CorpusDocument[]): boolean {
  const words = folded(decoded(text));
  return documents.some(({ citekey, source, url }) => {
    const names = [`@${citekey}`, `@{${citekey}`, baseName(source), url?.replace(/^https?:\/\/(?:www\.)?|[/#].*$/gi, '') ?? null];
    return names.some((name) => name !== null && name !== '' && words.includes(folded(name)));
  });
}

/** Percent-encoded names as they are; a sign that encodes nothing stays. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
}
