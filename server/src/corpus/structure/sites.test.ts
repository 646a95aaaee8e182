/**
 * Pages of many kinds as scrapers and PDF readers leave them, all invented: what is matter, what is furniture, who posted
 * what and when. Each `sites/NAME.txt` has its outline beside it; read the outline before accepting a new one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outline } from './outline.ts';

const folder = join(import.meta.dirname, 'sites');

describe('a page of another site', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s is read as its outline says', async (name) => {
    const lines = outline(name, readFileSync(join(folder, name), 'utf8'));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(folder, name.replace(/txt$/, 'outline')));
  });

  it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s has the same structure with other line ends', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(outline(name, text.replaceAll('\n', '\r\n'))).toEqual(outline(name, text));
  });
});
