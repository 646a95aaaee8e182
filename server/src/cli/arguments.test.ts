import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

const command: Pick<Command, 'name' | 'options' | 'positionals'> = {
  name: 'lint',
  options: {
    sources: { value: 'DIR', repeatable: true, help: '' },
    format: { value: 'NAME', choices: ['stylish', 'json'], help: '' },
    quiet: { value: null, help: '' },
  },
  positionals: { least: 0, most: 2 },
};

const read = (...argv: string[]) => readArguments(argv, command);

describe('arguments', () => {
  it('may stand in any order, an option’s value after a blank or an equals sign', () => {
    const args = read('a.md', '--sources', 'x', '--format=json', 'b.md', '--sources=y', '--quiet');
    expect(args.positionals).toEqual(['a.md', 'b.md']);
    expect(args.values('sources')).toEqual(['x', 'y']);
    expect(args.value('format')).toBe('json');
    expect([args.has('quiet'), args.has('format'), args.value('nothing')]).toEqual([true, true, null]);
  });

  it('after two dashes are paths, whatever they look like', () => {
    expect(read('--', '--format', '-').positionals).toEqual(['--format', '-']);
  });

  it.each([
    [['--formt', 'json'], 'There is no option --formt. Did you mean --format?'],
    [['--zzz'], 'There is no option --zzz. "corroborate lint --help" lists them.'],
    [['-q'], 'There is no option -q. "corroborate lint --help" lists them.'],
    [['--constructor'], 'There is no option --constructor. "corroborate lint --help" lists them.'],
    [['--format', 'xml'], '--format cannot be "xml". Use one of stylish, json.'],
    [['--sources'], '--sources needs a value: --sources DIR.'],
    [['--quiet=yes'], '--quiet takes no value.'],
    [['a', 'b', 'c'], '"c" is one argument too many. "corroborate lint --help" shows the form.'],
  ])('%j are refused', (argv, message) => {
    expect(() => read(...argv)).toThrow(message);
  });
});
