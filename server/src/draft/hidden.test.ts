import { describe, expect, it } from 'vitest';
import { isPartlyUnread, parseDraft } from './parse.ts';

/** What is told, with the words that are underlined. */
function told(text: string) {
  return parseDraft('/d/a.md', text).problems.map(({ span, message, hides }) => ({
    at: text.slice(span.start, span.end),
    message,
    hides: hides === true,
  }));
}

const PROSE = 'The pier burnt in May 1911, and the crew left the harbour.';

describe('a code block without an end', () => {
  it.each([
    ['to the end of the draft', `${PROSE}\n\n\`\`\`js\nx = 1\n\n${PROSE}\n`, '```js', '```'],
    ['with Windows line ends', `${PROSE}\r\n\r\n\`\`\`\r\nx = 1\r\n\r\n${PROSE}\r\n`, '```', '```'],
    ['of tildes, with backticks below', `~~~~\nx\n\`\`\`\n\n${PROSE}`, '~~~~', '~~~~'],
    ['whose end has too few marks', `\`\`\`\`\nx\n\`\`\`\n\n${PROSE}`, '````', '````'],
    ['whose end is indented too far', `\`\`\`\nx\n     \`\`\``, '```', '```'],
    ['in a list', `- one\n\n  \`\`\`\n  ${PROSE}\n\n${PROSE}\n`, '```', '```'],
    ['in a block quotation', `> \`\`\`\n> ${PROSE}\n\n${PROSE}\n`, '```', '```'],
    ['with empty lines at its end', `\`\`\`\n${PROSE}\n\n\n`, '```', '```'],
  ])('is told at its first line: %s', (_name, text, at, fence) => {
    const message = `The code block that begins here has no end, so that what follows is read as code and not checked. Put a line with ${fence} under its last line.`;
    expect(told(text)).toEqual([{ at, message, hides: true }]);
    expect(isPartlyUnread(parseDraft('/d/a.md', text))).toBe(true);
  });

  it.each([
    ['closed', `\`\`\`\nx\n\`\`\`\n\n${PROSE}`],
    ['closed by more marks', `\`\`\`\nx\n\`\`\`\`\`  \n\n${PROSE}`],
    ['closed at the end of the draft', '```\nx\n```'],
    ['closed, with empty lines in it', '```\n\nx\n\n\n```\n'],
    ['closed, with an empty line alone', '```\n\n```\n'],
    ['empty and open', `${PROSE}\n\n\`\`\`\n`],
    ['closed in a list and a quotation', '- a\n\n  ```\n  x\n  ```\n\n> ```\n> x\n> ```\n'],
    ['indented', `${PROSE}\n\n    x = 1\n    y = 2\n`],
    ['of Markdown, in a longer fence', '````md\n```js\nx\n```\n````\n'],
  ])('is none where it is %s', (_name, text) => {
    expect(told(text)).toEqual([]);
  });

  it('that another block’s end closes is told too', () => {
    const [one, ...more] = told(`\`\`\`\nx\n\n${PROSE}\n\n\`\`\`js\ny\n\`\`\`\n\n${PROSE}`);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ at: '```', hides: false });
    expect(one?.message).toMatch(/holds the beginning of another, 5 lines below; all between them is read as code and not checked/);
  });
});

describe('HTML', () => {
  it.each([
    ['pre', `<pre class="x">\nx\n\n${PROSE}\n`, '<pre class="x">', '</pre>'],
    ['a script', `<SCRIPT>\n\n${PROSE}\n`, '<SCRIPT>', '</script>'],
    ['an instruction', `<?php echo\n\n${PROSE}\n`, '<?php echo', '?>'],
    ['raw data', `<![CDATA[\n\n${PROSE}\n`, '<![CDATA[', ']]>'],
    ['a declaration', `<!DOCTYPE html\n\n${PROSE}\n`, '<!DOCTYPE html', '>'],
  ])('without an end is told: %s', (_name, text, at, end) => {
    const message = `The HTML that begins here has no end, so that what follows is read as part of it and not checked. Close it with ${end}.`;
    expect(told(text)).toEqual([{ at, message, hides: true }]);
  });

  it('that holds sentences is told, for they are not checked', () => {
    expect(told(`<div class="box">\n${PROSE}\n</div>\n\n${PROSE}`)).toEqual([
      {
        at: '<div class="box">',
        message:
          'The text under this HTML tag is read as part of it, up to the next empty line, and not checked. Put an empty line under the tag to have it checked.',
        hides: false,
      },
    ]);
  });

  it.each([
    ['of tags alone', `<div>\n\n${PROSE}\n\n</div>\n`],
    [
      'of a picture and its caption',
      '<figure>\n<img src="a.png" alt="The pier, as it stood in 1911.">\n<figcaption>The pier</figcaption>\n</figure>\n',
    ],
    ['of a table of figures', '<table><tr><td>Cost</td><td>3.5</td></tr></table>\n'],
    ['of a comment', `<!-- ${PROSE} -->\n`],
    ['of code that ends', `<pre>\n${PROSE}\n</pre>\n`],
    ['inside a sentence', `The pier <b>burnt in May</b> 1911.\n`],
  ])('is passed over in silence where it is one %s', (_name, text) => {
    expect(told(text)).toEqual([]);
  });
});
