/** A draft as values: sentences with their exact places, what is worth checking, quotations and citations. */
import type { Span } from '../text/span.ts';

/** A place in the draft as read: UTF-16 offsets, 0-based. */
export type DraftSpan = Span<'draft'>;

/** Why a sentence is not checked. */
export type UncheckedWhy = 'heading' | 'question' | 'norm' | 'opinion' | 'meta' | 'definition' | 'fragment' | 'not-prose' | 'ignored';

export type Checkable = { readonly check: true } | { readonly check: false; readonly why: UncheckedWhy };

/** Where a citation leads. Lines are 1-based and inclusive. */
export type CitationTarget =
  | {
      readonly kind: 'path';
      readonly path: string;
      readonly lines: readonly [number, number] | null;
      readonly page: number | null;
      readonly textFragment: string | null;
    }
  | { readonly kind: 'citekey'; readonly citekey: string; readonly locator: string | null }
  | { readonly kind: 'missing-footnote'; readonly label: string };

/** One citation: `span` is what a diagnostic underlines (the whole link, the footnote's marker, the citekey with its at sign). */
export interface Citation {
  readonly form: 'link' | 'footnote' | 'reference' | 'pandoc';
  readonly span: DraftSpan;
  /** The span of the target itself (link destination, citekey), for fixes; in a footnote it stands in the definition. */
  readonly targetSpan: DraftSpan;
  /** What the reader sees: link text or footnote label. */
  readonly label: string;
  readonly target: CitationTarget;
  /** The title of the link (`[…](… "title")`), or null. */
  readonly title: string | null;
}

/** Words that the draft puts in quotation marks, or a block quotation. */
export interface DraftQuotation {
  /** With the marks. */
  readonly span: DraftSpan;
  readonly inner: DraftSpan;
  /** The inner words as plain text. */
  readonly text: string;
  /** `origin[i]` is the draft offset of `text[i]`, also where the quotation runs on into later sentences. */
  readonly origin: Uint32Array;
  /** Where it stands, marks included, in the plain text of the sentence that it (first) stands in. */
  readonly plain: Span<'text'>;
  readonly kind: 'inline' | 'block';
}

/** One sentence. `text` is what a reader sees (markup and citations taken out); `origin[i]` is the draft offset of text[i]. */
export interface DraftSentence {
  readonly span: DraftSpan;
  readonly text: string;
  readonly origin: Uint32Array;
  readonly place: 'paragraph' | 'list-item' | 'blockquote' | 'heading' | 'table-cell' | 'footnote' | 'comment';
  /** Ordinal of the block it stands in; sentences of one block belong together. */
  readonly block: number;
  readonly checkable: Checkable;
  readonly citations: readonly Citation[];
  readonly quotations: readonly DraftQuotation[];
}

export interface DraftProblem {
  readonly span: DraftSpan;
  readonly message: string;
}

export interface Draft {
  /** As the caller names it. */
  readonly path: string;
  readonly text: string;
  readonly sentences: readonly DraftSentence[];
  /** Citations that stand in no sentence, and footnote definitions nobody uses, are here too. */
  readonly citations: readonly Citation[];
  /** Ignore directives (`<!-- corroborate-disable-next-line rule -->`): the rules they silence and where; null for all rules. */
  readonly ignores: readonly { readonly span: DraftSpan; readonly rules: readonly string[] | null; readonly reason: string | null }[];
  readonly problems: readonly DraftProblem[];
  readonly frontMatter: Readonly<Record<string, unknown>>;
}
