/** Signs and words of the report; a verdict is known by either of them without its colour. */
import type { UncheckedWhy } from '../draft/types.ts';
import type { Severity } from '../rules/types.ts';
import type { Verdict } from '../verify/types.ts';

export const VERDICT_MARKS: Readonly<Record<Verdict, { readonly sign: string; readonly word: string; readonly meaning: string }>> = {
  supported: { sign: '✓', word: 'supported', meaning: 'the sources say so' },
  contradicted: { sign: '✗', word: 'contradicted', meaning: 'the sources say otherwise' },
  disputed: { sign: '≠', word: 'disputed', meaning: 'the sources disagree with each other' },
  unsupported: { sign: '○', word: 'no source', meaning: 'no source says this' },
};

export const REMARK = { sign: '✎', word: 'remark' } as const;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', information: 'For information' };

/** After "n sentences were not checked:". */
export const UNCHECKED_WORDS: Readonly<Record<UncheckedWhy, string>> = {
  heading: 'headings',
  question: 'questions',
  norm: 'saying what should be',
  opinion: 'opinions',
  meta: 'about the draft itself',
  definition: 'definitions',
  fragment: 'no whole sentences',
  'not-prose': 'no running text',
  ignored: 'ignored by a comment in the draft',
};
