/** `--rule code:level`. */
import { closest } from '../config/closest.ts';
import { type Config, RULE_SETTINGS } from '../config.ts';
import { type OptionSpec, UsageError } from './command.ts';

export const RULE_OPTION: OptionSpec = {
  value: 'CODE:LEVEL',
  repeatable: true,
  help: `Make one kind of finding more or less serious: ${RULE_SETTINGS.join(', ')}. "corroborate rules" lists the codes.`,
};

/** Throws a UsageError for a code or level that does not exist. */
export function ruleSettings(given: readonly string[], codes: readonly string[]): Config['rules'] {
  return Object.fromEntries(given.map((text) => setting(text, codes)));
}

function setting(text: string, codes: readonly string[]): readonly [string, (typeof RULE_SETTINGS)[number]] {
  const [code = '', level = '', ...rest] = text.split(/[:=]/);
  if (!codes.includes(code)) {
    const near = closest(code, codes);
    throw new UsageError(
      `--rule ${text}: there is no rule "${code}". ${near === null ? '"corroborate rules" lists them.' : `Did you mean "${near}"?`}`,
    );
  }
  const known = RULE_SETTINGS.find((one) => one === level);
  if (known === undefined || rest.length > 0 || text.includes('=')) {
    throw new UsageError(
      `--rule ${text}: write the level after the code, as in --rule ${code}:warning. Levels are ${RULE_SETTINGS.join(', ')}.`,
    );
  }
  return [code, known];
}
