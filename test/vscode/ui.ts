/**
 * Uses the packed extension as a person would: installs the .vsix, opens a shipped draft, sees the squiggle, hovers, takes
 * the quick fix, saves, and finds it in the file; then puts in a citation. Pictures of what it sees go into out/images;
 * `npm run screenshots` puts them where the README shows them.
 */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { setUpCodeServer } from './harness/setup.ts';
import { isSkipped, tellTotals } from './harness/totals.ts';
import { installExtension, openWorkbench, Profile, startBrowser, startServer } from './harness/vscode.ts';

const VSIX = 'dist/corroborate.vsix';
const DRAFT = '3-the-documentary.md';
const LARGEST_VSIX = 5 * 1024 * 1024;
/** The draft says BBC where the source says ITV. */
const WRONG = 'BBC';
const BEFORE = `former ${WRONG} news producer`;
/** A sentence that is right and cites nothing. */
const UNCITED = 'Policy Press published it';
/** A source and a line of it with one sentence. */
const COPIED_FROM = '002_d00529848cb94088.txt';
const COPIED_LINE = 5;
const AFTER = 'former ITV news producer';

const { values: options } = parseArgs({
  options: { images: { type: 'string', default: 'out/images' }, keep: { type: 'boolean', default: false } },
});

async function main(): Promise<void> {
  if (isSkipped('the test of the packed extension')) return;
  const { size } = fs.statSync(VSIX);
  assert.ok(size < LARGEST_VSIX, `${VSIX} has ${size} bytes`);
  fs.mkdirSync(options.images, { recursive: true });

  const installed = setUpCodeServer();
  const profile = new Profile({
    'editor.fontSize': 14,
    'editor.wordWrap': 'on',
    'editor.minimap.enabled': false,
    'editor.hover.delay': 200,
    'workbench.colorTheme': 'Default Light Modern',
    'explorer.compactFolders': false,
  });
  const workspace = profile.path('review');
  for (const folder of ['drafts', 'seeds']) fs.cpSync(folder, path.join(workspace, folder), { recursive: true });
  installExtension(installed, profile, VSIX);
  const server = await startServer(installed, profile);
  try {
    const { page, context } = await startBrowser(installed, profile, { width: 1360, height: 820 });
    page.setDefaultTimeout(60_000);
    try {
      await openWorkbench(server, page, { folder: workspace });
      await use(page, path.join(workspace, 'drafts', DRAFT));
      tellTotals(1, 0);
      console.log('The packed extension does what a person asks of it.');
    } catch (error) {
      await page.screenshot({ path: path.resolve('out/ui-failure.png') }).catch(() => {});
      throw error;
    } finally {
      await context.close().catch(() => {});
    }
  } finally {
    await server.stop();
    if (options.keep) console.log(profile.folder);
    else profile.remove();
  }
}

async function use(page: Page, file: string): Promise<void> {
  await page.locator('.explorer-folders-view').waitFor({ state: 'visible' });
  await openFile(page, DRAFT);
  await squiggles(page).first().waitFor({ state: 'visible' });
  const status = page.locator('.statusbar-item', { hasText: /Checked \d+ claims/ });
  await status.waitFor({ state: 'visible' });
  await shot(page, 'draft');

  const word = page.locator('.view-line span', { hasText: BEFORE }).last();
  await hoverWord(page, word, WRONG);
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Contradicts it' });
  await hover.waitFor({ state: 'visible' });
  const text = (await hover.textContent()) ?? '';
  assert.match(text, /The source has “ITV”/);
  assert.match(text, /a former ITV news producer/);
  // What the finding says is not said again below it.
  assert.equal(text.split('a former ITV news producer').length, 2, text);
  await shot(page, 'hover');
  await hover.locator('a', { hasText: 'Baby P documentary claims' }).click();
  await page.locator('.statusbar-item', { hasText: 'Ln 20, Col 5' }).waitFor({ state: 'visible' });
  await page.locator('.tab', { hasText: DRAFT }).click();

  await page.keyboard.press('Escape');
  await clickWord(page, word, WRONG);
  const fix = await lightBulb(page, 'ITV');
  await shot(page, 'quick-fix');
  await fix.click();
  await page.keyboard.press('Control+s');
  await saved(file, AFTER, BEFORE);

  await askStatus(page);
  await insertCitation(page, file);
  await pasteCitation(page, file);
  await lookAtClaims(page);
  await showEvidence(page, file);
  await explain(page);
  await ignore(page, file);
  await walkThrough(page);
}

/** The list of claims is reached by a command, says how far the draft is, and leads to a claim; so does that of the sources. */
async function lookAtClaims(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('w');
  await openFile(page, DRAFT);
  await command(page, 'Corroborate: Focus on Claims View');
  const claims = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Claims' }) });
  await claims.getByText(/\d+ of \d+ claims supported/).waitFor({ state: 'visible' });
  await page
    .locator('.action-item', { has: page.locator('[aria-label^="Corroborate"]') })
    .locator('.badge-content', { hasText: /\d/ })
    .first()
    .waitFor({ state: 'visible' });
  await claims.locator('.monaco-list-row', { hasText: 'Baby P' }).first().click();
  await page
    .locator('.statusbar-item', { hasText: /Ln \d+/ })
    .first()
    .waitFor({ state: 'visible' });
  const sources = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Sources' }) });
  await sources.getByText(/\d+ documents, \d+ of them never cited/).waitFor({ state: 'visible' });
  await sources
    .locator('.monaco-list-row', { hasText: /never cited|passages? cited/ })
    .first()
    .waitFor({ state: 'visible' });
  await shot(page, 'views');
  await command(page, 'Corroborate: Focus on Claims View');
  await claims.locator('.pane-header').hover();
  await claims.locator('[aria-label="List Claims by Verdict"]').click();
  await claims.locator('.monaco-list-row', { hasText: 'Supported' }).first().waitFor({ state: 'visible' });
  await shot(page, 'claims-by-verdict');
  await claims.locator('[aria-label="List Claims in the Order of the Draft"]').click();
}

/** The source stands beside the draft, at the passage. */
async function showEvidence(page: Page, file: string): Promise<void> {
  await page.locator('.tab', { hasText: DRAFT }).click();
  await page.keyboard.press('Escape');
  await goToLine(page, lineOf(file, AFTER));
  await clickWord(page, page.locator('.view-line span', { hasText: AFTER }).last(), 'ITV');
  await command(page, 'Corroborate: Show Evidence Beside');
  await page
    .locator('.editor-group-container')
    .nth(1)
    .locator('.cdr.ced-1-TextEditorDecorationType')
    .or(page.locator('.editor-group-container').nth(1).locator('[class*="TextEditorDecorationType"]'))
    .first()
    .waitFor({ state: 'attached' });
  await shot(page, 'evidence');
  await command(page, 'Corroborate: Stop Showing Evidence Beside');
}

async function explain(page: Page): Promise<void> {
  await page.locator('.tab', { hasText: DRAFT }).first().click();
  await command(page, 'Corroborate: Explain this Verdict');
  await page.locator('.tab', { hasText: 'Why this verdict' }).waitFor({ state: 'visible' });
  await page.waitForTimeout(1500);
  await shot(page, 'explanation');
}

/** Ignores a finding by the light bulb, and sees it in the list of what is ignored. */
async function ignore(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+w');
  await openFile(page, DRAFT);
  await squiggles(page).first().waitFor({ state: 'visible' });
  await page.keyboard.press('Control+Home');
  await command(page, 'Corroborate: Go to Next Finding');
  // The finding is read out at once; the hover is closed before the light bulb is asked.
  await page.locator('.monaco-hover:visible', { hasText: /corroborate/ }).waitFor({ state: 'visible' });
  await page.keyboard.press('Escape');
  await (await lightBulb(page, 'for this sentence')).click();
  const ignores = path.join(path.dirname(path.dirname(file)), 'corroborate-ignores.json');
  await until('the decision in its file', () => fs.existsSync(ignores));
  await command(page, 'Corroborate: Show What is Ignored');
  await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'for the sentence' }).waitFor({ state: 'visible' });
  await shot(page, 'ignored');
  await page.keyboard.press('Escape');
}

async function walkThrough(page: Page): Promise<void> {
  await command(page, 'Corroborate: Open Walkthrough');
  await page.getByText('Check a draft against its sources').first().waitFor({ state: 'visible' });
  // Everything that it asks for has been done by now.
  for (const step of ['folder', 'sources', 'draft', 'finding'])
    await page.locator(`[data-done-step-id$="#${step}"].complete`).first().waitFor({ state: 'attached' });
  await shot(page, 'walkthrough');
}

/** The status bar says what was checked, and a click what was read and what can be done. */
async function askStatus(page: Page): Promise<void> {
  await page.locator('.statusbar-item', { hasText: /Checked \d+ claims/ }).click();
  await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: /\d+ documents/ }).waitFor({ state: 'visible' });
  await shot(page, 'status');
  await page.keyboard.press('Escape');
}

/** Puts a citation into the sentence about the inquest, and finds it in the file. */
async function insertCitation(page: Page, file: string): Promise<void> {
  const citations = () => fs.readFileSync(file, 'utf8').split('](../seeds/').length;
  const before = citations();
  await goToLine(page, lineOf(file, UNCITED));
  await clickWord(page, page.locator('.view-line span', { hasText: UNCITED }).last(), UNCITED);
  await command(page, 'Corroborate: Insert Citation');
  await page.locator('.quick-input-title', { hasText: 'Insert Citation' }).waitFor({ state: 'visible' });
  const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
  await rows.first().waitFor({ state: 'visible' });
  await page.keyboard.type('published June 2014');
  await page.waitForTimeout(800);
  await shot(page, 'insert-citation');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+s');
  await until('a citation more in the file', () => citations() === before + 1);
}

/** Copies a sentence of a source as a citation and pastes it, by the keyboard as a person does, at the draft's end. */
async function pasteCitation(page: Page, file: string): Promise<void> {
  await openFile(page, COPIED_FROM);
  await page.locator('.tab.active', { hasText: COPIED_FROM }).waitFor({ state: 'visible' });
  await goToLine(page, COPIED_LINE);
  await command(page, 'Corroborate: Copy as Citation');
  await page.locator('.statusbar-item', { hasText: 'Copied a citation' }).waitFor({ state: 'visible' });
  await page.locator('.tab', { hasText: DRAFT }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('See ');
  await page.keyboard.press('Control+v');
  await page
    .locator('.view-line', { hasText: `${COPIED_FROM}` })
    .last()
    .waitFor({ state: 'visible' });
  await page.keyboard.press('Control+s');
  const pasted = new RegExp(
    `^See \\(\\[[^\\]]+\\]\\(\\.\\./seeds/${COPIED_FROM.replace('.', '\\.')}\\?words=[0-9a-z-]+#L${COPIED_LINE}\\)\\)`,
    'm',
  );
  await until('a pasted citation in the file', () => pasted.test(fs.readFileSync(file, 'utf8')));
}

async function goToLine(page: Page, line: number): Promise<void> {
  const there = page.locator('.statusbar-item', { hasText: new RegExp(`^\\s*Ln ${line}, Col `) });
  const input = page.locator('.quick-input-widget:visible input');
  // An editor that is just being opened takes the keys away from the list; then it is asked again.
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.keyboard.press('Control+g');
    const came = await arrived(async () => {
      await input.fill(`:${line}`, { timeout: PATIENCE });
      await page.keyboard.press('Enter');
      await there.waitFor({ state: 'visible', timeout: PATIENCE });
    });
    if (came) return;
    await page.keyboard.press('Escape');
  }
  throw new Error(`the cursor never came to line ${line}`);
}

/** Milliseconds to wait for what is tried again where it does not come. */
const PATIENCE = 8000;

function arrived(attempt: () => Promise<unknown>): Promise<boolean> {
  return attempt().then(
    () => true,
    () => false,
  );
}

/** 1-based. */
function lineOf(file: string, words: string): number {
  return (
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  );
}

async function openFile(page: Page, name: string): Promise<void> {
  await choose(page, 'Control+p', name, name);
}

async function command(page: Page, name: string): Promise<void> {
  await choose(page, 'F1', `>${name}`, name);
}

/** Opens the list that a key opens, and takes from it what is typed. Where nothing has the focus the key goes nowhere; then it is pressed again. */
async function choose(page: Page, key: string, typed: string, row: string): Promise<void> {
  const list = page.locator('.quick-input-widget:visible');
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.keyboard.press(key);
    const came = await arrived(async () => {
      await list.locator('input').fill(typed, { timeout: PATIENCE });
      await list.locator('.monaco-list-row', { hasText: row }).first().waitFor({ state: 'visible', timeout: PATIENCE });
    });
    if (came) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Escape');
    await page.locator('.part.editor').click({ position: { x: 5, y: 60 } });
  }
  throw new Error(`the list never showed ${row}`);
}

/** Asks for the light bulb's list until it offers what is wanted: on a busy machine the first one may come before the findings. */
async function lightBulb(page: Page, wanted: string): Promise<Locator> {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: wanted }).first();
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.keyboard.press('Control+.');
    if (await arrived(() => row.waitFor({ state: 'visible', timeout: PATIENCE }))) return row;
    await page.keyboard.press('Escape');
  }
  throw new Error(`the light bulb never offered “${wanted}”`);
}

function squiggles(page: Page): Locator {
  return page.locator('.monaco-editor .cdr.squiggly-error');
}

/** Where in a line's text a word stands, as a point on the screen, once it has come to rest there. */
async function pointOf(line: Locator, word: string): Promise<Point> {
  let before: Point | null = null;
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    // The editor draws its lines anew whenever it likes; then the element is gone, and the next look finds its successor.
    const now = await centreOf(line, word).catch(() => null);
    if (now !== null && before !== null && now.x === before.x && now.y === before.y) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`“${word}” is not on the screen`);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function centreOf(line: Locator, word: string): Promise<Point | null> {
  return line.evaluate(
    (element, wanted) => {
      const walker = element.ownerDocument.createTreeWalker(element, 4);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) continue;
        const range = element.ownerDocument.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    },
    word,
    { timeout: 1000 },
  );
}

async function hoverWord(page: Page, line: Locator, word: string): Promise<void> {
  const { x, y } = await pointOf(line, word);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
}

async function clickWord(page: Page, line: Locator, word: string): Promise<void> {
  const { x, y } = await pointOf(line, word);
  await page.mouse.click(x, y);
}

async function saved(file: string, wanted: string, unwanted: string): Promise<void> {
  await until(`“${wanted}” in the file`, () => {
    const text = fs.readFileSync(file, 'utf8');
    return text.includes(wanted) && !text.includes(unwanted);
  });
}

async function until(what: string, condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; !condition(); ) {
    if (Date.now() > end) throw new Error(`it never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A picture for the README, once nothing moves any more. */
async function shot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(options.images, `${name}.png`) });
}

await main();
