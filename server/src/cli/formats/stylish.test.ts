import { describe, expect, it } from 'vitest';
import type { PlaceMark } from '../../corpus/domain.ts';
import { corpusOf } from '../../corpus/memory.ts';
import { parseDraft } from '../../draft/parse.ts';
import type { Finding } from '../../rules/types.ts';
import { plainCorpus } from '../../verify/citations/corpus.fixture.ts';
import type { Evidence } from '../../verify/types.ts';
import { lintDraft } from '../lint-draft.ts';
import { placeOf } from '../places.ts';
import { stylish } from './stylish.ts';

const SOURCE = 'The ferry report\n\nInspectors found 14 cracked valves.\n\nThe board fined the operator.\n';
const corpus = corpusOf({ 'ferry.txt': SOURCE });
const [document] = corpus.documents.values();
const title = document?.title ?? '';
const quiet = { env: {}, terminal: false, columns: null };

function evidence(quote: string): Evidence {
  const start = SOURCE.indexOf(quote);
  const line = SOURCE.slice(0, start).split('\n').length;
  const span = { start, end: start + quote.length };
  return {
    passage: 0,
    citekey: document?.citekey ?? '',
    source: 'ferry.txt',
    span,
    line,
    quote,
    standing: 'stated',
    speaker: null,
    stance: 'contradicts',
    score: 1,
  };
}

function printed(findings: readonly Partial<Finding>[], text = 'Inspectors found 41 valves.', io: Parameters<typeof stylish>[1] = quiet) {
  const whole = { start: 0, end: text.length };
  const usual: Finding = {
    rule: 'contradicted-claim',
    severity: 'error',
    span: whole,
    sentence: whole,
    message: 'M.',
    evidence: [],
    fixes: [],
  };
  const draft = parseDraft('/d.md', text);
  const report = { path: '/d.md', draft, judgements: [], findings: findings.map((finding) => ({ ...usual, ...finding })), silenced: [] };
  const sources = { corpus, pathOf: (source: string) => `seeds/${source}` };
  const { linted } = lintDraft({
    name: 'd.md',
    text,
    report,
    sources,
    failing: ['error', 'warning'],
    ignores: { entries: [], draft: 'd.md' },
  });
  return stylish({ drafts: [linted], notes: [], incomplete: false }, io, { quiet: false });
}

describe('stylish', () => {
  it('prints place, severity, message, rule, and the source’s words with their place', () => {
    expect(printed([{ span: { start: 17, end: 19 }, evidence: [evidence('Inspectors found 14 cracked valves.')] }])).toBe(
      [
        'd.md',
        '  1:18    error        M.  contradicted-claim',
        '          “Inspectors found 14 cracked valves”',
        `          → ${title}, seeds/ferry.txt:3`,
        '',
        '1 draft checked, 0 claims.',
        'Found 1 error.',
        '',
      ].join('\n'),
    );
  });

  it('does not say again what the message says', () => {
    const message = `The source has 14. “${title}” (line 3): “Inspectors found 14 cracked valves.”`;
    const out = printed([
      { message, evidence: [evidence('Inspectors found 14 cracked valves.'), evidence('The board fined the operator.')] },
    ]);
    expect(out).toContain(`error        ${message}  contradicted-claim\n          → seeds/ferry.txt:3, and 1 more passage\n`);
  });

  it('names the page of a PDF and the paragraph of a Word file, and a line only where the file has it', () => {
    const place = (id: string, mark: Omit<PlaceMark, 'start'>) => {
      const extracted = plainCorpus({ [id]: SOURCE }, { [id]: [{ start: 0, ...mark }] });
      const at = { ...evidence('Inspectors found 14 cracked valves.'), source: id, citekey: 'ferry' };
      return placeOf(at, { corpus: extracted, pathOf: (source: string) => `seeds/${source}` });
    };
    expect(place('ferry.pdf', { page: 3 })).toBe('ferry, seeds/ferry.pdf, page 3');
    expect(place('ferry.docx', { paragraph: 12 })).toBe('ferry, seeds/ferry.docx, paragraph 12');
    expect(place('ferry.html', { origin: 700, position: { line: 40, character: 3 } })).toBe('ferry, seeds/ferry.html:41');
    expect(place('ferry.eml', {})).toBe('ferry, seeds/ferry.eml');
  });

  it('breaks lines on a terminal, and nowhere else', () => {
    const finding = { message: 'The source has fourteen cracked valves where the draft has forty-one of them.' };
    expect(printed([finding], undefined, { env: { NO_COLOR: '1' }, terminal: true, columns: 60 })).toContain(
      [
        '  1:1     error        The source has fourteen cracked',
        '          valves where the draft has forty-one of them.',
        '          contradicted-claim\n',
      ].join('\n'),
    );
    expect(printed([finding])).toContain(`${finding.message}  contradicted-claim\n`);
  });

  it('lets no draft and no source move the cursor', () => {
    expect(printed([{ message: 'it says \u001b[2J' }])).toContain('it says \\x1b[2J');
  });

  it('counts what there is, and says so where there is nothing', () => {
    const out = printed([{ severity: 'warning' }, { severity: 'warning' }, { severity: 'information' }]);
    expect(out).toMatch(/Found 2 warnings, 1 for information\.\n$/);
    expect(printed([])).toBe('1 draft checked, 0 claims.\nNothing to report.\n');
    expect(stylish({ drafts: [], notes: [], incomplete: true }, quiet, { quiet: true })).toBe(
      '0 drafts checked, 0 claims.\nNot everything could be checked; standard error says what was not.\n',
    );
  });
});
