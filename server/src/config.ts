/**
 * What a person can set, in one schema: the configuration file, the editor's settings and the JSON schemas of both are
 * made from it (scripts/schemas.ts), so that no list of them is kept twice.
 */
import * as z from 'zod';
import type { CheckSettings } from './checker.ts';
import { RULE_CODES } from './rules/types.ts';

const CITATION_STYLES = ['auto', 'link', 'footnote', 'pandoc'] as const;
/** The least severity that makes `corroborate lint` exit with 1. */
export const FAIL_ON = ['error', 'warning', 'information', 'never'] as const;
export const RULE_SETTINGS = ['default', 'off', 'information', 'warning', 'error'] as const;

const ruleSetting = z.enum(RULE_SETTINGS);
const nonEmpty = z.string().min(1);

const ABOVE = 'Sources of more megabytes than this together are kept as an index in your cache folder and read from there.';
const HELD = 'Megabytes of that index that are held in memory; the rest is read when it is needed.';
const DISK = 'Megabytes that all kept indexes may take; those that were not used for longest are removed first.';
const above = z.int().min(0).max(1024);
const held = z.int().min(8).max(4096);
const disk = z.int().min(64).max(1_048_576);

/** Who finds the passages: the program's own index, or a server that speaks OpenSearch's language. */
const INDEX_KINDS = ['own', 'opensearch'] as const;
const KIND =
  'Who finds the passages: the program’s own index, or a search server that you have allowed to be asked (docs/scale.md). The own index is kept in either case, for when the server is away.';
const URL = 'Address of the search server, as in https://search.example.org:9200; no name or password in it.';
const PREFIX = 'What the names of the indexes on the search server begin with. All who share them share the sources.';
const kind = z.enum(INDEX_KINDS);
const url = z
  .string()
  .regex(/^https?:\/\/[^\s@/]+(?:\/[^\s@]*)?$/, 'the address of a server belongs here, as in "https://search.example.org:9200"');
const prefix = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'only small letters, digits and hyphens can stand here');

/** How sources that are too many to be read at every start are kept. */
const index = z
  .strictObject({
    above: above.default(8).describe(ABOVE),
    memory: held.default(32).describe(HELD),
    disk: disk.default(4096).describe(DISK),
    kind: kind.default('own').describe(KIND),
    url: url.nullable().default(null).describe(URL),
    prefix: prefix.default('corroborate').describe(PREFIX),
  })
  .prefault({})
  .describe('The index of large corpora.');

/**
 * Bounds of what a file may cost to read. They have ceilings of their own: the file that sets them may come with a folder
 * that nobody has looked at yet.
 */
const seconds = z.int().min(1).max(600);
const memory = z.int().min(64).max(4096);
const fileSize = z.int().min(1).max(1024);
const SECONDS = 'Time for one file other than plain text; past it the file is left out.';
const MEMORY = 'Memory, in megabytes, of each process that reads files other than plain text; a file that needs more is left out.';
const FILE_SIZE = 'Files above this many megabytes are left out.';

const reading = z
  .strictObject({
    seconds: seconds.default(30).describe(SECONDS),
    memory: memory.default(512).describe(MEMORY),
    fileSize: fileSize.default(64).describe(FILE_SIZE),
    index,
  })
  .prefault({})
  .describe('What reading the sources may cost.');

/** In the editor only what is set there goes before the file's limits, so that nothing has a usual value. */
const editorReading = z
  .strictObject({
    seconds: seconds.optional().describe(`${SECONDS} Usually 30.`),
    memory: memory.optional().describe(`${MEMORY} Usually 512.`),
    fileSize: fileSize.optional().describe(`${FILE_SIZE} Usually 64.`),
    index: z
      .strictObject({
        above: above.optional().describe(`${ABOVE} Usually 8.`),
        memory: held.optional().describe(`${HELD} Usually 32.`),
        disk: disk.optional().describe(`${DISK} Usually 4096.`),
        kind: kind.optional().describe(`${KIND} Usually "own".`),
        url: url.optional().describe(URL),
        prefix: prefix.optional().describe(`${PREFIX} Usually "corroborate".`),
      })
      .optional()
      .describe('The index of large corpora.'),
  })
  .default({})
  .describe(
    'What reading the sources may cost: `seconds` (usually 30) for one file, `memory` (512) of one reading process and `fileSize` (64), both in megabytes; and the index that is kept of large corpora, `index`: `above` (8), `memory` (32) and `disk` (4096), in megabytes. With `kind`, `url` and `prefix` a search server finds the passages, once you have allowed it in `corroborate.searchHosts`. What is not said here is as corroborate.json says.',
  );

const rules = z
  .strictObject(Object.fromEntries(RULE_CODES.map((code) => [code, ruleSetting.optional()])) as RuleShape)
  .default({})
  .describe('How serious each kind of finding is, or "off" to leave it out. Kinds that are not named keep their usual severity.');
type RuleShape = Record<(typeof RULE_CODES)[number], z.ZodOptional<typeof ruleSetting>>;

/** Keys that the configuration file and the editor's settings share. */
const shared = {
  sources: z
    .array(nonEmpty)
    .default([])
    .describe(
      'Folders or files that hold the sources, relative to this file (in the editor: to the workspace folder). They lie in this file’s folder, in its git repository or in a folder beside it. When empty, the nearest folder named "seeds" or "sources", from the draft upwards, is used.',
    ),
  drafts: z
    .array(nonEmpty)
    .default(['**/*.md', '**/*.markdown'])
    .describe('Which files are drafts, as glob patterns. Files among the sources are never drafts.'),
  rules,
  citationStyle: z
    .enum(CITATION_STYLES)
    .default('auto')
    .describe(
      'How a quick fix writes a citation: as a link, a footnote or a Pandoc citekey. "auto" follows the draft. What the draft says in its front matter (citationStyle: link) goes first.',
    ),
  citationMarks: z
    .boolean()
    .default(true)
    .describe(
      'Whether citations that are written for you carry a short mark of the cited words ("?words=…"), by which they are found again when the source has changed.',
    ),
  paragraphCitations: z.boolean().default(false).describe('Whether a citation at the end of a paragraph covers all its sentences.'),
};

export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where this file’s own schema is, for editors.'),
    ...shared,
    reading,
    failOn: z
      .enum(FAIL_ON)
      .default('warning')
      .describe('The least severity that makes "corroborate lint" exit with 1; "never" always exits with 0 where the whole job was done.'),
  })
  .describe('Settings of Corroborate for the drafts below this folder.');

/** Settings of the editor: the shared ones, and when to check. */
export const editorSchema = z.strictObject({
  ...shared,
  sources: shared.sources.describe(
    'Folders or files that hold the sources, relative to the workspace folder. When empty, corroborate.json is asked, then the nearest folder named "seeds" or "sources", from the draft upwards.',
  ),
  reading: editorReading,
  searchHosts: z
    .array(nonEmpty)
    .default([])
    .describe(
      'Search servers that may be sent the words of your sources, as in "search.example.org" or "localhost:9200". Only you can set this, for this machine: no folder can. The environment variable CORROBORATE_SEARCH_HOSTS says the same.',
    ),
  sourceFolders: z
    .array(nonEmpty)
    .default([])
    .describe(
      'Folders, as full paths, from which sources may be read wherever the review lies. Without it, what corroborate.json names must lie in its own folder, its git repository, a folder beside it, or a folder that is open here. Only you can set this, for this machine: no folder can. The environment variable CORROBORATE_SOURCE_FOLDERS says the same.',
    ),
  citationLenses: z
    .boolean()
    .default(false)
    .describe('Whether a line above each cited sentence of a source says how many sentences of which drafts cite it.'),
  run: z.enum(['onType', 'onSave']).default('onType').describe('Whether a draft is checked while you type or when it is saved.'),
});

export type Config = Readonly<z.output<typeof configSchema>>;
export type EditorSettings = Readonly<z.output<typeof editorSchema>>;
export type ReadingLimits = Config['reading'];
export type FailOn = (typeof FAIL_ON)[number];

export const DEFAULT_CONFIG: Config = configSchema.parse({});

/** The part of a configuration that the engine needs. */
export function checkSettings(config: Pick<Config, 'rules' | 'citationStyle' | 'citationMarks' | 'paragraphCitations'>): CheckSettings {
  const set = Object.entries(config.rules).filter(([, level]) => level !== undefined);
  const { citationStyle, citationMarks, paragraphCitations } = config;
  return { rules: Object.fromEntries(set), citationStyle, citationMarks, paragraphCitations };
}
