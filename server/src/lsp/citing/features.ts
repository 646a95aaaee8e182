/**
 * The editor's help with citations, as handlers of the protocol: completion, links, references, renaming, code lenses, and
 * what the commands Insert Citation, Cite and Quote and Copy as Citation ask for.
 */
import * as path from 'node:path';
import {
  type CancellationToken,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type CompletionItem,
  type Connection,
  type Location,
  LSPErrorCodes,
  type Position,
  ReferencesRequest,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { EditorSettings } from '../../config.ts';
import type { CorpusDocument } from '../../corpus/domain.ts';
import type { Project } from '../../project/project.ts';
import { BUILT_IN_STYLE, sourcesSection } from '../../project/sources-section.ts';
import { markingOf } from '../../verify/citations/place.ts';
import type { CheckedDraft } from '../checks.ts';
import type { ClientAbilities } from '../client.ts';
import type { OpenDocuments } from '../documents.ts';
import {
  CITE_REQUEST,
  type CiteParams,
  type CiteResult,
  SOURCE_PLACE_REQUEST,
  SOURCES_SECTION_REQUEST,
  type SourcePlaceParams,
  type SourcePlaceResult,
  type SourcesSectionParams,
  type SourcesSectionResult,
} from '../protocol.ts';
import type { Troubles } from '../troubles.ts';
import { pathOf } from '../uris.ts';
import type { DraftWorkspace } from '../workspace.ts';
import { citationsAt, type SourcePlace, sourcePlaceAt } from './at-place.ts';
import { prepare } from './candidates.ts';
import { cite } from './cite.ts';
import { completeAt, documented, draftOf, NOTHING, TRIGGERS } from './completion.ts';
import { describedPlace } from './copy.ts';
import { citingLenses } from './lens.ts';
import { DraftLibrary, type FoundCitation } from './library.ts';
import { citationLinks } from './links.ts';
import { manifestFiles } from './manifest-files.ts';
import { citedDocuments, citesPlace, citingPlaces } from './references.ts';
import { newCitekey, type Refusable, renameEdit, renameTarget } from './rename.ts';

/** What the handlers need of the server around them. */
export interface CitingHost {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly workspace: DraftWorkspace;
  readonly troubles: Troubles;
  abilities(): ClientAbilities;
  settingsFor(folder: string | null): Promise<EditorSettings>;
  /** The corpora that are open. */
  projects(): readonly Project[];
  /** A draft's findings as of now, or null where it has none to give. */
  checked(uri: string, token: CancellationToken): Promise<CheckedDraft | null>;
}

/** What the server says at its start that it can do. */
export function citingCapabilities({ registersReferences, registersCodeLenses }: ClientAbilities): Partial<ServerCapabilities> {
  return {
    completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true, completionItem: { labelDetailsSupport: true } },
    documentLinkProvider: {},
    renameProvider: { prepareProvider: true },
    // Clients that register by name are asked for sources too, once they have said that they are ready.
    ...(registersReferences ? {} : { referencesProvider: true }),
    ...(registersCodeLenses ? {} : { codeLensProvider: {} }),
  };
}

/** Files that are sources or drafts and that an editor shows as text. */
const TEXT_FILES = [{ scheme: 'file', pattern: '**/*.{txt,text,md,markdown,rst,html,htm,xhtml,vtt,srt,eml,json,csv}' }];

export class CitingFeatures {
  readonly #host: CitingHost;
  readonly #library: DraftLibrary;

  constructor(host: CitingHost) {
    this.#host = host;
    this.#library = new DraftLibrary(host.workspace, host.documents);
    const { connection, troubles } = host;
    const guard = troubles.guard.bind(troubles);
    connection.onCompletion(({ textDocument: { uri }, position }, token) =>
      guard('completion', NOTHING, () => this.#complete(uri, position, token))(),
    );
    connection.onCompletionResolve((item) => guard('completion documentation', item, () => this.#document(item))());
    connection.onDocumentLinks(({ textDocument: { uri } }) => guard('document links', null, () => this.#links(uri))());
    connection.onReferences(({ textDocument: { uri }, position }, token) =>
      guard<[], Location[]>('references', [], () => this.#references(uri, position, token))(),
    );
    connection.onCodeLens(({ textDocument: { uri } }, token) => guard<[], CodeLens[]>('code lenses', [], () => this.#lenses(uri, token))());
    connection.onPrepareRename(({ textDocument: { uri }, position }) => this.#prepareRename(uri, position));
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) => this.#rename(uri, position, newName, token));
    connection.onRequest(CITE_REQUEST, (params: CiteParams, token: CancellationToken) =>
      guard<[], CiteResult>('cite', FAILED, () => this.#cite(params, token))(),
    );
    connection.onRequest(SOURCE_PLACE_REQUEST, (params: SourcePlaceParams) =>
      guard<[], SourcePlaceResult>('copy as citation', FAILED, () => this.#sourcePlace(params))(),
    );
    connection.onRequest(SOURCES_SECTION_REQUEST, ({ textDocument: { uri } }: SourcesSectionParams) =>
      guard<[], SourcesSectionResult>('list of sources', FAILED, () => this.#sourcesSection(uri))(),
    );
  }

  /** Asks for what concerns sources too, which the client does not keep open with the server. */
  start(): void {
    const { connection, troubles } = this.#host;
    const { registersReferences, registersCodeLenses } = this.#host.abilities();
    const options = { documentSelector: TEXT_FILES };
    const failed = (error: unknown) => troubles.log('The client does not ask for references in sources.', error);
    if (registersReferences) connection.client.register(ReferencesRequest.type, options).catch(failed);
    if (registersCodeLenses) connection.client.register(CodeLensRequest.type, options).catch(failed);
  }

  /** What is cited may have changed: lenses that are shown are asked for again. */
  draftsChanged(): void {
    if (this.#host.abilities().refreshesCodeLenses) this.#host.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  }

  async #complete(uri: string, position: Position, token: CancellationToken) {
    const document = this.#host.documents.get(uri);
    if (document === undefined) return NOTHING;
    const home = await this.#host.workspace.homeOf(uri).catch(() => null);
    const now = this.#host.documents.get(uri);
    if (home?.kind !== 'project' || now === undefined || token.isCancellationRequested) return NOTHING;
    const { corpus, generation } = home.project;
    return completeAt({
      uri,
      text: now.getText(),
      offset: now.offsetAt(position),
      draftPath: forward(home.path),
      corpus,
      marked: home.settings.citationMarks !== false,
      generation,
    });
  }

  async #document(item: CompletionItem): Promise<CompletionItem> {
    const uri = draftOf(item);
    const home = uri === null ? null : await this.#host.workspace.homeOf(uri).catch(() => null);
    return home?.kind === 'project' ? documented(item, home.project.corpus, home.project.generation) : item;
  }

  async #links(uri: string) {
    const home = await this.#host.workspace.homeOf(uri).catch(() => null);
    const draft = home?.kind === 'project' ? await this.#library.draft(uri) : null;
    if (home?.kind !== 'project' || draft === null) return null;
    const { corpus } = home.project;
    // Editors ask for links when a draft is opened, a good while before anybody types a citation.
    setImmediate(() => prepare(corpus));
    return citationLinks(draft, corpus);
  }

  async #references(uri: string, position: Position, token: CancellationToken): Promise<Location[]> {
    const home = await this.#host.workspace.homeOf(uri).catch(() => null);
    const cancelled = () => token.isCancellationRequested;
    if (home?.kind === 'project') {
      const draft = await this.#library.draft(uri);
      if (draft === null) return [];
      const documents = citedDocuments(citationsAt(draft.draft, draft.lines.offset(position)), draft.draft.path, home.project.corpus);
      const sources = new Map(documents.map((document) => [document, pathOfSource(document.source, home.project)]));
      return citingPlaces(await this.#library.citing((project) => sameDocuments(sources, home.project, project), cancelled));
    }
    const file = pathOf(uri);
    const found: FoundCitation[] = [];
    // A draft is checked against one corpus; a file may be a source of several.
    for (const project of file === null ? [] : this.#projectsWith(file)) {
      const place = sourcePlace(project, file ?? '', { start: position, end: position });
      if (place === null) continue;
      const documents = place.documents.length > 0 ? place.documents : (project.corpus.sources.get(place.source.id)?.documents ?? []);
      const citing = await this.#library.citing((other) => (other === project ? documents : []), cancelled);
      found.push(...citing.filter((one) => citesPlace(one, place, project.corpus)));
    }
    return citingPlaces(found);
  }

  async #lenses(uri: string, token: CancellationToken): Promise<CodeLens[]> {
    const file = pathOf(uri);
    if (file === null || !(await this.#host.settingsFor(this.#host.workspace.folderOf(file))).citationLenses) return [];
    await this.#host.workspace.homeOf(uri).catch(() => null);
    const lenses: CodeLens[] = [];
    for (const project of this.#projectsWith(file)) {
      const id = project.sourceAt(file) ?? '';
      const documents = project.corpus.sources.get(id)?.documents ?? [];
      const found = await this.#library.citing(
        (other) => (other === project ? documents : []),
        () => token.isCancellationRequested,
      );
      lenses.push(...citingLenses(found, id, uri, project.corpus));
    }
    return lenses;
  }

  /** Refusals reach the person as the error of the request, which is how editors show them. */
  async #prepareRename(uri: string, position: Position) {
    const { target } = await this.#renameTarget(uri, position);
    return { range: target.range, placeholder: target.document.citekey };
  }

  async #rename(uri: string, position: Position, typed: string, token: CancellationToken): Promise<WorkspaceEdit> {
    const { target, project } = await this.#renameTarget(uri, position);
    const name = granted(newCitekey(typed, target.document, project.corpus));
    const found = await this.#library.citing(
      (other) => (other === project ? [target.document] : []),
      () => token.isCancellationRequested,
    );
    const manifests = await manifestFiles(project.roots).catch((error: unknown) => {
      throw new ResponseError(LSPErrorCodes.RequestFailed, `corpus.json cannot be read (${String(error)}), so nothing was renamed.`);
    });
    const { createsFiles } = this.#host.abilities();
    return granted(renameEdit({ document: target.document, name, corpus: project.corpus, found, manifests, createsFiles }));
  }

  async #renameTarget(uri: string, position: Position) {
    const home = await this.#host.workspace.homeOf(uri);
    const draft = home.kind === 'project' ? await this.#library.draft(uri) : null;
    if (home.kind !== 'project' || draft === null)
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'A citekey is renamed from a draft that has sources.');
    const { project } = home;
    return { target: granted(renameTarget(draft.draft, draft.lines, draft.lines.offset(position), project.corpus)), project };
  }

  async #cite({ textDocument: { uri }, position, what, as, exactlyThere }: CiteParams, token: CancellationToken): Promise<CiteResult> {
    const checked = await this.#host.checked(uri, token);
    if (checked === null) return { ok: false, why: 'This is no draft that has sources.' };
    const { report, project, settings, lines, version } = checked;
    const draft = report.draft;
    const edits = cite({
      draft,
      offset: lines.offset(position),
      what,
      as,
      exactlyThere,
      style: settings.citationStyle,
      marking: markingOf(settings),
      corpus: project.corpus,
    });
    if (!edits.ok) return edits;
    const { at, newText, also } = edits.value;
    const further = also.map(({ span, newText: text }) => ({ range: lines.range(span), newText: text }));
    return { ok: true, version, position: lines.position(at), newText, also: further };
  }

  async #sourcePlace({ textDocument: { uri }, range }: SourcePlaceParams): Promise<SourcePlaceResult> {
    await this.#host.workspace.homeOf(uri).catch(() => null);
    const file = pathOf(uri);
    const [project] = file === null ? [] : this.#projectsWith(file);
    if (file === null || project === undefined) return { ok: false, why: 'This file is not among the sources of any draft.' };
    const place = sourcePlace(project, file, range);
    return place === null ? { ok: false, why: 'Words cannot be copied from this kind of file.' } : describedPlace(place, project.corpus);
  }

  async #sourcesSection(uri: string): Promise<SourcesSectionResult> {
    const home = await this.#host.workspace.homeOf(uri).catch(() => null);
    const draft = home?.kind === 'project' ? await this.#library.draft(uri) : null;
    if (home?.kind !== 'project' || draft === null) return { ok: false, why: 'This is no draft that has sources.' };
    // A style that the draft names is read, and Pandoc started with it, only where the person trusts the folder.
    const style = this.#host.abilities().trusted ? null : BUILT_IN_STYLE;
    const list = await sourcesSection(draft.draft, home.project.corpus, style);
    if (!list.ok) return { ok: false, why: `${capital(list.message)}. ${list.remedy}` };
    const { sources, unknown } = list;
    const edits = list.edits.map(({ span, newText }) => ({ range: draft.lines.range(span), newText }));
    return { ok: true, version: draft.version ?? 0, edits, sources, unknown };
  }

  /** The open corpora that have the file. */
  #projectsWith(file: string): readonly Project[] {
    return this.#host.projects().filter((project) => project.sourceAt(file) !== null);
  }
}

const FAILED = { ok: false, why: 'Something went wrong; the details are in the output.' } as const;

function sourcePlace(project: Project, file: string, range: SourcePlaceParams['range']): SourcePlace | null {
  const id = project.sourceAt(file);
  return id === null ? null : sourcePlaceAt(project.corpus, id, range);
}

function pathOfSource(id: string, { corpus }: Project): string {
  return corpus.sources.get(id)?.source.path ?? '';
}

/** The same publications in another corpus: those of the same files at the same places. */
function sameDocuments(documents: ReadonlyMap<CorpusDocument, string>, own: Project, other: Project): readonly CorpusDocument[] {
  if (own === other) return [...documents.keys()];
  return [...documents].flatMap(([document, file]) => {
    const id = other.sourceAt(file);
    const there = id === null ? [] : (other.corpus.sources.get(id)?.documents ?? []);
    return there.filter(({ ranges }) => ranges[0]?.start === document.ranges[0]?.start);
  });
}

function granted<T>(answer: Refusable<T>): T {
  if (!answer.ok) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.why);
  return answer.value;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function forward(file: string): string {
  return file.split(path.sep).join('/');
}
