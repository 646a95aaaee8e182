import { expect, test } from 'vitest';
import { mended, tell } from './speech-rules.fixture.ts';
import { weakSource } from './weak-source.ts';

const FORUM = weakSource.examples[0]?.source ?? '';
const REPORT = weakSource.examples[1]?.source ?? '';
const DRAFT = 'The lifeboats had not been painted for eleven years.';
const PAINTED = ['had not been painted'];

test('weak-source names the poster of the only support', () => {
  const { underlined, findings } = tell(weakSource, FORUM, DRAFT, PAINTED);
  expect(underlined).toEqual([DRAFT]);
  expect(findings[0]?.message).toMatch(/^Only a (?:forum post|reader comment) by quaywatcher says this: “The lifeboats/);
});

test('the fix says whose comment it is', () => {
  expect(mended(tell(weakSource, FORUM, DRAFT, PAINTED))).toMatch(
    /^According to quaywatcher, in a (?:forum post|reader comment), the lifeboats had not/,
  );
});

test('weak-source stands, without a fix, where the draft attributes the comment rightly', () => {
  const { findings } = tell(
    weakSource,
    FORUM,
    'A forum member, quaywatcher, wrote that the lifeboats had not been painted for eleven years.',
    PAINTED,
  );
  expect(findings.map((finding) => finding.fixes.length)).toEqual([0]);
});

test('weak-source is silent where an edited document says it too', () => {
  expect(tell(weakSource, { 'forum.txt': FORUM, 'report.txt': REPORT }, DRAFT, PAINTED).findings).toEqual([]);
});

test('a comment quoted word for word is weak; misquoted it is a misquote alone', () => {
  expect(tell(weakSource, FORUM, 'One member wrote: “The galley was always cold and the coffee was worse.”').findings).toHaveLength(1);
  expect(tell(weakSource, FORUM, 'One member wrote: “The galley was always warm and the coffee was worse.”').findings).toEqual([]);
});
