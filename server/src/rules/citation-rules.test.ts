import { describe, expect, it } from 'vitest';
import { parseDraft } from '../draft/parse.ts';
import { applied, appliedWithMarks, DRAFT_PATH, tell } from './citation-rules.fixture.ts';
import { missingCitation } from './missing-citation.ts';
import { staleCitation } from './stale-citation.ts';
import { unknownSource } from './unknown-source.ts';
import { wrongCitation } from './wrong-citation.ts';

const IN_LOG = 'The pier burnt in May 1911.';
const IN_COURT = 'The pier burnt in May 1911, the court';

describe('missing-citation', () => {
  it('is told at the end of a supported sentence without a citation', () => {
    const { underlined, findings } = tell(missingCitation, { draft: 'The pier burnt in May 1911. Nobody came.', support: [IN_LOG] });
    expect(underlined).toEqual(['1911.', 'came.']);
    expect(findings[0]?.message).toContain('“The pier burnt in May 1911”.');
  });

  it('is silent where the sentence cites a source, even the wrong one', () => {
    for (const draft of [
      'It burnt ([Log](../seeds/log.txt#L5)).',
      'It burnt.[^a]\n\n[^a]: [Log](../seeds/log.txt#L5)\n',
      'It burnt [@log].',
      'It burnt ([Gone](../seeds/gone.txt#L1)).',
    ]) {
      expect(tell(missingCitation, { draft, support: [IN_LOG] }).underlined).toEqual([]);
    }
  });

  it('does not take a web page or another chapter for a citation', () => {
    for (const draft of ['It burnt in May ([BBC](https://bbc.co.uk/pier)).', 'It burnt in May ([see there](chapter-2.md)).']) {
      expect(tell(missingCitation, { draft, support: [IN_LOG] }).findings).toHaveLength(1);
    }
  });

  it('is silent where the corpus does not support the sentence', () => {
    for (const verdict of ['unsupported', 'contradicted', 'disputed'] as const) {
      expect(tell(missingCitation, { draft: 'The pier burnt in May 1911.', support: [IN_LOG], verdict }).findings).toEqual([]);
    }
  });

  it('lets a citation at the end of a paragraph cover it only where the settings say so', () => {
    const draft = 'The pier burnt. The tug sank ([Log](../seeds/log.txt#L5)).\n\nThe crew left.';
    expect(tell(missingCitation, { draft, support: [IN_LOG] }).underlined).toEqual(['burnt.', 'left.']);
    expect(tell(missingCitation, { draft, support: [IN_LOG], settings: { paragraphCitations: true } }).underlined).toEqual(['left.']);
  });

  it('lets the citation under a block quotation, or before it, cover its sentences', () => {
    const under = '> The pier burnt. The tug sank.\n>\n> — [Log](../seeds/log.txt#L5)\n';
    const before = 'The log says ([Log](../seeds/log.txt#L5)):\n\n> The pier burnt. The tug sank.\n';
    for (const draft of [under, before]) expect(tell(missingCitation, { draft, support: [IN_LOG] }).underlined).toEqual([]);
    expect(tell(missingCitation, { draft: '> The pier burnt. The tug sank.\n', support: [IN_LOG] }).underlined).toEqual([
      'burnt.',
      'sank.',
    ]);
  });

  it.each([
    ['link', 'The pier burnt in May 1911 ([log](../seeds/log.txt#L5)).\n'],
    ['pandoc', 'The pier burnt in May 1911 [@log, l. 5].\n'],
    ['footnote', 'The pier burnt in May 1911.[^log]\n\n[^log]: [log](../seeds/log.txt#L5).\n'],
  ] as const)('puts in a citation that leads to the same place again: %s', (citationStyle, expected) => {
    const { draft, findings } = tell(missingCitation, {
      draft: 'The pier burnt in May 1911.\n',
      support: [IN_LOG],
      settings: { citationStyle },
    });
    const text = applied(draft, findings[0], /^Cite/);
    expect(text).toBe(expected);
    expect(tell(staleCitation, { draft: text, support: [IN_LOG] }).findings).toEqual([]);
    expect(tell(missingCitation, { draft: text, support: [IN_LOG] }).findings).toEqual([]);
  });
});

describe('wrong-citation', () => {
  it('is told of the whole citation when the cited document does not say it', () => {
    const { underlined, findings, draft } = tell(wrongCitation, {
      draft: 'The pier burnt in May 1911 ([The court, 1912](../seeds/court.txt#L3)).',
      support: [IN_LOG],
    });
    expect(underlined).toEqual(['[The court, 1912](../seeds/court.txt#L3)']);
    expect(findings[0]?.message).toMatch(/“The court, 1912” leads to “court”, which does not say this; “log” \(line 5\) does/);
    expect(applied(draft, findings[0], /^Cite/)).toBe('The pier burnt in May 1911 ([log](../seeds/log.txt#L5)).');
  });

  it('is told at the marker of a footnote, and its fix keeps the footnote that others may use', () => {
    const { underlined, findings, draft } = tell(wrongCitation, {
      draft: 'It burnt.[^c]\n\n[^c]: [Court](../seeds/court.txt#L3)\n',
      support: [IN_LOG],
    });
    expect(underlined).toEqual(['[^c]']);
    expect(applied(draft, findings[0], /^Cite/)).toBe(
      'It burnt.[^log]\n\n[^c]: [Court](../seeds/court.txt#L3)\n\n[^log]: [log](../seeds/log.txt#L5).\n',
    );
  });

  it('keeps the words of a link that belong to the sentence', () => {
    const { findings, draft } = tell(wrongCitation, {
      draft: 'As [the record](../seeds/court.txt#L3) shows, the pier burnt.',
      support: [IN_LOG],
    });
    expect(applied(draft, findings[0], /^Cite/)).toBe('As [the record](../seeds/log.txt#L5) shows, the pier burnt.');
  });

  it('replaces one citekey of several with its locator', () => {
    const { findings, draft } = tell(wrongCitation, { draft: 'The pier burnt [see @court, l. 3].', support: [IN_LOG] });
    expect(applied(draft, findings[0], /^Cite/)).toBe('The pier burnt [see @log, l. 5].');
  });

  it('is silent where the document supports it, where another citation beside it does, and where nothing does', () => {
    expect(tell(wrongCitation, { draft: 'It burnt ([Court](../seeds/court.txt#L3)).', support: [IN_COURT] }).findings).toEqual([]);
    expect(
      tell(wrongCitation, { draft: 'It burnt ([Court](../seeds/court.txt#L3); [Log](../seeds/log.txt#L5)).', support: [IN_LOG] }).findings,
    ).toEqual([]);
    expect(
      tell(wrongCitation, { draft: 'It burnt ([Court](../seeds/court.txt#L3)).', support: [], verdict: 'unsupported' }).findings,
    ).toEqual([]);
  });
});

describe('stale-citation', () => {
  it('moves the line where the cited document says it at another place', () => {
    const { underlined, findings, draft } = tell(staleCitation, { draft: 'It burnt ([Log](../seeds/log.txt#L3)).', support: [IN_LOG] });
    expect(underlined).toEqual(['[Log](../seeds/log.txt#L3)']);
    expect(findings[0]?.fixes[0]?.sure).toBe(true);
    expect(applied(draft, findings[0], /line 5/)).toBe('It burnt ([Log](../seeds/log.txt#L5)).');
  });

  it('moves the locator of a citekey, and the line in a footnote', () => {
    const pandoc = tell(staleCitation, { draft: 'It burnt [@log, l. 3; @court].', support: [IN_LOG] });
    expect(applied(pandoc.draft, pandoc.findings[0], /line 5/)).toBe('It burnt [@log, l. 5; @court].');
    const bare = tell(staleCitation, { draft: '@log [l. 3] says that it burnt.', support: [IN_LOG] });
    expect(applied(bare.draft, bare.findings[0], /line 5/)).toBe('@log [l. 5] says that it burnt.');
    const note = tell(staleCitation, { draft: 'It burnt.[^a]\n\n[^a]: [Log](../seeds/log.txt#L3)\n', support: [IN_LOG] });
    expect(note.underlined).toEqual(['[^a]']);
    expect(applied(note.draft, note.findings[0], /line 5/)).toBe('It burnt.[^a]\n\n[^a]: [Log](../seeds/log.txt#L5)\n');
  });

  it('speaks of a line beyond the end of the file', () => {
    expect(tell(staleCitation, { draft: 'It burnt ([Log](../seeds/log.txt#L500)).', support: [IN_LOG] }).underlined).toEqual([
      '[Log](../seeds/log.txt#L500)',
    ]);
  });

  const PLAN = {
    sources: { 'plan.pdf': 'The plan\n\nThe tug was built in Trieste.\n\nThe pier burnt in May 1911.\n' },
    places: {
      'plan.pdf': [
        { start: 0, page: 1 },
        { start: 41, page: 2 },
      ],
    },
    support: [IN_LOG],
  };

  it('moves the page in a file that has pages, also one that the file does not reach to', () => {
    for (const [draft, moved] of [
      ['It burnt ([P](../seeds/plan.pdf#page=1)).', 'It burnt ([P](../seeds/plan.pdf#page=2)).'],
      ['It burnt ([P](../seeds/plan.pdf#page=9)).', 'It burnt ([P](../seeds/plan.pdf#page=2)).'],
      ['It burnt [@plan, p. 9].', 'It burnt [@plan, p. 2].'],
    ] as const) {
      const told = tell(staleCitation, { ...PLAN, draft });
      expect(told.findings[0]?.message).toContain('“plan” (page 2) does');
      expect(applied(told.draft, told.findings[0], /^Move the citation to page 2$/)).toBe(moved);
    }
    expect(tell(staleCitation, { ...PLAN, draft: 'It burnt ([P](../seeds/plan.pdf#page=2)).' }).findings).toEqual([]);
  });

  it('marks the words in a file that has neither lines nor pages', () => {
    const sources = { 'plan.docx': PLAN.sources['plan.pdf'] };
    const places = {
      'plan.docx': [
        { start: 0, paragraph: 1 },
        { start: 41, paragraph: 3 },
      ],
    };
    const told = tell(staleCitation, { ...PLAN, sources, places, draft: 'It burnt ([P](../seeds/plan.docx#L99)).' });
    expect(told.findings[0]?.message).toContain('“plan” (paragraph 3) does');
    expect(told.findings[0]?.fixes[0]?.sure).toBe(true);
    const moved = appliedWithMarks(told.draft, told.findings[0], /^Move the citation to paragraph 3$/);
    expect(moved).toMatch(/^It burnt \(\[P\]\(\.\.\/seeds\/plan\.docx\?words=[0-9a-z-]+\)\)\.$/);
    expect(tell(staleCitation, { ...PLAN, sources, places, draft: moved }).findings).toEqual([]);
  });

  it('is silent where the cited lines hold it, or the paragraph that they begin', () => {
    const sources = { 'log.txt': 'The log\n\nThe tug was built in Trieste, and\nthe yard is closed. The pier\nburnt in May 1911.\n' };
    for (const line of ['L3', 'L4-L5', 'L5', 'L1-L9']) {
      expect(
        tell(staleCitation, { draft: `It burnt ([Log](../seeds/log.txt#${line})).`, support: ['The pier\nburnt'], sources }).findings,
      ).toEqual([]);
    }
    expect(tell(staleCitation, { draft: 'It burnt ([Log](../seeds/log.txt)).', support: [IN_LOG] }).findings).toEqual([]);
  });
});

describe('unknown-source', () => {
  it('is told of a link, a citekey and a footnote that lead nowhere', () => {
    const { underlined, findings } = tell(unknownSource, {
      draft: 'It burnt ([Log](../seeds/logg.txt#L5)). It sank [@lag, l. 3]. All left.[^gone]',
      support: [IN_LOG],
    });
    expect(underlined).toEqual(['[Log](../seeds/logg.txt#L5)', '@lag', '[^gone]']);
    expect(findings.map((one) => one.message)).toEqual([
      '“Log” leads to “../seeds/logg.txt”, which is not among the sources. Is it log.txt?',
      'No document of the corpus has the citekey “lag”. Is it log (@log)?',
      'The footnote “gone” has no definition.',
    ]);
  });

  it('offers the nearest name, then the documents that support the sentence', () => {
    const { draft, findings } = tell(unknownSource, { draft: 'It burnt ([Log](../seeds/logg.txt#L5)).', support: [IN_COURT] });
    expect(applied(draft, findings[0], /^Change/)).toBe('It burnt ([Log](../seeds/log.txt)).');
    expect(applied(draft, findings[0], /^Cite/)).toBe('It burnt ([court](../seeds/court.txt#L5)).');
  });

  it('keeps the line where the same file stands in another folder', () => {
    const { draft, findings } = tell(unknownSource, { draft: 'It burnt ([Log](log.txt#L5)).', support: [] });
    expect(applied(draft, findings[0], /^Change/)).toBe('It burnt ([Log](../seeds/log.txt#L5)).');
  });

  it('leaves a sentence that the corpus does not support to its claim rule', () => {
    expect(
      tell(unknownSource, { draft: 'It burnt ([Log](../seeds/gone.txt#L5)).', support: [], verdict: 'contradicted' }).findings,
    ).toEqual([]);
  });

  it('is told of what stands in no checked sentence', () => {
    expect(tell(unknownSource, { draft: '# The pier ([Log](../seeds/gone.txt#L5))\n', support: [] }).underlined).toEqual([
      '[Log](../seeds/gone.txt#L5)',
    ]);
    expect(tell(unknownSource, { draft: 'Ships should be watched ([Log](../seeds/gone.txt#L5)).', support: [] }).underlined).toEqual([
      '[Log](../seeds/gone.txt#L5)',
    ]);
    expect(tell(unknownSource, { draft: 'It burnt in May.\n\n[^a]: [Log](../seeds/gone.txt#L5)\n', support: [] }).underlined).toEqual([
      '[Log](../seeds/gone.txt#L5)',
    ]);
  });

  it('is told of a footnote once, at its marker', () => {
    expect(
      tell(unknownSource, { draft: 'It burnt in May.[^a]\n\n[^a]: [Log](../seeds/gone.txt#L5)\n', support: [IN_LOG] }).underlined,
    ).toEqual(['[^a]']);
  });

  it('takes no handle, web page, image or chapter for a citation', () => {
    const draft = 'It burnt, @HarbourNews said. See [there](https://bbc.co.uk/pier), [chapter two](chapter-2.md) and ![a map](map.png).';
    expect(tell(unknownSource, { draft, support: [IN_LOG] }).findings).toEqual([]);
  });

  it('is told of a page that no file has, in a sentence that is not checked', () => {
    const sources = { 'plan.pdf': 'The plan\n\nThe tug was built in Trieste.\n' };
    const places = { 'plan.pdf': [{ start: 0, page: 1 }] };
    const draft = 'Was it so ([P](../seeds/plan.pdf#page=9))?';
    expect(tell(unknownSource, { draft, support: [], sources, places }).findings[0]?.message).toContain(
      'a place that plan.pdf does not have',
    );
    expect(tell(unknownSource, { draft: draft.replace('9', '1'), support: [], sources, places }).findings).toEqual([]);
  });

  it('is told of a place that the source does not have, when nothing in it supports the sentence', () => {
    const { findings } = tell(unknownSource, { draft: 'It burnt ([Court](../seeds/court.txt#L900)).', support: [IN_LOG] });
    expect(findings.map((one) => one.message)).toEqual(['“Court” leads to a place that court.txt does not have.']);
  });
});

it('the examples of the rules hold', () => {
  for (const rule of [missingCitation, staleCitation, unknownSource]) {
    for (const example of rule.examples) {
      const words = 'Inspectors found 14 cracked valves on the ferry in May 2011.';
      const { underlined } = tell(rule, {
        draft: example.draft,
        support: [words],
        sources: { 'source.txt': example.source },
        path: '/corpus/seeds/draft.md',
      });
      expect(underlined, example.title).toEqual(example.expect === null ? [] : [example.expect]);
    }
  }
});

it('findings never point outside the draft', () => {
  const draft = parseDraft(DRAFT_PATH, '[^a][^b]\n\n[^a]: x');
  expect(draft.citations.every((one) => one.span.end <= draft.text.length)).toBe(true);
});
