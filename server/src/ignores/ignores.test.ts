import { describe, expect, it } from 'vitest';
import { parseDraft } from '../draft/parse.ts';
import type { Finding, RuleCode } from '../rules/types.ts';
import { applyIgnores, ignoreFor, unmatchedIgnores } from './apply.ts';
import { commentRemarks } from './comments.ts';
import { formatIgnores, parseIgnores, withIgnore, withoutIgnores, withRenamed } from './file.ts';
import { type Ignore, ignoreInWords } from './types.ts';
import { wordsKey } from './words-key.ts';

const TEXT = 'The council paid £240,000 to 17 firms.\n\nThe mayor resigned ([the report](a.txt#L3)).\n';

/** A draft with findings on the given words, each in the sentence around them. */
function found(text: string, ...on: readonly (readonly [RuleCode, string])[]) {
  const draft = parseDraft('/review/a.md', text);
  const findings = on.map(([rule, words]): Finding => {
    const start = text.indexOf(words);
    const sentence = draft.sentences.find(({ span }) => span.start <= start && start < span.end)?.span ?? { start, end: start };
    const span = { start, end: start + words.length };
    return { rule, severity: 'error', span, sentence, message: 'M.', evidence: [], fixes: [] };
  });
  return { draft, findings };
}

function left(text: string, ignores: readonly Ignore[], ...on: readonly (readonly [RuleCode, string])[]) {
  const { draft, findings } = found(text, ...on);
  return applyIgnores(draft, 'a.md', findings, ignores).findings.map((one) => `${one.rule} ${text.slice(one.span.start, one.span.end)}`);
}

const BOTH = [
  ['contradicted-claim', '£240,000'],
  ['contradicted-claim', '17'],
  ['unsupported-claim', 'The mayor resigned'],
] as const;

function decided(scope: 'finding' | 'sentence' | 'draft' | 'everywhere', which = 0, text = TEXT, name = 'a.md'): Ignore {
  const { draft, findings } = found(text, ...BOTH);
  const finding = findings[which];
  if (finding === undefined) throw new Error('no such finding');
  return ignoreFor(draft, name, finding, scope);
}

describe('an ignore', () => {
  it.each([
    ['finding', ['contradicted-claim 17', 'unsupported-claim The mayor resigned']],
    ['sentence', ['unsupported-claim The mayor resigned']],
    ['draft', ['unsupported-claim The mayor resigned']],
    ['everywhere', ['unsupported-claim The mayor resigned']],
  ] as const)('of a %s reaches that far', (scope, expected) => {
    expect(left(TEXT, [decided(scope)], ...BOTH)).toEqual(expected);
  });

  it('of one rule leaves the others', () => {
    expect(left(TEXT, [decided('draft', 2)], ...BOTH)).toEqual(['contradicted-claim £240,000', 'contradicted-claim 17']);
  });

  it('survives edits elsewhere, other line breaks, other punctuation, markup and citations', () => {
    const edited = 'A new beginning.\n\nTHE council paid **£240,000** to\n17 firms ([there](b.txt))!\n';
    expect(left(edited, [decided('sentence')], ['contradicted-claim', '£240,000'])).toEqual([]);
  });

  it('does not survive other words of its sentence', () => {
    expect(left(TEXT.replace('paid', 'gave'), [decided('sentence')], BOTH[0])).toEqual(['contradicted-claim £240,000']);
  });

  it('of a sentence goes with it into another draft; one of a draft does not', () => {
    expect(left(TEXT, [decided('sentence', 0, TEXT, 'old.md')], BOTH[0])).toEqual([]);
    expect(left(TEXT, [decided('draft', 0, TEXT, 'old.md')], BOTH[0])).toEqual(['contradicted-claim £240,000']);
  });

  it('says in words what it ignores', () => {
    expect(ignoreInWords(decided('sentence'))).toBe('“contradicted-claim” for the sentence “The council paid £240,000 to 17 firms.”');
    expect(ignoreInWords(decided('draft'))).toBe('“contradicted-claim” in a.md');
  });
});

describe('ignores that match nothing', () => {
  const check = (text: string, name: string, ignores: readonly Ignore[]) => {
    const { draft, findings } = found(text, ...BOTH.filter(([, words]) => text.includes(words)));
    return { name, ignored: applyIgnores(draft, name, findings, ignores).ignored };
  };

  it('are those of a checked draft whose finding is gone', () => {
    const ignores = [decided('sentence'), decided('draft', 2)];
    expect(unmatchedIgnores(ignores, [check(TEXT, 'a.md', ignores)], false)).toEqual([]);
    expect(unmatchedIgnores(ignores, [check('Nothing.\n', 'a.md', ignores)], false)).toEqual(ignores);
    expect(unmatchedIgnores(ignores, [check('Nothing.\n', 'b.md', ignores)], false)).toEqual([]);
    expect(unmatchedIgnores(ignores, [check('Nothing.\n', 'b.md', ignores)], true)).toEqual(ignores);
  });

  it('are not those that another draft still needs, or whose finding a wider one has taken', () => {
    const ignores = [decided('sentence')];
    expect(unmatchedIgnores(ignores, [check('Nothing.\n', 'a.md', ignores), check(TEXT, 'b.md', ignores)], false)).toEqual([]);
    const both = [decided('everywhere'), decided('sentence')];
    expect(unmatchedIgnores(both, [check(TEXT, 'a.md', both)], true)).toEqual([]);
  });
});

describe('the ignore file', () => {
  const some = [decided('sentence'), decided('everywhere', 2), { ...decided('draft'), reason: 'Agreed with the editor.' }];

  it('comes back as it was written, in an order of its own', () => {
    const text = formatIgnores(some);
    expect(formatIgnores([...some].reverse())).toBe(text);
    const parsed = parseIgnores(text);
    expect(parsed.ok && formatIgnores(parsed.ignores)).toBe(text);
    const named = parseIgnores(formatIgnores(some, './ignores.schema.json'));
    expect(named.ok && named.schema).toBe('./ignores.schema.json');
    expect(text.split('\n').filter((line) => line.includes('"words"'))).toEqual([
      '      "words": "The council paid £240,000 to 17 firms.",',
    ]);
  });

  it('holds a decision once, keeps its reason, and lets go of it', () => {
    const [, , reasoned] = some;
    if (reasoned === undefined) throw new Error('no decision');
    expect(withIgnore(some, { ...reasoned, reason: null })).toHaveLength(3);
    expect(withIgnore(some, { ...reasoned, reason: null }).at(-1)?.reason).toBe('Agreed with the editor.');
    expect(withoutIgnores(some, [reasoned])).toEqual(some.slice(0, 2));
  });

  it('follows drafts and folders to their new names', () => {
    expect(withRenamed(some, 'a.md', 'b.md').map(({ draft }) => draft)).toEqual(['b.md', null, 'b.md']);
    expect(withRenamed([decided('draft', 0, TEXT, 'old/a.md')], 'old', 'new')[0]?.draft).toBe('new/a.md');
  });

  it.each([
    ['{', /not JSON/],
    ['{ "ignores": [{ "rule": "misquot" }] }', /^Entry 1, “rule”: one of "contradicted-claim", .* belongs here\.$/],
    ['{ "ignores": [{ "rule": "misquote" }, { "rule": "misquote", "line": 3 }] }', /^Entry 2: there is no “line” here/],
    ['{ "ignores": [{ "rule": "misquote", "sentence": "soon" }] }', /^Entry 1, “sentence”: this is not a mark/],
    ['{ "ignores": [{ "rule": "misquote", "finding": "3-0123456789" }] }', /needs its sentence/],
    ['[]', /^a group of entries/],
  ])('says what is wrong with %s', (text, problem) => {
    const parsed = parseIgnores(text);
    expect(parsed.ok ? '' : parsed.problem).toMatch(problem);
    expect(parsed.ok ? 0 : parsed.line).toBe(1);
  });

  it('may be empty', () => {
    expect(parseIgnores('\n')).toEqual({ ok: true, ignores: [], schema: null });
    expect(wordsKey('…')).toBe('0');
  });
});

describe('comments in the draft', () => {
  const text =
    '<!-- corroborate-disable-next-line misquote misquotes -->\nIt burnt.\n\nIt sank. <!-- corroborate-disable-line misquote -->\n';

  it('that name no rule, or silence nothing, are told', () => {
    const { draft, findings } = found(text, ['misquote', 'It burnt.']);
    const [by] = draft.ignores;
    const [finding] = findings;
    if (by === undefined || finding === undefined) throw new Error('nothing to silence');
    expect(
      commentRemarks(draft, [{ finding, by }], { rules: {} }).map(({ kind, span }) => [kind, text.slice(span.start, span.end)]),
    ).toEqual([
      ['unknown-rule', '<!-- corroborate-disable-next-line misquote misquotes -->'],
      ['silences-nothing', '<!-- corroborate-disable-line misquote -->'],
    ]);
    expect(commentRemarks(draft, [], { rules: { misquote: 'off' } }).map(({ kind }) => kind)).toEqual(['unknown-rule']);
  });
});
