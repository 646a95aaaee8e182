import { window } from 'vscode';

export const name = window;
