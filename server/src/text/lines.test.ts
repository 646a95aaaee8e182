import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineMap } from './lines.ts';

describe('lines', () => {
  it.each([
    ['LF', 'one\ntwo\n', ['one', 'two', '']],
    ['CRLF', 'one\r\ntwo\r\n', ['one', 'two', '']],
    ['CR', 'one\rtwo\r', ['one', 'two', '']],
    ['all of them, with an empty line', 'one\r\n\rtwo\n\nthree', ['one', '', 'two', '', 'three']],
    ['LF before CR is two ends', 'one\n\rtwo', ['one', '', 'two']],
    ['nothing', '', ['']],
    ['form feed and line separator end no line', 'one\ftwo\u2028three', ['one\ftwo\u2028three']],
  ])('splits at %s', (_name, text, expected) => {
    const map = new LineMap(text);
    expect(Array.from({ length: map.lineCount }, (_, line) => map.content(line))).toEqual(expected);
  });

  it('counts UTF-16 code units, as the Language Server Protocol does', () => {
    const map = new LineMap('a\n😀b');
    expect(map.position(4)).toEqual({ line: 1, character: 2 });
    expect(map.offset({ line: 1, character: 2 })).toBe(4);
    expect(map.lineNumber(4)).toBe(2);
  });

  it('keeps an offset between CR and LF on the line that they end', () => {
    expect(new LineMap('ab\r\ncd').position(3)).toEqual({ line: 0, character: 2 });
  });

  it('moves what lies outside to the nearest end', () => {
    const map = new LineMap('ab\ncd');
    expect(map.position(-5)).toEqual({ line: 0, character: 0 });
    expect(map.position(99)).toEqual({ line: 1, character: 2 });
    expect(map.offset({ line: 9, character: 0 })).toBe(5);
    expect(map.offset({ line: 0, character: 99 })).toBe(2);
    expect(map.offset({ line: -1, character: 3 })).toBe(0);
    expect(map.span({ start: { line: 1, character: 1 }, end: { line: 0, character: 0 } })).toEqual({ start: 4, end: 4 });
  });

  it('leads from every offset to a position and back', () => {
    const piece = fc.constantFrom('a', 'é', '😀', ' ', '\n', '\r', '\r\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const map = new LineMap(text);
        for (let at = 0; at <= text.length; at++) {
          // The place between CR and LF has no position of its own: it is the end of the line.
          const inLineEnd = text[at - 1] === '\r' && text[at] === '\n';
          expect(map.offset(map.position(at))).toBe(inLineEnd ? at - 1 : at);
        }
      }),
    );
  });
});
