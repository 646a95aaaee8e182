/** Shares that a claim reckons from two counts that a passage holds together: "two in three" where 41 of 63 are told. */
import { slice } from '../../text/span.ts';
import type { Quantity } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import { wordBefore } from './differences.ts';
import type { CompareInput, ValuePlace } from './types.ts';

/** How near a share told in words or whole per cent lies to the real one, in points. */
const IN_WORDS = 2;
const IN_PERCENT = 0.5;
/** "More than half" is not said of nearly all. */
const NEAR_BOUND = 15;

interface Ratio {
  readonly part: Quantity;
  readonly whole: Quantity;
}

/** The two counts of which the claim's share is one; null where no two that belong together give it, or more than one pair does. */
export function shareOf(quantity: Quantity, { claim, unit }: CompareInput): readonly ValuePlace[] | null {
  if (quantity.unit !== 'percent') return null;
  const before = wordBefore(claim, quantity);
  const slack = /\d/.test(slice(claim.analysis.text, quantity.span)) ? IN_PERCENT : IN_WORDS;
  const found = unit.members.flatMap((member, m) => {
    const parts = before === 'by' ? [] : partsOfWholes(member.reading);
    const moves = before === 'by' || before === 'to' ? movesOf(member.reading) : [];
    const fitting = [
      ...parts.filter(({ part, whole }) => fits(quantity, (part.value / whole.value) * 100, slack)),
      ...moves.filter(({ part: to, whole: from }) =>
        fits(quantity, (before === 'by' ? Math.abs(from.value - to.value) / from.value : to.value / from.value) * 100, slack),
      ),
    ];
    return fitting.map(({ part, whole }): readonly ValuePlace[] => [
      { member: m, span: part.span },
      { member: m, span: whole.span },
    ]);
  });
  const [first] = found;
  return found.length === 1 && first !== undefined ? first : null;
}

/** What stands between a part and the whole behind it, or before a whole that opens its clause, or behind a part of what was told. */
const PART_OF = /^(?:[a-z-]+ ){0,2}(?:out )?of(?: (?:the|its|their|his|her|our|all|these|those|a|total|[a-z-]+ 's?)){0,4}$/;
const OF_WHOLE = /(?:^|[,;:(] )(?:out )?of(?: (?:the|its|their|his|her|our|all|these|those|[a-z-]+ 's?)){0,4}$/;
const OF_THEM = /^of (?:them|these|those|whom|which)\b/;

function fits({ bound, value, min, max }: Quantity, share: number, slack: number): boolean {
  if (bound === 'more-than' || bound === 'at-least')
    return share >= value && (bound === 'at-least' || share > value) && share <= value + NEAR_BOUND;
  if (bound === 'less-than' || bound === 'at-most')
    return share <= value && (bound === 'at-most' || share < value) && share >= value - NEAR_BOUND;
  return bound === 'exact' ? Math.abs(share - value) <= slack : share >= min && share <= max;
}

/** "Three of its four members", "of the 1,846 women, 402 …", "63 answered; 41 of them …". */
function partsOfWholes({ analysis }: Reading): readonly Ratio[] {
  const { tokens, quantities } = analysis;
  const counts = quantities.filter((q) => (q.kind === 'count' || q.kind === 'money') && q.value > 0);
  const words = (from: number, to: number): string =>
    tokens
      .filter((t) => t.start >= from && t.end <= to)
      .map((t) => t.lower)
      .join(' ');
  return counts.flatMap((part, p) =>
    counts.flatMap((whole, w): readonly Ratio[] => {
      if (whole.value <= part.value || whole.kind !== part.kind || whole.unit !== part.unit) return [];
      const direct = w === p + 1 && PART_OF.test(words(part.span.end, whole.span.start));
      const ahead = p === w + 1 && OF_WHOLE.test(words(0, whole.span.start));
      const them = w < p && OF_THEM.test(words(part.span.end, analysis.text.length));
      return direct || ahead || them ? [{ part, whole }] : [];
    }),
  );
}

/** "Fell from 342 … to 118", "118, down from 342": the later value as a part of the former. */
function movesOf(reading: Reading): readonly Ratio[] {
  const { quantities, tokens } = reading.analysis;
  return quantities.flatMap((whole, w): readonly Ratio[] => {
    if (wordBefore(reading, whole) !== 'from' || whole.kind === 'clock' || whole.value === 0) return [];
    const from = tokens.findLastIndex((t) => t.end <= whole.span.start && t.lower === 'from');
    const turned = /^(?:up|down)$/.test(tokens[from - 1]?.lower ?? '');
    const part = turned ? quantities[w - 1] : quantities.slice(w + 1).find((q) => wordBefore(reading, q) === 'to');
    return part !== undefined && part.kind === whole.kind && part.unit === whole.unit ? [{ part, whole }] : [];
  });
}
