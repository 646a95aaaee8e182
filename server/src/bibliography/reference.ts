/** What a bibliography says of a document, whatever the format it is written in. */
import { authorNames, FAMILY_PARTICLES } from '../corpus/authors.ts';
import type { CorpusDocument, DocumentKind } from '../corpus/domain.ts';
import type { PartialDate } from '../text/types.ts';

/** A person in parts, or a body by its name. */
export type Contributor =
  | { readonly kind: 'person'; readonly family: string; readonly given: string }
  | { readonly kind: 'body'; readonly name: string };

export interface Reference {
  readonly citekey: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Empty where nobody is known who wrote it. */
  readonly authors: readonly Contributor[];
  readonly publisher: string | null;
  readonly date: PartialDate | null;
  readonly url: string | null;
  readonly doi: string | null;
}

/** Kinds that a body answers for, where no person is named as the author. */
const CORPORATE: ReadonlySet<DocumentKind> = new Set(['report', 'guidance', 'transcript']);

export function referenceOf(document: CorpusDocument): Reference {
  const { citekey, kind, date, url } = document;
  const publisher = named(document.publisher);
  const author = named(document.author);
  const body = CORPORATE.has(kind) && publisher !== null ? [{ kind: 'body', name: publisher } as const] : [];
  return {
    citekey,
    kind,
    title: named(document.title) ?? citekey,
    authors: author === null ? body : author === publisher ? [{ kind: 'body', name: author }] : contributors(author),
    publisher,
    date,
    url: named(url),
    doi: /(?:^doi:\s*|^https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/\S+)$/i.exec(url?.trim() ?? '')?.[1] ?? null,
  };
}

/** The authors of a line; what is no name of a person is a body's. */
export function contributors(written: string): readonly Contributor[] {
  return authorNames(written).map(contributor);
}

function contributor(name: string): Contributor {
  const words = name.replace(/^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Rev)\.?\s+/u, '').split(/\s+/);
  const isName = (word: string): boolean => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || FAMILY_PARTICLES.has(word.toLowerCase());
  if (words.length < 2 || words.length > 5 || /^the$/i.test(words[0] ?? '') || !words.every(isName)) return { kind: 'body', name };
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && FAMILY_PARTICLES.has(word));
  const cut = particle > 0 ? particle : words.length - 1;
  return { kind: 'person', family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') };
}

/** On one line; null for nothing. */
function named(words: string | null): string | null {
  const plain = (words ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return plain === '' ? null : plain;
}
