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
}

/** One passage that could be cited. */
export interface CitablePassage {
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
  /** How it bears on the sentence, where the checker found that it does. */
  readonly stance: 'supports' | 'contradicts' | null;
  readonly uri: string;
  readonly range: WireRange;
  /** The place in words (`line 7`, `page 3`), where the file has names for places. */
  readonly place: string | null;
  /** Put the citation into the draft: a link or a citekey, or a footnote's marker and its definition. */
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
}

export interface PassagesResult {
  /** The draft's words that the passages were ranked for; null where the position is in no sentence. */
  readonly sentence: string | null;
  /** Version of the draft that the edits fit. */
  readonly version: number;
  readonly passages: readonly CitablePassage[];
}

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

/** Request, client → server: read the sources anew. No parameters, no answer. */
export const RELOAD_REQUEST = 'corroborate/reload';
