/** The editor's settings, read key by key: a wrong value costs its own key and no other. */
import { type Config, DEFAULT_CONFIG, type EditorSettings, editorSchema } from '../config.ts';
import { RULE_CODES } from '../rules/types.ts';

export interface ReadSettings {
  readonly settings: EditorSettings;
  /** In words, one for each wrong value. */
  readonly problems: readonly string[];
}

const DEFAULTS: EditorSettings = editorSchema.parse({});

/** What the client answered for the section `corroborate`; anything may stand there. */
export function readSettings(value: unknown): ReadSettings {
  if (typeof value !== 'object' || value === null) return { settings: DEFAULTS, problems: [] };
  const given = value as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  const problems: string[] = [];
  const take = (key: string, candidate: unknown) => {
    const result = editorSchema.safeParse({ [key]: candidate });
    if (result.success) return true;
    problems.push(
      `the setting “corroborate.${key}” has a value that is not known (${result.error.issues[0]?.message ?? 'wrong value'}); its usual value is used.`,
    );
    return false;
  };
  for (const key of Object.keys(editorSchema.shape)) {
    const candidate = given[key];
    if (candidate === undefined || candidate === null) continue;
    if (key === 'rules') kept[key] = readRules(candidate, take);
    else if (take(key, candidate)) kept[key] = candidate;
  }
  return { settings: editorSchema.parse(kept), problems };
}

function readRules(value: unknown, take: (key: string, candidate: unknown) => boolean): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(([code]) => (RULE_CODES as readonly string[]).includes(code));
  return Object.fromEntries(entries.filter(([code, level]) => take('rules', { [code]: level })));
}

/** What holds for a draft: the editor's own settings where they say something, else the configuration file's. */
export function mergeSettings(
  editor: EditorSettings,
  file: Config,
): Pick<Config, 'drafts' | 'rules' | 'citationStyle' | 'citationMarks' | 'paragraphCitations' | 'reading'> {
  const set = Object.entries(editor.rules).filter(([, level]) => level !== undefined && level !== 'default');
  return {
    drafts: sameList(editor.drafts, DEFAULTS.drafts) ? file.drafts : editor.drafts,
    rules: { ...file.rules, ...Object.fromEntries(set) },
    citationStyle: editor.citationStyle === 'auto' ? file.citationStyle : editor.citationStyle,
    citationMarks: editor.citationMarks && file.citationMarks,
    paragraphCitations: editor.paragraphCitations || file.paragraphCitations,
    reading: {
      seconds: editor.reading.seconds ?? file.reading.seconds,
      memory: editor.reading.memory ?? file.reading.memory,
      fileSize: editor.reading.fileSize ?? file.reading.fileSize,
      index: {
        above: editor.reading.index?.above ?? file.reading.index.above,
        memory: editor.reading.index?.memory ?? file.reading.index.memory,
        disk: editor.reading.index?.disk ?? file.reading.index.disk,
        kind: editor.reading.index?.kind ?? file.reading.index.kind,
        url: editor.reading.index?.url ?? file.reading.index.url,
        prefix: editor.reading.index?.prefix ?? file.reading.index.prefix,
      },
    },
  };
}

export const USUAL_SETTINGS: { readonly editor: EditorSettings; readonly file: Config } = { editor: DEFAULTS, file: DEFAULT_CONFIG };

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
