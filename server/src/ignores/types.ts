/** What a person has decided to let be: kept by rule and by the sentence's own words, never by a message or a line number. */
import type { Finding, RuleCode } from '../rules/types.ts';

/**
 * One decision. What is null does not narrow it: a rule alone holds everywhere, with a draft in that draft, with a sentence
 * for that sentence, and with a finding for the finding that underlines these words of the sentence.
 */
export interface Ignore {
  readonly rule: RuleCode;
  /** The draft that it was made in, from the folder of the ignore file, with forward slashes; null for all drafts. */
  readonly draft: string | null;
  /** `wordsKey` of the sentence. It holds for that sentence in any draft, so that a renamed or divided draft loses nothing. */
  readonly sentence: string | null;
  /** `wordsKey` of the words that the finding underlines. */
  readonly finding: string | null;
  /** How the sentence begins, for people who read the file; the program does not look at it. */
  readonly words: string | null;
  readonly reason: string | null;
}

/** How far an ignore reaches, from the least to the most. */
const IGNORE_SCOPES = ['finding', 'sentence', 'draft', 'everywhere'] as const;
export type IgnoreScope = (typeof IGNORE_SCOPES)[number];

/** A finding that is left out of the findings, and the decision behind that. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly ignore: Ignore;
}

export function scopeOf({ draft, sentence, finding }: Ignore): IgnoreScope {
  if (finding !== null) return 'finding';
  if (sentence !== null) return 'sentence';
  return draft === null ? 'everywhere' : 'draft';
}

/** Whether two ignores are the same decision; reasons and the words for readers do not count. */
export function sameIgnore(a: Ignore, b: Ignore): boolean {
  return a.rule === b.rule && a.draft === b.draft && a.sentence === b.sentence && a.finding === b.finding;
}

/** `“misquote” in all drafts`, `“misquote” in drafts/a.md`, `“misquote” for “The council paid …”`. */
export function ignoreInWords(ignore: Ignore): string {
  const rule = `“${ignore.rule}”`;
  switch (scopeOf(ignore)) {
    case 'everywhere':
      return `${rule} in all drafts`;
    case 'draft':
      return `${rule} in ${ignore.draft}`;
    case 'sentence':
      return `${rule} for the sentence “${ignore.words ?? '…'}”`;
    case 'finding':
      return `one ${rule} in the sentence “${ignore.words ?? '…'}”`;
  }
}
