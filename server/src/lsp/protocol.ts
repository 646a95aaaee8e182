/**
 * The server's own messages beyond the Language Server Protocol, as names and plain shapes: the editor's side imports
 * them too, so nothing here may import anything. Positions and ranges are the protocol's (0-based, UTF-16).
 */

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

/** Request, client → server: the passages that bear best on the sentence at a position. Answer: `PassagesResult`. */
export const PASSAGES_REQUEST = 'corroborate/passages';

export interface PassagesParams {
  readonly textDocument: { readonly uri: string };
  readonly position: WirePosition;
  /** What a person has typed to find a passage: words of it, of its document's title, or of its speaker. */
  readonly query?: string;
  /** Words that were cited lately, newest first; those that are still there are among the answer. */
  readonly recent?: readonly CitedWords[];
}

/** Words of a source by what they are, so that they are found again where the file has changed. */
export interface CitedWords {
  readonly citekey: string;
  /** Exactly as in the source's text, line breaks included. */
  readonly words: string;
  /** Where they began in the source's text; tells the same words at several places apart. */
  readonly start: number;
}

/** One passage that could be cited. */
export interface CitablePassage {
  /** Where `quote` begins in the source's text. */
  readonly start: number;
  /** The source's exact words. */
  readonly quote: string;
  readonly title: string;
  readonly publisher: string | null;
  /** `27 October 2014`, `October 2014`, `2014`, or null. */
  readonly date: string | null;
  readonly kind: string;
  readonly citekey: string;
  /** In words: `stated`, `said by …`, `comment by …`. */
  readonly standing: string;
  /** Why it is offered: it goes with the sentence, was cited lately, or matches what was typed. */
  readonly because: 'sentence' | 'recent' | 'query';
  /** How it bears on the sentence, where the checker found that it does. */
  readonly stance: 'supports' | 'contradicts' | null;
  readonly uri: string;
  readonly range: WireRange;
  /** The place in words (`line 7`, `page 3`), where the file has names for places. */
  readonly place: string | null;
  /** Put the citation into the draft: a link or a citekey, or a footnote's marker and its definition. None without a sentence. */
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
}

export interface PassagesResult {
  /** The draft's words that the passages were ranked for; null where the position is in no sentence. */
  readonly sentence: string | null;
  /** Version of the draft that the edits fit. */
  readonly version: number;
  readonly passages: readonly CitablePassage[];
}

/** Request, client → server: what to write into a draft to cite, or to quote and cite, words of a source. Answer: `CiteResult`. */
export const CITE_REQUEST = 'corroborate/cite';

export interface CiteParams {
  readonly textDocument: { readonly uri: string };
  readonly position: WirePosition;
  readonly what: CitedWords;
  /** `quote`: the exact words in quotation marks with their speaker; `cite`: the citation alone. */
  readonly as: 'cite' | 'quote';
  /** Whether the text must go where the position is, for pasting; else a quotation goes behind a sentence that the position is in. */
  readonly exactlyThere: boolean;
}

export type CiteResult =
  | {
      readonly ok: true;
      readonly version: number;
      /** Where the text goes. */
      readonly position: WirePosition;
      readonly newText: string;
      /** What belongs to it elsewhere: a footnote's definition. */
      readonly also: readonly { readonly range: WireRange; readonly newText: string }[];
    }
  | { readonly ok: false; readonly why: string };

/** Request, client → server: what a selection in a source is, to be cited. Answer: `SourcePlaceResult`. */
export const SOURCE_PLACE_REQUEST = 'corroborate/sourcePlace';

export interface SourcePlaceParams {
  readonly textDocument: { readonly uri: string };
  /** Where nothing is selected, the sentence at the place is meant. */
  readonly range: WireRange;
}

export type SourcePlaceResult =
  | {
      readonly ok: true;
      readonly what: CitedWords;
      readonly title: string;
      /** For pasting where no draft is: `Title, Publisher, 27 October 2014, line 12`, and with the words before it. */
      readonly plain: { readonly cite: string; readonly quote: string };
    }
  | { readonly ok: false; readonly why: string };

/** Request, client → server: the edits that write a draft's list of sources or bring it up to date. Answer: `SourcesSectionResult`. */
export const SOURCES_SECTION_REQUEST = 'corroborate/sourcesSection';

export interface SourcesSectionParams {
  readonly textDocument: { readonly uri: string };
}

export type SourcesSectionResult =
  | {
      readonly ok: true;
      readonly version: number;
      /** None where the list is as it should be. */
      readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
      readonly sources: number;
      /** Citations that lead to no source, and are left out. */
      readonly unknown: number;
    }
  | { readonly ok: false; readonly why: string };

/** Command of a code lens, run by the client: shows places. Arguments: uri, position, locations. */
export const SHOW_REFERENCES_COMMAND = 'corroborate.showReferences';

/** Request, client → server: what the status is now. No parameters. Answer: `ServerStatus`. */
export const STATUS_REQUEST = 'corroborate/status';
/** Notification, server → client: the status changed. Parameters: `ServerStatus`. */
export const STATUS_NOTIFICATION = 'corroborate/statusChanged';

/** What became of one open draft. */
export type DraftStatus =
  | { readonly uri: string; readonly state: 'waiting' }
  | {
      readonly uri: string;
      readonly state: 'checked';
      /** Of the text that was checked to the end last; the draft may have changed since. */
      readonly version: number;
      readonly claims: number;
      readonly findings: number;
      readonly sources: readonly string[];
    }
  | { readonly uri: string; readonly state: 'no-sources' }
  | { readonly uri: string; readonly state: 'is-source' }
  | { readonly uri: string; readonly state: 'not-a-draft' }
  | { readonly uri: string; readonly state: 'failed'; readonly message: string };

/** One corpus that the server holds. Paths are absolute. */
export interface CorpusStatus {
  readonly roots: readonly string[];
  readonly state: 'indexing' | 'ready' | 'failed';
  /** What failed, in words; empty otherwise. */
  readonly message: string;
  /** How the search server stands that finds its passages, in words; null where none is asked. */
  readonly searchServer: string | null;
  readonly sources: number;
  readonly documents: number;
  readonly passages: number;
  /** What a person should know of its sources: left out, or read with doubt. */
  readonly problems: readonly {
    readonly source: string;
    readonly line: number | null;
    readonly message: string;
    readonly remedy: string;
  }[];
}

export interface ServerStatus {
  readonly corpora: readonly CorpusStatus[];
  readonly drafts: readonly DraftStatus[];
  /** What went wrong lately in words, newest last. */
  readonly troubles: readonly string[];
}

/**
 * Request, client → server: remove all indexes that are kept of large corpora, on this machine; those of open corpora are
 * built again. No parameters. Answer: `ClearedIndexes`.
 */
export const CLEAR_INDEXES_REQUEST = 'corroborate/clearIndexes';

export interface ClearedIndexes {
  readonly indexes: number;
  readonly bytes: number;
}

/** Notification, client → server: which part of a draft the person sees, so that it is checked first. Clients that never say are served too. */
export const LOOKING_NOTIFICATION = 'corroborate/looking';

export interface LookingParams {
  readonly uri: string;
  /** A line in the middle of what is seen, from 0. */
  readonly line: number;
}

/** Request, client → server: read the sources anew. No parameters, no answer. */
export const RELOAD_REQUEST = 'corroborate/reload';
