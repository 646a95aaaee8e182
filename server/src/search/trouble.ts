/** What can be wrong with a search server, in words that go on from "because". */
export type TroubleKind =
  /** Nobody answers, or not in time. */
  | 'away'
  /** It asks to be left alone for a while, and went on asking. */
  | 'busy'
  | 'certificate'
  /** It wants another user or password, or does not let this one do it. */
  | 'refused'
  /** The index is not there (any more). */
  | 'gone'
  /** Somebody else writes to the index just now. */
  | 'contested'
  /** The index is of another layout or holds other sources than are asked about. */
  | 'other'
  /** A part of what was sent was not taken. */
  | 'part'
  /** It answered what a search server does not answer. */
  | 'strange';

export class SearchTrouble extends Error {
  override readonly name = 'SearchTrouble';
  readonly kind: TroubleKind;
  /** Milliseconds that the server asked to be left alone for. */
  readonly retryAfter: number;

  constructor(kind: TroubleKind, message: string, retryAfter = 0) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}
