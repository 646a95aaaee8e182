/**
 * Cuts a draft where one stretch of its Markdown ends whatever comes after, so that a keystroke costs the parsing of the
 * stretch that it stands in. Cuts are made only where nothing can run on: where a draft holds what might (a fence inside a
 * list, HTML that spans paragraphs), it stays whole, which is slower and never wrong.
 */

/** A line that starts anew after an empty one: no list goes on with it, no indented text, and no front matter is mistaken in it. */
const STARTS_ANEW = /^(?![ \t]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|---|\uFEFF)./;
const EMPTY = /^[ \t]*$/;
const FENCE = /^(`{3,}(?!.*`)|~{3,})/;
/** In a list or a block quotation a fence ends with these, and what it then holds hangs on what follows. */
const FENCE_INSIDE = /^(?:[ \t]|[-+*>]|\d{1,9}[.)])+(?:`{3,}|~{3,})/;
const HTML = /^ {0,3}</;
/** HTML that goes on over empty lines until its own end, wherever it stands: `<!--`, `<?`, `<script>` and the like. */
const LONG_HTML = /^(?:[ \t]|[-+*>]|\d{1,9}[.)])*<(?:[?!]|(?:script|pre|style|textarea)(?:[\s>]|$))/i;
const COMMENT = '<!--';
const COMMENT_END = '-->';
const FRONT_MATTER = /^---[ \t]*$/;

/** Offsets at which the pieces begin, the first of them 0. */
export function pieceStarts(text: string): readonly number[] {
  const whole = [0];
  // A lone carriage return ends a line too, and a byte order mark is skipped; neither is worth a thought here.
  if (/\r(?!\n)|\uFEFF|\0/.test(text)) return whole;
  const lines = linesOf(text);
  const first = afterFrontMatter(lines);
  if (first === null) return whole;
  const starts = first === 0 ? [0] : [0, lines[first]?.start ?? text.length];
  let open: Open | null = null;
  let afterEmpty = false;
  let run: Run = { html: false, fence: false };
  for (const { start, words } of lines.slice(first)) {
    if (open !== null) {
      if (closes(words, open)) open = null;
      afterEmpty = false;
      continue;
    }
    if (EMPTY.test(words)) {
      afterEmpty = true;
      run = { html: false, fence: false };
      continue;
    }
    if (afterEmpty && STARTS_ANEW.test(words) && start > (starts.at(-1) ?? 0)) starts.push(start);
    afterEmpty = false;
    const opened = openedBy(words);
    if (opened === 'unclear') return whole;
    run = { html: run.html || HTML.test(words), fence: run.fence || opened?.kind === 'fence' };
    // Inside HTML a fence is only text.
    if (run.html && run.fence) return whole;
    open = opened;
  }
  return starts;
}

interface Run {
  readonly html: boolean;
  readonly fence: boolean;
}

type Open = { readonly kind: 'fence'; readonly mark: string } | { readonly kind: 'comment' };

/** What a line opens that goes on over empty lines. */
function openedBy(words: string): Open | 'unclear' | null {
  const fence = FENCE.exec(words);
  if (fence !== null) return { kind: 'fence', mark: fence[1] ?? '' };
  if (FENCE_INSIDE.test(words)) return 'unclear';
  if (!LONG_HTML.test(words)) return null;
  const at = words.indexOf(COMMENT);
  if (at < 0 || at !== words.indexOf('<') || /<!--(?:-?>)/.test(words)) return 'unclear';
  if (words.includes(COMMENT_END, at + COMMENT.length)) return null;
  return at === 0 ? { kind: 'comment' } : 'unclear';
}

function closes(words: string, open: Open): boolean {
  if (open.kind === 'comment') return words.includes(COMMENT_END);
  const mark = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(words)?.[1] ?? '';
  return mark.startsWith(open.mark);
}

interface Line {
  readonly start: number;
  /** Without the line's end. */
  readonly words: string;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start, words: text.slice(start, text[end - 1] === '\r' ? Math.max(start, end - 1) : end) });
    start = end + 1;
  }
  return lines;
}

/** The line after the front matter; 0 where there is none, null where it is not clear where it ends. */
function afterFrontMatter(lines: readonly Line[]): number | null {
  if (!FRONT_MATTER.test(lines[0]?.words ?? '')) return 0;
  const end = lines.findIndex(({ words }, i) => i > 0 && FRONT_MATTER.test(words));
  return end < 0 || lines[end + 1]?.words.startsWith('---') === true ? null : end + 1;
}
