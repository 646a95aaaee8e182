import { expect, test } from 'vitest';
import { mergeSettings, readSettings, USUAL_SETTINGS } from './settings.ts';

test('a wrong value costs its own key and no other', () => {
  const { settings, problems } = readSettings({
    sources: ['a'],
    citationStyle: 'chicago',
    rules: { misquote: 'loud', 'weak-source': 'off' },
    unknown: 1,
  });
  expect(settings.sources).toEqual(['a']);
  expect(settings.citationStyle).toBe('auto');
  expect(settings.rules).toEqual({ 'weak-source': 'off' });
  expect(problems.map((problem) => /corroborate\.[a-z.A-Z]+/.exec(problem)?.[0])).toEqual([
    'corroborate.rules',
    'corroborate.citationStyle',
  ]);
});

test.each([[null], [undefined], ['text'], [7], [[]], [{ rules: 'x' }], [{ sources: null }]])('%j gives the usual settings', (value) => {
  expect(readSettings(value).settings).toEqual(USUAL_SETTINGS.editor);
});

test('what the editor says goes before what the file says', () => {
  const editor = { ...USUAL_SETTINGS.editor, rules: { misquote: 'warning', 'weak-source': 'default' } as const };
  const file = { ...USUAL_SETTINGS.file, citationStyle: 'pandoc', rules: { misquote: 'off', 'weak-source': 'off' } } as const;
  expect(mergeSettings(editor, file)).toMatchObject({ citationStyle: 'pandoc', rules: { misquote: 'warning', 'weak-source': 'off' } });
});

test('limits of reading that the editor sets go before the file’s, one by one', () => {
  const { settings, problems } = readSettings({ reading: { memory: 1024 } });
  expect(problems).toEqual([]);
  const file = { ...USUAL_SETTINGS.file, reading: { ...USUAL_SETTINGS.file.reading, seconds: 90, memory: 256, fileSize: 64 } };
  expect(mergeSettings(settings, file).reading).toEqual({ ...file.reading, memory: 1024 });
  expect(mergeSettings(USUAL_SETTINGS.editor, file).reading).toEqual(file.reading);
  expect(readSettings({ reading: { memory: 99_999 } }).problems).toHaveLength(1);
  const small = readSettings({ reading: { index: { memory: 16 } } });
  expect(small.problems).toEqual([]);
  expect(mergeSettings(small.settings, file).reading).toEqual({ ...file.reading, index: { ...file.reading.index, memory: 16 } });
});
