/** Puts the parts of a passage together: a partition of its text, each stretch with whose words it is. */

import type { Span } from '../../text/span.ts';
import type { PassageStanding, StandingKind, StandingPart } from '../domain.ts';

/** Whose words a stretch is, before it has a place. */
export interface Manner {
  readonly standing: StandingKind;
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly denied: boolean;
}

export const STATED: Manner = { standing: 'stated', speaker: null, cue: null, denied: false };

export interface Piece {
  readonly span: Span<'text'>;
  readonly manner: Manner;
}

/** Lays pieces over a base, later ones on top, and joins neighbours that say the same. */
export function layParts(length: number, base: Manner, pieces: readonly Piece[]): readonly StandingPart[] {
  const cuts = new Set([0, length]);
  for (const { span } of pieces) {
    cuts.add(Math.max(0, Math.min(length, span.start)));
    cuts.add(Math.max(0, Math.min(length, span.end)));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const parts: StandingPart[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i] ?? 0;
    const end = edges[i + 1] ?? 0;
    const top = pieces.findLast((piece) => piece.span.start <= start && end <= piece.span.end);
    const manner = top?.manner ?? base;
    const previous = parts.at(-1);
    if (previous !== undefined && same(previous, manner))
      parts[parts.length - 1] = { ...previous, span: { start: previous.span.start, end } };
    else parts.push({ span: { start, end }, ...manner });
  }
  return parts.length > 0 ? parts : [{ span: { start: 0, end: length }, ...base }];
}

function same(part: StandingPart, manner: Manner): boolean {
  return part.standing === manner.standing && part.speaker === manner.speaker && part.denied === manner.denied && part.cue === manner.cue;
}

/** Drops stated scraps (punctuation, a conjunction) that stand between parts: they belong to the part before or after them. */
export function absorbScraps(text: string, parts: readonly StandingPart[]): readonly StandingPart[] {
  const kept: StandingPart[] = [];
  for (const [index, part] of parts.entries()) {
    const scrap = part.standing === 'stated' && wordsIn(text, part.span) < 2;
    const previous = kept.at(-1);
    if (scrap && previous !== undefined) kept[kept.length - 1] = { ...previous, span: { start: previous.span.start, end: part.span.end } };
    else if (scrap && index + 1 < parts.length) {
      const next = parts[index + 1];
      if (next !== undefined) kept.push({ ...next, span: { start: part.span.start, end: part.span.end } });
    } else if (previous !== undefined && same(previous, part))
      kept[kept.length - 1] = { ...previous, span: { start: previous.span.start, end: part.span.end } };
    else kept.push(part);
  }
  return kept;
}

export function wordsIn(text: string, span: Span): number {
  return text.slice(span.start, span.end).match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** The standing of the whole: that of the report it is, or else that of the part with most words. */
export function standingOf(text: string, parts: readonly StandingPart[], main: Manner | null): PassageStanding {
  if (main !== null) return { standing: main.standing, speaker: main.speaker, parts };
  const weights = new Map<string, { words: number; part: StandingPart }>();
  for (const part of parts) {
    const key = `${part.standing} ${part.speaker ?? ''}`;
    const entry = weights.get(key) ?? { words: 0, part };
    entry.words += wordsIn(text, part.span);
    weights.set(key, entry);
  }
  let best: { words: number; part: StandingPart } | null = null;
  for (const entry of weights.values()) if (best === null || entry.words > best.words) best = entry;
  return { standing: best?.part.standing ?? 'stated', speaker: best?.part.speaker ?? null, parts };
}
