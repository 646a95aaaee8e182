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

describe('generated files (npm run schemas writes them anew)', () => {
  it.each(Object.keys(schemaFiles()))('schemas/%s is current', (name) => {
    expect(read(`schemas/${name}`)).toEqual(written(schemaFiles()[name]));
  });

  it('package.json declares the settings that the program reads', () => {
    const { contributes } = read('package.json') as { readonly contributes: { readonly configuration: unknown } };
    expect(contributes.configuration).toEqual(written(settingsManifest()));
  });

  it('the editor and the configuration file share their keys, but for what only an editor shows, when to check, and when to fail', () => {
    const file = Object.keys(configSchema.shape).filter((key) => key !== '$schema' && key !== 'failOn');
    expect(Object.keys(editorSchema.shape).filter((key) => key !== 'run' && key !== 'citationLenses')).toEqual(file);
  });

  it('every setting is described', () => {
    const { properties } = settingsManifest() as {
      readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
    };
    for (const [key, { markdownDescription }] of Object.entries(properties)) expect(markdownDescription, key).toMatch(/\w+ .+\.$/);
  });
});
