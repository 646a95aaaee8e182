/** Completion of citations: what is offered, as the protocol's items, with documentation that is worked out when it is looked at. */
import { type CompletionItem, CompletionItemKind, type CompletionList, MarkupKind } from 'vscode-languageserver/node';
import type { Corpus } from '../../corpus/corpus.ts';
import { LineMap } from '../../text/lines.ts';
import { escapeMarkdown } from '../markdown.ts';
import { citingContext } from './context.ts';
import { describeDocument, describePassage } from './describing.ts';
import { type Offer, offersFor } from './offers.ts';

/** What stands before a citation's parts; an editor that offers nothing of itself in Markdown asks behind these. */
export const TRIGGERS = ['@', '(', '#', '^', '/'];

export const NOTHING: CompletionList = { isIncomplete: false, items: [] };

export interface CompletionRequest {
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
  /** Absolute, with forward slashes. */
  readonly draftPath: string;
  readonly corpus: Corpus;
  /** Whether what is written carries the mark of its words. */
  readonly marked: boolean;
  /** Of the corpus, so that documentation of a corpus that has changed is not given. */
  readonly generation: number;
}

/** What an item carries until it is resolved. */
interface ItemData {
  readonly uri: string;
  readonly generation: number;
  readonly about: Offer['about'];
}

const KINDS: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  passage: CompletionItemKind.Reference,
  document: CompletionItemKind.File,
  place: CompletionItemKind.Value,
  footnote: CompletionItemKind.Constant,
};

export function completeAt(request: CompletionRequest): CompletionList {
  const context = citingContext(request.text, request.offset);
  if (context === null) return NOTHING;
  const offers = offersFor({ ...request, context });
  const lines = new LineMap(request.text);
  const { uri, text, offset, generation } = request;
  const items = offers.map(
    (offer, rank): CompletionItem => ({
      label: offer.label,
      labelDetails: { detail: offer.suffix, description: offer.description },
      kind: KINDS[offer.kind],
      // The server has matched; whatever stands before the cursor must pass the editor's own filter, and keep this order.
      filterText: text.slice(offer.span.start, offset),
      sortText: String(rank).padStart(4, '0'),
      textEdit: { range: lines.range(offer.span), newText: offer.newText },
      ...(offer.also.length === 0
        ? {}
        : {
            additionalTextEdits: offer.also.map(({ span, newText }) => ({ range: lines.range(span), newText: lineEnded(newText, text) })),
          }),
      data: { uri, generation, about: offer.about } satisfies ItemData,
    }),
  );
  // Every further letter may bring in what the limit left out, and another order.
  return { isIncomplete: true, items };
}

/** The URI of the draft that an item was made for, or null for what is no item of ours. */
export function draftOf(item: CompletionItem): string | null {
  return dataOf(item)?.uri ?? null;
}

/** The item with its documentation, as far as the corpus still has what it is about. */
export function documented(item: CompletionItem, corpus: Corpus, generation: number): CompletionItem {
  const data = dataOf(item);
  if (data === null || data.generation !== generation) return item;
  const value = documentation(data.about, corpus);
  return value === null ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

function documentation(about: Offer['about'], corpus: Corpus): string | null {
  if ('words' in about) return escapeMarkdown(about.words);
  const document = corpus.documents.get(about.citekey);
  if (document === undefined) return null;
  const passage = about.passage === null ? corpus.passagesOf(about.citekey)[0] : corpus.passage(about.passage);
  const description = describeDocument(document, corpus);
  return passage == null ? description : `${description}\n\n${describePassage(passage, corpus)}`;
}

function dataOf({ data }: CompletionItem): ItemData | null {
  const given = data as Partial<ItemData> | null | undefined;
  return typeof given?.uri === 'string' && typeof given.about === 'object' && given.about !== null ? (given as ItemData) : null;
}

/** New lines as the draft ends its own. */
function lineEnded(newText: string, text: string): string {
  return text.includes('\r\n') ? newText.replace(/\r?\n/g, '\r\n') : newText;
}
