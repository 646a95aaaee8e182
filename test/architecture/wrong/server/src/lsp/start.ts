import { createConnection } from 'vscode-languageserver/node';

export const start = createConnection;
