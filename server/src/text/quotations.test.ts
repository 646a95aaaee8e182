import { describe, expect, it } from 'vitest';
import { findQuotations } from './quotations.ts';

/** Each quotation as its inner words, with `>` for each level inside another and `…` where it never closes. */
function shown(text: string): readonly string[] {
  return findQuotations(text, []).map(
    (one) => '>'.repeat(one.depth) + text.slice(one.inner.start, one.inner.end) + (one.closed ? '' : '…'),
  );
}

describe('quotations', () => {
  it.each([
    ['“No comment,” she said. “None.”', ['No comment,', 'None.']],
    ['The mayor called it "a disgrace" and left.', ['a disgrace']],
    ['‘We knew,’ the porter said.', ['We knew,']],
    ["He said: 'It's over.'", ["It's over."]],
    ['“They told me ‘go home’ and I went.”', ['They told me ‘go home’ and I went.', '>go home']],
    ['"She said \'never\' twice."', ["She said 'never' twice.", '>never']],
    ['The nurses’ rota and the dogs’ home', []],
    ['In the ’90s they played rock ’n’ roll; ’tis true.', []],
    ["In the '90s the workers' club closed.", []],
    ['It was graded ‘inadequate’ by the nurses’ own union.', ['inadequate']],
    ['‘The nurses’ rota was wrong,’ he said.', ['The nurses’ rota was wrong,']],
    ['“It began here. It went on.', ['It began here. It went on.…']],
    ['and that was the end of it,” he said.', ['and that was the end of it,']],
    ["and that was the end.'", ['and that was the end.']],
    ['“First paragraph.\n\n“Second paragraph.”', ['First paragraph.…', 'Second paragraph.']],
    ['“The minister‘s view,” he said.', ['The minister‘s view,']],
    ['A 12" pipe of 5\'10" length', []],
    ["''quoted in two apostrophes''", ['quoted in two apostrophes']],
    ["''They said 'go home,''' he said.", ["They said 'go home,'", '>go home,']],
    ['«ja» and „nein”', ['ja', 'nein']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('keeps spans inside the text whatever the marks', () => {
    for (const text of ['"', '”', "'", '‘', '“‘', '””””', '"\'"\'"', "' ' '", '“\n\n”']) {
      for (const { span, inner } of findQuotations(text, [])) {
        expect(span.start).toBeLessThanOrEqual(inner.start);
        expect(inner.start).toBeLessThanOrEqual(inner.end);
        expect(inner.end).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
