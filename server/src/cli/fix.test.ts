import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../rules/types.ts';
import { fixText } from './fix.ts';

/** A finding whose fix puts `after` for each place of `before` in the text. */
function mends(text: string, before: string, after: string, sure = true): readonly Finding[] {
  const findings: Finding[] = [];
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + before.length)) {
    const span = { start: at, end: at + before.length };
    const fix: Fix = { title: `Write ${after}`, edits: [{ span, newText: after }], sure };
    findings.push({ rule: 'misquote', severity: 'error', span, sentence: span, message: 'M.', evidence: [], fixes: [fix] });
  }
  return findings;
}

describe('fixing a text', () => {
  it('applies sure fixes until none is left, and then has nothing to do', () => {
    const findings = (text: string) => [...mends(text, 'one', 'two'), ...mends(text, 'two!', 'three!')];
    const fixed = fixText('a one!\nb one!\n', findings);
    expect(fixed.text).toBe('a three!\nb three!\n');
    expect(fixed.applied.map(({ line, changes }) => [line, changes])).toEqual([
      [1, [{ before: 'one', after: 'two' }]],
      [2, [{ before: 'one', after: 'two' }]],
      [1, [{ before: 'two!', after: 'three!' }]],
      [2, [{ before: 'two!', after: 'three!' }]],
    ]);
    expect(fixText(fixed.text, findings)).toEqual({ text: fixed.text, applied: [] });
  });

  it('leaves fixes that are not sure to a person', () => {
    expect(fixText('one', (text) => mends(text, 'one', 'two', false))).toEqual({ text: 'one', applied: [] });
  });

  it('ends where fixes undo each other, with a text it has seen', () => {
    const fixed = fixText('one', (text) => [...mends(text, 'one', 'two'), ...mends(text, 'two', 'one')]);
    expect(fixed).toMatchObject({ text: 'two', applied: [{ rule: 'misquote' }] });
  });

  it('ends where each fix calls for another', () => {
    expect(fixText('x', (text) => mends(text, text, `${text}x`)).text.length).toBeLessThan(20);
  });

  it('lets one of two fixes that touch wait for the next round', () => {
    const overlapping = (text: string) => [...mends(text, 'one two', 'ONE TWO'), ...mends(text, 'two three', 'TWO THREE')];
    expect(fixText('one two three', overlapping).text).toBe('ONE TWO three');
  });

  it('keeps the line ends of the draft', () => {
    expect(fixText('a\r\none\r\n', (text) => mends(text, 'one', 'two\nlines')).text).toBe('a\r\ntwo\r\nlines\r\n');
  });
});
