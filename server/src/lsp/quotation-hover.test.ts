import { describe, expect, test } from 'vitest';
import { createChecker } from '../checker.ts';
import { corpusOf } from '../corpus/memory.ts';
import { parseDraft } from '../draft/parse.ts';
import { loadLanguage } from '../language.ts';
import { checkQuotations } from '../verify/quotes/check.ts';
import type { Judgement } from '../verify/types.ts';
import { judgementAt } from './checks.ts';
import { quotedInContext } from './quotation-hover.ts';

const corpus = corpusOf({
  'log.txt':
    'The log of the Larne ferry\n\nThe tide turned at noon. The mate shut *both* doors before the crew had left the deck. Nobody rang the bell.\n',
});

/** The words that a hover shows for the first place of `at` in a draft of one sentence. */
function shown(text: string, at: string): string | null {
  const [sentence] = parseDraft('/drafts/draft.md', text).sentences;
  if (sentence === undefined) throw new Error('no sentence');
  const judgement: Judgement = {
    sentence,
    verdict: 'supported',
    parts: [],
    evidence: [],
    quotations: checkQuotations(sentence, corpus),
    wrongSpeaker: null,
    unattributed: null,
    commentOnly: false,
    contradictedByCommentsOnly: false,
    confidence: 1,
  };
  return quotedInContext(judgement, text.indexOf(at), corpus)?.words ?? null;
}

describe('a hover on a quotation', () => {
  const draft = 'The log says “before the crew had left” and “the whole port ought to be ashamed”.';

  test('shows the quoted words in their sentence, between the one before and the one after', () => {
    expect(shown(draft, 'crew')).toBe(
      'The tide turned at noon\\. The mate shut \\*both\\* doors **before the crew had left** the deck\\. Nobody rang the bell\\.',
    );
  });

  test('shows nothing beside a quotation, or on one that the source has not', () => {
    expect(shown(draft, 'log says')).toBeNull();
    expect(shown(draft, 'ashamed')).toBeNull();
  });
});

test('a quotation of several sentences is judged as one, wherever in it one asks', () => {
  const draft = 'It says: “The tide turned at noon. The mate shut no doors before the crew had left the deck.” It was dark. Who rang?';
  const checker = createChecker(corpus, { rules: {}, citationStyle: 'auto', paragraphCitations: false }, loadLanguage());
  const { judgements } = checker.check('/drafts/draft.md', draft);
  const first = judgementAt(judgements, draft.indexOf('tide'));
  expect(first?.quotations[0]?.kind).toBe('changed');
  expect(judgementAt(judgements, draft.indexOf('no doors'))).toBe(first);
  expect(judgementAt(judgements, draft.indexOf('rang?'))).toBeNull();
});
