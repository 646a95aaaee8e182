import { expect, test } from 'vitest';
import type { ClaimsResult, WireClaim, WireVerdict } from '../../server/src/lsp/protocol-review.ts';
import { claimInWords, findingsIn, grouped, progressOf, stateOf } from './claim-list.ts';

const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };
const claim = (verdict: WireVerdict, rest: Partial<WireClaim> = {}): WireClaim => ({
  range,
  text: 'It burnt.',
  verdict,
  inWords: '',
  findings: verdict === 'supported' ? [] : [{ rule: 'x', severity: 'error', message: 'M.', range }],
  ignored: [],
  passages: 1,
  heading: null,
  ...rest,
});
const result = (...claims: WireClaim[]): ClaimsResult => ({ checked: true, claims, others: [] });

test('progress is what is supported of all', () => {
  expect(progressOf(result(claim('supported'), claim('unsupported'), claim('supported')))).toBe('2 of 3 claims supported');
  expect(progressOf(result(claim('supported')))).toBe('1 of 1 claim supported');
  expect(progressOf(result())).toBe('No claims to check');
});

test('groups come worst first, and what is ignored stands apart', () => {
  const ignored = claim('unsupported', { findings: [], ignored: ['Ignored: “unsupported-claim”'] });
  const claims = [claim('supported'), ignored, claim('unsupported'), claim('contradicted')];
  expect(grouped(claims).map(({ label, claims: of }) => `${label} ${of.length}`)).toEqual([
    'Contradicted 1',
    'Not in the sources 1',
    'Ignored 1',
    'Supported 1',
  ]);
  expect(findingsIn(result(...claims))).toBe(2);
});

test('a claim that another finding still speaks of is not called ignored', () => {
  expect(stateOf(claim('unsupported', { ignored: ['Ignored: “misquote”'] }))).toBe('unsupported');
  expect(stateOf(claim('supported', { ignored: ['Ignored: “missing-citation”'] }))).toBe('supported');
});

test('a screen reader hears the verdict first', () => {
  expect(claimInWords(claim('contradicted'))).toBe('Contradicted, line 5: It burnt.');
});
