/** The formats for build servers, each read by a reader of its own: a JSON schema, an XML parser, GitHub's grammar of commands. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import Ajv from 'ajv';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { sarifFaults } from '../../../../test/support/sarif-prose.ts';
import { sarifSchema } from '../../../../test/support/sarif-schema.ts';
import { createChecker } from '../../checker.ts';
import { checkSettings, DEFAULT_CONFIG } from '../../config.ts';
import { corpusOf } from '../../corpus/memory.ts';
import type { Ignore } from '../../ignores/types.ts';
import { loadLanguage } from '../../language.ts';
import { entriesOf, withoutKnown } from '../baseline.ts';
import { lintDraft } from '../lint-draft.ts';
import type { LintedDraft, LintResult } from '../linted.ts';
import { FORMATS } from './formats.ts';

const SOURCE =
  'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n';
const WRONG = 'Inspectors found 41 cracked valves on the ferry in May 2011.';
const FINED = 'The harbour board fined the operator £9,000.';
const corpus = corpusOf({ 'ferry.txt': SOURCE });
const checker = createChecker(corpus, checkSettings(DEFAULT_CONFIG), loadLanguage());
const page = { env: {}, terminal: false, columns: null };

function linted(text: string, name = 'review.md', entries: readonly Ignore[] = []): LintedDraft {
  const report = checker.check(`/${name}`, text);
  const sources = { corpus, pathOf: (source: string) => `seeds/${source}` };
  return lintDraft({ name, text, report, sources, failing: ['error', 'warning'], ignores: { entries, draft: name } }).linted;
}

function result(...drafts: readonly LintedDraft[]): LintResult {
  return { drafts, notes: [], incomplete: false };
}

function printed(format: keyof typeof FORMATS, of: LintResult): string {
  return FORMATS[format](of, page, { quiet: false });
}

describe('sarif', () => {
  const ajv = new Ajv({ allErrors: true });
  ajv.addFormat('uri', (value) => URL.canParse(value));
  // A colon in the first part would be read as a scheme; blanks and the like belong written out.
  ajv.addFormat('uri-reference', (value) => /^(?:[^\s:/?#"<>\\^`{|}]+(?:\/|$)|[a-z]+:\/\/|\/|\.)[^\s"<>\\^`{|}]*$/.test(value));
  const valid = ajv.compile(sarifSchema);

  function log(of: LintResult): Log {
    const value = JSON.parse(printed('sarif', of)) as Log;
    expect(valid(value), JSON.stringify(valid.errors)).toBe(true);
    expect(sarifFaults(value)).toEqual([]);
    return value;
  }

  it('is valid by its schema, whatever was found and wherever', () => {
    const hostile = `# T\r\n\r\n😀 ${WRONG} [x](javascript:alert) <!-- c -->\r\n`;
    const value = log({
      ...result(linted(hostile, 'my reviews/ä #1?:.md'), linted('', 'empty.md')),
      notes: [{ message: 'gone.md', failed: true }],
      incomplete: true,
    });
    const [run] = value.runs;
    expect(run?.invocations).toEqual([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'gone.md' } }] },
    ]);
    expect(run?.tool.driver.rules).toHaveLength(11);
    const found = run?.results?.find(({ ruleId }) => ruleId === 'contradicted-claim');
    expect(found?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20reviews/%C3%A4%20%231%3F%3A.md', uriBaseId: '%SRCROOT%', index: 0 },
      region: { startLine: 3, startColumn: 21, endLine: 3, endColumn: 23 },
    });
    expect(found?.relatedLocations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'seeds/ferry.txt', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3 },
    });
    expect(found?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent).toEqual({ text: '14' });
  });

  it('is refused by the schema where it is wrong', () => {
    const value = log(result(linted(WRONG)));
    expect(valid({ ...value, version: '2.0' })).toBe(false);
    expect(valid({ ...value, runs: [{ ...value.runs[0], results: [{ ruleId: 'x' }] }] })).toBe(false);
  });

  it('is faulted where it is against the words of the standard', () => {
    const value = log(result(linted(`${WRONG} ${FINED}`)));
    const [run] = value.runs;
    const [first, ...others] = run?.results ?? [];
    const faults = (changed: Partial<Result>, of: Partial<Run> = {}) =>
      run === undefined || first === undefined
        ? []
        : sarifFaults({ ...value, runs: [{ ...run, results: [{ ...first, ...changed }, ...others], ...of }] });
    const { suppressions: _, ...bare } = first ?? { message: {} };
    const region = { startLine: 2, endLine: 1 };
    expect(run === undefined ? [] : sarifFaults({ ...value, runs: [{ ...run, results: [bare, ...others] }] })[0]).toMatch(/^3\.27\.23/);
    expect(faults({ baselineState: 'new' })[0]).toMatch(/^3\.27\.24/);
    expect(faults({ ruleIndex: 4, ruleId: 'misquote-2' })[0]).toMatch(/^3\.27\.6/);
    expect(faults({ message: { text: 'See [here](javascript:alert).' } })[0]).toMatch(/^3\.11\.6/);
    expect(
      faults({ locations: [{ physicalLocation: { artifactLocation: { uri: 'a.md' }, region } }] }).map((one) => one.slice(0, 5)),
    ).toEqual(['3.4.4', '3.30 ']);
    expect(
      faults({ locations: [{ physicalLocation: { artifactLocation: { uri: 'b.md', uriBaseId: '%SRCROOT%', index: 0 } } }] })[0],
    ).toMatch(/^3\.4\.5/);
    expect(faults({ relatedLocations: [{ id: 0 }, { id: 0 }] })[0]).toMatch(/^3\.28\.2/);
    expect(faults({}, { originalUriBaseIds: { '%SRCROOT%': { uri: 'src' } } })[0]).toMatch(/^3\.14\.14/);
  });

  it('makes no link of words in brackets', () => {
    const linked = 'Inspectors found 14 cracked valves on the ferry [x](javascript:alert) in May 2011.';
    const own = corpusOf({ 'ferry.txt': `The ferry report\n\n${linked}\n` });
    const checked = createChecker(own, checkSettings(DEFAULT_CONFIG), loadLanguage()).check('/d.md', WRONG);
    const sources = { corpus: own, pathOf: (source: string) => source };
    const { linted: draft } = lintDraft({
      name: 'd.md',
      text: WRONG,
      report: checked,
      sources,
      failing: [],
      ignores: { entries: [], draft: 'd.md' },
    });
    const [found] = log(result(draft)).runs[0]?.results ?? [];
    expect(found?.relatedLocations?.[0]?.message?.text).toContain('\\[x\\](javascript:alert)');
  });

  it('keeps the fingerprints of findings when lines, other sentences and citations change', () => {
    const prints = (text: string) =>
      (log(result(linted(text))).runs[0]?.results ?? []).map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    const before = prints(`${WRONG} ${FINED}\n`);
    const moved = prints(`# A new heading\n\nThe ferry sailed in 1999.\n\n${WRONG}\n\n> More.\n\n${FINED}\n`);
    expect(before.length).toBeGreaterThanOrEqual(2);
    expect(moved).toEqual(expect.arrayContaining(before));
    expect(new Set(prints(`${WRONG}\n\n${WRONG}\n`)).size).toBe(prints(`${WRONG}\n\n${WRONG}\n`).length);
  });

  it('has what was ignored as suppressed, with the reason, and what was known as unchanged', () => {
    const silenced = linted(`<!-- corroborate-disable-next-line contradicted-claim -- read it myself -->\n${WRONG}\n`);
    expect(log(result(silenced)).runs[0]?.results?.find(({ ruleId }) => ruleId === 'contradicted-claim')?.suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'read it myself' },
    ]);
    const draft = linted(`${WRONG} ${FINED}`);
    const known = withoutKnown(draft, entriesOf(draft.findings.slice(0, 1))).draft;
    expect(
      log(result(known))
        .runs[0]?.results?.map(({ baselineState }) => baselineState)
        .sort(),
    ).toEqual(['new', 'unchanged']);
  });
});

describe('junit', () => {
  function parse(xml: string): Element {
    const told: string[] = [];
    const document = new DOMParser({ onError: (level, message) => told.push(`${level}: ${message}`) }).parseFromString(xml, 'text/xml');
    expect(told).toEqual([]);
    const { documentElement } = document;
    if (documentElement === null) throw new Error('no document');
    return documentElement;
  }
  const all = (element: Element, name: string) => Array.from(element.getElementsByTagName(name));

  it('has a test for each claim, which fails by what counts', () => {
    const suites = parse(printed('junit', result(linted(`${WRONG} Inspectors found 14 cracked valves on the ferry in May 2011.`))));
    const [suite] = all(suites, 'testsuite');
    expect([suite?.getAttribute('name'), suite?.getAttribute('tests'), suite?.getAttribute('failures')]).toEqual(['review.md', '2', '1']);
    const [first, second] = all(suites, 'testcase');
    expect(first?.getAttribute('name')).toBe(WRONG);
    expect(first?.getElementsByTagName('failure')[0]?.getAttribute('type')).toBe('contradicted-claim');
    expect(first?.getElementsByTagName('failure')[0]?.textContent).toContain('Inspectors found 14 cracked valves');
    // What is told for information does not fail, and is told.
    expect(second?.getElementsByTagName('failure')).toHaveLength(0);
    expect(second?.getElementsByTagName('system-out')[0]?.textContent).toContain('missing-citation');
  });

  it('has an error for what could not be done, also where no draft was checked', () => {
    const suites = parse(
      printed('junit', { drafts: [], notes: [{ message: 'a.md was not checked: <&"> ]]>', failed: true }], incomplete: true }),
    );
    expect(all(suites, 'error')[0]?.getAttribute('message')).toBe('a.md was not checked: <&"> ]]>');
    expect(all(suites, 'testsuite')[0]?.getAttribute('errors')).toBe('1');
  });

  it('is XML whatever a draft holds', () => {
    const hostile = `The ferry\u0000\u0001 had 41 <b>valves</b> & "seats" ]]> ${'\ud800'} in \uFFFE May 2011 and sank with ${WRONG}`;
    expect(all(parse(printed('junit', result(linted(hostile, 'a"<&.md')))), 'testsuite')[0]?.getAttribute('name')).toBe('a"<&.md');
  });

  it('tells apart sentences that are the same, by names that no edit elsewhere changes', () => {
    const names = all(parse(printed('junit', result(linted(`One.\n\n${WRONG}\n\n${WRONG}\n`)))), 'testcase').map((one) =>
      one.getAttribute('name'),
    );
    expect(names).toEqual([WRONG, `${WRONG} (2)`]);
  });
});

describe('github', () => {
  /** The grammar of workflow commands: properties and data, each with what stands for marks that would end them. */
  function commands(text: string) {
    const decode = (part: string) =>
      part.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return text.split('\n').flatMap((line) => {
      const match = /^::(\w+) ([^:]*)::(.*)$/.exec(line);
      if (match === null) return [];
      const [, name = '', written = '', data = ''] = match;
      const properties = Object.fromEntries(
        written.split(',').map((part) => [part.slice(0, part.indexOf('=')), decode(part.slice(part.indexOf('=') + 1))]),
      );
      return [{ name, properties, message: decode(data) }];
    });
  }

  it('names the place and the message of each finding', () => {
    const [found] = commands(printed('github', result(linted(`# T\n\n${WRONG}`, 'a, b: 100%.md'))));
    expect(found).toMatchObject({
      name: 'error',
      properties: { file: 'a, b: 100%.md', line: '3', endLine: '3', col: '18', endColumn: '20', title: 'Corroborate: contradicted-claim' },
    });
    expect(found?.message).toContain('“14”');
  });

  it('lets no draft and no source give a command', () => {
    const hostile = linted(`${WRONG}\n`, 'a\n::error::owned.md');
    const lines = printed('github', { ...result(hostile), notes: [{ message: 'x\r\n::stop-commands::y', failed: false }] }).split('\n');
    expect(lines.filter((line) => /^::(?!error file|warning title|notice file)/.test(line))).toEqual([]);
  });

  it('has an error for what could not be done', () => {
    const [error] = commands(
      printed('github', { drafts: [], notes: [{ message: 'a.md was not checked.', failed: true }], incomplete: true }),
    );
    expect(error).toMatchObject({ name: 'error', message: 'a.md was not checked.' });
  });
});

describe('unix', () => {
  it('has a line for each finding, and a sum', () => {
    const lines = printed('unix', result(linted(`# T\n\n${WRONG} ${FINED}`)))
      .trimEnd()
      .split('\n');
    expect(lines[0]).toMatch(/^review\.md:3:18: error: .*“14”.* \[contradicted-claim\]$/);
    expect(lines.at(-1)).toBe('1 draft checked, 2 claims; 2 errors.');
    expect(printed('unix', result())).toBe('0 drafts checked, 0 claims; nothing found.\n');
  });
});
