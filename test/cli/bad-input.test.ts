/** Whatever a file holds, the program ends, says what it could not do, and answers about the right place. */
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { corroborate, report } from './program.ts';

const SENTENCE = 'Inspectors found 14 cracked valves on the ferry in May 2011.';
const WRONG = 'Inspectors found 41 cracked valves on the ferry in May 2011.';
const BINARY = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);

/** Exit code, standard error, and what was said of each draft. */
function lint(files: Readonly<Record<string, string | Uint8Array>>) {
  const { code, err, drafts } = report(['.'], { cwd: folderOf(files) });
  return {
    code,
    err,
    drafts: drafts.map(({ path, claims, findings }) => ({ path, verdicts: claims.map(({ verdict }) => verdict), findings })),
  };
}

describe('a draft', () => {
  it('that is empty has no claims', () => {
    expect(lint({ 'seeds/a.txt': SENTENCE, 'd.md': '' })).toEqual({
      code: 0,
      err: '',
      drafts: [{ path: 'd.md', verdicts: [], findings: [] }],
    });
  });

  it('that is binary is left out, and told', () => {
    const { code, err, drafts } = lint({ 'seeds/a.txt': SENTENCE, 'bad.md': BINARY, 'good.md': SENTENCE });
    expect({ code, err, paths: drafts.map(({ path }) => path) }).toEqual({
      code: 2,
      err: 'corroborate: bad.md was not checked: it is not text. Save it as UTF-8.\n',
      paths: ['good.md'],
    });
  });

  it('is underlined at the right place, whatever its line ends and bytes', () => {
    const drafts = {
      'lf.md': `# T\n\n${WRONG}`,
      'crlf.md': `# T\r\n\r\n${WRONG}\r\n`,
      'cr.md': `# T\r\r${WRONG}`,
      'mark.md': `\uFEFF# T\n\n${WRONG}`,
      'utf-16le.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`# T\n\n${WRONG}`, 'utf16le')]),
      'utf-16be.md': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(`# T\n\n${WRONG}`, 'utf16le').swap16()]),
      'latin-1.md': Buffer.from(`# Café\n\n${WRONG}`, 'latin1'),
    };
    const found = lint({ 'seeds/a.txt': SENTENCE, ...drafts }).drafts;
    const places = found.map(({ path, findings }) => [path, findings.find(({ rule }) => rule === 'contradicted-claim')?.range.start]);
    expect(places).toEqual(
      Object.keys(drafts)
        .sort()
        .map((path) => [path, { line: 2, character: 17 }]),
    );
  });

  it('of broken Markdown is checked to the end, and those beside it too', () => {
    const drafts = {
      'fence.md': '```\nInspectors found 41 cracked valves on the ferry in May 2011.',
      'html.md': '<div><b>Inspectors found 41 <!-- cracked',
      'footnotes.md': 'The ferry was old.[^none][^none]',
      'link.md': '[The ferry](seeds/a.txt#L',
      'front-matter.md': '---\ntitle: [a\n\nThe ferry was old.',
      'no-yaml.md': '---\n: : [\n---\n\nThe ferry was old.',
      'brackets.md': '['.repeat(5000),
      'marks.md': `${'“‘'.repeat(2000)}The ferry was old.`,
      'emphasis.md': '*_'.repeat(5000),
      'blockquotes.md': `${'> '.repeat(500)}The ferry was old.`,
      'nul.md': `The ferry\u0000 was old. ${'It sailed on. '.repeat(200)}`,
      'surrogates.md': Buffer.from('The ferry \ud800 was \udc00 old.'),
    };
    const { code, err, drafts: found } = lint({ 'seeds/a.txt': SENTENCE, ...drafts });
    // What the parser cannot be asked to read was not checked, and is told.
    expect(code).toBe(2);
    const told = [...err.matchAll(/^corroborate: (\S+):1 .*$/gm)].map(([, name]) => name);
    expect(told).toEqual(['blockquotes.md', 'brackets.md', 'emphasis.md', 'fence.md', 'front-matter.md', 'html.md', 'nul.md']);
    expect(err).toMatch(/^corroborate: no-yaml\.md:2 The front matter is not valid YAML here/m);
    const unread = ['blockquotes.md', 'brackets.md', 'emphasis.md'];
    expect(found.map(({ path }) => path)).toEqual(
      Object.keys(drafts)
        .filter((name) => !unread.includes(name))
        .sort(),
    );
  });

  it('that hides its own words in a code block without an end was not checked in full', () => {
    const { code, err } = lint({ 'seeds/a.txt': SENTENCE, 'd.md': `${SENTENCE}\n\n\`\`\`\nx\n\n${WRONG}\n` });
    expect(code).toBe(2);
    expect(err).toBe(
      'corroborate: d.md:3 The code block that begins here has no end, so that what follows is read as code and not checked. Put a line with ``` under its last line.\n',
    );
  });

  it('that names a rule which does not exist is told so', () => {
    const { code, err } = lint({
      'seeds/a.txt': SENTENCE,
      'd.md': `<!-- corroborate-disable-next-line contradicted-clam -->\n${WRONG}\n`,
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^corroborate: d\.md:1 There is no rule “contradicted-clam”\. The rules are contradicted-claim, .*\n$/);
  });

  it.skipIf(process.platform === 'win32')('without an end is not read to it', () => {
    const { code, err } = corroborate(['lint', '/dev/zero'], { cwd: folderOf({ 'seeds/a.txt': SENTENCE }) });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/zero was not checked: it has more than 16 MB\. Split it into chapters\.\n$/),
    });
  });

  it('of 5 MB is too large to check, and told', () => {
    const { code, err } = lint({ 'seeds/a.txt': SENTENCE, 'd.md': 'x'.repeat(5_000_000) });
    expect(code).toBe(2);
    expect(err).toMatch(/^corroborate: d\.md:1 The draft has 5000000 characters; drafts of more than \d+ are not checked\./);
  });
});

describe('a source', () => {
  it('is quoted exactly, whatever its line ends and bytes', () => {
    const sources = {
      'crlf.txt': `One.\r\n\r\n${SENTENCE}\r\n`,
      'mark.txt': `\uFEFFOne.\n\n${SENTENCE}`,
      'utf-16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`One.\n\n${SENTENCE}`, 'utf16le')]),
      'latin-1.txt': Buffer.from(`Café.\n\n${SENTENCE}`, 'latin1'),
    };
    const files = Object.fromEntries(Object.entries(sources).map(([name, source]) => [`seeds/${name}`, source]));
    const { drafts } = report(['.'], { cwd: folderOf({ ...files, 'd.md': SENTENCE }) });
    const evidence = drafts[0]?.claims[0]?.evidence ?? [];
    const places = evidence.map(({ source, quote, line, range }) => [source, quote, line, range.start]);
    expect(places.sort()).toEqual(
      Object.keys(sources)
        .sort()
        .map((source) => [source, SENTENCE, 3, { line: 2, character: 0 }]),
    );
  });

  it('that is binary or empty is told; the rest is used', () => {
    const { code, err, drafts } = lint({ 'seeds/a.txt': SENTENCE, 'seeds/b.txt': BINARY, 'seeds/c.txt': '', 'd.md': SENTENCE });
    expect(code).toBe(2);
    expect(err).toContain('corroborate: seeds/b.txt is not text. Save its text as UTF-8.\n');
    expect(err).toContain('corroborate: seeds/c.txt is empty.');
    expect(drafts[0]?.verdicts).toEqual(['supported']);
  });

  it('of one line of 5 MB is read to the end', () => {
    const { code, drafts } = lint({ 'seeds/a.txt': SENTENCE, 'seeds/long.txt': 'y'.repeat(5_000_000), 'd.md': SENTENCE });
    expect(code).toBe(0);
    expect(drafts[0]?.verdicts).toEqual(['supported']);
  });

  it('cannot speak to the terminal', () => {
    const hostile = 'Inspectors found \u001b]0;owned\u0007\u001b[2J14 cracked valves on the \u202eferry in May 2011.';
    const { out } = corroborate(['lint'], { cwd: folderOf({ 'seeds/a.txt': hostile, 'd.md': WRONG }) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('corpus.json', () => {
  it.each([
    ['is no JSON', '{ "documents": ['],
    ['has a wrong field', '{ "version": 1, "documents": [{ "source": 7 }] }'],
    ['is a list', '[]'],
  ])('that %s is told with its name, and the sources are used without it', (_name, manifest) => {
    const { code, err, drafts } = lint({ 'seeds/a.txt': SENTENCE, 'seeds/corpus.json': manifest, 'd.md': SENTENCE });
    expect(code).toBe(2);
    expect(err).toContain('corpus.json');
    expect(drafts[0]?.verdicts).toEqual(['supported']);
  });
});
