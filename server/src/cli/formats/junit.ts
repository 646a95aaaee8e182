/**
 * JUnit's XML, which most build servers show as tests: a draft is a suite, a checked sentence a test. A sentence fails by
 * the findings that make the run fail; other findings are told in its output. What could not be done is an error.
 */
import { LineMap } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { LintedDraft, LintedFinding } from '../linted.ts';
import { printable, shortened } from '../terminal.ts';
import type { Format } from './formats.ts';
import { type Placed, placedFindings } from './shared.ts';

interface Case {
  readonly name: string;
  readonly line: number;
  readonly found: readonly Placed[];
}

/** Build servers show names in lists. */
const NAME = 120;

export const junit: Format = (result) => {
  const failed = result.notes.filter((note) => note.failed);
  const suites = result.drafts.map(suite);
  const errors = failed.map(({ message }) => testcase('corroborate', null, `<error message="${attribute(message)}"/>`));
  if (errors.length > 0) suites.push(wrapped('corroborate', errors, { tests: errors.length, failures: 0, errors: errors.length }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="corroborate">\n${suites.join('')}</testsuites>\n`;
};

function suite(draft: LintedDraft): string {
  const cases = casesOf(draft);
  const written = cases.map((one) => {
    const { found } = one;
    const failing = found.filter(({ finding }) => draft.failing.includes(finding.severity));
    const others = found.filter(({ finding }) => !draft.failing.includes(finding.severity));
    const failures = failing.map(
      ({ finding, range: { start } }) =>
        `<failure type="${finding.rule}" message="${attribute(finding.message)}">${content(
          `${draft.name}:${start.line}:${start.character} ${finding.severity}: ${finding.message}${evidence(finding)}`,
        )}</failure>`,
    );
    const output = others.map(({ finding, range: { start } }) =>
      content(`${draft.name}:${start.line}:${start.character} ${finding.severity} (${finding.rule}): ${finding.message}`),
    );
    const told = output.length === 0 ? '' : `<system-out>${output.join('\n')}</system-out>`;
    return { failed: failures.length > 0, text: testcase(draft.name, one, failures.join('') + told) };
  });
  const failures = written.filter((one) => one.failed).length;
  return wrapped(
    draft.name,
    written.map(({ text }) => text),
    { tests: written.length, failures, errors: 0 },
  );
}

/** One for each claim, and one for each other sentence with findings (a citation that leads nowhere), in the draft's order. */
function casesOf(draft: LintedDraft): readonly Case[] {
  const lines = new LineMap(draft.text);
  const placed = placedFindings([draft]);
  const claims = draft.claims.map(({ text, range }) => ({ text, span: lines.span(range) }));
  const isIn = (span: Span, { finding }: Placed) => span.start <= finding.span.start && finding.span.start < span.end;
  const outside = new Map<string, Placed[]>();
  for (const one of placed.filter((found) => !claims.some(({ span }) => isIn(span, found)))) {
    const { sentence } = one.finding;
    outside.set(sentence, [...(outside.get(sentence) ?? []), one]);
  }
  const cases = [
    ...claims.map(({ text, span }) => ({
      name: nameOf(text),
      line: lines.lineNumber(span.start),
      found: placed.filter((found) => isIn(span, found)),
    })),
    ...[...outside].map(([text, found]) => ({ name: nameOf(text), line: found[0]?.range.start.line ?? 1, found })),
  ];
  return numbered(cases.sort((a, b) => a.line - b.line));
}

/** Build servers tell tests apart by name, and follow them by it from run to run: a line number in it would change too often. */
function numbered(cases: readonly Case[]): readonly Case[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

function nameOf(text: string): string {
  return shortened(printable(text), NAME);
}

function evidence({ evidence: [best] }: LintedFinding): string {
  return best === undefined ? '' : `\n“${best.quote}”\n${best.document}, ${best.place.path}`;
}

function testcase(suiteName: string, one: Pick<Case, 'name' | 'line'> | null, inner: string): string {
  const place = one === null ? '' : ` file="${attribute(suiteName)}" line="${one.line}"`;
  const name = one === null ? 'everything was checked' : one.name;
  return `    <testcase classname="${attribute(suiteName)}" name="${attribute(name)}"${place} time="0">${inner}</testcase>\n`;
}

function wrapped(name: string, cases: readonly string[], counts: Readonly<Record<string, number>>): string {
  const numbers = Object.entries(counts).map(([key, value]) => ` ${key}="${value}"`);
  return `  <testsuite name="${attribute(name)}"${numbers.join('')} skipped="0" time="0">\n${cases.join('')}  </testsuite>\n`;
}

/** Characters that no XML document may hold, halves of surrogate pairs among them, are left out. */
function content(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g, '?')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

function attribute(text: string): string {
  return content(printable(text)).replace(/"/g, '&quot;');
}
