/** The pages of the rules travel with the program, so that a link to them works without a network. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { uriOf } from './uris.ts';

/** The address of a rule's page, or null where the program was put together without it. */
export function rulePage(rule: string): string | null {
  const known = pages.get(rule) ?? { address: pageOf(rule) };
  pages.set(rule, known);
  return known.address;
}

/** Looked for once, for every finding of every check asks. */
const pages = new Map<string, { readonly address: string | null }>();

function pageOf(rule: string): string | null {
  const page = path.join(__dirname, '..', 'docs', 'rules', `${rule}.md`);
  return fs.existsSync(page) ? uriOf(page) : null;
}
