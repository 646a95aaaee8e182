/** Words that make a figure a difference ("by £3 million", "800 hours longer"), a rate ("every 1,500 hours") or what is left out ("all but six"). */
import type { Quantity } from '../../text/types.ts';
import type { Reading } from '../reading.ts';

const LOOSE: ReadonlySet<string> = new Set(['some', 'about', 'around', 'roughly', 'nearly', 'almost', 'approximately', 'only', 'just']);
const COMPARATIVE =
  /^(?:more|fewer|less|higher|lower|extra|further|another|longer|shorter|older|younger|larger|bigger|smaller|greater|heavier|lighter|deeper|wider|taller|faster|slower|cheaper|dearer)$/;

/** The word before a figure, but for those that only loosen it; "" where there is none. */
export function wordBefore({ analysis }: Reading, { span }: Quantity): string {
  return analysis.tokens.filter((t) => t.end <= span.start && !LOOSE.has(t.lower)).at(-1)?.lower ?? '';
}

export function wordAfter({ analysis }: Reading, { span }: Quantity): string {
  return analysis.tokens.find((t) => t.start >= span.end)?.lower ?? '';
}

export function isDifference(reading: Reading, quantity: Quantity): boolean {
  if (quantity.kind === 'clock') return false;
  return wordBefore(reading, quantity) === 'by' || COMPARATIVE.test(wordAfter(reading, quantity));
}

/** "Every 1,500 hours", "per week": how often, and not how long or how many. */
export function isRate(reading: Reading, quantity: Quantity): boolean {
  return /^(?:every|each|per)$/.test(wordBefore(reading, quantity));
}

/** "Seven months after the ruling", "a fortnight before": how far off, and not how long a thing went on. */
export function isDistance(reading: Reading, quantity: Quantity): boolean {
  return (
    quantity.kind === 'duration' &&
    (/^(?:after|before|ago|later|earlier|afterwards|beforehand|hence|previously)$/.test(wordAfter(reading, quantity)) ||
      /^(?:after|within)$/.test(wordBefore(reading, quantity)))
  );
}

/** "All but six", "everyone except two". */
export function isExcepted({ analysis }: Reading, { span }: Quantity): boolean {
  const before = analysis.tokens.filter((t) => t.end <= span.start).slice(-2);
  return (
    (before[1]?.lower === 'but' && /^(?:all|everyone|everybody|every|any|none|nothing|everything)$/.test(before[0]?.lower ?? '')) ||
    /^(?:except|excluding|barring)$/.test(before[1]?.lower ?? '')
  );
}
