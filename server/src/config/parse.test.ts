import { describe, expect, it } from 'vitest';
import { checkSettings, DEFAULT_CONFIG } from '../config.ts';
import { closest } from './closest.ts';
import { configMessage } from './load.ts';
import { parseConfig } from './parse.ts';

/** What a person would be told of this file. */
function told(text: string): readonly string[] {
  const parsed = parseConfig(text);
  return parsed.ok ? [] : parsed.problems.map((problem) => configMessage('corroborate.json', problem));
}

describe('a configuration', () => {
  it('has sensible values where it says nothing', () => {
    expect(parseConfig('{}')).toEqual({ ok: true, config: DEFAULT_CONFIG });
    expect(DEFAULT_CONFIG).toMatchObject({ sources: [], citationStyle: 'auto', paragraphCitations: false, failOn: 'warning', rules: {} });
  });

  it('hands the engine what it set, and nothing else', () => {
    const parsed = parseConfig('\uFEFF{ "$schema": "x", "sources": ["evidence"], "rules": { "missing-citation": "off" } }');
    expect(parsed.ok && checkSettings(parsed.config)).toEqual({
      rules: { 'missing-citation': 'off' },
      citationStyle: 'auto',
      citationMarks: true,
      paragraphCitations: false,
    });
  });

  it.each([
    ['', ['corroborate.json:1 The file is empty. Write {} for the usual settings, or delete the file.']],
    ['{ "rules": { "misquot": "off" } }', ['corroborate.json:1 rules.misquot: There is no such setting. Did you mean "misquote"?']],
    ['{ "source": ["a"] }', ['corroborate.json:1 source: There is no such setting. Did you mean "sources"?']],
    [
      '{ "rules": { "misquote": "fatal" } }',
      [
        'corroborate.json:1 rules.misquote: One of "default", "off", "information", "warning", "error" belongs here. Correct the value, or take it out for the usual one.',
      ],
    ],
    [
      '{ "sources": "seeds" }',
      ['corroborate.json:1 sources: A list, in square brackets, belongs here. Correct the value, or take it out for the usual one.'],
    ],
    ['{ "reading": { "second": 5 } }', ['corroborate.json:1 reading.second: There is no such setting. Did you mean "seconds"?']],
    [
      '{ "reading": { "memory": 99999 } }',
      ['corroborate.json:1 reading.memory: This number must be at most 4096. Correct the value, or take it out for the usual one.'],
    ],
    ['{ "sources": [""] }', ['corroborate.json:1 sources.0: This is empty. Correct the value, or take it out for the usual one.']],
    [
      '[]',
      ['corroborate.json:1 A group of entries, in curly brackets, belongs here. Correct the value, or take it out for the usual one.'],
    ],
  ])('says what is wrong with %s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('says where a file stops being JSON', () => {
    expect(told('{\n  "sources": ["a"],\n}')).toEqual([
      'corroborate.json:3 The file is not JSON (character 1 of this line). Look for a missing or extra comma, quotation mark or bracket there; JSON has no comments.',
    ]);
  });

  it('guesses only near words', () => {
    expect(closest('wrong-citaton', ['wrong-citation', 'misquote'])).toBe('wrong-citation');
    expect(closest('colour', ['wrong-citation', 'misquote'])).toBeNull();
  });
});
