/**
 * Pages of many kinds as scrapers and PDF readers leave them, all invented: what is matter, what is furniture, who posted
 * what and when. Each `sites/NAME.txt` has its outline beside it; read the outline before accepting a new one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestEntry } from '../manifest-write.ts';
import { sourceOf } from '../memory.ts';
import { outline } from './outline.ts';
import { structureSource } from './structure.ts';

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

describe('what is written of the page into a corpus.json', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s has the posts of its thread', (name) => {
    const found = structureSource(sourceOf(name, readFileSync(join(folder, name), 'utf8')));
    const threads = found.documents.filter(({ kind }) => kind === 'forum' || kind === 'comments');
    const written = manifestEntry(found)?.documents?.filter(({ kind }) => kind === 'forum' || kind === 'comments') ?? [];
    const posters = (one: { readonly speaker: string | null }) => one.speaker;
    expect(written.map(({ posts }) => new Set(posts?.map(posters)))).toEqual(
      threads.map(({ blocks }) => new Set(blocks.filter(({ voice }) => voice === 'poster').map(posters))),
    );
  });
});
