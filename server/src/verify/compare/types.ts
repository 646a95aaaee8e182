/** What the comparers share: a value of the claim, what the unit has in its place, and what follows. */

import type { Span } from '../../text/span.ts';
import type { Alignment, AlignTools } from '../align.ts';
import type { Reading } from '../reading.ts';
import type { ClashKind } from '../types.ts';
import type { Unit } from '../unit.ts';

export interface CompareInput {
  readonly claim: Reading;
  /** The token indices of the claim's part that is judged; null for the whole sentence. */
  readonly within: ReadonlySet<number> | null;
  readonly unit: Unit;
  readonly alignment: Alignment;
  readonly tools: AlignTools;
}

/** A clash with the place it was seen in: which member of the unit, and where in that member's text. */
export interface UnitClash {
  readonly kind: ClashKind;
  readonly claim: Span<'text'>;
  readonly member: number;
  readonly passage: Span<'text'>;
  readonly replacement: string | null;
  /** 0–1: how sure it is that both stand in the same place of the same statement. */
  readonly sureness: number;
}

/** Where a value stands in a unit. */
export interface ValuePlace {
  readonly member: number;
  readonly span: Span<'text'>;
}

/** What became of one value of the claim. */
export interface ValueResult {
  readonly kind: 'quantity' | 'date';
  readonly claim: Span<'text'>;
  readonly status: 'equal' | 'compatible' | 'clash' | 'missing';
  readonly weight: number;
  /** Whether a unit that lacks the value cannot support the claim. */
  readonly blocks: boolean;
  readonly partner: ValuePlace | null;
  /** The values of the unit that it is reckoned from; null where it stands there itself, or not at all. */
  readonly reckonedFrom: readonly ValuePlace[] | null;
}

export interface Comparison {
  readonly values: readonly ValueResult[];
  readonly clashes: readonly UnitClash[];
}

/** Whether a span of the claim lies in the part that is judged. */
export function inPart(input: CompareInput, span: Span): boolean {
  const { within, claim } = input;
  return within === null || claim.analysis.tokens.some((t, i) => within.has(i) && t.start >= span.start && t.end <= span.end);
}
