/**
 * What is wrong with the example drafts, on purpose. Every sentence that is not listed is right: the only thing that may
 * be said of it is that it cites no source.
 */
import type { RuleCode } from '../../server/src/rules/types.ts';

export interface Planted {
  readonly draft: string;
  /** Words that only this sentence has. */
  readonly words: string;
  readonly rule: RuleCode;
  /** The words that are underlined; null where the whole sentence, a link or a footnote's marker is. */
  readonly underlined: string | null;
  /** What is wrong. */
  readonly fault: string;
}

const KNOWN = '1-what-was-known.md';
const VERDICT = '2-after-the-verdict.md';
const FILM = '3-the-documentary.md';

export const PLANTED: readonly Planted[] = [
  {
    draft: KNOWN,
    words: 'arrested and interviewed his mother',
    rule: 'contradicted-claim',
    underlined: '29 December',
    fault: '19 December',
  },
  { draft: KNOWN, words: 'went back to his family', rule: 'contradicted-claim', underlined: 'March 2007', fault: 'January 2007' },
  {
    draft: KNOWN,
    words: 'A neighbour had telephoned',
    rule: 'unsupported-claim',
    underlined: null,
    fault: 'no source has a neighbour’s call',
  },
  {
    draft: KNOWN,
    words: 'carried out a full check-up',
    rule: 'contradicted-claim',
    underlined: null,
    fault: 'she decided that she could not',
  },
  { draft: KNOWN, words: 'A 999 call was made', rule: 'stale-citation', underlined: null, fault: 'line 815, not 813' },
  { draft: KNOWN, words: 'fourteen minutes later', rule: 'contradicted-claim', underlined: 'fourteen minutes', fault: 'four minutes' },
  { draft: KNOWN, words: '43 contacts', rule: 'contradicted-claim', underlined: '43', fault: '34 contacts' },
  {
    draft: KNOWN,
    words: 'more than fifty injuries',
    rule: 'wrong-citation',
    underlined: null,
    fault: 'cites Community Care for the journal',
  },
  { draft: KNOWN, words: 'simply not quick enough', rule: 'misquote', underlined: null, fault: '“fast enough”' },
  { draft: VERDICT, words: 'already pleaded not guilty', rule: 'contradicted-claim', underlined: null, fault: 'she pleaded guilty' },
  {
    draft: VERDICT,
    words: 'a minimum of 12 years',
    rule: 'contradicted-claim',
    underlined: null,
    fault: 'ten years; 12 is the other sentence',
  },
  { draft: VERDICT, words: 'upheld her appeal', rule: 'contradicted-claim', underlined: null, fault: 'the panel rejected it' },
  { draft: VERDICT, words: 'sacked six key social workers', rule: 'contradicted-claim', underlined: null, fault: 'four' },
  { draft: VERDICT, words: 'a fee of £90,000', rule: 'unsupported-claim', underlined: null, fault: 'no source has a fee' },
  { draft: VERDICT, words: 'could and should have been avoided', rule: 'misquote', underlined: null, fault: '“prevented”' },
  { draft: VERDICT, words: 'marks an end point', rule: 'misattribution', underlined: null, fault: 'Graham Badman said it' },
  {
    draft: VERDICT,
    words: 'systemic failings in the health care',
    rule: 'wrong-citation',
    underlined: null,
    fault: 'cites the conference report for the BMJ',
  },
  { draft: FILM, words: 'made by Sandpaper Films', rule: 'unknown-source', underlined: null, fault: 'no press pack is among the sources' },
  { draft: FILM, words: 'Some three million people', rule: 'unsupported-claim', underlined: null, fault: 'no source has a figure' },
  { draft: FILM, words: 'held off-the-record briefings', rule: 'disputed-claim', underlined: null, fault: 'the police deny it' },
  { draft: FILM, words: 'a former BBC news producer', rule: 'contradicted-claim', underlined: 'BBC', fault: 'ITV' },
  { draft: FILM, words: 'Sharon Shoesmith told the film-makers', rule: 'misattribution', underlined: null, fault: 'the inspector said it' },
  { draft: FILM, words: 'slightly more critical', rule: 'misquote', underlined: null, fault: '“negative”' },
  { draft: FILM, words: 'Kim Holt, a lawyer', rule: 'contradicted-claim', underlined: 'lawyer', fault: 'a doctor' },
  { draft: FILM, words: 'three death threats', rule: 'missing-attribution', underlined: null, fault: 'her own words, told as fact' },
  { draft: FILM, words: 'sold 8,000 copies', rule: 'stale-citation', underlined: null, fault: 'line 707, not 693' },
  { draft: FILM, words: 'opened and adjourned', rule: 'weak-source', underlined: null, fault: 'only a reader’s comment says so' },
  {
    draft: FILM,
    words: 'Ms Shoesmith wrote there',
    rule: 'weak-source',
    underlined: null,
    fault: 'a comment, attributed rightly: for information',
  },
];
