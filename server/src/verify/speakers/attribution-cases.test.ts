/** Who speaks, through the whole checker: each sentence has a twin that is right, or wrong, by the speaker alone. */
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../checker.ts';
import { corpusOf } from '../../corpus/memory.ts';
import { loadLanguage } from '../../language.ts';
import { CASES } from './attribution-cases.fixture.ts';

const language = loadLanguage();
const RULE_OF: Readonly<Record<string, string | undefined>> = { '-': 'misattribution', '?': 'missing-attribution', '~': 'weak-source' };
const SPEECH = new Set(['misattribution', 'missing-attribution', 'weak-source']);
const settings = { rules: {}, citationStyle: 'auto', paragraphCitations: false } as const;

describe.each(CASES.map((one) => [one.about, one] as const))('%s', (_, { sources, sentences }) => {
  const checker = createChecker(corpusOf(sources), settings, language);
  const lines = sentences.trim().split('\n');

  test.each(lines.map((line) => [line.slice(2), line.charAt(0)] as const))('%s', (sentence, mark) => {
    const { findings } = checker.check('/corpus/drafts/review.md', `# Review\n\n${sentence}\n`);
    const expected = RULE_OF[mark];
    expect(findings.map((one) => one.rule).filter((rule) => SPEECH.has(rule))).toEqual(expected === undefined ? [] : [expected]);
  });

  test('every fix of a wrong speaker leaves a right one', () => {
    for (const line of lines.filter((one) => one.startsWith('-'))) {
      const text = `# Review\n\n${line.slice(2)}\n`;
      const [fix] = checker.check('/corpus/drafts/review.md', text).findings.find((one) => one.rule === 'misattribution')?.fixes ?? [];
      const edits = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
      const mended = edits.reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
      const after = checker.check('/corpus/drafts/review.md', mended).findings.map((one) => one.rule);
      expect([mended, after.includes('misattribution')]).toEqual([mended, false]);
      expect(mended).not.toBe(text);
    }
  });
});
