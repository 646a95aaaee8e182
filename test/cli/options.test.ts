/** The options of `lint` that write files, compare with earlier runs, or ask git. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../server/src/cli/report-schema.ts';
import { corroborate as inProcess } from '../cases/inprocess.ts';
import { folderOf } from '../support/folders.ts';
import { corroborate as asProcess } from './program.ts';

const SOURCE =
  'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n';
const RIGHT = 'Inspectors found 14 cracked valves on the ferry in May 2011 ([report](seeds/ferry.txt#L3)).\n';
const WRONG = 'Inspectors found 41 cracked valves on the ferry in May 2011 ([report](seeds/ferry.txt#L3)).\n';
const MISQUOTED = 'The report says that “inspectors found fourteen cracked valves on the ferry in May 2011”.\n';

const ferry = (drafts: Readonly<Record<string, string | Uint8Array>>) => folderOf({ 'seeds/ferry.txt': SOURCE, ...drafts });
/** In this process, for these are many; `lint.test.ts` has the program started as a person does. */
async function corroborate(args: readonly string[], { cwd }: { readonly cwd: string }) {
  const { code, out, notes } = await inProcess(args, cwd);
  return { code, out, err: notes };
}

async function report(args: readonly string[], call: { readonly cwd: string }) {
  const { code, out, err } = await corroborate(['lint', '--format', 'json', ...args], call);
  return { ...reportSchema.parse(JSON.parse(out)), code, err };
}

const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8');

describe('--output', () => {
  it('writes the result into a file, plain and whole, and makes its folder', async () => {
    const cwd = ferry({ 'review.md': WRONG });
    const { code, out, err } = asProcess(['lint', '--output', 'out/found.txt'], { cwd, env: { FORCE_COLOR: '1' } });
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: '' });
    expect(read(cwd, 'out/found.txt')).toBe((await corroborate(['lint'], { cwd })).out);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['found.txt']);
  });

  it('leaves no older result behind where there is nothing to say', async () => {
    const cwd = ferry({ 'review.md': RIGHT, 'found.txt': 'old' });
    expect((await corroborate(['lint', '--quiet', '--output', 'found.txt'], { cwd })).code).toBe(0);
    expect(read(cwd, 'found.txt')).toBe('');
  });

  it('that cannot be written is exit code 2, and told in words', async () => {
    const cwd = ferry({ 'review.md': RIGHT, taken: 'a file' });
    const { code, err } = await corroborate(['lint', '--output', 'taken/found.txt', 'review.md'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^corroborate: taken\/found\.txt was not written \((?!.*E[A-Z]{4}).*\)\. Name another place\.\n$/);
  });

  it('holds the same formats as the pipe', async () => {
    const cwd = ferry({ 'review.md': WRONG });
    for (const format of ['sarif', 'junit', 'github', 'unix', 'html']) {
      const { code } = await corroborate(['lint', '--format', format, '--output', `x.${format}`], { cwd });
      expect([format, code, read(cwd, `x.${format}`).includes('contradicted-claim')]).toEqual([format, 1, true]);
    }
  });
});

describe('--quiet', () => {
  it('says nothing where nothing counts, and leaves out what does not', async () => {
    const cwd = ferry({ 'review.md': 'Inspectors found 14 cracked valves on the ferry in May 2011.\n' });
    expect(await corroborate(['lint', '--quiet'], { cwd })).toEqual({ code: 0, out: '', err: '' });
    writeFileSync(join(cwd, 'review.md'), `${WRONG}\nThe harbour board fined the operator £3,000.\n`);
    const { code, out } = await corroborate(['lint', '--quiet'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('contradicted-claim');
    expect(out).not.toContain('missing-citation');
  });

  it('never hides that something was not checked', async () => {
    const { code, out, err } = await corroborate(['lint', '--quiet', 'gone.md'], { cwd: ferry({}) });
    expect(code).toBe(2);
    expect(`${out}${err}`).toContain('gone.md was not checked');
  });
});

describe('--max-warnings', () => {
  const UNKNOWN = 'The ferry sailed to Bergen with nine cows in 1999.\n';

  it('lets so many pass, and no error', async () => {
    const cwd = ferry({ 'review.md': UNKNOWN, 'wrong.md': WRONG });
    expect((await corroborate(['lint', 'review.md'], { cwd })).code).toBe(1);
    expect((await corroborate(['lint', '--max-warnings', '1', 'review.md'], { cwd })).code).toBe(0);
    expect((await corroborate(['lint', '--max-warnings', '0', 'review.md'], { cwd })).code).toBe(1);
    expect((await corroborate(['lint', '--max-warnings', '5', 'wrong.md'], { cwd })).code).toBe(1);
    expect(await corroborate(['lint', '--max-warnings', 'some'], { cwd })).toMatchObject({
      code: 2,
      err: 'corroborate: --max-warnings some: give a whole number, 0 or more.\n',
    });
  });

  it('shows what was too many also where the rest is left out, and in every format', async () => {
    const cwd = ferry({ 'review.md': UNKNOWN });
    const quiet = await corroborate(['lint', '--quiet', '--max-warnings', '0'], { cwd });
    expect(quiet).toMatchObject({ code: 1, err: 'corroborate: 1 warning: --max-warnings lets 0 pass.\n' });
    expect(quiet.out).toContain('unsupported-claim');
    const junit = ['lint', '--format', 'junit', '--max-warnings'];
    expect((await corroborate([...junit, '0'], { cwd })).out).toContain('failures="1"');
    expect((await corroborate([...junit, '1'], { cwd })).out).toContain('failures="0"');
  });
});

describe('--fix', () => {
  it('mends what is sure, says what it changed, and has nothing to do a second time', async () => {
    const cwd = ferry({ 'review.md': MISQUOTED });
    const first = await corroborate(['lint', '--fix'], { cwd });
    expect(first.err).toMatch(/^corroborate: review\.md:1 .*changed “fourteen” to “14” \(misquote\)\n$/);
    const fixed = read(cwd, 'review.md');
    expect(fixed).toBe(MISQUOTED.replace('fourteen', '14'));
    expect(first.out).not.toContain('misquote');
    const second = await corroborate(['lint', '--fix'], { cwd });
    expect(second.err).toBe('');
    expect(read(cwd, 'review.md')).toBe(fixed);
    expect(readdirSync(cwd).sort()).toEqual(['review.md', 'seeds']);
  });

  it('keeps encoding, byte-order mark, line ends and rights', async () => {
    const texts = {
      'mark.md': Buffer.from(`\uFEFF# T\r\n\r\n${MISQUOTED.replace('\n', '\r\n')}`),
      'utf-16.md': Buffer.from(`\uFEFF${MISQUOTED}`, 'utf16le'),
    };
    const cwd = ferry(texts);
    chmodSync(join(cwd, 'mark.md'), 0o640);
    await corroborate(['lint', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'mark.md'))).toEqual(Buffer.from(texts['mark.md'].toString('utf8').replace('fourteen', '14')));
    expect(readFileSync(join(cwd, 'utf-16.md'))).toEqual(Buffer.from(`\uFEFF${MISQUOTED.replace('fourteen', '14')}`, 'utf16le'));
    expect(statSync(join(cwd, 'mark.md')).mode & 0o777).toBe(0o640);
  });

  it('leaves a file alone that it would damage, and says so', async () => {
    const bytes = Buffer.from(`Caf\xe9.\n\n${MISQUOTED.replace('“', '"').replace('”', '"')}`, 'latin1');
    const cwd = ferry({ 'review.md': bytes });
    const { code, err } = await corroborate(['lint', '--fix'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('review.md was not changed: it is not saved as UTF-8');
    expect(readFileSync(join(cwd, 'review.md'))).toEqual(bytes);
  });

  it('follows a link to the draft, and leaves it a link', async () => {
    const cwd = ferry({ 'elsewhere.txt': MISQUOTED });
    symlinkSync('elsewhere.txt', join(cwd, 'review.md'));
    await corroborate(['lint', '--fix', 'review.md'], { cwd });
    expect(read(cwd, 'elsewhere.txt')).toContain('“inspectors found 14 cracked');
  });

  it('leaves alone what somebody said to leave be', async () => {
    const text = `<!-- corroborate-disable-next-line misquote -- as printed -->\n${MISQUOTED}`;
    const cwd = ferry({ 'review.md': text });
    await corroborate(['lint', '--fix'], { cwd });
    expect(read(cwd, 'review.md')).toBe(text);
  });

  it('as a dry run changes nothing, and reports the draft as it is', async () => {
    const cwd = ferry({ 'review.md': MISQUOTED });
    const { code, out, err } = await corroborate(['lint', '--fix-dry-run'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('would change “fourteen” to “14”');
    expect(out).toContain('misquote');
    expect(read(cwd, 'review.md')).toBe(MISQUOTED);
  });
});

describe('--baseline', () => {
  it('lets what is known pass, also after edits elsewhere, and tells what is gone', async () => {
    const cwd = ferry({ 'review.md': WRONG });
    const written = await corroborate(['lint', '--baseline', 'known.json', '--write-baseline'], { cwd });
    expect(written).toMatchObject({
      code: 0,
      err: 'corroborate: known.json: 1 finding of 1 draft written. From now on only others count.\n',
    });
    expect(await corroborate(['lint', '--baseline', 'known.json'], { cwd })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Left out: 1 known from the baseline.'),
    });
    writeFileSync(join(cwd, 'review.md'), `# A heading\n\nThe harbour board fined the operator £9,000.\n\n${WRONG}`);
    const { code, drafts } = await report(['--baseline', 'known.json'], { cwd });
    expect(code).toBe(1);
    expect(drafts[0]?.findings.map(({ message }) => message.includes('9,000'))).toEqual([true]);
    expect(drafts[0]?.silenced).toMatchObject([{ rule: 'contradicted-claim', by: 'baseline' }]);
    writeFileSync(join(cwd, 'review.md'), RIGHT);
    const gone = await corroborate(['lint', '--baseline', 'known.json'], { cwd });
    expect(gone.code).toBe(0);
    expect(gone.err).toContain('1 entry of known.json match');
    expect(gone.err).toContain('contradicted-claim in review.md');
  });

  it('keeps what it knows of drafts that were not looked at', async () => {
    const cwd = ferry({ 'a.md': WRONG, 'b.md': WRONG });
    await corroborate(['lint', '--baseline', 'known.json', '--write-baseline'], { cwd });
    await corroborate(['lint', '--baseline', 'known.json', '--write-baseline', 'b.md'], { cwd });
    expect((await corroborate(['lint', '--baseline', 'known.json'], { cwd })).code).toBe(0);
  });

  it('that cannot be used is no empty one', async () => {
    const cwd = ferry({ 'review.md': RIGHT, 'broken.json': '{' });
    expect(await corroborate(['lint', '--baseline', 'none.json'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'corroborate: The baseline none.json cannot be read (it does not exist). To write one, add --write-baseline.\n',
    });
    expect(await corroborate(['lint', '--baseline', 'broken.json'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is not JSON'),
    });
  });
});

describe('--cache', () => {
  it('gives the same answer, and a new one when draft, source, settings or ignores change', async () => {
    const cwd = ferry({ 'review.md': WRONG, 'empty.txt': '' });
    const run = async (...args: string[]) => corroborate(['lint', '--format', 'json', ...args], { cwd });
    const first = await run('--cache');
    expect(first).toEqual(await run());
    expect(existsSync(join(cwd, '.corroborate-cache.json'))).toBe(true);
    const changes: readonly (() => void)[] = [
      () => writeFileSync(join(cwd, 'review.md'), `${WRONG}\nMore.\n`),
      () => writeFileSync(join(cwd, 'seeds/ferry.txt'), SOURCE.replace('14', '41')),
      () => writeFileSync(join(cwd, 'seeds/other.txt'), ''),
      () => writeFileSync(join(cwd, 'corroborate.json'), '{ "rules": { "missing-citation": "off", "contradicted-claim": "off" } }'),
      () => writeFileSync(join(cwd, 'corroborate-ignores.json'), '{ "ignores": [{ "rule": "stale-citation" }] }'),
      () => renameSync(join(cwd, 'seeds/ferry.txt'), join(cwd, 'seeds/boat.txt')),
    ];
    for (const change of changes) {
      change();
      const plain = await run();
      // Once by checking, once from memory: every note, finding and exit code the same.
      expect(await run('--cache')).toEqual(plain);
      expect(await run('--cache')).toEqual(plain);
    }
  });

  it('that is broken is an empty one', async () => {
    const cwd = ferry({ 'review.md': WRONG, '.corroborate-cache.json': '{ "version": 1, "drafts": { "review.md": {} } }' });
    expect((await corroborate(['lint', '--cache'], { cwd })).code).toBe(1);
  });
});

describe('--changed-since', () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      stdio: 'pipe',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    });

  function repository() {
    const cwd = ferry({ 'a.md': WRONG, 'my drafts/ü b.md': RIGHT });
    git(cwd, 'init', '-q', '-b', 'main');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-q', '-m', 'one');
    return cwd;
  }

  it('checks drafts that changed, whatever their names, and new ones', async () => {
    const cwd = repository();
    expect(await corroborate(['lint', '--changed-since', 'main'], { cwd })).toMatchObject({
      code: 0,
      err: 'corroborate: 2 drafts did not change since main, and were left out.\n',
    });
    writeFileSync(join(cwd, 'my drafts/ü b.md'), `${RIGHT}\nMore.\n`);
    writeFileSync(join(cwd, 'new.md'), WRONG);
    const { code, drafts } = await report(['--changed-since', 'HEAD'], { cwd });
    expect({ code, paths: drafts.map(({ path }) => path) }).toEqual({ code: 1, paths: ['my drafts/ü b.md', 'new.md'] });
    mkdirSync(join(cwd, 'sub'), { recursive: true });
    expect((await report(['--changed-since', 'HEAD', '../new.md'], { cwd: join(cwd, 'sub') })).drafts).toHaveLength(1);
  });

  it('checks every draft whose sources or settings changed', async () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'seeds/ferry.txt'), SOURCE.replace('£3,000', '£4,000'));
    expect((await report(['--changed-since', 'main'], { cwd })).drafts).toHaveLength(2);
    git(cwd, 'commit', '-q', '-a', '-m', 'two');
    writeFileSync(join(cwd, 'corroborate.json'), '{}');
    expect((await report(['--changed-since', 'main'], { cwd })).drafts).toHaveLength(2);
  });

  it('says plainly what is missing, and checks nothing by mistake', async () => {
    const cwd = repository();
    expect(await corroborate(['lint', '--changed-since', 'nowhere'], { cwd })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('git knows no such commit'),
    });
    expect((await corroborate(['lint', '--changed-since', '--output=x'], { cwd })).code).toBe(2);
    expect(asProcess(['lint', '--changed-since', 'main'], { cwd, env: { PATH: '/nowhere' } })).toMatchObject({
      code: 2,
      err: expect.stringContaining('git is not installed here'),
    });
    expect(
      asProcess(['lint', '--changed-since', 'main'], { cwd: ferry({ 'a.md': WRONG }), env: { GIT_CEILING_DIRECTORIES: '/' } }),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining('in no git repository'),
    });
  });
});

describe('options that exclude each other', () => {
  it.each([
    [['--write-baseline'], 'Name the file to write: --baseline FILE --write-baseline.'],
    [['--fix', '--fix-dry-run'], 'Use --fix or --fix-dry-run, not both.'],
    [['--stdin-filename', 'a.md', '--fix'], 'With --stdin-filename there is no file to change: use --fix-dry-run.'],
  ])('%j are told', async (args, message) => {
    expect(await corroborate(['lint', ...args], { cwd: ferry({ 'a.md': RIGHT }) })).toEqual({
      code: 2,
      out: '',
      err: `corroborate: ${message}\n`,
    });
  });
});
