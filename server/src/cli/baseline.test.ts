import { describe, expect, it } from 'vitest';
import { entriesOf, formatBaseline, parseBaseline, withoutKnown } from './baseline.ts';
import type { LintedDraft, LintedFinding } from './linted.ts';

function finding(fingerprint: string, message = 'M.'): LintedFinding {
  return { rule: 'misquote', severity: 'error', span: { start: 0, end: 1 }, message, sentence: 'S.', fingerprint, evidence: [], fixes: [] };
}

function draft(...findings: readonly LintedFinding[]): LintedDraft {
  return { name: 'a.md', text: 'S.', claims: [], findings, silenced: [], failing: ['error'], checked: null };
}

describe('a baseline', () => {
  it('sets known findings aside, whatever their message, and tells what is gone', () => {
    const entries = entriesOf([finding('a'), finding('gone')]);
    const compared = withoutKnown(draft(finding('a', 'In other words.'), finding('new')), entries);
    expect(compared.draft.findings.map(({ fingerprint }) => fingerprint)).toEqual(['new']);
    expect(compared.draft.silenced.map(({ fingerprint, by }) => [fingerprint, by])).toEqual([['a', 'baseline']]);
    expect(compared.gone.map(({ fingerprint }) => fingerprint)).toEqual(['gone']);
  });

  it('is the same text for the same findings, and is read back', () => {
    const [one, other] = [[...entriesOf([finding('b'), finding('a')])], [...entriesOf([finding('a'), finding('b')])]];
    const text = formatBaseline({ version: 1, drafts: { 'b.md': one, 'a.md': other, 'c.md': [] } });
    expect(text).toBe(formatBaseline({ version: 1, drafts: { 'a.md': one, 'b.md': other } }));
    expect(parseBaseline(`\uFEFF${text}`)).toEqual({ ok: true, baseline: { version: 1, drafts: { 'a.md': one, 'b.md': other } } });
  });

  it.each([
    ['{', 'it is not JSON from line 1 on'],
    ['[]', 'it is no baseline'],
    ['{ "version": 2, "drafts": {} }', '“version” is not as a baseline has it'],
    ['{ "version": 1, "drafts": { "a.md": [{ "rule": "x" }] } }', '“drafts.a.md.0.rule” is not as a baseline has it'],
  ])('that is %s is refused in words', (text, problem) => {
    expect(parseBaseline(text)).toEqual({ ok: false, problem });
  });
});
