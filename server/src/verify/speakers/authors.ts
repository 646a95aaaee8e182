/**
 * The authors of a paper or a blog are the speakers of what it states: whether a draft that names "Hale et al.", "Lind and
 * colleagues" or "the Harbourne investigators" means the authors of one document, or surely those of another.
 */
import { authorNames } from '../../corpus/authors.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, DocumentKind } from '../../corpus/domain.ts';
import { stem } from '../../text/stem.ts';
import { describe } from './description.ts';
import { type Identity, identityOf } from './identity.ts';
import type { Party } from './party.ts';

/** Kinds whose own voice is that of the people who are named as their authors. */
const AUTHORED: ReadonlySet<DocumentKind> = new Set(['academic', 'blog']);
/** What authors are called for what they wrote or did, and what their writing is called. */
const WRITERS: ReadonlySet<string> = new Set(
  'author co-author writer investigator researcher reviewer trialist team group scientist academic blogger paper study trial article review report analysis evaluation experiment survey blog post'
    .split(' ')
    .map(stem),
);
/** So many sentences of a document say where it was done and by whom. */
const OPENING = 12;
/** Documents with more passages are not read for a word. */
const LONGEST = 3000;

/** The authors in whose voice a document speaks, as it lists them; null where it has none, or speaks for a body. */
export function voiceOfAuthors(citekey: string, corpus: Corpus): string | null {
  const document = corpus.documents.get(citekey);
  return document !== undefined && AUTHORED.has(document.kind) ? document.author : null;
}

/** Whether `phrase`, by which a draft calls a speaker, means the authors of the document. */
export function meansAuthors(phrase: string, party: Party, citekey: string, corpus: Corpus): Identity {
  const document = corpus.documents.get(citekey);
  const authors = document === undefined ? [] : authorNames(document.author ?? '');
  if (document === undefined || authors.length === 0) return 'unsure';
  const words = new Set(phrase.match(/\p{L}[\p{L}’'-]*\p{L}/gu)?.map((word) => word.replace(/['’]s$/, '')) ?? []);
  if (authors.some((name) => words.has(surnameOf(name)))) return 'same';
  const others = [...corpus.documents.values()].filter((other) => other.author !== null && AUTHORED.has(other.kind));
  const rivals = others.filter((other) => authorNames(other.author ?? '').some((name) => words.has(surnameOf(name))));
  if (rivals.length > 0) return 'different';
  const called = describe(phrase);
  if (called !== null && WRITERS.has(called.head)) return describedAs([...called.modifiers, ...called.of], document, corpus);
  const { name } = party;
  const known = name !== null && corpus.gazetteer.lookup(name).some(({ kind }) => kind === 'person');
  return name !== null &&
    known &&
    !isNamedIn(name, citekey, corpus) &&
    authors.every((author) => identityOf(name, author, corpus) === 'different')
    ? 'different'
    : 'unsure';
}

/** Whether a document names the person at all: it may give their words without saying so just there. */
function isNamedIn(name: string, citekey: string, corpus: Corpus): boolean {
  const passages = corpus.passagesOf(citekey);
  return passages.length > LONGEST || passages.some(({ text }) => text.includes(surnameOf(name)));
}

/** The documents, of all that have authors, whose authors the phrase may mean. */
export function writtenBy(phrase: string, party: Party, corpus: Corpus): readonly CorpusDocument[] {
  return [...corpus.documents.values()].filter(
    (one) => voiceOfAuthors(one.citekey, corpus) !== null && meansAuthors(phrase, party, one.citekey, corpus) !== 'different',
  );
}

/** "The Harbourne investigators", "the authors of the review": by words that one document alone has at its head, or none. */
function describedAs(words: readonly string[], document: CorpusDocument, corpus: Corpus): Identity {
  const telling = words.filter((word) => !WRITERS.has(word));
  if (telling.length === 0) return 'unsure';
  const own = stemsOf(document, corpus, LONGEST);
  if (own === null || telling.some((word) => own.has(word))) return 'unsure';
  const elsewhere = [...corpus.documents.values()].some((other) => {
    if (other.citekey === document.citekey || other.author === null || !AUTHORED.has(other.kind)) return false;
    const opening = stemsOf(other, corpus, OPENING);
    return opening !== null && telling.every((word) => opening.has(word));
  });
  return elsewhere ? 'different' : 'unsure';
}

/** The words of a document's key, title and first passages; null where it is too long to be read through. */
function stemsOf(document: CorpusDocument, corpus: Corpus, passages: number): ReadonlySet<string> | null {
  const all = corpus.passagesOf(document.citekey);
  if (all.length > LONGEST) return null;
  const texts = [document.citekey.replaceAll('-', ' '), document.title, ...all.slice(0, passages).map(({ text }) => text)];
  return new Set(
    texts.flatMap((text) => text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []).map((word) => stem(word.replace(/['’]s$/, ''))),
  );
}

function surnameOf(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}
