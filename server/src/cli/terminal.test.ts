import { describe, expect, it } from 'vitest';
import { paintFor, printable, shortened, wrapped } from './terminal.ts';

describe('what may reach a terminal', () => {
  it.each([
    ['plain words, “quoted”, £5 – and é', 'plain words, “quoted”, £5 – and é'],
    ['two\nlines\tand\r\nmore', 'two lines and more'],
    ['\u001b[31mred\u001b]0;title\u0007', '\\x1b[31mred\\x1b]0;title\\x07'],
    ['a\u009b2Jb\u007f', 'a\\x9b2Jb\\x7f'],
    ['left\u202eright\u2066', 'left\\u202eright\\u2066'],
    ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
    ['😀', '😀'],
  ])('%j prints as %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('is cut between words, never inside a character', () => {
    expect(shortened('short', 10)).toBe('short');
    expect(shortened('Inspectors found cracked valves', 24)).toBe('Inspectors found…');
    expect(shortened('😀'.repeat(10), 6)).toBe('😀😀…');
  });

  it('is wrapped between words, the first line shorter by what stands before it', () => {
    const text = 'Inspectors found cracked valves  rule-code';
    expect(wrapped(text, 20, '  ', 8)).toEqual(['Inspectors', '  found cracked', '  valves  rule-code']);
    expect(wrapped(text, null, '  ')).toEqual([text]);
    expect(wrapped('unbreakableunbreakable', 10, '  ')).toEqual(['unbreakableunbreakable']);
  });

  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('has colours: terminal %s, environment %j → %s', (terminal, env, coloured) => {
    expect(paintFor({ terminal, env }).red('x') !== 'x').toBe(coloured);
  });
});
