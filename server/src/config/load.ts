/** Reads the configuration file that holds for a draft. */
import { readFile } from 'node:fs/promises';
import { type Config, DEFAULT_CONFIG } from '../config.ts';
import { reason } from '../corpus/load/reason.ts';
import { findConfigFile } from '../project/discover.ts';
import { type ConfigProblem, parseConfig } from './parse.ts';

/** `path` is null where no file was found and the usual settings hold; with problems, the usual settings hold as well. */
export interface LoadedConfig {
  readonly path: string | null;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** The settings for a draft or folder (absolute path): the nearest configuration file upwards, at most up to `ceiling`. */
export async function loadConfigFor(from: string, ceiling?: string): Promise<LoadedConfig> {
  const path = await findConfigFile(from, ceiling);
  return path === null ? { path, config: DEFAULT_CONFIG, problems: [] } : loadConfig(path);
}

/** The settings of one configuration file. Never throws. */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const problem = {
      at: '',
      message: `The file cannot be read (${reason(error)}).`,
      remedy: 'Check that it exists and that you may read it.',
    };
    return { path, config: DEFAULT_CONFIG, problems: [problem] };
  }
  const parsed = parseConfig(text);
  return parsed.ok ? { path, config: parsed.config, problems: [] } : { path, config: DEFAULT_CONFIG, problems: parsed.problems };
}

/** `corroborate.json: rules.misquot: There is no such setting. Did you mean "misquote"?` */
export function configMessage(file: string, problem: ConfigProblem): string {
  return `${[file, problem.at].filter((part) => part !== '').join(': ')}: ${problem.message} ${problem.remedy}`;
}
