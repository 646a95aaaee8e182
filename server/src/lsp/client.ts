/** What the client at the other end can do, read once from its first request. */
import type { InitializeParams } from 'vscode-languageserver/node';

export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly relativeWatchPatterns: boolean;
  readonly progress: boolean;
  readonly folders: boolean;
  readonly registersReferences: boolean;
  readonly registersCodeLenses: boolean;
  readonly refreshesCodeLenses: boolean;
  /** An edit of the client's may make files. */
  readonly createsFiles: boolean;
  /** The client renames files and tells of it. */
  readonly renames: boolean;
  /** The client puts the messages of findings above a hover, as VS Code does. */
  readonly findingsInHover: boolean;
  /** The person trusts the workspace; clients that know no such thing are trusted. */
  readonly trusted: boolean;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace, textDocument, window } = capabilities;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativeWatchPatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    progress: window?.workDoneProgress === true,
    folders: workspace?.workspaceFolders === true,
    registersReferences: textDocument?.references?.dynamicRegistration === true,
    registersCodeLenses: textDocument?.codeLens?.dynamicRegistration === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    renames: workspace?.fileOperations?.didRename === true,
    findingsInHover: option(initializationOptions, 'findingsInHover') === true,
    trusted: option(initializationOptions, 'trusted') !== false,
  };
}

/** What the client sent of its own accord; anything may stand there. */
function option(options: unknown, name: string): unknown {
  return typeof options === 'object' && options !== null ? (options as Readonly<Record<string, unknown>>)[name] : undefined;
}
