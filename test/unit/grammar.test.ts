/** The grammar of citations over VS Code's own Markdown grammar, with the tokeniser that VS Code uses. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const OURS = 'markdown.citation.corroborate';
const MARKDOWN = 'text.html.markdown';
const FILES: Readonly<Record<string, string>> = {
  [OURS]: 'syntaxes/citations.tmLanguage.json',
  // Without the grammar of its content the front matter would be no block of its own.
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
  [MARKDOWN]: require.resolve('tm-grammars/grammars/markdown.json'),
};

let grammar: IGrammar;
beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = FILES[scope];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) => (scope === MARKDOWN ? [OURS] : []),
  });
  const loaded = await registry.loadGrammar(MARKDOWN);
  if (loaded === null) throw new Error('no grammar for Markdown');
  grammar = loaded;
});

/** What the grammar of citations marks in a text: each stretch with the first words of its innermost scope. */
function marked(text: string): readonly string[] {
  let stack = textmate.INITIAL;
  return text.split(/\r?\n/).flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const ours = scopes.filter((scope) => scope.endsWith('.corroborate') && !scope.startsWith('meta.')).at(-1);
      const name = ours === undefined ? undefined : NAMES.find(([part]) => ours.includes(part))?.[1];
      return name === undefined ? [] : [`${name} ${line.slice(startIndex, endIndex)}`];
    });
  });
}

/** Punctuation is left out, for it says nothing that the rest does not. */
const NAMES = [
  ['citekey', 'key'],
  ['place', 'place'],
  ['footnote', 'note'],
  ['link.title', 'words'],
  ['underline.link', 'path'],
  ['author', 'author'],
  ['comment.other.words', 'mark'],
] as const;

describe('links', () => {
  test.each([
    ['([The inquiry, 2014](../sources/bridge.txt#L12-L14)).', ['words The inquiry, 2014', 'path ../sources/bridge.txt', 'place #L12-L14']],
    ['[p](a%20b%20%282%29.pdf#page=3 "title")', ['words p', 'path a%20b%20%282%29.pdf', 'place #page=3']],
    ['[x](a.txt?words=23-0k3f9ac2e1-a7x2#L5)', ['words x', 'path a.txt', 'mark ?words=23-0k3f9ac2e1-a7x2', 'place #L5']],
    ['[w](saved.html#:~:text=seventeen%20bolts)', ['words w', 'path saved.html', 'place #:~:text=seventeen%20bolts']],
    ['[a [sic] b](a.txt#L1)', ['words a [sic] b', 'path a.txt', 'place #L1']],
    ['[x](<../my files/report (2).txt#L3>)', ['words x', 'path ../my files/report (2).txt', 'place #L3']],
    ['[x](../report(2).txt#L3C4-L5C6)', ['words x', 'path ../report(2).txt', 'place #L3C4-L5C6']],
    ['[report]: ../sources/a.txt#L12', ['words report', 'path ../sources/a.txt', 'place #L12']],
    ['[^1]: See [x](a.txt#L2).', ['note [^1]', 'words x', 'path a.txt', 'place #L2']],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test.each(['[x](a.txt)', '[x](#heading)', '![x](a.png#L3)', '[x](https://example.org/#about)', '\\[x](a.txt#L3)'])(
    '%s is no place',
    (text) => {
      expect(marked(text)).toEqual([]);
    },
  );
});

describe('citekeys', () => {
  test.each([
    ['It closed [@harrow-2011, l. 12].', ['key @harrow-2011', 'place l. 12']],
    [
      '[see @a:b_c, pp. 3-5 and 7; -@laming.2009, ll. 12–14 and elsewhere]',
      ['key @a:b_c', 'place pp. 3-5', 'author -', 'key @laming.2009', 'place ll. 12–14'],
    ],
    ['[@doe99, 33]', ['key @doe99', 'place 33']],
    ['[@doe99, para. 4]', ['key @doe99', 'place para. 4']],
    ['[@{odd key?no}]', []],
    ['[@{https://example.org/a?b=1}, p. iv]', ['key @{https://example.org/a?b=1}', 'place p. iv']],
    ['@doe99 [p. 3] says so.', ['key @doe99', 'place p. 3']],
    ['As @Müller2019 found.', ['key @Müller2019']],
    ['It closed.[^a] It opened.[^long-note]', ['note [^a]', 'note [^long-note]']],
    ['> It closed [@a].', ['key @a']],
    ['- It closed [@a; @b].', ['key @a', 'key @b']],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test.each([
    'Write to someone@example.org.',
    '`[@key]`',
    '```\n[@key]\n```',
    '    [@key]',
    '---\nkey: "[@key]"\n---',
    '<!-- [@key] -->',
    '\\@key',
    'a/@b',
  ])('%s is none', (text) => {
    expect(marked(text)).toEqual([]);
  });

  test('a line of brackets without end is tokenised all the same', () => {
    expect(() => marked(`${'[a @b '.repeat(2000)}`)).not.toThrow();
  });
});
