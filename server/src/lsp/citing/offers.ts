/** What completion offers for each thing that a person may be writing: the text to put in, and what it stands for. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, Passage } from '../../corpus/domain.ts';
import { placeInWords } from '../../corpus/places.ts';
import { insertCitation } from '../../draft/citation-style.ts';
import {
  type CitedPlace,
  citationAddress,
  type PlaceInSource,
  pandocItem,
  pandocKey,
  pandocLocator,
  placeFragment,
} from '../../draft/citation-text.ts';
import { parseDraft } from '../../draft/parse.ts';
import { resolvePath } from '../../draft/paths.ts';
import type { Draft, DraftSpan } from '../../draft/types.ts';
import { wordsComment, wordsQuery } from '../../draft/words-mark.ts';
import { onOneLine } from '../../rules/wording.ts';
import { citedPlace, type Marking, placeInSource } from '../../verify/citations/place.ts';
import { resolveCitation } from '../../verify/citations/resolve.ts';
import { markBeside, markWords } from '../../verify/citations/words.ts';
import { markBehind } from './bracket.ts';
import { bestOfEach, matchingDocuments, passagesFor } from './candidates.ts';
import type { CitingContext } from './context.ts';
import { sentenceNear } from './near.ts';

/** One thing to put in. `about` says what its documentation is made of, later and only where it is asked for. */
export interface Offer {
  readonly span: DraftSpan;
  readonly newText: string;
  /** Further edits elsewhere: a footnote's definition. */
  readonly also: readonly { readonly span: DraftSpan; readonly newText: string }[];
  readonly label: string;
  /** Behind the label: the place. */
  readonly suffix: string;
  /** At the right: whose it is and when. */
  readonly description: string;
  readonly kind: 'passage' | 'document' | 'place' | 'footnote';
  readonly about: { readonly citekey: string; readonly passage: number | null } | { readonly words: string };
}

/** Documents in a list; who wants another one types more letters. */
const MOST = 60;
/** Passages for the sentence that stand before the documents. */
const MOST_PASSAGES = 6;
const LONGEST_LABEL = 70;

export interface OfferRequest {
  readonly context: CitingContext;
  readonly text: string;
  readonly offset: number;
  /** Absolute, with forward slashes. */
  readonly draftPath: string;
  readonly corpus: Corpus;
  /** Whether what is written carries the mark of its words. */
  readonly marked: boolean;
}

/** What can be put in at the place, best first. */
export function offersFor(request: OfferRequest): readonly Offer[] {
  const { context } = request;
  switch (context.kind) {
    case 'locator':
      return placeOffers(request, [context.citekey], (place) => {
        const { behind, also } = markBehind(request.text, context.span, place.words);
        return { newText: pandocLocator(place), behind, also };
      });
    case 'place':
      return placeOffers(request, citekeysAt(context.path, request), (place) => ({
        newText: placeFragment(place).slice(1),
        behind: '',
        also: [{ span: context.query, newText: wordsQuery(place.words) }],
      }));
    case 'footnote':
      return [...footnoteOffers(request, context), ...citeOffers(request, context)];
    default:
      return citeOffers(request, context);
  }
}

type CiteContext = Exclude<CitingContext, { kind: 'locator' | 'place' }>;

/** The passages that go with the sentence, then all documents that match. */
function citeOffers({ context: _, ...request }: OfferRequest, context: CiteContext): readonly Offer[] {
  const { corpus, text, offset, marked } = request;
  const near = passagesFor(sentenceNear(text, offset), corpus);
  const typed = context.kind === 'path' ? typedPath(context.typed) : context.typed;
  const preferred = bestOfEach(near);
  const citekeys = preferred.map(({ citekey }) => citekey);
  const path = context.kind === 'path' && context.typed.includes('/') ? resolvePath(request.draftPath, decodedPath(context.typed)) : null;
  const documents = matchingDocuments(typed, citekeys, corpus, MOST, path);
  const matching = new Set(documents.map(({ citekey }) => citekey));
  const writer = writerOf(request, context);
  const passages = preferred.filter(({ citekey }) => matching.has(citekey)).slice(0, MOST_PASSAGES);
  return [
    ...passages.flatMap((passage) => {
      const place = citedPlace(passage, corpus, markingOf(marked));
      return place === null ? [] : [writer(place, passage)];
    }),
    ...documents.flatMap((document) => {
      const place = documentPlace(document, corpus);
      return place === null ? [] : [writer(place, null)];
    }),
  ];
}

type Writer = (place: CitedPlace, passage: Passage | null) => Offer;

function writerOf({ corpus, draftPath, text, offset }: Omit<OfferRequest, 'context'>, context: CiteContext): Writer {
  const whole = context.kind === 'path' ? context.whole : context.span;
  const described = (place: CitedPlace, passage: Passage | null) => ({
    also: [] as Offer['also'],
    suffix: passage === null ? '' : placeSuffix(passage, corpus),
    description: [place.publisher ?? place.author, place.year].filter((part) => part !== null).join(', '),
    kind: passage === null ? ('document' as const) : ('passage' as const),
    about: { citekey: place.citekey, passage: passage?.id ?? null },
  });
  const titled = (place: CitedPlace) => shortened(onOneLine(place.title) || place.citekey);
  switch (context.kind) {
    case 'citekey':
      return (place, passage) => {
        const item = pandocItem(passage === null ? { ...place, ...WHOLE } : place, !context.bracketed).slice(1);
        const key = pandocKey(place.citekey);
        const newText = context.braced && !key.startsWith('{') ? `{${key}}${item.slice(key.length)}` : item;
        const offer = { ...described(place, passage), span: context.span, label: place.citekey };
        if (passage === null) return { ...offer, newText };
        // A citation in the sentence has a bracket of its own, as far as it names a place.
        if (!context.bracketed) return { ...offer, newText: newText.endsWith(']') ? newText + wordsComment([place.words]) : newText };
        const { behind, also } = markBehind(text, context.span, place.words);
        return { ...offer, also, newText: newText + behind };
      };
    case 'path':
      return (place, passage) => ({
        ...described(place, passage),
        span: whole,
        newText: citationAddress(draftPath, place),
        label: titled(place),
      });
    case 'footnote':
    case 'definition': {
      const draft: Draft = { ...parseDraft(draftPath, ''), text };
      return (place, passage) => {
        const { label, definition, at } = newFootnote(draft, place, offset);
        const about = { ...described(place, passage), label: titled(place), span: context.span };
        if (context.kind === 'definition') return { ...about, newText: definition.trim().replace(/^\[\^[^\]]*\]:\s*/, '') };
        return { ...about, newText: `${label}]`, also: [{ span: { start: at, end: at }, newText: definition }] };
      };
    }
  }
}

/** A new footnote as a fix would write it. */
function newFootnote(draft: Draft, place: CitedPlace, offset: number): { label: string; definition: string; at: number } {
  const [marker, definition] = insertCitation({ span: { start: offset, end: offset } }, draft, place, 'footnote');
  const label = marker?.newText.slice(2, -1) ?? place.citekey;
  return { label, definition: definition?.newText ?? '', at: definition?.span.start ?? draft.text.length };
}

/** In a longer source the places with the same words are not counted: a list must be there as one types. */
const LONGEST_COUNTED = 100_000;

function markingOf(marked: boolean): Marking {
  return (source, span) => (!marked ? null : (source.text.length > LONGEST_COUNTED ? markBeside : markWords)(source, span));
}

const WHOLE: PlaceInSource = { lines: null, page: null, paragraph: null, textFragment: null, words: null };

/** A whole document: its file, and where the file holds several, the document's own lines or page. */
function documentPlace(document: CorpusDocument, corpus: Corpus): CitedPlace | null {
  const first = document.ranges[0];
  const last = document.ranges.at(-1);
  const alone = corpus.sources.get(document.source)?.documents.length === 1;
  const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const place = citedPlace({ citekey: document.citekey, source: document.source, span }, corpus, () => null);
  if (place === null) return null;
  return alone ? { ...place, ...WHOLE } : place;
}

/** Places of the documents: those that go with the sentence, then all in their order. */
function placeOffers(
  { text, offset, corpus, marked, context: { typed, span } }: OfferRequest,
  citekeys: readonly string[],
  write: (place: CitedPlace) => Pick<Offer, 'newText' | 'also'> & { readonly behind: string },
): readonly Offer[] {
  const wanted = new Set(citekeys);
  if (wanted.size === 0) return [];
  const near = passagesFor(sentenceNear(text, offset), corpus, 400).filter(({ citekey }) => wanted.has(citekey));
  const offers = new Map<string, Offer>();
  const add = (passage: Passage) => {
    const place = citedPlace(passage, corpus, markingOf(marked));
    if (place === null) return;
    const { newText, behind, also } = write(place);
    if (newText === '' || offers.has(newText) || !startsAlike(newText, typed)) return;
    const words = shortened(onOneLine(passage.text));
    const about = { citekey: passage.citekey, passage: passage.id };
    offers.set(newText, { span, newText: newText + behind, also, label: newText, suffix: '', description: words, kind: 'place', about });
  };
  for (const passage of near.slice(0, MOST_PASSAGES)) add(passage);
  for (const citekey of citekeys) {
    for (const passage of corpus.passagesOf(citekey)) {
      if (offers.size >= MOST) return [...offers.values()];
      add(passage);
    }
  }
  return [...offers.values()];
}

/** `12`, `l12`, `L. 12` all begin `L12` and `l. 12`. */
function startsAlike(place: string, typed: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const [have, wanted] = [bare(place), bare(typed)];
  return have.startsWith(wanted) || have.replace(/^\p{L}+/u, '').startsWith(wanted);
}

/** The documents of the file that a link being written leads to. */
function citekeysAt(path: string, { draftPath, corpus }: OfferRequest): readonly string[] {
  const [citation] = parseDraft(draftPath, `[x](<${path}#L1>)`).citations;
  if (citation === undefined) return [];
  const resolution = resolveCitation(citation, draftPath, corpus);
  if (resolution.kind !== 'found') return [];
  return (corpus.sources.get(resolution.source)?.documents ?? []).map(({ citekey }) => citekey);
}

const FOOTNOTES = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/gm;

/** The footnotes that the draft has already. */
function footnoteOffers({ text }: OfferRequest, { typed, span }: CitingContext): readonly Offer[] {
  return [...text.matchAll(FOOTNOTES)].flatMap(([, label = '', words = '']): readonly Offer[] => {
    if (!label.toLowerCase().includes(typed.toLowerCase())) return [];
    const description = shortened(onOneLine(words.replace(/\]\([^()]*\)/g, ']').replace(/[[\]]/g, '')));
    return [{ span, newText: `${label}]`, also: [], label, suffix: '', description, kind: 'footnote', about: { words: words.trim() } }];
  });
}

/** What of a path names something: no folder, no percent signs. */
function typedPath(typed: string): string {
  const last = decodedPath(typed);
  return last.slice(last.lastIndexOf('/') + 1).replace(/^\.+$/, '');
}

function decodedPath(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    return typed;
  }
}

function placeSuffix(passage: Passage, corpus: Corpus): string {
  const { lines, page } = placeInSource(passage, corpus, () => null);
  const line = corpus.lineOf(passage.source, passage.span.start);
  const words = lines === null && page === null ? null : placeInWords(corpus.sources.get(passage.source)?.source, { ...passage, line });
  return words === null ? '' : `, ${words}`;
}

function shortened(words: string): string {
  return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : words;
}
