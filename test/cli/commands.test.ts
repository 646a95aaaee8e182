/** The commands around a check: a first configuration, what the program sees, what is ignored, the evidence report. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { corroborate } from '../cases/inprocess.ts';
import { folderOf } from '../support/folders.ts';
import { corroborate as asProcess, root } from './program.ts';

const SOURCE =
  'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n';
const WRONG = 'Inspectors found 41 cracked valves on the ferry in May 2011 ([report](seeds/ferry.txt#L3)).\n';
const ferry = (files: Readonly<Record<string, string>>) => folderOf({ 'seeds/ferry.txt': SOURCE, ...files });
const json = (...parts: string[]) => JSON.parse(readFileSync(join(...parts), 'utf8')) as Record<string, unknown>;

describe('init', () => {
  it('in an empty folder writes a configuration that is valid by the schema it names, and says what comes next', async () => {
    const cwd = folderOf({ '.keep': '' });
    const { code, out } = await corroborate(['init', '--yes'], cwd);
    expect(code).toBe(0);
    const config = json(cwd, 'corroborate.json');
    expect(config).toEqual({ $schema: expect.stringMatching(/config\.schema\.json$/), sources: ['sources'], drafts: ['**/*.md'] });
    const schema = json(root, 'schemas', 'config.schema.json');
    expect(new Ajv({ strict: false }).validate(schema, config)).toBe(true);
    expect(out).toContain('corroborate.json was written.');
    expect(out).toContain('The folder sources was made; it is empty.');
    // What it has written is understood, and the next step is the one it names.
    expect((await corroborate(['doctor'], cwd)).out).toContain('there is no text to check against in sources');
  });

  it('takes what is there', async () => {
    const cwd = ferry({ 'drafts/a.md': WRONG });
    await corroborate(['init', '--yes'], cwd);
    expect(json(cwd, 'corroborate.json')).toMatchObject({ sources: ['seeds'], drafts: ['drafts/**/*.md'] });
    expect((await corroborate(['lint'], cwd)).code).toBe(1);
  });

  it('asks two things, and takes an empty answer for yes', async () => {
    const cwd = ferry({});
    await corroborate(['init'], cwd, ['evidence, seeds', '']);
    expect(json(cwd, 'corroborate.json')).toMatchObject({ sources: ['evidence', 'seeds'], drafts: ['**/*.md'] });
  });

  it('never changes a file, and waits for nobody', async () => {
    for (const name of ['corroborate.json', '.corroborate.json']) {
      const cwd = folderOf({ [name]: '{}' });
      expect(await corroborate(['init', '--yes'], cwd)).toEqual({
        code: 2,
        out: '',
        notes: `corroborate: There is a ${name} in this folder already; it was left as it is.\n`,
      });
      expect(readFileSync(join(cwd, name), 'utf8')).toBe('{}');
    }
    expect(await corroborate(['init'], folderOf({}))).toMatchObject({ code: 2, notes: expect.stringContaining('corroborate init --yes') });
  });
});

describe('doctor', () => {
  it('says what it sees where all is well', async () => {
    const cwd = ferry({ 'a.md': WRONG, 'seeds/photo.jpg': 'x', 'corroborate.json': '{ "rules": { "weak-source": "off" } }' });
    const { code, out, notes } = await corroborate(['doctor'], cwd);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    for (const line of [
      '  corroborate.json\n',
      'rules changed: weak-source: off',
      'seeds (the nearest folder of that name)',
      '1 file, 1 document, 2 passages',
      'not read, being of other kinds: .jpg (1)',
      'Drafts (1)\n  a.md\n',
      'Drafts can be checked',
    ]) {
      expect(out).toContain(line);
    }
  });

  it.each([
    ['no sources', { 'a.md': WRONG }, 'no sources were found'],
    ['no drafts', { 'seeds/ferry.txt': SOURCE }, 'There are no drafts in this folder'],
    ['a folder of sources without text', { 'seeds/photo.jpg': 'x', 'a.md': WRONG }, 'there is no text to check against in seeds'],
    [
      'a faulty configuration',
      { 'seeds/ferry.txt': SOURCE, 'a.md': WRONG, 'corroborate.json': '{' },
      'corroborate.json:1 The file is not JSON (',
    ],
    [
      'a source that cannot be read',
      { 'seeds/ferry.txt': SOURCE, 'seeds/old.doc': 'x', 'a.md': WRONG },
      'old.doc is of a format that cannot be read',
    ],
    [
      'a draft that is no text',
      { 'seeds/ferry.txt': SOURCE, 'a.md': new Uint8Array([0, 1, 2, 255]) },
      'a.md was not checked: it is not text',
    ],
    ['a draft that is too long', { 'seeds/ferry.txt': SOURCE, 'a.md': 'x'.repeat(700_000) }, 'a.md:1 The draft has 700000 characters'],
    ['drafts that are all sources', { 'sources/a.md': WRONG }, 'could be drafts are all among the sources (sources)'],
    [
      'a faulty ignore file',
      { 'seeds/ferry.txt': SOURCE, 'a.md': WRONG, 'corroborate-ignores.json': '{' },
      'corroborate-ignores.json:1 was not obeyed',
    ],
  ])('says what is in the way: %s', async (_name, files, message) => {
    const { code, out } = await corroborate(['doctor'], folderOf(files));
    expect(code).toBe(2);
    expect(out.slice(out.indexOf('In the way'))).toContain(message);
  });

  it('knows the folder and the draft that it is given', async () => {
    const cwd = folderOf({ 'case/seeds/ferry.txt': SOURCE, 'case/a.md': WRONG });
    expect((await corroborate(['doctor', 'case'], cwd)).out).toContain('Drafts (1)\n  case/a.md\n');
    expect((await corroborate(['doctor', 'case/a.md'], cwd)).code).toBe(0);
    expect(await corroborate(['doctor', 'gone'], cwd)).toMatchObject({ code: 2, notes: expect.stringContaining('gone is not there') });
  });
});

describe('a file among the sources whose name has no ending', () => {
  it('is told, and nothing fails for it', async () => {
    const { code, notes } = await corroborate(
      ['lint', '--fail-on', 'never'],
      ferry({ 'a.md': WRONG, 'seeds/minutes': 'The board met.\n' }),
    );
    expect({ code, notes }).toEqual({
      code: 0,
      notes: 'corroborate: seeds/minutes was left out: its name has no ending that says what is in it. If it is a source, name it .txt.\n',
    });
  });
});

describe('ignores', () => {
  const IGNORED = `<!-- corroborate-disable-next-line contradicted-claim -- seen the original -->\n${WRONG}\n`;

  it('lists comments and entries of the file, their reasons, and what matches nothing any more', async () => {
    const cwd = ferry({
      'a.md': `${IGNORED}<!-- corroborate-disable-next-line misquote -->\nThe ferry was old.\n`,
      'corroborate-ignores.json': '{ "ignores": [{ "rule": "unsupported-claim", "draft": "a.md", "reason": "common knowledge" }] }',
    });
    const { code, out } = await corroborate(['ignores'], cwd);
    expect(code).toBe(0);
    expect(out).toContain('a.md:1\n  contradicted-claim: 1 finding kept back\n  seen the original\n');
    expect(out).toMatch(/a\.md:\d+\n {2}misquote: matches nothing any more\n {2}no reason was given\n/);
    expect(out).toContain('corroborate-ignores.json\n  “unsupported-claim” in a.md: ');
    expect(out).toContain('common knowledge');
    const { ignores } = JSON.parse((await corroborate(['ignores', '--format', 'json'], cwd)).out) as { ignores: { outOfDate: boolean }[] };
    expect(ignores.map(({ outOfDate }) => outOfDate)).toContain(true);
    expect((await corroborate(['ignores'], ferry({ 'a.md': WRONG }))).out).toBe('Nothing is ignored.\n');
    // That an ignore for all drafts matches nothing can be said where all were looked at.
    writeFileSync(join(cwd, 'corroborate-ignores.json'), '{ "ignores": [{ "rule": "weak-source" }] }');
    expect((await corroborate(['ignores'], cwd)).out).toContain('“weak-source” in all drafts: matches nothing any more');
    expect((await corroborate(['ignores', 'a.md'], cwd)).out).toContain('“weak-source” in all drafts: 0 findings kept back');
  });

  it('are obeyed by lint, counted in its summary, and told when they match nothing', async () => {
    const file = (rule: string) => `{ "ignores": [{ "rule": "${rule}", "draft": "a.md" }] }`;
    const cwd = ferry({ 'a.md': WRONG, 'corroborate-ignores.json': file('contradicted-claim') });
    expect(await corroborate(['lint'], cwd)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Left out: 1 by the ignore file.'),
      notes: '',
    });
    writeFileSync(join(cwd, 'corroborate-ignores.json'), file('misquote'));
    expect(await corroborate(['lint'], cwd)).toMatchObject({ code: 1, notes: expect.stringContaining('which matches nothing any more') });
  });
});

describe('explain', () => {
  it('says of a finding that is ignored that it is, and why', async () => {
    const entry = '{ "ignores": [{ "rule": "contradicted-claim", "draft": "a.md", "reason": "seen the original" }] }';
    const cwd = ferry({ 'a.md': WRONG, 'corroborate-ignores.json': entry });
    const { out } = await corroborate(['explain', 'a.md:1'], cwd);
    expect(out).toContain('ignored (seen the original): ');
    expect(out).not.toContain('error: ');
  });
});

describe('rules', () => {
  it('describes one, from the page that comes with the program', () => {
    expect(asProcess(['rules', 'misquote'])).toMatchObject({ code: 0, out: expect.stringMatching(/^# misquote\n/) });
    expect(asProcess(['rules', 'misquot'])).toEqual({
      code: 2,
      out: '',
      err: 'corroborate: There is no rule "misquot". Did you mean "misquote"?\n',
    });
  });
});

describe('report', () => {
  it('writes one file for all drafts, whatever they say', async () => {
    const cwd = ferry({ 'a.md': WRONG, 'b.md': 'The ferry was old.\n' });
    const { code, out, notes } = await corroborate(['report'], cwd);
    expect({ code, out, notes }).toEqual({ code: 0, out: '', notes: 'corroborate: The report on 2 drafts is in evidence-report.html.\n' });
    expect(readFileSync(join(cwd, 'evidence-report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>[\s\S]*contradicted[\s\S]*<\/html>\n$/);
  });

  it('says in itself that something could not be checked', async () => {
    const cwd = ferry({ 'a.md': WRONG });
    const { code } = await corroborate(['report', '--output', 'r.html', 'a.md', 'gone.md'], cwd);
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toContain('This report is not complete');
  });

  it('keeps an earlier report where no draft was checked', async () => {
    const cwd = ferry({ 'r.html': 'earlier', 'long.md': 'x'.repeat(700_000) });
    const { code, notes } = await corroborate(['report', '--output', 'r.html', 'gone.md', 'long.md'], cwd);
    expect({ code, report: readFileSync(join(cwd, 'r.html'), 'utf8') }).toEqual({ code: 2, report: 'earlier' });
    expect(notes).toMatch(/corroborate: No report was written, for no draft was checked\.\n$/);
  });
});
