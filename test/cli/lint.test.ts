import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { corroborate, report } from './program.ts';

const SOURCE =
  'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n';
const RIGHT = 'Inspectors found 14 cracked valves on the ferry in May 2011 ([report](seeds/ferry.txt#L3)).\n';
const WRONG = 'Inspectors found 41 cracked valves on the ferry in May 2011 ([report](seeds/ferry.txt#L3)).\n';

const ferry = (drafts: Readonly<Record<string, string | Uint8Array>>) => folderOf({ 'seeds/ferry.txt': SOURCE, ...drafts });

describe('the exit code', () => {
  it('is 0 where nothing is wrong', () => {
    const { code, out, err } = corroborate(['lint'], { cwd: ferry({ 'review.md': RIGHT }) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('1 draft checked, 1 claim: 1 supported.\nNothing to report.\n');
  });

  it('is 1 where something is', () => {
    const { code, out, err } = corroborate(['lint', 'review.md'], { cwd: ferry({ 'review.md': WRONG }) });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^review\.md\n {2}1:18 +error .*“14”.*“41”.*contradicted-claim\n/);
    expect(out).toContain('→ seeds/ferry.txt:3');
  });

  it.each([
    ['error', 1],
    ['warning', 1],
    ['never', 0],
  ])('counts findings from --fail-on %s upwards', (level, code) => {
    expect(corroborate(['lint', '--fail-on', level], { cwd: ferry({ 'review.md': WRONG }) }).code).toBe(code);
  });

  it('lets a finding for information pass, unless asked to fail on it', () => {
    const cwd = ferry({ 'review.md': 'Inspectors found 14 cracked valves on the ferry in May 2011.\n' });
    expect(corroborate(['lint'], { cwd })).toMatchObject({ code: 0, out: expect.stringContaining('missing-citation') });
    expect(corroborate(['lint', '--fail-on', 'information'], { cwd }).code).toBe(1);
  });

  it('is 2 where a draft is missing; the others are checked', () => {
    const { code, out, err } = corroborate(['lint', 'gone.md', 'review.md'], { cwd: ferry({ 'review.md': WRONG }) });
    expect(code).toBe(2);
    expect(err).toBe('corroborate: gone.md was not checked: there is no such file or folder.\n');
    expect(out).toContain('contradicted-claim');
  });

  it('is 2 where there are no sources, and says where they would be looked for', () => {
    const { code, err } = corroborate(['lint', 'review.md'], { cwd: folderOf({ 'review.md': RIGHT }) });
    expect(code).toBe(2);
    expect(err).toBe(
      'corroborate: review.md cannot be checked: no sources were found. Name their folder with --sources DIR, or put them in a folder named "seeds" or "sources" beside the draft or above it.\n',
    );
  });

  it('is 2 where the folder of the sources holds nothing to read', () => {
    const { code, err } = corroborate(['lint', 'review.md'], { cwd: folderOf({ 'review.md': RIGHT, 'seeds/.keep': '' }) });
    expect(code).toBe(2);
    expect(err).toContain('there is no text to check against in seeds');
  });

  it('is 2 for a folder without drafts', () => {
    const { code, err } = corroborate(['lint', 'notes'], { cwd: ferry({ 'notes/readme.txt': 'none' }) });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'corroborate: There are no drafts in notes: no file ends in .md or .markdown.\n',
    });
  });

  it('is 2 for a draft that is one of the sources', () => {
    const { code, err } = corroborate(['lint', 'seeds/ferry.txt'], { cwd: ferry({}) });
    expect({ code, err }).toEqual({ code: 2, err: 'corroborate: seeds/ferry.txt was not checked: it is one of the sources.\n' });
  });
});

describe('drafts', () => {
  it('are found in folders and by patterns, sources never among them', () => {
    const cwd = folderOf({
      'seeds/ferry.md': SOURCE,
      'a.md': RIGHT,
      'deep/b.markdown': RIGHT,
      'deep/c.txt': RIGHT,
      'node_modules/d.md': WRONG,
    });
    const drafts = (...args: string[]) => report(args, { cwd }).drafts.map(({ path }) => path);
    expect(drafts('.')).toEqual(['a.md', 'deep/b.markdown']);
    expect(drafts('deep')).toEqual(['deep/b.markdown']);
    expect(drafts('**/*.{md,txt}')).toEqual(['a.md', 'deep/c.txt']);
    expect(drafts('a.md', '.', './a.md')).toEqual(['a.md', 'deep/b.markdown']);
  });

  it('come on standard input under the name of a file', () => {
    const cwd = ferry({});
    const { code, out } = corroborate(['lint', '--stdin-filename', 'drafts/new.md'], { cwd, stdin: WRONG });
    expect(code).toBe(1);
    expect(out).toMatch(/^drafts\/new\.md\n/);
    expect(corroborate(['lint', '--stdin-filename', 'drafts/new.md', 'a.md'], { cwd, stdin: WRONG })).toMatchObject({
      code: 2,
      err: 'corroborate: With --stdin-filename, give no other paths.\n',
    });
  });
});

describe('the sources', () => {
  it('are those that --sources names, before the configuration’s and before a folder near by', () => {
    const cwd = folderOf({
      'seeds/ferry.txt': SOURCE,
      'other/ferry.txt': SOURCE.replace('14', '41'),
      'third/ferry.txt': SOURCE.replace('14', '15'),
      'reviews/corroborate.json': '{ "sources": ["../third"] }',
      'reviews/review.md': 'Inspectors found 14 cracked valves on the ferry in May 2011.\n',
      'review.md': 'Inspectors found 14 cracked valves on the ferry in May 2011.\n',
    });
    const verdicts = (...args: string[]) =>
      report(args, { cwd }).drafts.flatMap(({ claims }) => claims.map(({ verdict, evidence }) => [verdict, evidence[0]?.quote]));
    expect(verdicts('review.md')).toEqual([['supported', 'Inspectors found 14 cracked valves on the ferry in May 2011.']]);
    expect(verdicts('reviews')).toEqual([['contradicted', 'Inspectors found 15 cracked valves on the ferry in May 2011.']]);
    expect(verdicts('reviews', '--sources', 'other')).toEqual([
      ['contradicted', 'Inspectors found 41 cracked valves on the ferry in May 2011.'],
    ]);
    expect(verdicts('review.md', '--config', 'reviews/corroborate.json')).toEqual([
      ['contradicted', 'Inspectors found 15 cracked valves on the ferry in May 2011.'],
    ]);
  });

  it('lie near what names them, unless the person says otherwise', () => {
    const cwd = folderOf({
      'far/away/ferry.txt': SOURCE,
      'cases/ferry/corroborate.json': '{\n  "sources": [\n    "../../far/away",\n    "../../.."\n  ]\n}\n',
      'cases/ferry/review.md': RIGHT,
    });
    const far = join(cwd, 'far/away');
    const refused = corroborate(['lint', 'cases/ferry'], { cwd });
    expect(refused.code).toBe(2);
    const lines = refused.err.split('\n');
    expect(lines[0]).toMatch(
      /^corroborate: cases\/ferry\/corroborate\.json:3 The source "\.\.\/\.\.\/far\/away" leads to \S+, which lies neither in this review’s folder nor beside it\. It was not read\. .* --sources\.$/,
    );
    expect(lines[1]).toMatch(/json:4 The source "\.\.\/\.\.\/\.\." leads to \S+, which holds far more than the sources of one review\./);
    expect(lines[2]).toBe('corroborate: cases/ferry/review.md cannot be checked: none of the sources that were named for it may be read.');
    expect(corroborate(['doctor', 'cases/ferry'], { cwd }).out).toMatch(/In the way\n {2}! cases\/ferry\/corroborate\.json:3 /);
    // What is allowed is read; what is too much is told all the same.
    const verdicts = (call: Parameters<typeof report>) =>
      report(...call).drafts.flatMap(({ claims }) => claims.map(({ verdict }) => verdict));
    const allowed = report(['cases/ferry'], { cwd, env: { CORROBORATE_SOURCE_FOLDERS: far } });
    expect([allowed.code, allowed.err.split('\n').length]).toEqual([2, 2]);
    expect(allowed.drafts.flatMap(({ claims }) => claims.map(({ verdict }) => verdict))).toContain('supported');
    expect(verdicts([['cases/ferry', '--sources', 'far/away'], { cwd }])).toContain('supported');
  });

  it('that do not exist are told', () => {
    const { code, err } = corroborate(['lint', '--sources', 'nowhere', 'review.md'], { cwd: ferry({ 'review.md': RIGHT }) });
    expect(code).toBe(2);
    expect(err).toContain('nowhere cannot be read');
  });
});

describe('the configuration', () => {
  it('sets rules, which --rule overrules', () => {
    const cwd = ferry({ 'review.md': WRONG, 'corroborate.json': '{ "rules": { "contradicted-claim": "off" } }' });
    const found = (...args: string[]) =>
      report(args, { cwd }).drafts.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
    expect(found()).toEqual([]);
    expect(found('--rule', 'contradicted-claim:information')).toEqual(['contradicted-claim information']);
  });

  it('says which files are drafts and what fails', () => {
    const cwd = ferry({ 'a.md': WRONG, 'reviews/b.md': WRONG, 'corroborate.json': '{ "drafts": ["reviews/*.md"], "failOn": "never" }' });
    const { code, drafts } = report([], { cwd });
    expect({ code, paths: drafts.map(({ path }) => path) }).toEqual({ code: 0, paths: ['reviews/b.md'] });
  });

  it.each([
    [
      '{ "rules": { "misquot": "off" } }',
      'corroborate.json:1 rules.misquot: There is no such setting. Did you mean "misquote"? The usual settings were used instead.',
    ],
    ['{ "sources": ', 'corroborate.json:1 The file is not JSON (character 14 of this line).'],
    ['', 'corroborate.json:1 The file is empty.'],
  ])('that is wrong is told, and the drafts are checked all the same: %s', (config, message) => {
    const { code, out, err } = corroborate(['lint'], { cwd: ferry({ 'review.md': WRONG, 'corroborate.json': config }) });
    expect(code).toBe(2);
    expect(err).toContain(`corroborate: ${message}`.slice(0, 60));
    expect(err.match(/corroborate:/g)).toHaveLength(1);
    expect(out).toContain('contradicted-claim');
  });
});

describe('output', () => {
  it('is coloured only where that is wanted', () => {
    const cwd = ferry({ 'review.md': WRONG });
    const escapes = (env: Readonly<Record<string, string>>) => corroborate(['lint'], { cwd, env }).out.includes('\u001b[31m');
    expect(escapes({})).toBe(false);
    expect(escapes({ FORCE_COLOR: '1' })).toBe(true);
    expect(escapes({ FORCE_COLOR: '0' })).toBe(false);
    expect(escapes({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  it('as JSON leads back to the exact words of draft and source', () => {
    const { drafts, summary, code } = report(['review.md'], { cwd: ferry({ 'review.md': `# Review\r\n\r\n😀 ${WRONG}` }) });
    const [draft] = drafts;
    expect(code).toBe(1);
    expect(draft?.claims[0]).toMatchObject({
      verdict: 'contradicted',
      evidence: [
        {
          source: 'ferry.txt',
          line: 3,
          range: { start: { line: 2, character: 0 }, end: { line: 2, character: 60 } },
          quote: 'Inspectors found 14 cracked valves on the ferry in May 2011.',
          standing: 'stated',
          speaker: null,
          stance: 'contradicts',
        },
      ],
    });
    const [finding] = draft?.findings ?? [];
    expect(finding?.range.start).toEqual({ line: 2, character: 20 });
    expect(summary).toMatchObject({ drafts: 1, claims: { contradicted: 1 }, findings: { error: 1 }, complete: true, notes: [] });
  });

  it('is the same for the same input', () => {
    const cwd = ferry({ 'a.md': WRONG, 'b.md': RIGHT });
    expect(corroborate(['lint', '--format', 'json'], { cwd }).out).toBe(corroborate(['lint', '--format', 'json'], { cwd }).out);
  });
});

describe('a call that cannot be understood', () => {
  it.each([
    [['lint', '--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
    [['lint', '--format', 'xml'], '--format cannot be "xml". Use one of stylish, html, json, sarif, github, junit, unix.'],
    [['lint', '--format'], '--format needs a value: --format stylish|html|json|sarif|github|junit|unix.'],
    [['lint', '--rule', 'misquot:off'], '--rule misquot:off: there is no rule "misquot". Did you mean "misquote"?'],
    [
      ['lint', '--rule', 'misquote'],
      '--rule misquote: write the level after the code, as in --rule misquote:warning. Levels are default, off, information, warning, error.',
    ],
    [['lnt'], 'There is no command "lnt". Did you mean "lint"?'],
    [['review.md'], 'There is no command "review.md". To check it, write "corroborate lint review.md".'],
    [['explain', 'review.md'], 'Give a file and a line, as in "corroborate explain review.md:12".'],
    [['explain', 'review.md:zero'], '"zero" is no line number. Lines count from 1.'],
  ])('%j is told in one line', (args, message) => {
    expect(corroborate(args)).toEqual({ code: 2, out: '', err: `corroborate: ${message}\n` });
  });
});

describe('help', () => {
  it('needs no page', () => {
    const { code, out } = corroborate(['--help']);
    expect(code).toBe(0);
    for (const command of ['lint', 'report', 'explain', 'sources', 'rules', 'lsp'])
      expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    const lint = corroborate(['lint', '--help']).out;
    for (const word of ['--sources', '--fail-on', '--stdin-filename', 'Exit codes', '"seeds" or "sources"']) expect(lint).toContain(word);
    expect(Math.max(...lint.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(110);
  });

  it.each(['explain', 'sources', 'rules', 'lsp'])('of %s says how it is called', (command) => {
    expect(corroborate([command, '--help'])).toMatchObject({ code: 0, out: expect.stringContaining(`Usage: corroborate ${command}`) });
    expect(corroborate(['help', command]).out).toBe(corroborate([command, '--help']).out);
  });

  it('and the version come at once', () => {
    expect(corroborate(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(corroborate([]).code).toBe(2);
  });
});

describe('the other commands', () => {
  it('explain says why, with the passages', () => {
    const cwd = ferry({ 'review.md': `# Review\n\n${WRONG.trim()} Were they mended?\n` });
    const { code, out } = corroborate(['explain', 'review.md:3'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('The sources contradict this (contradicted).');
    expect(out).toMatch(/ {4}disagrees: “[^”]*”, where the passage has “[^”]*”\n {4}found there, as it is: “Inspectors”, /);
    expect(out).toContain('- contradicts  “Inspectors found 14 cracked valves on the ferry in May 2011”');
    expect(out).toContain('Not checked: it is a question.');
    expect(corroborate(['explain', 'review.md:2'], { cwd }).out).toBe('There is no sentence on line 2 of review.md.\n');
    expect(corroborate(['explain', 'review.md:99'], { cwd })).toMatchObject({ code: 2, err: 'corroborate: review.md has only 3 lines.\n' });
  });

  it('sources lists documents, for people and for programs', () => {
    const cwd = ferry({});
    expect(corroborate(['sources'], { cwd }).out).toMatch(/^ferry\.txt\n.*2 passages {2}.*\n\n1 source, 1 documents?, 2 passages\.\n$/s);
    const { sources } = JSON.parse(corroborate(['sources', '--format', 'json'], { cwd }).out) as {
      sources: { source: string; documents: { passages: number }[] }[];
    };
    expect(sources).toMatchObject([{ source: 'ferry.txt', documents: [{ passages: 2 }] }]);
  });

  it('rules lists every rule once, with its severity', () => {
    const rules = JSON.parse(corroborate(['rules', '--format', 'json']).out) as { code: string; severity: string; summary: string }[];
    expect(rules).toHaveLength(11);
    for (const { code, severity, summary } of rules)
      expect(`${code} ${severity} ${summary}`).toMatch(/^[a-z-]+ (error|warning|information) \S.+$/);
    expect(corroborate(['rules']).out.split('\n')).toHaveLength(12);
  });

  it('work in a folder whose name has blanks and marks', () => {
    const cwd = folderOf({ 'my reviews [2]/seeds/ferry.txt': SOURCE, 'my reviews [2]/a review.md': WRONG });
    expect(report(['my reviews [2]/a review.md'], { cwd }).drafts.map(({ path }) => path)).toEqual(['my reviews [2]/a review.md']);
    expect(report(['my reviews [2]'], { cwd: join(cwd) }).drafts).toHaveLength(1);
  });
});
