/** Runs the import rules of .dependency-cruiser.cjs over a tree that is laid out like the project. */
import { createRequire } from 'node:module';
import { cruise, type IConfiguration } from 'dependency-cruiser';

const require = createRequire(import.meta.url);

/** Sorted lines `rule: from → to`, one for each arrow that runs the wrong way below `root`. */
export async function wrongArrows(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const config = require('../../.dependency-cruiser.cjs') as IConfiguration;
  const { forbidden } = config;
  if (forbidden === undefined) throw new Error('.dependency-cruiser.cjs forbids nothing');
  const result = await cruise([...folders], { ...config.options, baseDir: root, ruleSet: { forbidden }, validate: true });
  if (typeof result.output === 'string') throw new Error(result.output);
  return result.output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}
