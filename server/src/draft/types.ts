/** A draft as values: sentences with their exact places, what is worth checking, quotations and citations. */
import type { Fingerprint } from '../text/fingerprint.ts';
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
      /** As written, percent-encoded: a comma that parts the first words from the last is not one of the words. */
      readonly textFragment: string | null;
      /** The mark of the cited words, in citations that the program wrote. */
      readonly words: Fingerprint | null;
    }
  | {
      readonly kind: 'citekey';
      readonly citekey: string;
      /** `p. 3`, `ll. 12-14`, or null. */
      readonly locator: string | null;
      /** What stands before and behind in the bracket ("see", "and elsewhere"), or null. */
      readonly prefix: string | null;
      readonly suffix: string | null;
      /** `[-@key]`, where the sentence names the author itself. */
      readonly authorSuppressed: boolean;
      readonly words: Fingerprint | null;
    }
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
  /** Where a Pandoc citation's parts stand; null for every other form, and where a footnote's definition holds it. */
  readonly pandoc: PandocPlace | null;
}

/** The parts of a Pandoc citation in the draft. */
export interface PandocPlace {
  /** The whole bracket; of a citation in the sentence (`@key [p. 3]`) from the at sign to its bracket's end. */
  readonly group: DraftSpan;
  /** The comment with the marks of the cited words, directly behind the bracket; null where there is none. */
  readonly marks: DraftSpan | null;
  /** What is said of this citekey: in a bracket from one semicolon to the next, without the spaces around. */
  readonly item: DraftSpan;
  /** False for a citation that is part of the sentence. */
  readonly bracketed: boolean;
  /** Which of the bracket's citations it is, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
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
  /** The words that name its speaker behind a dash after it ("— Kate Wills, 2014"), or null. */
  readonly attributedTo: string | null;
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
  /** Nothing of the draft was read because of it. */
  readonly unread?: true;
  /** Words that were meant to be read were not, because of it. */
  readonly hides?: true;
}

export interface Draft {
  /** As the caller names it. */
  readonly path: string;
  readonly text: string;
  readonly sentences: readonly DraftSentence[];
  /** Citations that stand in no sentence, and footnote definitions nobody uses, are here too. */
  readonly citations: readonly Citation[];
  /** Ignore directives (`<!-- corroborate-disable-next-line rule -->`): the rules they silence (null for all), where, and the comment itself. */
  readonly ignores: readonly {
    readonly span: DraftSpan;
    readonly comment: DraftSpan;
    readonly rules: readonly string[] | null;
    readonly reason: string | null;
  }[];
  readonly problems: readonly DraftProblem[];
  readonly frontMatter: Readonly<Record<string, unknown>>;
}
