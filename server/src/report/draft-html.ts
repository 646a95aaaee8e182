/**
 * The draft as its reader would see it, each marked sentence in a frame that opens. Nothing of the draft becomes markup:
 * the tree of its Markdown is written out anew, links as words, HTML not at all.
 */

import type { List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { nodeSpan } from '../draft/inline.ts';
import { parseMarkdown } from '../draft/markdown.ts';
import { PlainTextBuilder } from '../draft/plain-text.ts';
import { firstWhere } from '../text/halving.ts';
import { escaped } from './escape.ts';
import type { Unit } from './units.ts';

/** A stretch of text with the tags around it, and where in the draft it stands. */
interface Piece {
  readonly at: number;
  readonly html: string;
}

interface Page {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly frame: (unit: Unit, said: string) => string;
  /** Units that have been written: one that a table or a footnote cuts in two is framed once. */
  readonly written: Set<Unit>;
  /** The level of the last heading; the next may be one deeper at most, or a reader of headings would look for what is missing. */
  level: number;
}

/** The first level that headings of the draft get; those of the report stand above them. */
const TOP = 3;

export interface DraftHtml {
  readonly html: string;
  /** Marked sentences that found no place in the text: those of a draft that could not be read. */
  readonly missing: readonly Unit[];
}

/** `frame` puts a marked sentence, given as HTML, into its frame. */
export function draftHtml(text: string, units: readonly Unit[], frame: (unit: Unit, said: string) => string): DraftHtml {
  const tree = parseMarkdown(text);
  const page: Page = { text, units, frame, written: new Set(), level: TOP - 1 };
  const html = tree.ok ? blocks((tree.root as Root).children, page) : `<pre>${escaped(text)}</pre>`;
  return { html, missing: units.filter((unit) => !page.written.has(unit)) };
}

function blocks(nodes: readonly Nodes[], page: Page): string {
  return nodes.map((node) => block(node as RootContent, page)).join('\n');
}

function block(node: RootContent, page: Page): string {
  switch (node.type) {
    case 'heading': {
      page.level = Math.min(node.depth + TOP - 1, page.level + 1, 6);
      return `<h${page.level}>${inline(node.children, page)}</h${page.level}>`;
    }
    case 'paragraph':
      return `<div class="p">${inline(node.children, page)}</div>`;
    case 'blockquote':
      return `<blockquote>${blocks(node.children, page)}</blockquote>`;
    case 'list':
      return listHtml(node, page);
    case 'table':
      return tableHtml(node, page);
    case 'code':
      return `<pre><code>${escaped(node.value)}</code></pre>`;
    case 'thematicBreak':
      return '<hr>';
    case 'footnoteDefinition':
      return `<div class="footnote"><span class="soft">Footnote ${escaped(node.label ?? node.identifier)}:</span>${blocks(node.children, page)}</div>`;
    default:
      // HTML, definitions and front matter show nothing to a reader.
      return '';
  }
}

function listHtml({ ordered, start, children }: List, page: Page): string {
  const items = children.map((item) => `<li>${blocks(item.children, page)}</li>`).join('\n');
  if (ordered !== true) return `<ul>${items}</ul>`;
  return `<ol${typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''}>${items}</ol>`;
}

function tableHtml({ children }: Table, page: Page): string {
  const [head, ...rows] = children;
  const cells = (row: Table['children'][number] | undefined, tag: string) =>
    (row?.children ?? []).map((cell) => `<${tag}>${inline(cell.children, page)}</${tag.slice(0, 2)}>`).join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return `<div class="wide"><table><thead><tr>${cells(head, 'th scope="col"')}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** The pieces of a block, those of one marked sentence together in its frame. */
function inline(nodes: readonly PhrasingContent[], page: Page): string {
  const pieces = nodes.flatMap((node) => piecesOf(node, [], page));
  let html = '';
  let said = '';
  let current: Unit | null = null;
  const close = () => {
    html += current === null ? said : framed(current, said, page);
    said = '';
  };
  for (const piece of pieces) {
    const unit = unitAt(page.units, piece.at);
    if (unit !== current) close();
    current = unit;
    said += piece.html;
  }
  close();
  return html;
}

function framed(unit: Unit, said: string, page: Page): string {
  if (page.written.has(unit)) return said;
  page.written.add(unit);
  return page.frame(unit, said);
}

/** `tags` are those that the piece stands in, the outermost first. */
function piecesOf(node: PhrasingContent, tags: readonly string[], page: Page): readonly Piece[] {
  const { start, end } = nodeSpan(node);
  switch (node.type) {
    case 'text':
      return textPieces(node.value, start, end, tags, page);
    case 'inlineCode':
      return [{ at: start, html: tagged(escaped(node.value), [...tags, 'code']) }];
    case 'break':
      return [{ at: start, html: '<br>' }];
    case 'emphasis':
      return node.children.flatMap((child) => piecesOf(child, [...tags, 'em'], page));
    case 'strong':
      return node.children.flatMap((child) => piecesOf(child, [...tags, 'strong'], page));
    case 'delete':
      return node.children.flatMap((child) => piecesOf(child, [...tags, 'del'], page));
    case 'link':
    case 'linkReference':
      return node.children.flatMap((child) => piecesOf(child, [...tags, 'span class="link"'], page));
    case 'image':
    case 'imageReference':
      return [{ at: start, html: `<span class="soft">[picture${node.alt ? `: ${escaped(node.alt)}` : ''}]</span>` }];
    case 'footnoteReference':
      return [{ at: start, html: `<sup>${escaped(node.label ?? node.identifier)}</sup>` }];
    default:
      return [];
  }
}

/** Cut where a marked sentence begins or ends. */
function textPieces(value: string, start: number, end: number, tags: readonly string[], page: Page): readonly Piece[] {
  const builder = new PlainTextBuilder();
  builder.addValue(value, page.text, start, end);
  const { text, origin } = builder.build();
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && unitAt(page.units, origin[at] ?? 0) === unitAt(page.units, origin[from] ?? 0)) continue;
    pieces.push({ at: origin[from] ?? start, html: tagged(escaped(text.slice(from, at)), tags) });
    from = at;
  }
  return pieces;
}

function tagged(html: string, tags: readonly string[]): string {
  return tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag.split(' ')[0]}>`, html);
}

/** The marked sentence at an offset of the draft. */
function unitAt(units: readonly Unit[], offset: number): Unit | null {
  const unit = units[firstWhere(units.length, (index) => (units[index]?.span.start ?? 0) > offset) - 1];
  return unit !== undefined && unit.span.start <= offset && offset < unit.span.end ? unit : null;
}
