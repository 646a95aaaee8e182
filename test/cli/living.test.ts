/** What only a running process shows: a pipe that is closed, a watch that goes on, a page in a browser. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { corroborate, root } from './program.ts';

const SOURCE =
  'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n';
const WRONG = 'Inspectors found 41 cracked valves on the ferry in May 2011.\n';
const RIGHT = WRONG.replace('41', '14');
const PROGRAM = join(root, 'dist', 'main.cjs');

describe('a reader that has seen enough', () => {
  it('ends the program without a complaint', async () => {
    const cwd = folderOf({ 'seeds/ferry.txt': SOURCE, 'a.md': WRONG.repeat(3000) });
    const child = spawn(process.execPath, [PROGRAM, 'lint', '--format', 'json'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => {
      complaint += text.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect({ code, complaint }).toEqual({ code: 1, complaint: '' });
  });
});

describe('--watch', () => {
  it('checks again when a draft or a source changes, and ends when it is asked to, with the last answer', async () => {
    const cwd = folderOf({ 'seeds/ferry.txt': SOURCE, 'a.md': WRONG });
    const child = spawn(process.execPath, [PROGRAM, 'lint', '--watch', '--format', 'unix'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let out = '';
    let waits = 0;
    let wake = () => {};
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
    });
    child.stderr.on('data', (text: Buffer) => {
      waits += text.toString().split('Waiting for changes').length - 1;
      wake();
    });
    const run = async (count: number) => {
      while (waits < count) await new Promise<void>((resolve) => (wake = resolve));
    };
    await run(1);
    expect(out).toContain('[contradicted-claim]');
    out = '';
    writeFileSync(join(cwd, 'a.md'), RIGHT);
    await run(2);
    expect(out).not.toContain('[contradicted-claim]');
    out = '';
    writeFileSync(join(cwd, 'seeds/ferry.txt'), SOURCE.replace('14', '15'));
    await run(3);
    expect(out).toContain('“15”');
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
  });
});

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = BROWSERS.find((path) => existsSync(path));

describe.skipIf(browser === undefined)('the evidence report in a browser', () => {
  it('is sound for a screen reader, opened and closed, light and dark, and runs and loads nothing', async () => {
    const hostile = '<script>document.title = "owned"</script><img src="https://example.org/x.png" onerror="document.title = \'owned\'">';
    const cwd = folderOf({
      'seeds/ferry.txt': `${SOURCE}\n${hostile} Inspectors found 15 cracked valves on the ferry in May 2011.\n`,
      'a.md': `# The ferry\n\n${WRONG}\n\nInspectors found 15 cracked valves on the ferry in May 2011. It sailed to Mars.\n\n### Deep\n\n1. ${RIGHT}\n\n| A | B |\n| - | - |\n| ${hostile} | The board met. |\n\n> ${RIGHT}\n`,
      'b.md': `<!-- corroborate-disable-next-line contradicted-claim -- seen -->\n${WRONG}`,
    });
    const args = ['report', '--output', 'r.html', 'a.md', 'b.md', ...(existsSync(join(root, 'drafts')) ? [join(root, 'drafts')] : [])];
    expect(corroborate(args, { cwd }).code).toBe(0);
    const opened = await chromium.launch({ executablePath: browser ?? '', args: ['--no-sandbox'] });
    onTestFinished(() => opened.close());
    // The checker itself is a script, which the page would refuse.
    const page = await opened.newPage({ bypassCSP: true });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(join(cwd, 'r.html')).href;
    await page.goto(address);
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const violations = () =>
      page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))") as Promise<
        string[]
      >;
    expect(await violations()).toEqual([]);
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations()).toEqual([]);
    // By keyboard alone: the first claim opens and shows its passage.
    await page.reload();
    const first = page.locator('details.claim').first();
    await first.locator('summary').focus();
    expect(await first.locator('.passage').first().isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await first.locator('.passage').first().isVisible()).toBe(true);
    // On paper everything is open.
    await page.reload();
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await page.locator('details.claim .passage').first().isVisible()).toBe(true);
    expect(await page.title()).toBe('Evidence report');
    expect(asked.filter((url) => url !== address)).toEqual([]);
  });
});
