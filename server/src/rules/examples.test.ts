/** Every rule's examples through the whole checker, and every rule's page: what the documentation shows is what happens. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createChecker } from '../checker.ts';
import { corpusOf } from '../corpus/memory.ts';
import { loadLanguage } from '../language.ts';
import { RULES } from './registry.ts';
import { RULE_CODES } from './types.ts';

const language = loadLanguage();

it('every code has its rule', () => {
  expect(RULES.map((rule) => rule.code).sort()).toEqual([...RULE_CODES].sort());
});

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const page = readFileSync(new URL(`../../../docs/rules/${code}.md`, import.meta.url), 'utf8');

  it('has a page that names it and its severity', () => {
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    expect(page.toLowerCase()).toContain(`*${rule.severity}`);
  });

  it.each(rule.examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
    const corpus = corpusOf({ 'source.txt': example.source });
    const checker = createChecker(corpus, { rules: {}, citationStyle: 'auto', paragraphCitations: false }, language);
    const { findings } = checker.check('/corpus/seeds/draft.md', example.draft);
    const underlined = findings.filter((f) => f.rule === code).map((f) => example.draft.slice(f.span.start, f.span.end));
    expect(underlined).toEqual(example.expect === null ? [] : [example.expect]);
  });
});
