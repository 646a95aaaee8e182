/** `npm run schemas`: writes what is generated from the program's schemas, where a test expects to find it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles, settingsManifest } from './schemas/generate.ts';

const root = process.cwd();
mkdirSync(join(root, 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries(schemaFiles())) write(join(root, 'schemas', name), schema);

const manifest = join(root, 'package.json');
const parsed = JSON.parse(readFileSync(manifest, 'utf8')) as { contributes: Record<string, unknown> };
write(manifest, { ...parsed, contributes: { ...parsed.contributes, configuration: settingsManifest() } });

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
