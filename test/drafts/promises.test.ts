/** What every finding promises, whatever it is about: exact words, places inside the draft, fixes that settle it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkSettings, DEFAULT_CONFIG } from '../../server/src/config.ts';
import { openProject } from '../../server/src/project/project.ts';
import type { Finding, Fix } from '../../server/src/rules/types.ts';
import { LineMap } from '../../server/src/text/lines.ts';
import { slice } from '../../server/src/text/span.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, 'drafts');
const settings = checkSettings(DEFAULT_CONFIG);
const project = await openProject({ roots: [join(root, 'seeds')] });
const drafts = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
const check = (path: string, text: string) => project.check(path, text, settings);

function applied(text: string, { edits }: Fix): string {
  const backwards = [...edits].sort((a, b) => b.span.start - a.span.start);
  return backwards.reduce((changed, { span, newText }) => changed.slice(0, span.start) + newText + changed.slice(span.end), text);
}

function count(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

describe.each(drafts)('$name', ({ path, text }) => {
  const report = check(path, text);

  it('quotes its sources word for word, at the right line', () => {
    const evidence = [
      ...report.judgements.flatMap((judgement) => judgement.evidence),
      ...report.findings.flatMap((finding) => finding.evidence),
    ];
    expect(evidence.length).toBeGreaterThan(0);
    for (const { source, span, quote, line } of evidence) {
      const words = project.corpus.sources.get(source)?.source.text ?? '';
      expect(slice(words, span)).toBe(quote);
      expect(line).toBe(new LineMap(words).lineNumber(span.start));
    }
  });

  it('has findings and edits inside the draft, findings in its order', () => {
    for (const { span, sentence, fixes } of report.findings) {
      for (const { start, end } of [span, sentence, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))]) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }
    const starts = report.findings.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('is told one thing once', () => {
    const keys = report.findings.map(({ rule, span }) => `${rule} ${span.start} ${span.end}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('is settled by its fixes', () => {
    const stubborn = report.findings.flatMap(({ rule, fixes }) => {
      const [fix] = fixes;
      // A weak source stays one, however well it is named.
      if (fix === undefined || rule === 'weak-source') return [];
      const after = check(path, applied(text, fix));
      return count(after.findings, rule) < count(report.findings, rule) ? [] : [`${rule}: ${fix.title}`];
    });
    expect(stubborn).toEqual([]);
  });

  it('gets the same answer when checked anew and after an edit that is taken back', () => {
    check(path, `${text}\n\nAnother sentence was typed here.\n`);
    const again = check(path, text);
    expect(again.findings).toEqual(report.findings);
    expect(again.judgements.map(({ verdict }) => verdict)).toEqual(report.judgements.map(({ verdict }) => verdict));
  });
});
