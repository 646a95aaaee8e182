/**
 * A page as lines of text, laid out the way the rules of corpus/structure expect it: a paragraph is one line with blank
 * lines around it, an item of a list one line that begins with its mark, quoted words begin with ">".
 */
import type { Boilerplate } from './boilerplate.ts';
import { attribute, type Element, elementsIn, isElement, isText, type Node } from './tree.ts';

export interface HtmlLine {
  readonly text: string;
  /** Blank line above it. */
  readonly gap: boolean;
  /** Offset of its first word in the HTML; null where the parser made it up. */
  readonly origin: number | null;
  /** The nearest element around it that is a block. */
  readonly element: Element;
}

/** Blocks that browsers set off by white space. */
const SPACED: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure hr article section header footer main details fieldset'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set([
  ...SPACED,
  ...'div li dt dd tr td th thead tbody tfoot caption address center figcaption summary body form legend hgroup'.split(' '),
]);

/** The lines below `root`, without boilerplate. */
export function htmlLines(root: Element, boilerplate: Boilerplate): readonly HtmlLine[] {
  const walk = new Walk(boilerplate, holdersOfSpaced(root));
  walk.block(root);
  return walk.lines;
}

class Walk {
  readonly lines: HtmlLine[] = [];
  readonly #boilerplate: Boilerplate;
  readonly #spaced: ReadonlySet<Element>;
  /** The open line in pieces: joining at each step would cost the square of a long line's length. */
  #pieces: string[] = [];
  #origin: number | null = null;
  #gap = false;
  /** Mark of the list item whose first line is still to come. */
  #mark = '';
  #lists = 0;
  #quotes = 0;
  #kept = false;
  #breaks = 0;

  constructor(boilerplate: Boilerplate, spaced: ReadonlySet<Element>) {
    this.#boilerplate = boilerplate;
    this.#spaced = spaced;
  }

  block(element: Element): void {
    const { tagName } = element;
    const spaced = this.#spaced.has(element) && !(this.#lists > 0 && /^(?:ul|ol|p)$/.test(tagName));
    this.#gap ||= spaced;
    if (tagName === 'tr' && !holdsBlocks(element)) {
      this.#row(element);
    } else if ((tagName === 'ul' || tagName === 'ol') && !holdsArticles(element)) {
      this.#lists++;
      this.#items(element);
      this.#lists--;
    } else if (tagName === 'blockquote') {
      const lists = this.#lists;
      this.#lists = 0;
      this.#quotes++;
      this.#children(element, element);
      this.#end(element);
      this.#quotes--;
      this.#lists = lists;
    } else if (tagName === 'pre') {
      this.#kept = true;
      this.#children(element, element);
      this.#end(element);
      this.#kept = false;
    } else {
      this.#children(element, element);
      this.#end(element);
    }
    this.#gap ||= spaced;
  }

  #items(list: Element): void {
    let number = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1;
    for (const child of list.childNodes) {
      if (isElement(child) && child.tagName === 'li' && !this.#boilerplate.has(child)) {
        this.#mark = list.tagName === 'ol' ? `${number}. ` : '• ';
        number++;
        this.#children(child, child);
        this.#end(child);
        this.#mark = '';
      } else {
        this.#child(child, list);
      }
    }
    this.#end(list);
  }

  /** A row of a table whose cells hold words only is one line. */
  #row(row: Element): void {
    const cells: string[] = [];
    for (const cell of row.childNodes) {
      if (isElement(cell) && !this.#boilerplate.has(cell)) {
        this.#pieces = [];
        this.#children(cell, row);
        cells.push(this.#pieces.join('').trim());
      }
    }
    this.#pieces = [cells.filter((words) => words !== '').join('  ')];
    this.#end(row);
  }

  #children(element: Element, block: Element): void {
    for (const child of element.childNodes) {
      this.#child(child, block);
    }
  }

  #child(node: Node, block: Element): void {
    if (isText(node)) {
      this.#words(node.value, node.sourceCodeLocation?.startOffset ?? null, block);
    } else if (isElement(node) && !this.#boilerplate.has(node)) {
      this.#element(node, block);
    }
  }

  #element(element: Element, block: Element): void {
    const { tagName } = element;
    if (BLOCKS.has(tagName)) {
      this.#end(block);
      this.block(element);
    } else if (tagName === 'br') {
      this.#break(block);
    } else if (tagName === 'q') {
      this.#pieces.push('“');
      this.#children(element, block);
      this.#pieces.push('”');
    } else if (tagName === 'sup' && /^\s*\d{1,3}\s*$/.test(onlyText(element))) {
      // Glued to its word, a reference mark would read as part of a number or a name.
      this.#pieces.push(`[${onlyText(element).trim()}]`);
    } else {
      this.#children(element, block);
    }
  }

  #words(value: string, offset: number | null, block: Element): void {
    if (this.#kept) {
      value.split(/\r?\n/).forEach((line, i) => {
        if (i > 0) {
          this.#break(block);
        }
        this.#add(line.replace(/\t/g, '    '), offset);
      });
      return;
    }
    const words = value.replace(/[\s\u00a0]+/g, ' ');
    const skip = /^\s*/.exec(value)?.[0].length ?? 0;
    const open = this.#pieces.at(-1)?.endsWith(' ') !== false;
    this.#add(open ? words.trimStart() : words, offset === null ? null : offset + skip);
  }

  #add(words: string, offset: number | null): void {
    if (words.trim() !== '') {
      this.#origin ??= offset;
      this.#breaks = 0;
    }
    if (words !== '') {
      this.#pieces.push(words);
    }
  }

  /** Two line breaks in a row part paragraphs. */
  #break(block: Element): void {
    this.#end(block);
    this.#breaks++;
    this.#gap ||= this.#breaks > 1;
  }

  /** Writes the line that was gathered, if it holds words. */
  #end(element: Element): void {
    const joined = this.#pieces.join('');
    const text = this.#kept ? joined.trimEnd() : joined.replace(/ {3,}/g, '  ').trim();
    if (text.trim() !== '') {
      const indent = this.#lists > 0 ? '  '.repeat(this.#lists) + (this.#mark === '' ? '  ' : this.#mark) : '';
      this.lines.push({ text: '> '.repeat(this.#quotes) + indent + text, gap: this.#gap, origin: this.#origin, element });
      this.#gap = false;
      this.#mark = '';
      this.#breaks = 0;
    }
    this.#pieces = [];
    this.#origin = null;
  }
}

function onlyText(element: Element): string {
  const [child] = element.childNodes;
  if (element.childNodes.length !== 1 || child === undefined) {
    return '';
  }
  return isText(child) ? child.value.replace(/^\[|\]$/g, '') : isElement(child) ? onlyText(child) : '';
}

/** Blocks that are set off, and every block around one: comments in a row are, whatever element each of them is. */
function holdersOfSpaced(root: Element): ReadonlySet<Element> {
  const holders = new Set<Element>();
  for (const element of elementsIn(root)) {
    let holder: Element | null = SPACED.has(element.tagName) ? element : null;
    while (holder !== null && !holders.has(holder)) {
      holders.add(holder);
      const parent: Element['parentNode'] = holder.parentNode;
      holder = parent !== null && 'tagName' in parent && parent !== root ? parent : null;
    }
  }
  return holders;
}

/** Whether the items of a list are articles or comments of several blocks each, and no enumeration. */
function holdsArticles(list: Element): boolean {
  const items = list.childNodes.filter((child): child is Element => isElement(child) && child.tagName === 'li');
  const rich = items.filter((item) => {
    const below = [...elementsIn(item)].map(({ tagName }) => tagName);
    return (
      below.some((name) => /^(?:article|header|section|h[1-6]|blockquote)$/.test(name)) || (below.includes('p') && below.includes('div'))
    );
  });
  return rich.length * 2 > items.length;
}

function holdsBlocks(element: Element): boolean {
  for (const below of elementsIn(element)) {
    if (BLOCKS.has(below.tagName) && below.tagName !== 'td' && below.tagName !== 'th') {
      return true;
    }
  }
  return false;
}
