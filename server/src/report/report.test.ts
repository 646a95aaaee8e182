/** The evidence report as a browser parses it (with parse5, the HTML standard's own algorithm). */
import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createChecker } from '../checker.ts';
import { checkSettings, DEFAULT_CONFIG } from '../config.ts';
import { corpusOf } from '../corpus/memory.ts';
import { loadLanguage } from '../language.ts';
import { escaped, webAddress } from './escape.ts';
import { evidenceReport } from './report.ts';
import { STYLE, STYLE_HASH } from './style.ts';
import type { ReportedDraft } from './types.ts';

const language = loadLanguage();
const FERRY =
  'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n';

function reported(text: string, sources: Readonly<Record<string, string>> = { 'ferry.txt': FERRY }, name = 'review.md'): ReportedDraft {
  const corpus = corpusOf(sources);
  const report = createChecker(corpus, checkSettings(DEFAULT_CONFIG), language).check(`/${name}`, text);
  const leftOut = report.silenced.map(({ finding, by }) => ({ finding, by: 'a comment in the draft', reason: by.reason }));
  return { name, report, corpus, findings: report.findings, leftOut };
}

function html(...drafts: readonly ReportedDraft[]): string {
  return evidenceReport({ drafts, notes: [], incomplete: false, version: '1.2.3' });
}

interface Parsed {
  readonly elements: readonly Tree.Element[];
  readonly errors: readonly string[];
}

/** All elements in the order of the page. */
function parsed(page: string): Parsed {
  const errors: string[] = [];
  const elements: Tree.Element[] = [];
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page, { onParseError: ({ code }) => errors.push(code) }));
  return { elements, errors };
}

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const attribute = (element: Tree.Element, name: string) => element.attrs.find((one) => one.name === name)?.value ?? null;

describe('the evidence report', () => {
  it('shows the draft with its claims, each marked in words and open to its passages', () => {
    const { elements, errors } = parsed(
      html(
        reported(
          '# The ferry\n\nInspectors found **41 cracked** valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n\n- It sailed to Mars with nine cows.\n',
        ),
      ),
    );
    expect(errors).toEqual([]);
    const claims = elements
      .filter(({ tagName }) => tagName === 'details')
      .filter((one) => attribute(one, 'class')?.startsWith('claim') === true);
    const told = claims.map((claim) => claim.childNodes.map(textOf));
    expect(told.map(([summary]) => summary)).toEqual([
      'Inspectors found 41 cracked valves on the ferry in May 2011.✗ contradicted',
      'The harbour board fined the operator £3,000.✓ supported',
      'It sailed to Mars with nine cows.○ no source',
    ]);
    expect(told[0]?.[1]).toContain('contradicts: Inspectors found 14 cracked valves on the ferry in May 2011.');
    expect(told[0]?.[1]).toContain('ferry.txt, line 3; stated by the source itself');
    expect(elements.filter(({ tagName }) => tagName === 'strong').map(textOf)).toContain('41 cracked');
    expect(elements.filter(({ tagName }) => /^h\d$/.test(tagName)).map((one) => `${one.tagName} ${textOf(one)}`)).toEqual([
      'h1 Evidence report: review.md',
      'h2 review.md',
      'h3 The ferry',
      'h2 Sources and their use',
      'h2 What was left out, and why',
    ]);
  });

  it('counts what the sources are used for, and how often they are cited', () => {
    const { elements } = parsed(
      html(
        reported(
          'The harbour board fined the operator £3,000 ([report](/corpus/seeds/ferry.txt#L3)).\n\nSee also [there](/corpus/seeds/ferry.txt#L3).\n',
        ),
      ),
    );
    const rows = elements.filter(({ tagName }) => tagName === 'tr').map((row) => row.childNodes.map(textOf));
    expect(rows.at(-1)).toEqual(['The ferry report', expect.any(String), 'not known', 'ferry.txt', '1', '0', '1', '2']);
  });

  it('says what was left out and why, and what was not done', () => {
    const draft = reported(
      '<!-- corroborate-disable-next-line contradicted-claim -- seen the original -->\nInspectors found 41 cracked valves on the ferry in May 2011.\n',
    );
    const page = evidenceReport({ drafts: [draft], notes: ['b.pdf could not be read.'], incomplete: true, version: '1' });
    expect(page).toContain('seen the original');
    expect(page).toContain('This report is not complete');
    expect(page).toContain('b.pdf could not be read.');
  });

  it('shows a draft that could not be read as it is, and never as a clean one', () => {
    const page = html(reported('['.repeat(5000)));
    expect(page).toContain(`<pre>${'['.repeat(5000)}</pre>`);
    expect(page).toContain('This draft could not be read; nothing in it was checked.');
    expect(page).toContain('This report is not complete');
    expect(page).not.toContain('Nothing was found to remark on');
  });

  it('says which sources were not read', () => {
    const draft = reported('The ferry sank.');
    const corpus = { ...draft.corpus, problems: [{ source: 'b.pdf', line: 2, message: 'is <locked>', remedy: 'Unlock it.' }] };
    expect(html({ ...draft, corpus })).toContain('<li>b.pdf, line 2: is &lt;locked&gt;</li>');
  });

  it('lets its own style in and nothing else', () => {
    const hash = createHash('sha256').update(STYLE).digest('base64');
    expect(STYLE_HASH).toBe(`sha256-${hash}`);
    const { elements } = parsed(html(reported('The ferry sank.')));
    const [style] = elements.filter(({ tagName }) => tagName === 'style');
    expect(style === undefined ? '' : createHash('sha256').update(textOf(style)).digest('base64')).toBe(hash);
    const policies = elements.filter((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
    expect(policies.map((one) => attribute(one, 'content'))).toEqual([
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    ]);
  });

  it('is the same for the same input', () => {
    expect(html(reported('The ferry sank.'))).toBe(html(reported('The ferry sank.')));
  });
});

describe('a hostile draft or source', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</summary></details></style></title><iframe src="https://example.org">',
    '[click](javascript:alert(1))',
    '![x](https://example.org/pixel.png)',
    '<https://example.org/auto>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '&lt;script&gt;',
    '<!-- --><base href="//example.org">',
    '`<b>`',
    '| a | <i> |\n| - | - |\n| <u>x</u> | y |',
    '\u202eevil\u202c',
    '\u0000\u0007\ud800',
  ];
  const TAGS = new Set(
    'html head meta title style body header h1 h2 h3 h4 h5 h6 p span main section article nav ul ol li div details summary strong em code del sup br hr pre q blockquote table caption thead tbody tr th td a footer'.split(
      ' ',
    ),
  );
  const ATTRIBUTES = new Set(
    'lang charset http-equiv content name class id href rel aria-label aria-labelledby aria-hidden role tabindex scope start'.split(' '),
  );

  it('gives no element, attribute, address or text that is not the report’s own', () => {
    const sentence = 'Inspectors found 41 cracked valves on the ferry in May 2011';
    const draft = PAYLOADS.map(
      (payload) => `${sentence} ${payload}.\n\n# ${payload}\n\n> “${payload} found 41 cracked valves”\n\n- ${payload}\n`,
    ).join('\n');
    const source = PAYLOADS.map(
      (payload) => `${payload}\n\nInspectors ${payload} found 14 cracked valves on the ferry in May 2011 ${payload}.\n`,
    ).join('\n');
    const names = PAYLOADS.map((payload) => payload.replace(/[\n|]/g, ' '));
    // The one that closes the most.
    const name = names[2] ?? '';
    const one = reported(draft, { 'a.txt': source, [`${name.replaceAll('/', '')}.txt`]: source }, name);
    const page = evidenceReport({
      drafts: [{ ...one, leftOut: one.findings.map((finding) => ({ finding, by: name, reason: name })) }, one],
      notes: names,
      incomplete: true,
      version: name,
    });
    const { elements, errors } = parsed(page);
    expect(errors).toEqual([]);
    expect(elements.map(({ tagName }) => tagName).filter((tag) => !TAGS.has(tag))).toEqual([]);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter((attr) => !ATTRIBUTES.has(attr.name))).toEqual([]);
    expect(attributes.filter((attr) => attr.name === 'href' && !/^#[\w-]+$/.test(attr.value))).toEqual([]);
    for (const mark of ['\u202e', '\u202c', '\u0000', '\u0007']) expect(page.includes(mark)).toBe(false);
  });

  it('may lead to pages of the web and nowhere else', () => {
    expect(webAddress('https://example.org/a?b=1&c')).toBe('https://example.org/a?b=1&amp;c');
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://a" onclick="x', ' https://a', null]) {
      expect(webAddress(address)).toBeNull();
    }
  });

  it('shows marks that turn the direction of writing by their numbers', () => {
    expect(escaped('14\u202e41 <&>"\'')).toBe('14[U+202E]41 &lt;&amp;&gt;&quot;&#39;');
  });
});
