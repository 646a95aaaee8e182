import { expect, it } from 'vitest';
import { commandHelp, programHelp } from './help.ts';
import { command } from './lint.ts';

const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

it('help fits a narrow terminal, is no wider than a page on a wide one, and says the same on each', () => {
  const help = [60, 100, 300, null].map((columns) => commandHelp(command, columns));
  expect(Math.max(...help.map(longest))).toBeLessThanOrEqual(100);
  expect(longest(help[0] ?? '')).toBeLessThanOrEqual(80);
  expect(help[2]).toBe(help[3]);
  const words = (text: string | undefined) => text?.replace(/\s+/g, ' ');
  expect(words(help[0])).toBe(words(help[3]));
  const listed = [{ name: 'lint', summary: 'Check drafts against their sources and list what was found in each of them, line by line.' }];
  expect(longest(programHelp(listed, '1', 70))).toBeLessThanOrEqual(100);
});
