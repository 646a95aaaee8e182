/** References as CSL-JSON, which Pandoc, Zotero and every processor of the Citation Style Language read. */
import type { DocumentKind } from '../corpus/domain.ts';
import type { Contributor, Reference } from './reference.ts';

export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly ({ readonly family: string; readonly given: string } | { readonly literal: string })[];
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly genre?: string;
  readonly URL?: string;
  readonly DOI?: string;
}

interface CslKind {
  readonly type: string;
  /** Where the publisher is the name of what the document appeared in. */
  readonly container: boolean;
  readonly genre?: string;
}

const KINDS: Readonly<Record<DocumentKind, CslKind>> = {
  report: { type: 'report', container: false },
  news: { type: 'article-newspaper', container: true },
  academic: { type: 'article-journal', container: true },
  guidance: { type: 'webpage', container: true },
  blog: { type: 'post-weblog', container: true },
  comments: { type: 'post-weblog', container: true, genre: 'Readers’ comments' },
  forum: { type: 'post', container: true, genre: 'Forum thread' },
  transcript: { type: 'hearing', container: false, genre: 'Transcript' },
};

function cslItem(reference: Reference): CslItem {
  const { citekey, kind, title, authors, publisher, date, url, doi } = reference;
  const { type, container, genre } = KINDS[kind];
  const parts = date === null ? [] : [date.year, date.month, date.day];
  const known = parts.slice(0, Math.max(0, [...parts, null].indexOf(null))).flatMap((part) => part ?? []);
  return {
    id: citekey,
    type,
    title,
    ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
    ...(known.length === 0 ? {} : { issued: { 'date-parts': [known] as const } }),
    ...(publisher === null ? {} : container ? { 'container-title': publisher } : { publisher }),
    ...(genre === undefined ? {} : { genre }),
    ...(url === null ? {} : { URL: url }),
    ...(doi === null ? {} : { DOI: doi }),
  };
}

function cslName(one: Contributor): { family: string; given: string } | { literal: string } {
  return one.kind === 'person' ? { family: one.family, given: one.given } : { literal: one.name };
}

/** A CSL-JSON file. */
export function writeCsl(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(cslItem), null, 2)}\n`;
}
