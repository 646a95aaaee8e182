import { expect, test } from 'vitest';
import { sureFixes } from './fix-all.ts';
import type { Finding, TextEdit } from './types.ts';

const edit = (start: number, end: number): TextEdit => ({ span: { start, end }, newText: 'x' });
const finding = (sure: boolean, ...edits: TextEdit[]): Finding => ({
  rule: 'misquote',
  severity: 'error',
  span: { start: 0, end: 0 },
  sentence: { start: 0, end: 0 },
  message: 'M.',
  evidence: [],
  fixes: [{ title: 'Fix', edits, sure }],
});

test('only sure fixes that do not touch each other are applied together', () => {
  const findings = [
    finding(true, edit(5, 9), edit(20, 21)),
    finding(false, edit(30, 31)),
    finding(true, edit(0, 5)),
    finding(true, edit(40, 41), edit(8, 10)),
    finding(true, edit(20, 20)),
    finding(true, edit(9, 9)),
  ];
  expect(sureFixes(findings).map((one) => findings.indexOf(one.finding))).toEqual([0, 2, 5]);
});
