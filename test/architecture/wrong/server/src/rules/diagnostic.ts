import type { Diagnostic } from 'vscode-languageserver';

export type Shown = Diagnostic;
