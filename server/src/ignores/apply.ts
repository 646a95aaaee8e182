/** Findings and decisions brought together: what is left to tell, what is ignored and why, and which decisions match nothing. */
import type { Draft, DraftSpan } from '../draft/types.ts';
import type { Finding } from '../rules/types.ts';
import { type Ignore, type IgnoredFinding, type IgnoreScope, scopeOf } from './types.ts';
import { wordsKey } from './words-key.ts';

export interface AppliedIgnores {
  /** In the draft's order. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/** Sentences of the file are shown by this many characters. */
const SHOWN = 80;

/** `name` is the draft's path from the folder of the ignore file, with forward slashes. */
export function applyIgnores(draft: Draft, name: string, found: readonly Finding[], ignores: readonly Ignore[]): AppliedIgnores {
  if (ignores.length === 0) return { findings: found, ignored: [] };
  const findings: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  const sentences = new Map<number, string>();
  const sentenceKey = (span: DraftSpan): string => {
    const known = sentences.get(span.start) ?? wordsKey(sentenceWords(draft, span));
    sentences.set(span.start, known);
    return known;
  };
  for (const finding of found) {
    const ignore = ignores.find(
      (one) =>
        one.rule === finding.rule &&
        (one.sentence === null
          ? one.draft === null || one.draft === name
          : one.sentence === sentenceKey(finding.sentence) && (one.finding === null || one.finding === findingKey(draft, finding))),
    );
    if (ignore === undefined) findings.push(finding);
    else ignored.push({ finding, ignore });
  }
  return { findings, ignored };
}

/** The decision to ignore a finding of a draft as far as `scope` reaches. */
export function ignoreFor(draft: Draft, name: string, finding: Finding, scope: IgnoreScope, reason: string | null = null): Ignore {
  const { rule } = finding;
  if (scope === 'everywhere') return { rule, draft: null, sentence: null, finding: null, words: null, reason };
  if (scope === 'draft') return { rule, draft: name, sentence: null, finding: null, words: null, reason };
  const words = sentenceWords(draft, finding.sentence);
  return {
    rule,
    draft: name,
    sentence: wordsKey(words),
    finding: scope === 'finding' ? findingKey(draft, finding) : null,
    words: beginning(words),
    reason,
  };
}

/** What became of one draft, as far as ignores go. `name` counts from the folder of the ignore file. */
export interface CheckedWithIgnores {
  readonly name: string;
  readonly ignored: readonly IgnoredFinding[];
}

/**
 * The ignores that matched no finding of these drafts and should have: those made in one of them, and, where all drafts
 * there are were checked (`all`), every one.
 */
export function unmatchedIgnores(ignores: readonly Ignore[], drafts: readonly CheckedWithIgnores[], all: boolean): readonly Ignore[] {
  const used = new Set(drafts.flatMap(({ ignored }) => ignored.map(({ ignore }) => ignore)));
  const names = new Set(drafts.map(({ name }) => name));
  // An ignore that a wider one covers has its finding taken from it; it is not out of date for that.
  const wider = (one: Ignore) => [...used].some((other) => covers(other, one));
  return ignores.filter((one) => !used.has(one) && (all || (one.draft !== null && names.has(one.draft))) && !wider(one));
}

function covers(wide: Ignore, narrow: Ignore): boolean {
  if (wide.rule !== narrow.rule) return false;
  const scope = scopeOf(wide);
  if (scope === 'everywhere') return true;
  if (scope === 'draft') return wide.draft === narrow.draft;
  return scope === 'sentence' && wide.sentence === narrow.sentence;
}

/** The sentence as a reader sees it, without markup and citations, so that a citation that is added or mended changes nothing. */
function sentenceWords(draft: Draft, span: DraftSpan): string {
  const sentence = draft.sentences.find((one) => one.span.start === span.start && one.span.end === span.end);
  return sentence?.text ?? draft.text.slice(span.start, span.end);
}

function findingKey(draft: Draft, { span }: Finding): string {
  return wordsKey(draft.text.slice(span.start, span.end));
}

function beginning(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= SHOWN) return line;
  const space = line.lastIndexOf(' ', SHOWN);
  return `${line.slice(0, space > SHOWN / 2 ? space : SHOWN)} …`;
}
