/** Markdown → syntax tree, with limits that keep a hostile or accidental giant from stopping the editor. */
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { createPiecewiseParser } from './piecewise.ts';

const processor = unified().use(remarkParse).use(remarkGfmStructure).use(remarkFrontmatter, ['yaml']).freeze();

/**
 * The parts of GitHub's Markdown that say what a text is made of. remark-gfm as a whole takes twice the time, for it looks
 * for bare web addresses at every letter; those are found in the text afterwards.
 */
function remarkGfmStructure(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable(), gfmFootnote(), gfmStrikethrough()];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ];
}

/** Beyond this many code units (some 100,000 words) parsing takes longer than a person waits between keystrokes. */
const MAX_DRAFT_LENGTH = 600_000;

/** Brackets in one paragraph: the time that CommonMark parsers need grows with the square of it. */
const MAX_BRACKETS_IN_PARAGRAPH = 4000;

/** Containers (block quotations, list items) that a line may open: each is a level of recursion in the parser. */
const MAX_DEPTH = 200;

/** Lines that begin with the mark of a list, table or block quotation; the parser's time grows with the square of a list's length. */
const MAX_MARKED_LINES = 10_000;

export type MarkdownTree = { readonly ok: true; readonly root: Root } | { readonly ok: false; readonly message: string };

const piecewise = createPiecewiseParser((text) => processor.parse(text));

/** The tree of a draft, or why there is none. Never throws. */
export function parseMarkdown(text: string): MarkdownTree {
  return treeOf(text, (sound) => processor.parse(sound));
}

/**
 * The same for a draft that is parsed again and again while it is written: only the paragraphs that changed cost anything.
 * The tree holds until the next one is asked for, and its positions are offsets alone.
 */
export function parseDraftMarkdown(text: string): MarkdownTree {
  return treeOf(text, piecewise.parse);
}

function treeOf(text: string, parse: (text: string) => Root): MarkdownTree {
  if (text.length > MAX_DRAFT_LENGTH) {
    return {
      ok: false,
      message: `The draft has ${text.length} characters; drafts of more than ${MAX_DRAFT_LENGTH} are not checked. Split it into chapters.`,
    };
  }
  const tangled = tangledParagraph(text);
  if (tangled !== null) return { ok: false, message: tangled };
  try {
    return { ok: true, root: parse(text) };
  } catch (error) {
    return {
      ok: false,
      message: `The draft could not be read as Markdown (${error instanceof Error ? error.message : 'unknown error'}); it was not checked.`,
    };
  }
}

/** Says what is wrong with input that no person writes and that would take the parser minutes; null for everything else. */
function tangledParagraph(text: string): string | null {
  let brackets = 0;
  let line = 1;
  let lineStart = 0;
  let marked = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x2a || code === 0x5f) brackets++;
    else if (code === 0x0a) {
      if (text.slice(lineStart, at).trim() === '') brackets = 0;
      line++;
      lineStart = at + 1;
    }
    if (brackets > MAX_BRACKETS_IN_PARAGRAPH) {
      return `The paragraph at line ${line} has more than ${MAX_BRACKETS_IN_PARAGRAPH} brackets, asterisks or underscores; the draft was not checked.`;
    }
    if (at !== lineStart) continue;
    const depth = containerDepth(text, at);
    if (depth > 0 || text[at] === '|') marked++;
    if (depth > MAX_DEPTH) return `Line ${line} is nested more than ${MAX_DEPTH} levels deep; the draft was not checked.`;
    if (marked > MAX_MARKED_LINES)
      return `The draft has more than ${MAX_MARKED_LINES} lines of lists, tables and block quotations; it was not checked.`;
  }
  return null;
}

/** How many block quotation and list markers a line begins with. */
function containerDepth(text: string, lineStart: number): number {
  let depth = 0;
  for (let at = lineStart; at < text.length; at++) {
    const char = text[at];
    if (char === '>' || char === '-' || char === '+' || char === '*') depth++;
    else if (char !== ' ' && char !== '\t') return /[0-9]/.test(char ?? '') ? depth + 1 : depth;
    if (depth > MAX_DEPTH) return depth;
  }
  return depth;
}
