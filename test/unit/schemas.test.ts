/** What is generated must be what is committed, or an editor would offer settings that the program does not read. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { schemaFiles, settingsManifest } from '../../scripts/schemas/generate.ts';
import { configSchema, editorSchema } from '../../server/src/config.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
/** As it would come back from a file: without what JSON cannot hold. */
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const groups = settingsManifest() as readonly {
  readonly title: string;
  readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
}[];

describe('generated files (npm run schemas writes them anew)', () => {
  it.each(Object.keys(schemaFiles()))('schemas/%s is current', (name) => {
    expect(read(`schemas/${name}`)).toEqual(written(schemaFiles()[name]));
  });

  it('package.json declares the settings that the program reads', () => {
    const { contributes } = read('package.json') as { readonly contributes: { readonly configuration: unknown } };
    expect(contributes.configuration).toEqual(written(settingsManifest()));
  });

  it('the editor and the configuration file share their keys, but for what only an editor shows, when to check, when to fail, and what no folder may say', () => {
    const file = Object.keys(configSchema.shape).filter((key) => key !== '$schema' && key !== 'failOn');
    const onlyInEditor = ['run', 'citationLenses', 'searchHosts', 'sourceFolders'];
    expect(Object.keys(editorSchema.shape).filter((key) => !onlyInEditor.includes(key))).toEqual(file);
  });

  it('which servers may be sent the sources is for the person at the machine alone', () => {
    const hosts = groups.map(({ properties }) => properties['corroborate.searchHosts']).find((one) => one !== undefined);
    expect(hosts).toMatchObject({ scope: 'machine', default: [] });
  });

  it('every setting is described, under a heading', () => {
    for (const { title, properties } of groups) {
      expect(title).toMatch(/^[A-Z]/);
      for (const [key, { markdownDescription }] of Object.entries(properties)) expect(markdownDescription, key).toMatch(/\w+ .+\.$/);
    }
  });

  it('package.json, the schemas of the program and docs/settings.md hold the same keys', () => {
    const declared = groups.flatMap(({ properties }) => Object.keys(properties)).map((key) => key.replace('corroborate.', ''));
    const own = declared.filter((key) => key !== 'trace.server');
    expect([...own].sort()).toEqual(Object.keys(editorSchema.shape).sort());
    const documented = (heading: string) => {
      const section = readFileSync(join(root, 'docs/settings.md'), 'utf8')
        .split(/^## /m)
        .find((part) => part.startsWith(heading));
      return [...(section ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
    };
    expect(documented('In both').sort()).toEqual(own.filter((key) => key in configSchema.shape).sort());
    expect(documented('Only in the editor').sort()).toEqual(declared.filter((key) => !(key in configSchema.shape)).sort());
    const file = Object.keys(configSchema.shape).filter((key) => key !== '$schema' && !declared.includes(key));
    expect(documented('Only in the file').sort()).toEqual(file.sort());
  });

  it('every command has a title that a person would look for, and every view a welcome', () => {
    const { contributes } = read('package.json') as {
      readonly contributes: {
        readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
        readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
        readonly viewsWelcome: readonly { readonly view: string }[];
      };
    };
    for (const { title, category } of contributes.commands) expect(`${category}: ${title}`).toMatch(/^Corroborate: [A-Z][\w ]+$/);
    const welcomed = new Set(contributes.viewsWelcome.map(({ view }) => view));
    expect(Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id))).toEqual([...welcomed]);
  });
});
