/** What the message of a sentence that nobody supports says of the places it cites. */
import { describe, expect, it } from 'vitest';
import { tell } from './citation-rules.fixture.ts';
import { unsupportedClaim } from './unsupported-claim.ts';

function said(citation: string): string {
  const draft = `The pier was sold to a brewer in Trieste ${citation}.\n\n[^b]: [the log](../seeds/log.txt#L3)`;
  return tell(unsupportedClaim, { draft, support: [], verdict: 'unsupported' }).findings[0]?.message ?? '';
}

describe('the message of an unsupported claim names the cited place', () => {
  it('that does not bear it out', () => {
    expect(said('[@log]')).toContain('(@log does not say so either)');
    expect(said('([the log](../seeds/log.txt#L3))')).toContain('(the log does not say so either)');
  });
  it('that is no place of the corpus', () => {
    expect(said('[@log-1912]')).toContain('(@log-1912 names no document of the corpus)');
    expect(said('([the diary](../seeds/diary.txt#L3))')).toContain('(the diary leads to no source of the corpus)');
    expect(said('[^a]')).toContain('(the footnote a has no definition)');
  });
  it('each for itself', () => {
    expect(said('[@log; @log-1912]')).toContain('(@log does not say so either; @log-1912 names no document of the corpus)');
  });
  it('and says nothing of one that no source holds', () => {
    expect(said('([a newspaper](https://news.example/pier))')).not.toContain('newspaper');
  });
});
