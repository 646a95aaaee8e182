/** JSON schemas and the editor's list of settings, made from the zod schemas that the program itself reads with. */
import * as z from 'zod';
import { reportSchema } from '../../server/src/cli/report-schema.ts';
import { configSchema, editorSchema } from '../../server/src/config.ts';
import { manifestJsonSchema } from '../../server/src/corpus/manifest.ts';
import { ignoreFileSchema } from '../../server/src/ignores/file.ts';
import { RULES } from '../../server/src/rules/registry.ts';

type Json = Readonly<Record<string, unknown>>;

/** Files below schemas/, by name. */
export function schemaFiles(): Readonly<Record<string, Json>> {
  return {
    'corpus.schema.json': manifestJsonSchema() as Json,
    'config.schema.json': describeRules(inputSchema(configSchema)),
    'ignores.schema.json': inputSchema(ignoreFileSchema),
    'report.schema.json': z.toJSONSchema(reportSchema, { io: 'output' }) as Json,
  };
}

/** Under which heading the editor shows a setting; each of the schema’s has one. */
const GROUPS: Readonly<Record<keyof typeof editorSchema.shape, string>> = {
  sources: 'What is checked',
  drafts: 'What is checked',
  run: 'What is checked',
  reading: 'What is checked',
  searchHosts: 'What is checked',
  sourceFolders: 'What is checked',
  rules: 'Findings',
  citationStyle: 'Citations',
  citationMarks: 'Citations',
  paragraphCitations: 'Citations',
  citationLenses: 'Citations',
};

/** Which settings may say something: those of a folder, unless said otherwise here; "machine" is what no folder can set. */
const SCOPES: Readonly<Record<string, 'window' | 'machine'>> = { run: 'window', searchHosts: 'machine', sourceFolders: 'machine' };

/** What package.json declares under contributes.configuration: groups of settings, in the order of their first ones. */
export function settingsManifest(): readonly Json[] {
  const { properties } = describeRules(inputSchema(editorSchema)) as { readonly properties: Readonly<Record<string, Json>> };
  const titles = [...new Set(Object.values(GROUPS))];
  const groups = titles.map((title) => {
    const keys = Object.entries(GROUPS).flatMap(([key, group]) => (group === title ? [key] : []));
    const settings = keys.map((key, order) => [
      `corroborate.${key}`,
      { order, scope: SCOPES[key] ?? 'resource', ...markdown(properties[key] ?? {}) },
    ]);
    return { title, properties: Object.fromEntries(settings) };
  });
  return [...groups, { title: 'When something is wrong', properties: { 'corroborate.trace.server': TRACE } }];
}

/** Read by the language client library itself, not by the program, hence in no schema of ours. */
const TRACE = {
  order: 0,
  type: 'string',
  enum: ['off', 'messages', 'verbose'],
  default: 'off',
  scope: 'window',
  markdownDescription: 'What is written to the output channel of the messages between the editor and the language server.',
};

function inputSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input' }) as Json;
}

/** Each rule's key says what the rule is about. */
function describeRules(schema: Json): Json {
  const { properties } = schema as { readonly properties: Readonly<Record<string, Json>> };
  const { rules } = properties;
  const codes = rules?.['properties'] as Readonly<Record<string, Json>>;
  const described = Object.fromEntries(
    RULES.map(({ code, severity, summary }) => [
      code,
      { ...codes[code], default: 'default', description: `${summary} Usually: ${severity}.` },
    ]),
  );
  return { ...schema, properties: { ...properties, rules: { ...rules, properties: described } } };
}

function markdown({ description, ...property }: Json): Json {
  return { ...property, markdownDescription: description };
}
