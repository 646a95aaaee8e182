/** A verdict with everything that explains it, as data; messages, hovers and reports are made from it. */
import type { Passage, PassageStanding, SourceSpan, StandingKind } from '../corpus/domain.ts';
import type { DraftQuotation, DraftSentence } from '../draft/types.ts';
import type { Span } from '../text/span.ts';

export type Verdict = 'supported' | 'contradicted' | 'disputed' | 'unsupported';
export type Stance = 'supports' | 'contradicts';

/** How a word of the claim is carried by a word of the passage. */
export type MatchHow = 'exact' | 'inflected' | 'derived' | 'synonym' | 'alias' | 'number-equal' | 'date-equal' | 'context';

export interface WordMatch {
  readonly claim: Span<'text'>;
  readonly passage: Span<'text'>;
  readonly how: MatchHow;
}

export type ClashKind =
  | 'number'
  | 'amount'
  | 'date'
  | 'name'
  | 'role'
  | 'place'
  | 'negation'
  | 'outcome'
  | 'order'
  | 'comparison'
  | 'agent-swap'
  | 'quantifier';

/** Where claim and passage cannot both hold: the claim's words, and the passage's words that stand in their place. */
export interface Clash {
  readonly kind: ClashKind;
  readonly claim: Span<'text'>;
  readonly passage: Span<'text'>;
  /** The passage's own words under that span. */
  readonly words: string;
  /** The passage's value in words fit to replace the claim's, where that is sure; else null. */
  readonly replacement: string | null;
}

/** Why claim and passage are held to be about the same thing (or not): shown to the reader, tested on its own. */
export interface SameThing {
  readonly same: boolean;
  readonly score: number;
  readonly because: string;
}

/** One passage (with the neighbours it was read with) that bears on a claim. */
export interface Evidence {
  readonly passage: number;
  readonly citekey: string;
  readonly source: string;
  readonly span: SourceSpan;
  /** 1-based line of the span's start. */
  readonly line: number;
  /** The source's exact words under `span`. */
  readonly quote: string;
  readonly standing: StandingKind;
  readonly speaker: string | null;
  readonly stance: Stance;
  readonly score: number;
}

/** What was found for one part (clause) of a claim. Spans count in the sentence's plain text. */
export interface PartReason {
  readonly span: Span<'text'>;
  readonly verdict: Verdict;
  readonly matched: readonly WordMatch[];
  readonly clashes: readonly Clash[];
  /** Words of the claim that no passage carries. */
  readonly missing: readonly Span<'text'>[];
  readonly sameThing: SameThing | null;
  /** Of a part that nothing supports: the passage that comes closest, which lacks what is missing. */
  readonly nearest: Pick<Passage, 'id' | 'citekey' | 'source' | 'span'> | null;
  /** One plain sentence. */
  readonly summary: string;
}

/** What became of a quotation of the draft. */
export type QuotationResult =
  | { readonly kind: 'exact'; readonly quotation: DraftQuotation; readonly places: readonly QuotedPlace[] }
  | {
      readonly kind: 'changed';
      readonly quotation: DraftQuotation;
      readonly places: readonly QuotedPlace[];
      readonly changes: readonly QuoteChange[];
      readonly joined: boolean;
    }
  | { readonly kind: 'not-found'; readonly quotation: DraftQuotation }
  | { readonly kind: 'not-checked'; readonly quotation: DraftQuotation; readonly why: 'too-short' | 'title' };

/** A place where the quoted words stand (exactly or nearly). `quote` is read back from the source. */
export interface QuotedPlace {
  readonly source: string;
  readonly citekey: string;
  readonly passages: readonly number[];
  readonly span: SourceSpan;
  readonly line: number;
  readonly quote: string;
  readonly speaker: string | null;
  readonly standing: PassageStanding['standing'];
  readonly score: number;
}

/** One difference: the draft's words (an empty span for words left out) and the source's in their place (empty for words put in). */
export interface QuoteChange {
  readonly draft: Span<'draft'>;
  readonly said: string;
  readonly source: string;
}

/** The draft gives words, a finding or a decision to one speaker, the corpus to another. */
export interface WrongSpeaker {
  /** The draft's speaker, in the sentence's plain text. */
  readonly span: Span<'text'>;
  readonly said: string;
  readonly speaker: string;
  /** Where speaker and hearer are the wrong way round: the draft's hearer, and who is told in the corpus. Else null. */
  readonly hearer: { readonly span: Span<'text'>; readonly rightful: string } | null;
  readonly evidence: Evidence;
}

/** Everything the checker concluded about one sentence of a draft. */
export interface Judgement {
  readonly sentence: DraftSentence;
  readonly verdict: Verdict;
  readonly parts: readonly PartReason[];
  /** Best first. */
  readonly evidence: readonly Evidence[];
  readonly quotations: readonly QuotationResult[];
  readonly wrongSpeaker: WrongSpeaker | null;
  /** Set when the draft states as plain fact what the corpus has only as somebody's words. */
  readonly unattributed: { readonly speaker: string | null; readonly evidence: Evidence } | null;
  /** Set when comments alone support it. */
  readonly commentOnly: boolean;
  /** Whether every contradicting passage is a comment. */
  readonly contradictedByCommentsOnly: boolean;
  /** 0–1. */
  readonly confidence: number;
}
