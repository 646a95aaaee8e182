/** Lengths told in two units at once: "two hours and ten minutes", "1 hour 40", "six feet two inches", "two years and three months old". */
import { type Measured, readMeasured } from './measured.ts';
import { round } from './numberwords.ts';
import type { Token } from './types.ts';
import { type Unit, unitNamed } from './units.ts';

type Tokens = readonly Token[];

/** The measured number at `at` with the smaller ones that are told behind it, all in the smallest of their units. */
export function readCompound(tokens: Tokens, at: number): Measured | null {
  let whole = readMeasured(tokens, at);
  for (;;) {
    const next = whole === null ? null : withSmaller(tokens, whole);
    if (next === null) return whole;
    whole = next;
  }
}

function withSmaller(tokens: Tokens, whole: Measured): Measured | null {
  const unit = unitNamed(whole.unit ?? '');
  if (unit === null || unit.dimension === 'degree' || unit.dimension === 'speed' || whole.bound !== null) return null;
  let start = whole.next;
  if (tokens[start]?.lower === ',') start++;
  if (tokens[start]?.lower === 'and') start++;
  const part = readMeasured(tokens, start);
  const smaller = unitNamed(part?.unit ?? '');
  if (part === null || smaller === null || part.bound !== null || !completes(unit, smaller, part.value)) return null;
  if (part.kind !== whole.kind && !(whole.kind === 'duration' && part.kind === 'age')) return null;
  return { ...part, value: round((whole.value * unit.factor) / smaller.factor + part.value) };
}

/** Whether so many of the smaller unit are less than one of the larger: "two hours and ten minutes", but not "two hours, ninety minutes". */
function completes(unit: Unit, smaller: Unit, value: number): boolean {
  return smaller.dimension === unit.dimension && smaller.factor < unit.factor && value * smaller.factor < unit.factor;
}
