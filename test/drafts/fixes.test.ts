/** The fixes of the example drafts, all at once: nothing of their rule is left, and nothing else is changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { DraftReport } from '../../server/src/checker.ts';
import { checkSettings, DEFAULT_CONFIG } from '../../server/src/config.ts';
import { openProject } from '../../server/src/project/project.ts';
import { overlap, slice } from '../../server/src/text/span.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, 'drafts');
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const project = await openProject({ roots: [join(root, 'seeds')] });

function check(name: string, text: string): DraftReport {
  return project.check(join(folder, name), text, checkSettings(DEFAULT_CONFIG));
}

/** What is said of the sentences that have no misquotation, each with its words. */
function others({ draft, findings }: DraftReport, mended: ReadonlySet<number>): readonly string[] {
  return findings.flatMap(({ rule, sentence, span }) => {
    const index = draft.sentences.findIndex((one) => overlap(one.span, sentence) > 0);
    return mended.has(index) ? [] : [`${rule}: ${slice(draft.text, span)}`];
  });
}

it('has misquotations to mend', () => {
  const found = names.flatMap((name) => check(name, readFileSync(join(folder, name), 'utf8')).findings);
  expect(found.filter(({ rule }) => rule === 'misquote').length).toBeGreaterThan(2);
});

it.each(names)('%s without its misquotations', (name) => {
  const before = check(name, readFileSync(join(folder, name), 'utf8'));
  const misquotes = before.findings.filter(({ rule }) => rule === 'misquote');
  const inside = before.judgements.flatMap(({ quotations }) => quotations.map(({ quotation }) => quotation.span));
  const edits = misquotes.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  for (const { span } of edits) expect(inside.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true);
  const text = [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), before.draft.text);
  const after = check(name, text);
  expect(after.findings.filter(({ rule }) => rule === 'misquote')).toEqual([]);
  const sentences = before.draft.sentences.flatMap(({ span }, i) =>
    misquotes.some(({ sentence }) => overlap(sentence, span) > 0) ? [i] : [],
  );
  expect(others(after, new Set(sentences))).toEqual(others(before, new Set(sentences)));
});
