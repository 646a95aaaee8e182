/** What a person is writing at a place of a draft, as far as it is a citation: read from the text alone, for it must be quick. */
import type { DraftSpan } from '../../draft/types.ts';

/** `typed` is what stands before the cursor; `span` is what a completion replaces, the rest of the word included. */
interface Typing {
  readonly typed: string;
  readonly span: DraftSpan;
}

export type CitingContext =
  /** Behind the at sign of `[@key]`, `@key` or `@{key}`. */
  | (Typing & { readonly kind: 'citekey'; readonly bracketed: boolean; readonly braced: boolean })
  /** Behind the key of `[@key, l. 12]`. */
  | (Typing & { readonly kind: 'locator'; readonly citekey: string })
  /** The path of a link. `whole` runs to the end of the target, a place behind the path included. */
  | (Typing & { readonly kind: 'path'; readonly whole: DraftSpan; readonly angled: boolean })
  /** Behind the `#` of a link. `query` is what stands between the path and it. */
  | (Typing & { readonly kind: 'place'; readonly path: string; readonly query: DraftSpan })
  /** Behind `[^` in running text. */
  | (Typing & { readonly kind: 'footnote' })
  /** The words of a footnote's definition, before it holds any citation. */
  | (Typing & { readonly kind: 'definition' });

/** No citation that a person types is longer. */
const REACH = 1000;
/** Letters of a definition after which somebody writes a sentence and looks for no document. */
const DEFINITION_REACH = 60;

const CITEKEY = /(?:^|[^\p{L}\p{N}_@\\/.])-?@(\{?)([^\s@{}[\]();,"“”]*)$/u;
const LOCATOR = /@(?:\{([^}\s]+)\}|([\p{L}\p{N}_][^\s@{}[\]();,]*)),\s*([^[\];]*)$/u;
const TARGET = /\]\((?:<([^<>]*)|([^\s<>()]*))$/;
const REFERENCE = /^ {0,3}\[(?!\^)[^\]]+\]:\s+(?:<([^<>]*)|([^\s<>]*))$/;
const FOOTNOTE = /\[\^([^\]\s[]*)$/;
const DEFINITION = /^ {0,3}\[\^[^\]\s]+\]:[ \t]+([^@[\]()<>]*)$/;

/** The citation that is being written at `offset`, or null where none is. */
export function citingContext(text: string, offset: number): CitingContext | null {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  if (offset - lineStart > 100 * REACH) return null;
  const before = text.slice(Math.max(lineStart, offset - REACH), offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + REACH))?.[0] ?? '';
  if (isCode(text, lineStart, before)) return null;
  return inLink(before, after, offset) ?? inCitekey(before, after, offset) ?? inFootnote(before, after, offset);
}

function inLink(before: string, after: string, offset: number): CitingContext | null {
  const match = TARGET.exec(before) ?? REFERENCE.exec(before);
  if (match === null || (before[match.index] === ']' && isImage(before, match.index))) return null;
  const angled = match[1] !== undefined;
  const target = match[1] ?? match[2] ?? '';
  if (/^[a-z][a-z0-9+.-]+:/i.test(target)) return null;
  const rest = (angled ? /^[^<>]*/ : /^[^\s<>()]*/).exec(after)?.[0] ?? '';
  const end = offset + rest.length;
  const hash = target.indexOf('#');
  if (hash >= 0) {
    const typed = target.slice(hash + 1);
    const path = /^[^?#]*/.exec(target)?.[0] ?? '';
    const start = offset - target.length;
    const query = { start: start + path.length, end: start + hash };
    return { kind: 'place', path, query, typed, span: { start: offset - typed.length, end } };
  }
  const start = offset - target.length;
  const fragment = rest.indexOf('#');
  return {
    kind: 'path',
    typed: target,
    span: { start, end: fragment < 0 ? end : offset + fragment },
    whole: { start, end },
    angled,
  };
}

/** Whether the bracket that closes at `close` was opened by `![`. */
function isImage(text: string, close: number): boolean {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && --depth === 0) return text[at - 1] === '!';
  }
  return false;
}

function inCitekey(before: string, after: string, offset: number): CitingContext | null {
  const bracketed = before.lastIndexOf('[') > before.lastIndexOf(']');
  const key = CITEKEY.exec(before);
  if (key !== null) {
    const typed = key[2] ?? '';
    const braced = key[1] === '{';
    const rest = (braced ? /^[^\s{}]*\}?/ : /^[\p{L}\p{N}_:.#$%&+?<>~/-]*/u).exec(after)?.[0] ?? '';
    // A full stop behind the key is the sentence's.
    const word = braced ? rest : rest.replace(/[^\p{L}\p{N}_]+$/u, '');
    return {
      kind: 'citekey',
      typed,
      span: { start: offset - typed.length - (braced ? 1 : 0), end: offset + word.length },
      bracketed,
      braced,
    };
  }
  const locator = bracketed ? LOCATOR.exec(before) : null;
  if (locator === null) return null;
  const typed = locator[3] ?? '';
  const rest = /^[^[\];]*(?=[\];])/.exec(after)?.[0] ?? '';
  return {
    kind: 'locator',
    citekey: locator[1] ?? locator[2] ?? '',
    typed,
    span: { start: offset - typed.length, end: offset + rest.length },
  };
}

function inFootnote(before: string, after: string, offset: number): CitingContext | null {
  const marker = FOOTNOTE.exec(before);
  if (marker !== null && !/^[^\]\s]*\]:/.test(after)) {
    const typed = marker[1] ?? '';
    const rest = /^[^\]\s[]*\]?/.exec(after)?.[0] ?? '';
    return { kind: 'footnote', typed, span: { start: offset - typed.length, end: offset + (rest.endsWith(']') ? rest.length : 0) } };
  }
  const definition = DEFINITION.exec(before);
  const typed = definition?.[1] ?? '';
  if (definition === null || typed.length > DEFINITION_REACH || after.trim() !== '') return null;
  return { kind: 'definition', typed, span: { start: offset - typed.length, end: offset } };
}

/** Whether the cursor stands in a code span, a fenced block or the front matter, where nothing is a citation. */
function isCode(text: string, lineStart: number, before: string): boolean {
  if ((before.match(/`/g)?.length ?? 0) % 2 === 1) return true;
  let fence: string | null = null;
  let frontMatter = /^---[ \t]*\r?\n/.test(text);
  for (let at = 0; at < lineStart; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const first = text.charCodeAt(at);
    // Few lines begin with a space, a fence or a hyphen; only those are looked at.
    if (first === 0x20 || first === 0x60 || first === 0x7e || first === 0x2d || first === 0x2e) {
      const line = text.slice(at, Math.min(end, at + 100));
      if (frontMatter && at > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) frontMatter = false;
      const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line.trimEnd());
      if (mark !== null) {
        const sign = mark[1] ?? '';
        if (fence === null) fence = sign;
        else if (sign[0] === fence[0] && sign.length >= fence.length && (mark[2] ?? '').trim() === '') fence = null;
      }
    }
    at = end + 1;
  }
  return fence !== null || frontMatter;
}
