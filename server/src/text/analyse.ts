/** Shallow analysis of one sentence, all of it in one pass over its tokens. */
import { findDates } from './dates.ts';
import { memoised } from './memo.ts';
import { findNames } from './names.ts';
import { findNegations } from './negation.ts';
import { findQuantities } from './quantities.ts';
import { findQuotations } from './quotations.ts';
import { findReporting } from './reporting.ts';
import { tokenize } from './tokens.ts';
import type { Analysis } from './types.ts';

/** A draft and the passages that its sentences are held against are fewer. */
const MEMO_SIZE = 4096;
const remembered = memoised(MEMO_SIZE, read);

/**
 * Everything shallow analysis finds in a sentence or another short stretch of running text. Offsets count in `text`. A sentence
 * is asked for by its judge, by the checks of its speakers and by the rules, so what was found is remembered.
 */
export function analyse(text: string): Analysis {
  return remembered(text);
}

function read(text: string): Analysis {
  const tokens = tokenize(text);
  const dates = findDates(text, tokens);
  const names = findNames(text, tokens);
  const quotations = findQuotations(text, tokens);
  return {
    text,
    tokens,
    dates,
    names,
    quotations,
    quantities: findQuantities(text, tokens, dates),
    negations: findNegations(text, tokens),
    reporting: findReporting(text, tokens, quotations, names),
  };
}
