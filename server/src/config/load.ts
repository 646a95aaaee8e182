/** Reads the configuration file that holds for a draft. */
import { readFile } from 'node:fs/promises';
import { type Config, DEFAULT_CONFIG } from '../config.ts';
import { reason } from '../corpus/load/reason.ts';
import { findConfigFile, type RefusedRoot } from '../project/discover.ts';
import { type ConfigProblem, lineOfSetting, parseConfig } from './parse.ts';

/** `path` is null where no file was found and the usual settings hold; with problems, the usual settings hold as well. */
export interface LoadedConfig {
  readonly path: string | null;
  /** The file's words. */
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** The settings for a draft or folder (absolute path): the nearest configuration file upwards, at most up to `ceiling`. */
export async function loadConfigFor(from: string, ceiling?: string): Promise<LoadedConfig> {
  const path = await findConfigFile(from, ceiling);
  return path === null ? { path, text: '', config: DEFAULT_CONFIG, problems: [] } : loadConfig(path);
}

/** The settings of one configuration file. Never throws. */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const problem = {
      line: 1,
      at: '',
      message: `The file cannot be read (${reason(error)}).`,
      remedy: 'Check that it exists and that you may read it.',
    };
    return { path, text: '', config: DEFAULT_CONFIG, problems: [problem] };
  }
  const parsed = parseConfig(text);
  return parsed.ok
    ? { path, text, config: parsed.config, problems: [] }
    : { path, text, config: DEFAULT_CONFIG, problems: parsed.problems };
}

/** `corroborate.json:3 rules.misquot: There is no such setting. Did you mean "misquote"?` */
export function configMessage(file: string, { line, at, message, remedy }: ConfigProblem): string {
  return `${file}:${line} ${at === '' ? '' : `${at}: `}${message} ${remedy}`;
}

/** What is told of sources that are named and not read; `shown` is how the person would write a path. */
export function refusalMessage(
  { root, index, why }: RefusedRoot,
  { path, text, config }: LoadedConfig,
  shown: (path: string) => string,
): string {
  if (path === null || index === null) return `${shown(root)} ${why}`;
  return `${shown(path)}:${lineOfSetting(text, ['sources', index])} The source ${JSON.stringify(config.sources[index] ?? '')} ${why}`;
}
